"""The answer of a chart: its categories in words, and how many there are of each."""

from __future__ import annotations

from typing import NamedTuple

from sphinxcontrib_tripreport.core.languages.dates_in_words import format_month_name
from sphinxcontrib_tripreport.core.queries.chart_options import ChartQuery
from sphinxcontrib_tripreport.core.queries.counting import Category, Counts, count
from sphinxcontrib_tripreport.core.queries.options import bare_name
from sphinxcontrib_tripreport.core.queries.sorter import Sorter
from sphinxcontrib_tripreport.messages import _, translatable
from sphinxcontrib_tripreport.views.context import Context
from sphinxcontrib_tripreport.views.field_names import NAME_OF
from sphinxcontrib_tripreport.views.listings.answer import find
from sphinxcontrib_tripreport.views.listings.column_heads import HEADS
from sphinxcontrib_tripreport.views.references import Reference

_FIELD_HEADS = {
    "year": translatable("Year"),
    "month": translatable("Month"),
    "topic": translatable("Topic"),
    "speaker": translatable("Speaker"),
    "author": translatable("Author"),
    **{name: HEADS[name] for name in ("event", "kind", "track", "language", "rating", "status")},
}
"""The heads over what is counted by, in English."""


class Bar(NamedTuple):
    """One category: how many there are of it, and in each part."""

    name: Reference
    number: int
    numbers: tuple[int, ...] = ()
    is_rest: bool = False
    """Whether it is what the limit leaves out, or what has no value: it is drawn quietly."""


class Chart(NamedTuple):
    """What a chart shows."""

    of: str
    layout: str
    head: str
    """What the names of the bars are: the first field that is counted by."""
    parts: tuple[Bar, ...] = ()
    """The bars; none if nothing is found."""
    series: tuple[Reference, ...] = ()
    """The names of the parts of each bar; none if bars have no parts."""
    in_cell: bool = False


def answer_chart(context: Context, docname: str, query: ChartQuery) -> Chart:
    """What the chart shows whose question *query* is."""
    counts = counted_for(context, docname, query)
    bars = (
        Bar(
            _name(context, each.category),
            each.number,
            each.parts,
            each.category.is_rest or not each.category.value,
        )
        for each in counts.rows
    )
    return Chart(
        query.of,
        query.layout,
        _(_FIELD_HEADS[bare_name(query.by[0])]),
        tuple(bars),
        tuple(_name(context, each, is_short=query.layout == "calendar") for each in counts.parts),
        query.in_cell,
    )


def counted_for(context: Context, docname: str, query: ChartQuery) -> Counts:
    """How many there are of what a chart on a page asks for."""
    things = find(context, docname, query.query).things
    return count(Sorter(context.catalogue, context.locale), query, things)


def _name(context: Context, category: Category, *, is_short: bool = False) -> Reference:
    """A category in words, which lead to the page on it."""
    field, value, is_rest = category
    if is_rest:
        return Reference(_("Others"))
    if not value:
        return Reference(_("Without a date") if field in ("year", "month") else _("Not given"))
    if field == "month":
        return Reference(format_month_name(int(value), context.locale, is_short=is_short))
    return NAME_OF[field](context, value)
