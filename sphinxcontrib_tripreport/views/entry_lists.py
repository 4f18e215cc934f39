"""The lists of talks and reports below the description of a person or an event."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from docutils import nodes

from sphinxcontrib_tripreport.core.languages.dates_in_words import format_day
from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.core.model.records import Report
from sphinxcontrib_tripreport.core.model.talk import Talk
from sphinxcontrib_tripreport.views.context import Context
from sphinxcontrib_tripreport.views.in_words import status_in_words, when_in_words
from sphinxcontrib_tripreport.views.listings.columns import Value
from sphinxcontrib_tripreport.views.listings.time_columns import talk_day
from sphinxcontrib_tripreport.views.listings.values import draw_value
from sphinxcontrib_tripreport.views.nodes_as_html import items_as_html
from sphinxcontrib_tripreport.views.pen import Pen
from sphinxcontrib_tripreport.views.references import Reference


class Item(NamedTuple):
    """One line of a list: what it leads to, and what is said of it."""

    reference: Reference
    kind: str
    people: tuple[Reference, ...]
    event: Reference | None
    date: Value
    room: str = ""
    rating: int | None = None
    status: str = ""


class ItemList(NamedTuple):
    """A heading and the items below it."""

    heading: str
    items: tuple[Item, ...]


def _lists(*parts: tuple[str, Iterable[Item]]) -> tuple[ItemList, ...]:
    lists = (ItemList(str(heading), tuple(items)) for heading, items in parts)
    return tuple(listed for listed in lists if listed.items)


def _talk_item(context: Context, talk: Talk, *, with_event: bool = False) -> Item:
    catalogue = context.catalogue
    event = None
    if with_event and talk.event:
        event = context.refer("event", talk.event, catalogue.events[talk.event].name)
    people = (
        context.refer("speaker", key, catalogue.speakers[key].name)
        for key in talk.speakers
        if not with_event
    )
    return Item(
        context.talk(talk),
        talk.kind,
        tuple(people),
        event,
        talk_day(context, talk) if with_event else when_in_words(talk, context.locale),
        "" if with_event else talk.room,
        round(talk.rating) if talk.rating is not None else None,
        status_in_words(talk.status),
    )


def _report_item(context: Context, report: Report, *, with_event: bool = False) -> Item:
    event = None
    if with_event and report.event:
        event = context.refer("event", report.event, context.catalogue.events[report.event].name)
    return Item(
        context.report(report.docname, Target(report.docname, "")),
        "",
        () if with_event else context.authors_of(report.docname),
        event,
        format_day(report.date, context.locale) if report.date is not None else "",
    )


def _byline(lines: list[nodes.Node]) -> list[nodes.Node]:
    return [nodes.container("", *lines, classes=["trip-byline"])] if lines else []


def draw_lists(pen: Pen, lists: tuple[ItemList, ...]) -> list[nodes.Node]:
    """Each list below its heading."""
    drawn: list[nodes.Node] = []
    for listed in lists:
        drawn.append(nodes.rubric("", listed.heading, classes=["trip-heading"]))
        items = nodes.bullet_list(classes=["trip-list"], bullet="*")
        items += items_as_html(pen, [_draw_item(pen, item) for item in listed.items])
        drawn.append(items)
    return drawn


def _draw_item(pen: Pen, item: Item) -> nodes.list_item:
    line = pen.line(
        (
            [pen.reference(item.reference, "trip-title")],
            pen.kind(item.kind),
            pen.people(item.people, "trip-speakers"),
            pen.references((item.event,) if item.event else (), "trip-event"),
            *draw_value(pen, "date", item.date),
            pen.words(item.room, "trip-where"),
            pen.rating(item.rating),
            pen.words(item.status, "trip-status"),
        ),
        "trip-facts",
    )
    return nodes.list_item("", *line)
