"""What pretalx gives as ``/api/events/EVENT/submissions/`` or ``/talks/``.

See https://docs.pretalx.org/api/. Names may be objects of languages, and fields that the event
does not ask for are missing.
"""

from __future__ import annotations

from typing import Any

from sphinxcontrib_tripreport.core.model.programme import Programme
from sphinxcontrib_tripreport.core.programmes.making import Found, Maker
from sphinxcontrib_tripreport.core.programmes.moments import read_duration, read_moment
from sphinxcontrib_tripreport.core.programmes.people import people_in
from sphinxcontrib_tripreport.core.programmes.record import Record
from sphinxcontrib_tripreport.core.programmes.schedule_json import links_of

NAME = "pretalx's API"
_NOT_HELD = frozenset(("rejected", "withdrawn", "submitted", "draft", "deleted"))


def knows(data: Any) -> bool:
    """Whether the JSON is such a list, by itself or in ``results``."""
    rows = data.get("results") if isinstance(data, dict) else data
    return isinstance(rows, list) and any(
        isinstance(row, dict) and {"code", "title"} <= row.keys() and "speakers" in row
        for row in rows[:20]
    )


def read(data: Any, programme: Programme) -> None:
    """Read what *data* says into *programme*."""
    root = Record(data if isinstance(data, dict) else {"results": data})
    maker = Maker(programme)
    for row in root.records("results"):
        if row.line_of("state") in _NOT_HELD:
            continue
        slot = next(row.records("slots"), None) or row.record("slot")
        maker.add(
            Found(
                title=row.line_of("title"),
                ids=(row.line_of("code"),),
                types=(row.line_of("submission_type"),),
                people=people_in(row, "speakers"),
                track=row.line_of("track"),
                rooms=(slot.line_of("room"),),
                begins=read_moment(slot.line_of("start")),
                ends=read_moment(slot.line_of("end")),
                length=read_duration(slot.line_of("duration") or row.line_of("duration")),
                language=row.line_of("content_locale"),
                topics=row.lines_in("tags"),
                url=row.line_of("url"),
                links=[
                    *links_of(row),
                    *(
                        (each.line_of("description"), each.line_of("resource", "link", "url"))
                        for each in row.records("resources")
                    ),
                ],
                is_cancelled=row.line_of("state") == "canceled",
                abstract=row.blocks_of("abstract", "description"),
                place=row.place,
            )
        )
