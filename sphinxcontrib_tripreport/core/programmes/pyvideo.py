"""A conference of pyvideo: ``category.json`` and a file for each recording.

See https://github.com/pyvideo/data. Of talks it knows the day, but no time and no room.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from sphinxcontrib_tripreport.core.model.programme import Programme, ProgrammePerson
from sphinxcontrib_tripreport.core.programmes.making import FoundSession, SessionMaker
from sphinxcontrib_tripreport.core.programmes.moments import read_day
from sphinxcontrib_tripreport.core.programmes.people import people_named_in
from sphinxcontrib_tripreport.core.programmes.record import Record

NAME = "pyvideo"


def knows(data: Any) -> bool:
    """Whether the JSON is the file of a recording."""
    return isinstance(data, dict) and {"title", "speakers", "recorded", "videos"} <= data.keys()


def knows_category(data: Any) -> bool:
    """Whether the JSON is the file of a conference."""
    return isinstance(data, dict) and "title" in data and data.keys() <= _OF_CATEGORY


_OF_CATEGORY = {"title", "description", "url", "start_date", "end_date", "alias"}


def read_category(data: Any, programme: Programme) -> None:
    """Read what the file of the conference says."""
    programme.title = Record(data).line_of("title")
    programme.url = Record(data).line_of("url")


def read(data: Any, programme: Programme) -> None:
    """Read what *data* says into *programme*."""
    entry = Record(data)
    seconds = entry.get("duration")
    # Some have the length as a fraction, and some as text.
    is_number = isinstance(seconds, int | float) and 0 < seconds < 1e6
    SessionMaker(programme).add(
        FoundSession(
            title=entry.line_of("title"),
            ids=(entry.line_of("slug"), *_addresses(entry), entry.line_of("id")),
            people=_people(entry),
            length=timedelta(seconds=int(seconds)) if is_number else None,
            day=read_day(entry.line_of("recorded")),
            language=entry.line_of("language"),
            topics=entry.lines_in("tags"),
            links=_links(entry),
            abstract=entry.block_of("abstract", "description", "summary"),
            abstract_markup="rst",
        )
    )


def _people(entry: Record) -> Iterator[ProgrammePerson]:
    # A few names hold several people: "A, B, C".
    for name in entry.lines_in("speakers"):
        yield from people_named_in(name)


def _addresses(entry: Record) -> list[str]:
    return [video.line_of("url") for video in entry.records("videos")]


def _links(entry: Record) -> Iterator[tuple[str, str]]:
    for address in _addresses(entry):
        yield "video", address
    for link in entry.records("related_urls"):
        yield link.line_of("label"), link.line_of("url")
    value = entry.get("related_urls")
    for item in value if isinstance(value, list) else ():
        if isinstance(item, str):
            yield "", item.strip()
