"""The question of a ``coverage`` directive. Pure."""

from __future__ import annotations

from typing import NamedTuple, TypedDict

from sphinxcontrib_tripreport.core.options.option import Option, OptionTable
from sphinxcontrib_tripreport.core.options.values import read_one_of

LAYOUTS = ("summary", "matrix", "missed")
GROUPS = ("track", "day", "author")


class CoverageValues(TypedDict, total=False):
    """What the options read as."""

    by: str
    layout: str


COVERAGE_OPTIONS: OptionTable[CoverageValues] = OptionTable(
    (
        Option(
            "by",
            read_one_of(GROUPS),
            "A row for each ``track``, ``day`` or ``author``; default: no rows.",
        ),
        Option(
            "layout",
            read_one_of(LAYOUTS),
            "``summary`` (default): how many sessions were noted; ``matrix``: the whole programme"
            " against authors; ``missed``: the talks that nobody saw, with their recordings.",
        ),
    )
)


class CoverageQuery(NamedTuple):
    """What is asked of an event's programme."""

    event: str = ""
    """As its author names it; empty for the event of the page."""
    by: str = ""
    layout: str = "summary"
    line: int = 0
    """Of the directive, from 1."""
    included_at: str = ""
    """As that of a :class:`~sphinxcontrib_tripreport.core.model.records.Note`."""
