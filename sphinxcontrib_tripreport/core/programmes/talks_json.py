"""``talks.json`` of another project with this extension: its talks are sessions here."""

from __future__ import annotations

from typing import Any

from sphinxcontrib_tripreport.core.model.programme import Programme
from sphinxcontrib_tripreport.core.programmes.making import FoundSession, SessionMaker
from sphinxcontrib_tripreport.core.programmes.moments import (
    read_day,
    read_moment,
)
from sphinxcontrib_tripreport.core.programmes.people import person_of
from sphinxcontrib_tripreport.core.programmes.record import Record

NAME = "talks.json"


def knows(data: Any) -> bool:
    """Whether the JSON is such a file."""
    return isinstance(data, dict) and {"version", "talks", "speakers", "events"} <= data.keys()


def read(data: Any, programme: Programme) -> None:
    """Read what *data* says into *programme*."""
    root, maker = Record(data), SessionMaker(programme)
    programme.title = root.line_of("project")
    people = {person.line_of("key"): person_of(person) for person in root.records("speakers")}
    for row in root.records("talks"):
        key, event = row.line_of("key"), row.line_of("event")
        links = row.get("links")
        pairs = list(links.items()) if isinstance(links, dict) else []
        maker.add(
            FoundSession(
                title=row.line_of("title"),
                ids=(f"{event}/{key}" if event else key, key),
                types=(row.line_of("kind"),),
                people=[people[key] for key in row.lines_in("speakers") if key in people],
                track=row.line_of("track"),
                rooms=row.lines_in("room"),
                begins=read_moment(row.line_of("start")),
                ends=read_moment(row.line_of("end")),
                day=read_day(row.line_of("day", "start")),
                language=row.line_of("language"),
                level=row.line_of("level"),
                topics=row.lines_in("topics"),
                url=str(links.get("url", "")) if isinstance(links, dict) else "",
                links=[(str(label), str(url)) for label, url in pairs if label != "url"],
                is_cancelled=row.line_of("status") == "cancelled",
                place=row.place,
            )
        )
