"""``conference.json`` of Symposion, as PyCon US publishes it."""

from __future__ import annotations

from typing import Any

from sphinxcontrib_tripreport.core.model.programme import Programme
from sphinxcontrib_tripreport.core.programmes.making import FoundSession, SessionMaker
from sphinxcontrib_tripreport.core.programmes.moments import (
    name_of_zone,
    read_duration,
    read_moment,
    zone_of,
)
from sphinxcontrib_tripreport.core.programmes.people import people_in
from sphinxcontrib_tripreport.core.programmes.record import Record

NAME = "conference.json of Symposion"


def knows(data: Any) -> bool:
    """Whether the JSON is such a file."""
    rows = data.get("schedule") if isinstance(data, dict) else None
    return isinstance(rows, list) and any(
        isinstance(row, dict) and ("conf_key" in row or {"name", "kind"} <= row.keys())
        for row in rows[:20]
    )


def read(data: Any, programme: Programme) -> None:
    """Read what *data* says into *programme*."""
    root = Record(data)
    conference = root.record("conference")
    zone = zone_of(conference.line_of("timezone", "time_zone_name"))
    programme.title = conference.line_of("title", "name")
    programme.timezone = name_of_zone(zone)
    programme.url = conference.line_of("url")
    maker = SessionMaker(programme, zone)
    for row in root.records("schedule"):
        abstract = row.block_of("description", "abstract")
        maker.add(
            FoundSession(
                title=row.line_of("name", "title"),
                ids=(row.line_of("conf_url"), row.line_of("conf_key")),
                types=(row.line_of("kind"), row.line_of("section")),
                people=people_in(row, "speakers", "authors"),
                track=row.line_of("track"),
                rooms=row.lines_in("rooms") or row.lines_in("room"),
                begins=read_moment(row.line_of("start"), zone),
                ends=read_moment(row.line_of("end"), zone),
                length=read_duration(row.line_of("duration")),
                topics=row.line_of("tags").split(","),
                url=row.line_of("conf_url"),
                is_cancelled=row.is_true("cancelled"),
                abstract=abstract,
                abstract_markup="html" if "</" in abstract else "markdown",
                place=row.place,
            )
        )
