"""Which programmes have times without a time zone, and whose zone is taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.messages import logger

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.model.programme import Programme
    from sphinxcontrib_tripreport.core.model.records import Event


def say_zones(
    named: Mapping[str, Sequence[str]],
    programmes: Mapping[str, Programme],
    events: Iterable[Event],
    fresh: set[str],
) -> None:
    """Say once a file that its times have no zone. That is common, so it is no warning.

    :param named: by event, the paths of the files of its programme
    :param programmes: by path
    :param fresh: the paths of files that were read in this build
    """
    floating = {path for path in fresh if _has_no_zone(programmes[path])}
    if not floating:
        return
    zones = {event.key: event.timezone for event in events if event.timezone}
    said: set[str] = set()
    for event, paths in named.items():
        zone = zones.get(event, "") or next(_zones(paths, programmes), "")
        for path in paths:
            if path in floating and path not in said:
                said.add(path)
                text = "%s:1: the times of the programme have no time zone: %s."
                logger.info(text, path[1:], _zone_in_words(event, zone))


def _has_no_zone(programme: Programme) -> bool:
    moments = (session.begins for session in programme.sessions if session.begins is not None)
    return not programme.timezone and any(moment.tzinfo is None for moment in moments)


def _zones(paths: Iterable[str], programmes: Mapping[str, Programme]) -> Iterator[str]:
    """The zones that files of one programme name, the one that counts most first."""
    zones = (programmes[path].timezone for path in reversed(list(paths)) if path in programmes)
    return filter(None, zones)


def _zone_in_words(event: str, zone: str) -> str:
    if zone:
        return f"that of “{event}” is taken, {zone}"
    return f"“{event}” has none either; expected its “timezone”, for example Europe/Berlin"
