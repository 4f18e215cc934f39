"""The question of a listing, as its options put it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from sphinxcontrib_tripreport.core.queries.filters import (
    Spans,
    Wanted,
)
from sphinxcontrib_tripreport.core.queries.options import DEFAULT_COLUMNS, SORTS, bare_name


@dataclass(frozen=True, slots=True)
class Query:
    """A listing's question."""

    kind: str
    """What is listed: ``talk``, ``speaker``, ``event`` or ``report``."""
    filters: tuple[tuple[str, Wanted], ...] = ()
    year: Spans | None = None
    rating: Spans | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    sort: tuple[tuple[str, bool], ...] = ()
    """Keys, each with whether it is turned round."""
    group_by: tuple[str, ...] = ()
    limit: int | None = None
    columns: tuple[str, ...] = ()
    layout: str = "list"
    is_void: bool = False
    """Whether it asks for nothing, for what its author asked for cannot be known."""
    line: int = field(default=0, compare=False)
    included_at: str = field(default="", compare=False)
    """As that of a :class:`~sphinxcontrib_tripreport.core.model.records.Note`."""


def make_query(kind: str, values: dict[str, Any]) -> Query:
    """The question that the *values* of a listing's options put."""
    filters = tuple((name, value) for name, value in values.items() if isinstance(value, Wanted))
    sort = tuple((bare_name(key), key.startswith("-")) for key in values.get("sort", ()))
    return Query(
        kind=kind,
        filters=filters,
        year=values.get("year"),
        rating=values.get("rating"),
        since=values.get("since"),
        until=values.get("until"),
        sort=sort or ((SORTS[kind][0], False),),
        group_by=values.get("group-by", ()),
        limit=values.get("limit"),
        columns=values.get("columns", ()) or DEFAULT_COLUMNS[kind],
        layout=values.get("layout", "list"),
    )
