"""The order and groups that a layout itself asks for: a schedule has days, a timeline years."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from sphinxcontrib_tripreport.queries.query import Query

TIME_OF: Final = {"schedule": "day", "timeline": "year"}
"""What each layout of times puts its entries under."""


def lay_out(query: Query) -> Query:
    """*query* as its layout shows it; itself where the layout takes any order and any groups."""
    field = TIME_OF.get(query.layout)
    if field is None:
        return query
    is_turned = ("date", True) in query.sort or f"-{field}" in query.group_by
    # A day runs from morning to evening, even where the last day comes first.
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
