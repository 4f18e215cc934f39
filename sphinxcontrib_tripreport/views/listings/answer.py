"""The answer of a listing: its groups and rows, as plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sphinxcontrib_tripreport.core.languages.dates import read_date
from sphinxcontrib_tripreport.core.languages.dates_in_words import format_day, format_weekday_day
from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.core.queries.field_values import date_of
from sphinxcontrib_tripreport.core.queries.groups import Group, Heading, group
from sphinxcontrib_tripreport.core.queries.laying_out import TIME_OF, lay_out
from sphinxcontrib_tripreport.core.queries.options import bare_name
from sphinxcontrib_tripreport.core.queries.ordering import order
from sphinxcontrib_tripreport.core.queries.query import Query
from sphinxcontrib_tripreport.core.queries.selecting import FoundThings, select
from sphinxcontrib_tripreport.core.queries.sorter import Sorter
from sphinxcontrib_tripreport.messages import _, translatable
from sphinxcontrib_tripreport.views.context import Context
from sphinxcontrib_tripreport.views.field_names import NAME_OF
from sphinxcontrib_tripreport.views.in_words import day_number_in_words
from sphinxcontrib_tripreport.views.listings.columns import ColumnMaker, Value, makers_of
from sphinxcontrib_tripreport.views.listings.feed_sign import FeedSign, answer_feed
from sphinxcontrib_tripreport.views.listings.layout_columns import columns_of
from sphinxcontrib_tripreport.views.listings.said_by_page import (
    said_by_page,
    speaker_of_page,
    without_speaker,
)
from sphinxcontrib_tripreport.views.listings.time_columns import ApproximateDate
from sphinxcontrib_tripreport.views.pen import SEPARATOR
from sphinxcontrib_tripreport.views.references import Reference
from sphinxcontrib_tripreport.views.topic import TopicAround, topics_around


class ListingRow(NamedTuple):
    """One thing: the value of each column."""

    values: tuple[Value, ...]
    year: str = ""
    """The one that the filter ``year`` finds it in, whatever its columns say."""


class ListingPart(NamedTuple):
    """Rows under a heading, or parts of a second level."""

    heading: Reference | None
    rows: tuple[ListingRow, ...]
    parts: tuple[ListingPart, ...] = ()


class Listing(NamedTuple):
    """What a listing shows."""

    kind: str
    layout: str
    columns: tuple[str, ...]
    parts: tuple[ListingPart, ...]
    left_out: int
    """How many the limit leaves out."""
    is_filtered: bool = False
    """Whether it has a search box, for which entries say their years."""
    by_letter: bool = False
    """Whether the headings of the parts are letters."""
    more: Target | None = None
    """Where those are that the limit leaves out."""
    feed: FeedSign | None = None
    topics: tuple[TopicAround, ...] = ()
    """What the topics of its entries are found by in a search box."""


def find(context: Context, docname: str, query: Query) -> FoundThings:
    """What the catalogue has for a question that a page asks; looked for once."""
    if (docname, query) not in context.found:
        context.found[docname, query] = select(
            context.catalogue, context.forms, query, docname, context.pages.subject_of(docname)
        )
    found: FoundThings = context.found[docname, query]
    return found


def answer_listing(context: Context, docname: str, query: Query) -> Listing:
    """What the listing shows whose question *query* is; drawn up once."""
    if (docname, query) not in context.listings:
        context.listings[docname, query] = _answer(context, docname, query)
    listing: Listing = context.listings[docname, query]
    return listing


def _answer(context: Context, docname: str, query: Query) -> Listing:
    sorter = Sorter(context.catalogue, context.locale)
    things = order(sorter, query, find(context, docname, query).things)
    laid_out = lay_out(query)
    page = context.pages.by_docname.get(docname)
    if page is not None and page.size and page.lists(query.kind) and not query.limit:
        things = page.part_of(order(sorter, laid_out, things))
    shown = things[: query.limit] if query.limit else things
    if laid_out is not query:
        # The limit leaves out what comes last in the author's order, not in that of the layout.
        shown = order(sorter, laid_out, shown)
    said = said_by_page(context, docname, query, shown)
    columns = tuple(column for column in columns_of(laid_out, shown) if column not in said)
    makers = _makers(context, docname, query, columns)
    groups = group(sorter, laid_out, shown)
    parts = tuple(_part(context, query, each, makers) for each in groups) if shown else ()
    if query.layout == "table":
        columns, parts = without_empty(columns, parts)
    by_letter = tuple(map(bare_name, query.group_by))[:1] == ("initial",)
    left_out = len(things) - len(shown)
    is_known = query.more in context.titles or query.more in context.pages.by_docname
    more = Target(query.more, "") if left_out and is_known else None
    feed = answer_feed(context, query, find(context, docname, query))
    has_box = "topics" in columns and 0 < context.filtered_from <= len(shown)
    return Listing(
        query.kind,
        query.layout,
        columns,
        parts,
        left_out,
        by_letter=by_letter,
        more=more,
        feed=feed,
        topics=topics_around(context, shown) if has_box else (),
    )


def _makers(
    context: Context, docname: str, query: Query, columns: tuple[str, ...]
) -> list[ColumnMaker]:
    """What makes the value of each column, without what the page or a heading says already."""
    makers = makers_of(query.kind, columns, query.layout)
    if speaker := speaker_of_page(context, docname, query):
        makers = [without_speaker(maker, speaker) for maker in makers]
    if query.is_of_one("event") or "year" in map(bare_name, query.group_by):
        makers = [_without_period(maker) for maker in makers]
    if "site" in map(bare_name, query.group_by):
        makers = [_without_site(maker) for maker in makers]
    return makers


def without_empty(
    columns: tuple[str, ...], parts: tuple[ListingPart, ...]
) -> tuple[tuple[str, ...], tuple[ListingPart, ...]]:
    """The columns of a table in which some row has something, and its parts with these alone."""
    rows = list(rows_of(parts))
    kept = [at for at in range(len(columns)) if any(row.values[at] for row in rows)]
    if len(kept) in (0, len(columns)):
        return columns, parts
    return tuple(columns[at] for at in kept), tuple(_with_columns(part, kept) for part in parts)


def rows_of(parts: Iterable[ListingPart]) -> Iterator[ListingRow]:
    """All rows of some parts, in their order."""
    for part in parts:
        yield from part.rows
        yield from rows_of(part.parts)


def _with_columns(part: ListingPart, kept: Sequence[int]) -> ListingPart:
    rows = tuple(row._replace(values=tuple(row.values[at] for at in kept)) for row in part.rows)
    return part._replace(rows=rows, parts=tuple(_with_columns(each, kept) for each in part.parts))


def _without_period(maker: ColumnMaker) -> ColumnMaker:
    """Leave out the approximate date of a talk, if that is the same for all."""

    def make(context: Context, thing: Any) -> Value:
        value = maker(context, thing)
        return value.day if isinstance(value, ApproximateDate) else value

    return make


def _without_site(maker: ColumnMaker) -> ColumnMaker:
    """Leave out which site links lead to, because a heading says it."""

    def make(context: Context, thing: Any) -> Value:
        value = maker(context, thing)
        references = [each._replace(site="") for each in value if isinstance(each, Reference)]
        return tuple(references) if references else value

    return make


def _part(
    context: Context, query: Query, found: Group, makers: list[Callable[[Context, Any], Value]]
) -> ListingPart:
    rows = tuple(
        ListingRow(tuple(maker(context, thing) for maker in makers), _year(context, query, thing))
        for thing in found.things
    )
    heading = _heading(context, query, found.heading) if found.heading is not None else None
    return ListingPart(
        heading, rows, tuple(_part(context, query, inner, makers) for inner in found.groups)
    )


def _year(context: Context, query: Query, thing: Any) -> str:
    if query.kind in ("speaker", "author"):
        return ""
    day = date_of(context.catalogue, thing)
    return str(day.year) if day is not None else ""


def _heading(context: Context, query: Query, heading: Heading) -> Reference:
    value, catalogue = heading.value, context.catalogue
    if not value:
        is_time = heading.field == TIME_OF.get(query.layout)
        return Reference(_(_UNKNOWN[heading.field]) if is_time else _("Others"))
    if heading.field in NAME_OF:
        return NAME_OF[heading.field](context, value)
    if heading.field == "day":
        event, is_number, number = value.rpartition("#")
        if is_number:
            day = day_number_in_words(int(number))
            return Reference(SEPARATOR.join((catalogue.events[event].name, day)) if event else day)
        format_heading = format_weekday_day if query.layout == "schedule" else format_day
        return Reference(format_heading(read_date(value), context.locale))
    return Reference(value)


_UNKNOWN = {"day": translatable("Without a day"), "year": translatable("Without a date")}
