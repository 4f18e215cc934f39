"""The question of a listing, as its options put it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from sphinxcontrib_tripreport.core.queries.filters import (
    NumberRanges,
    Wanted,
)
from sphinxcontrib_tripreport.core.queries.options import (
    DEFAULT_COLUMNS,
    SORTS,
    ListingValues,
    bare_name,
)


@dataclass(frozen=True, slots=True)
class Query:
    """A listing's question."""

    kind: str
    """What is listed: ``talk``, ``speaker``, ``author``, ``event``, ``report``, ``takeaway`` or
    ``action``."""
    filters: tuple[tuple[str, Wanted], ...] = ()
    year: NumberRanges | None = None
    rating: NumberRanges | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    sort: tuple[tuple[str, bool], ...] = ()
    """Keys, each with whether it is turned round."""
    group_by: tuple[str, ...] = ()
    limit: int | None = None
    open: bool | None = None
    """Of actions: whether they are to be still to do."""
    more: str = ""
    """The document to which the line leads that says how many are left out."""
    columns: tuple[str, ...] = ()
    layout: str = "list"
    finds_nothing: bool = False
    """Whether a filter is wrong: nothing is listed, because the list must not become wider."""
    line: int = 0
    """Of the directive, from 1."""
    included_at: str = ""
    """As that of a :class:`~sphinxcontrib_tripreport.core.model.records.Note`."""


def make_query(
    kind: str,
    values: ListingValues,
    *,
    finds_nothing: bool = False,
    line: int = 0,
    included_at: str = "",
) -> Query:
    """The question that the *values* of a listing's options put.

    :param finds_nothing: whether a filter is wrong
    :param line: of the directive
    :param included_at: where the directive is, if that is in a file that a document includes
    """
    filters = tuple((name, value) for name, value in values.items() if isinstance(value, Wanted))
    layout = values.get("layout", "list")
    sort = tuple((bare_name(key), key.startswith("-")) for key in values.get("sort", ()))
    return Query(
        kind=kind,
        filters=filters,
        year=values.get("year"),
        rating=values.get("rating"),
        since=values.get("since"),
        until=values.get("until"),
        # What is posted is read from the newest on.
        sort=sort or ((SORTS[kind][0], layout == "posts"),),
        group_by=values.get("group-by", ()),
        limit=values.get("limit"),
        open=values.get("open"),
        more=values.get("more", ""),
        columns=values.get("columns", ()) or DEFAULT_COLUMNS[kind],
        layout=layout,
        finds_nothing=finds_nothing,
        line=line,
        included_at=included_at,
    )


def as_list(query: Query) -> Query:
    """The same question, answered by a list."""
    return replace(query, layout="list", columns=DEFAULT_COLUMNS[query.kind])
