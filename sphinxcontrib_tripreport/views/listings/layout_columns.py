"""Which columns a listing has: those of its layout, without what the text around it says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sphinxcontrib_tripreport.core.queries.options import bare_name
from sphinxcontrib_tripreport.core.queries.query import Query

_LIST = {
    "talk": ("title", "kind", "speakers", "event", "date"),
    "speaker": ("faces", "name", "affiliation", "talks"),
    "author": ("faces", "name", "affiliation", "reports", "talks"),
    "event": ("name", "date", "place"),
    "report": ("title", "event", "date", "authors"),
    "takeaway": ("text", "talk", "event", "authors"),
    "action": ("text", "owner", "due-date", "done", "talk", "event"),
}
_CARDS = {
    "talk": ("image", "faces", "title", "kind", "speakers", "event", "date", "rating", "excerpt",
             "topics", "links"),
    "speaker": ("faces", "name", "affiliation", "talks", "links"),
    "author": ("faces", "name", "affiliation", "reports", "talks", "links"),
    "event": ("name", "date", "place", "talks", "reports"),
    "report": ("image", "title", "event", "date", "authors", "reading-time", "excerpt", "topics"),
}  # fmt: skip
_POSTS = {
    "talk": ("image", "title", "date", "kind", "speakers", "event", "rating", "excerpt", "topics",
             "links"),
    "report": ("image", "title", "date", "event", "authors", "reading-time", "excerpt", "topics"),
}  # fmt: skip
_SCHEDULE: dict[str, tuple[str, ...]] = {
    "talk": ("start", "minute", "last-minute", "time", "room", "track", "title", "speakers",
             "event", "kind", "rating", "attendance"),
}  # fmt: skip
_TIMELINE = {
    "talk": ("date", "title", "kind", "speakers", "event"),
    "event": ("date", "name", "place"),
    "report": ("date", "title", "event", "authors"),
}
_MAP: dict[str, tuple[str, ...]] = {"event": (*_LIST["event"], "coordinates")}
_MATRIX: dict[str, tuple[str, ...]] = {
    "talk": ("date", "time", "title", "kind", "speakers", "event", "marks")
}
COLUMNS_OF_LAYOUTS: dict[str, dict[str, tuple[str, ...]]] = {
    "list": _LIST,
    "cards": _CARDS,
    "posts": _POSTS,
    "schedule": _SCHEDULE,
    "timeline": _TIMELINE,
    "matrix": _MATRIX,
    "map": _MAP,
}
_SAID_BY = {"day": "date", "author": "authors"}
"""The columns that a heading says, if their names are others."""


def columns_of(query: Query, things: Sequence[Any]) -> tuple[str, ...]:
    """The columns of the listing of a query.

    :param things: what it shows
    """
    if query.layout == "table":
        return query.columns
    columns = COLUMNS_OF_LAYOUTS[query.layout][query.kind]
    if query.kind == "talk" and query.layout == "list" and _has_opinions(query):
        columns += ("rating", "status")
    # What every entry has in common is in the heading, or in the text around the list.
    common = {_SAID_BY.get(name, name) for name in map(bare_name, query.group_by)}
    if query.is_of_one("event"):
        common.add("event")
    if any(name == "talk" and len(wanted.some) == 1 for name, wanted in query.filters):
        common |= {"talk", "event"}
    if query.layout == "schedule" and {talk.status for talk in things} in ({"attended"}, {""}):
        # Only if some were not attended do readers look for those that were.
        common.add("attendance")
    return tuple(column for column in columns if column not in common)


def _has_opinions(query: Query) -> bool:
    """Whether there is room for them, or the list is about them."""
    asks_for_authors = any(name == "author" for name, _wanted in query.filters)
    by_author = "author" in map(bare_name, query.group_by)
    return asks_for_authors or by_author or query.is_of_one("event")
