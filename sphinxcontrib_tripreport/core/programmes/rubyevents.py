"""``videos.yml`` of RubyEvents: a list of talks, some of which hold talks.

See the schemas in https://github.com/rubyevents/rubyevents. Talks that were held under one video,
as lightning talks are, are entries of ``talks``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sphinxcontrib_tripreport.core.model.programme import Programme
from sphinxcontrib_tripreport.core.programmes.making import FoundSession, SessionMaker
from sphinxcontrib_tripreport.core.programmes.moments import moment_at, read_clock, read_day
from sphinxcontrib_tripreport.core.programmes.people import people_in
from sphinxcontrib_tripreport.core.programmes.record import Record

NAME = "RubyEvents"
_ADDRESSES = {"youtube": "https://www.youtube.com/watch?v={}", "vimeo": "https://vimeo.com/{}"}


def knows(data: Any) -> bool:
    """Whether the YAML is such a list."""
    return isinstance(data, list) and any(
        isinstance(row, dict) and "video_provider" in row for row in data[:20]
    )


def read(data: Any, programme: Programme) -> None:
    """Read what *data* says into *programme*."""
    maker = SessionMaker(programme)
    for row in Record({"videos": data}).records("videos"):
        children = list(row.records("talks"))
        if not children or row.lines_in("speakers"):
            maker.add(_read_session(row, row))
        for child in children:
            maker.add(_read_session(child, row))


def _read_session(row: Record, around: Record) -> FoundSession:
    day = read_day(row.line_of("date") or around.line_of("date"))
    return FoundSession(
        title=row.line_of("title"),
        ids=(row.line_of("id"), row.line_of("slug"), _video_of(row)),
        earlier_titles=row.lines_in("original_title"),
        types=(row.line_of("kind").replace("_", " "),),
        people=people_in(row, "speakers"),
        track=row.line_of("track"),
        rooms=row.lines_in("location"),
        begins=moment_at(day, read_clock(row.line_of("time")), None),
        day=day,
        language=row.line_of("language"),
        links=_links(row),
        is_cancelled=row.line_of("status") in ("cancelled", "canceled"),
        abstract=row.block_of("description"),
        place=row.place,
    )


def _video_of(row: Record) -> str:
    """The address of the video, or the video's id."""
    identity, provider = row.line_of("video_id"), row.line_of("video_provider")
    return (
        _ADDRESSES[provider].format(identity) if provider in _ADDRESSES and identity else identity
    )


def _links(row: Record) -> Iterator[tuple[str, str]]:
    yield "video", _video_of(row)
    yield "slides", row.line_of("slides_url")
    for link in row.records("additional_resources"):
        yield link.line_of("name", "title"), link.line_of("url")
