"""The groups and the order that layouts of times have, whatever else a query says. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from sphinxcontrib_tripreport.core.queries.query import Query

TIME_OF: Final = {"schedule": "day", "timeline": "year"}
"""What each layout of times puts its entries under."""


def lay_out(query: Query) -> Query:
    """*query* as its layout shows it; itself if the layout takes any order and any groups."""
    field = TIME_OF.get(query.layout)
    if query.layout == "matrix":
        dates = tuple(key for key in query.sort if key[0] == "date") or (("date", False),)
        return replace(query, sort=(*dates, *(key for key in query.sort if key[0] != "date")))
    if field is None:
        return query
    is_turned = ("date", True) in query.sort or f"-{field}" in query.group_by
    # A day runs from morning to evening, even if the last day comes first.
    by_date = ("date", is_turned and query.layout == "timeline")
    others = (key for key in query.sort if key[0] != "date")
    return replace(
        query,
        group_by=_with_time(query.group_by, field, is_turned=is_turned),
        sort=(by_date, *others),
    )


def _with_time(names: tuple[str, ...], field: str, *, is_turned: bool) -> tuple[str, ...]:
    """The groups with those of the layout, below what the author groups by."""
    bare = [name.lstrip("-+ ") for name in names]
    if field in bare:
        return names
    # But the days of a year are below it.
    place = bare.index("day") if "day" in bare else len(bare)
    return (*names[:place], f"-{field}" if is_turned else field, *names[place:])
