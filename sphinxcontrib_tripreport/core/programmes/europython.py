"""``sessions.json`` and ``schedule.json`` of EuroPython's programme API.

See https://github.com/EuroPython/programapi. Either says all that is read of it; of both, the
records are put together by their codes.
"""

from __future__ import annotations

from typing import Any

from sphinxcontrib_tripreport.core.model.programme import Programme
from sphinxcontrib_tripreport.core.programmes.making import FoundSession, SessionMaker
from sphinxcontrib_tripreport.core.programmes.moments import read_day, read_duration, read_moment
from sphinxcontrib_tripreport.core.programmes.people import people_in
from sphinxcontrib_tripreport.core.programmes.record import Record

NAME = "EuroPython's programme"


def knows(data: Any) -> bool:
    """Whether the JSON is one of the two files."""
    if not isinstance(data, dict):
        return False
    if isinstance(data.get("days"), dict):
        return any(isinstance(day, dict) and "events" in day for day in data["days"].values())
    values = list(data.values())[:20]
    return bool(values) and all(
        isinstance(value, dict) and {"code", "title", "speakers"} <= value.keys()
        for value in values
    )


def read(data: Any, programme: Programme) -> None:
    """Read what *data* says into *programme*."""
    root, maker = Record(data), SessionMaker(programme)
    if isinstance(data.get("days"), dict):
        for date, day in data["days"].items():
            entries = Record(day if isinstance(day, dict) else {}, f"days.{date}")
            for entry in entries.records("events"):
                maker.add(_read_session(entry, str(date)))
        return
    for code in data:
        maker.add(_read_session(root.record(str(code)), ""))


def _read_session(entry: Record, date: str) -> FoundSession:
    kind = entry.line_of("session_type", "event_type")
    return FoundSession(
        title=entry.line_of("title"),
        ids=(entry.line_of("code"), entry.line_of("slug"), entry.line_of("website_url")),
        types=(kind,),
        is_break=kind.lower() in ("break", "announcements", "registration"),
        people=people_in(entry, "speakers"),
        track=entry.line_of("track"),
        rooms=entry.lines_in("rooms") or entry.lines_in("room"),
        begins=read_moment(entry.line_of("start")),
        ends=read_moment(entry.line_of("end")),
        length=read_duration(entry.line_of("duration")),
        day=read_day(date),
        language=entry.line_of("language"),
        level=entry.line_of("level"),
        url=entry.line_of("website_url"),
        links=[
            ("video", entry.line_of("youtube_url")),
            *((each.line_of("description"), each.line_of("resource", "url"))
              for each in entry.records("resources")),
        ],
        abstract=entry.blocks_of("abstract", "description"),
        place=entry.place,
    )  # fmt: skip
