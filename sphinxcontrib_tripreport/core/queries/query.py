"""What a listing asks: a query, made of the values of its options. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from sphinxcontrib_tripreport.core.queries.filters import (
    NumberRanges,
    WantedValues,
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
    filters: tuple[tuple[str, WantedValues], ...] = ()
    year: NumberRanges | None = None
    rating: NumberRanges | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    sort: tuple[tuple[str, bool], ...] = ()
    """Keys, each with whether it is turned round."""
    group_by: tuple[str, ...] = ()
    limit: int | None = None
    scope: str = ""
    """Of talks: ``noted``, ``unnoted`` or ``all``; empty for those of the project."""
    open: bool | None = None
    """Of actions: whether they are to be still to do."""
    once: bool = False
    """Whether a talk that was given several times is listed once."""
    more: str = ""
    """The document to which the line leads that says how many are left out."""
    columns: tuple[str, ...] = ()
    layout: str = "list"
    feed: bool = False
    """Whether there is to be a link to the feed on what is listed."""
    finds_nothing: bool = False
    """Whether a filter is wrong: nothing is listed, because the list must not become wider."""
    line: int = 0
    """Of the directive, from 1."""
    included_at: str = ""
    """As that of a :class:`~sphinxcontrib_tripreport.core.model.records.Note`."""

    @property
    def asks_whole_programme(self) -> bool:
        """Whether talks are wanted that no note is on: in a schedule, what was heard is lit up."""
        return self.scope in ("unnoted", "all") or (not self.scope and self.layout == "schedule")

    def is_of_one(self, name: str) -> bool:
        """Whether a filter admits one value alone, such as one event."""
        return any(
            each == name and len(wanted.some) == 1 and "*" not in wanted.some[0]
            for each, wanted in self.filters
        )


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
    filters = tuple(
        (name, value) for name, value in values.items() if isinstance(value, WantedValues)
    )
    sort = tuple((bare_name(key), key.startswith("-")) for key in values.get("sort", ()))
    query = Query(
        kind=kind,
        filters=filters,
        year=values.get("year"),
        rating=values.get("rating"),
        since=values.get("since"),
        until=values.get("until"),
        sort=sort,
        group_by=values.get("group-by", ()),
        limit=values.get("limit"),
        scope=values.get("scope", ""),
        open=values.get("open"),
        once=values.get("once", False),
        more=values.get("more", ""),
        columns=values.get("columns", ()) or DEFAULT_COLUMNS[kind],
        layout=values.get("layout", "list"),
        feed=values.get("feed", False),
        finds_nothing=finds_nothing,
        line=line,
        included_at=included_at,
    )
    return query if sort else replace(query, sort=_default_sort(query))


_IN_ORDER: Final = {
    "talk": ("event", "report", "day"),
    "event": (),
    "report": ("event", "report", "series"),
}
"""By what can be the newest, what has an order of its own: programmes, the parts of a series."""


def _default_sort(query: Query) -> tuple[tuple[str, bool], ...]:
    """The newest first; but in the order of time what is read from its beginning to its end."""
    newest_first = query.kind in _IN_ORDER and not _runs_forward(query)
    return ((SORTS[query.kind][0], newest_first),)


def _runs_forward(query: Query) -> bool:
    if query.layout == "posts":
        return False
    if query.layout in ("schedule", "matrix") or "year" in query.group_by:
        return True
    groups = set(map(bare_name, query.group_by))
    in_order: Iterable[str] = _IN_ORDER[query.kind]
    return any(name in groups or query.is_of_one(name) for name in in_order)


def as_list(query: Query) -> Query:
    """The same question, answered by a list."""
    return replace(query, layout="list", columns=DEFAULT_COLUMNS[query.kind])
