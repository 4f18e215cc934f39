"""The question of a chart: what is counted, by what, and how it is drawn. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypedDict

from sphinxcontrib_tripreport.core.options.option import Option, OptionTable
from sphinxcontrib_tripreport.core.options.values import read_one_of, read_text
from sphinxcontrib_tripreport.core.queries.options import (
    LISTING_OPTIONS,
    SHAPE,
    ListingValues,
    read_limit,
    read_some_of,
)
from sphinxcontrib_tripreport.core.queries.query import Query

COUNTED: Final = ("talks", "reports", "speakers", "notes")
"""What a chart can count."""
FIELDS: Final = (
    *("year", "month", "event", "topic", "kind", "track", "speaker", "author", "language"),
    *("rating", "status"),
)
"""What a chart can count by."""
FIELDS_OF: Final = {
    "talks": FIELDS,
    "notes": FIELDS,
    "speakers": tuple(field for field in FIELDS if field != "speaker"),
    "reports": ("year", "month", "event", "topic", "author", "language"),
}
"""What each can be counted by: a report has no kind of talk."""
CHART_LAYOUTS: Final = ("bars", "columns", "calendar", "heatmap")
CALENDAR: Final = ("year", "month")
"""What a calendar counts by."""
CHART_SHAPE: Final = ("of", "by", "layout", "limit", "caption")
"""The options that say what a chart looks like; all others filter."""
OPEN_FIELDS: Final = ("event", "topic", "track", "speaker", "author", "language")
"""Fields that can have any number of values."""
MOST_BARS: Final = 20
"""How many values of an open field are shown by default."""


def _literals(words: tuple[str, ...]) -> str:
    return ", ".join(f"``{word}``" for word in words)


class ChartShape(TypedDict, total=False):
    """What the options read as that filter nothing."""

    of: str
    by: tuple[str, ...]
    layout: str
    limit: int
    caption: str


_SHAPE = (
    Option("of", read_one_of(COUNTED), f"What is counted: {_literals(COUNTED)}. Default:"
           " ``talks``."),
    Option("by", read_some_of(FIELDS, 2), f"One or two of {_literals(FIELDS)}. The second one"
           " divides each bar. ``-`` before one turns its order round. Default: ``year``; a"
           " ``calendar`` counts by year and month."),
    Option("layout", read_one_of(CHART_LAYOUTS), "``bars`` (default), ``columns``, ``calendar``:"
           " years and their months, or ``heatmap``: a table of two fields."),
    Option("limit", read_limit, "So many bars; the rest is one bar, “Others”. Default:"
           f" {MOST_BARS} of {_literals(OPEN_FIELDS)}, and all of the other fields."),
    Option("caption", read_text, "A line above the chart."),
)  # fmt: skip
CHART_OPTIONS: OptionTable[ListingValues] = OptionTable(
    (
        *_SHAPE,
        *(option for name, option in LISTING_OPTIONS["talk"].items() if name not in SHAPE),
    )
)
"""The options of ``talkchart``: those above, and the filters of ``talklist``."""


@dataclass(frozen=True, slots=True)
class ChartQuery:
    """What a chart asks."""

    query: Query
    """Which talks or reports are counted, or which talks are looked into."""
    of: str = "talks"
    by: tuple[str, ...] = ("year",)
    """One field or two; ``-`` before one turns its order round."""
    layout: str = "bars"
    limit: int | None = None
    in_cell: bool = False
    """Whether it is in the cell of a table, where no other table can be."""
