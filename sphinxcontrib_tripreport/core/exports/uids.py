"""The ids of calendars' entries: each like that of no other site, and the same for ever. Pure.

RFC 5545, 3.8.4.7: two sites can have notes on one event, and somebody has both in one calendar.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

from sphinxcontrib_tripreport.core.exports.feed_names import FeedIds, has_host
from sphinxcontrib_tripreport.core.text.regexes import regex

_NO_HOST: Final = "tripreport"
_TAG: Final = regex(r"tag:([^,:/]+),[^:]*:(.*)")


def uids(base: str, beginning: str = "") -> Callable[[str], str]:
    """What makes an id of a name: ``notes/con/bees@example.org``.

    :param base: the address of the site; empty if nobody knows it
    :param beginning: of all ids of feeds, as its author wants it: it stays if the site moves
    """
    host, path = _place(FeedIds(base, beginning).beginning if beginning or has_host(base) else "")
    return lambda name: f"{path}{name}@{host}"


def _place(beginning: str) -> tuple[str, str]:
    found = _TAG.fullmatch(beginning)
    if found is not None:
        return found[1], found[2]
    try:
        parts = urlsplit(beginning)
        host, path = parts.hostname or "", parts.path.lstrip("/")
    except ValueError:
        host = path = ""
    return (host, path) if host else (_NO_HOST, beginning)
