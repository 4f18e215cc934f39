"""What pretalx gives as ``/api/events/EVENT/submissions/`` or ``/talks/``.

See https://docs.pretalx.org/api/. Names may be objects of languages, and fields that the event
does not ask for are missing. Sites pour the list into grids of their own: PyConFR has days, in them
times, in them rooms, and in them what the API gave.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from sphinxcontrib_tripreport.core.model.programme import Programme
from sphinxcontrib_tripreport.core.programmes.making import FoundSession, SessionMaker
from sphinxcontrib_tripreport.core.programmes.moments import read_duration, read_moment
from sphinxcontrib_tripreport.core.programmes.people import people_in
from sphinxcontrib_tripreport.core.programmes.record import Record
from sphinxcontrib_tripreport.core.programmes.schedule_json import links_of

NAME = "pretalx's API"
_DEEPEST: Final = 5
"""Objects in objects of a grid."""
_NOT_HELD = frozenset(("rejected", "withdrawn", "submitted", "draft", "deleted"))


def knows(data: Any) -> bool:
    """Whether the JSON is such a list, by itself, in ``results`` or in a grid."""
    return any(map(_is_submission, islice(_rows(data), 20)))


def read(data: Any, programme: Programme) -> None:
    """Read what *data* says into *programme*."""
    root = Record({"results": list(_rows(data))})
    maker = SessionMaker(programme)
    for row in root.records("results"):
        if row.line_of("state") in _NOT_HELD:
            continue
        slot = next(row.records("slots"), None) or row.record("slot")
        maker.add(
            FoundSession(
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


def _rows(data: Any) -> Iterator[Any]:
    if not isinstance(data, dict):
        yield from data if isinstance(data, list) else ()
    elif "results" in data:
        yield from _rows(data["results"])
    else:
        yield from _in_grid(data, _DEEPEST)


def _in_grid(grid: Any, depth: int) -> Iterator[Any]:
    """What the API gave, from objects in objects: those of days, times and rooms."""
    if _is_submission(grid) and "submission_type" in grid:
        yield grid
    elif isinstance(grid, dict) and depth:
        for inner in grid.values():
            yield from _in_grid(inner, depth - 1)


def _is_submission(row: Any) -> bool:
    return isinstance(row, dict) and {"code", "title", "speakers"} <= row.keys()
