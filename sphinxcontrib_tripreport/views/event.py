"""The byline of an event, and the lists of its reports and talks below it."""

from __future__ import annotations

from typing import NamedTuple

from docutils import nodes

from sphinxcontrib_tripreport.core.catalogue.sessions import ALL
from sphinxcontrib_tripreport.core.model.records import Event
from sphinxcontrib_tripreport.core.text.links import Link, is_file
from sphinxcontrib_tripreport.messages import _
from sphinxcontrib_tripreport.views.context import Context
from sphinxcontrib_tripreport.views.entry_lists import (
    ItemList,
    _byline,
    _lists,
    _report_item,
    _talk_item,
)
from sphinxcontrib_tripreport.views.in_words import days_in_words
from sphinxcontrib_tripreport.views.pen import Pen
from sphinxcontrib_tripreport.views.references import Reference


class EventByline(NamedTuple):
    """What is under the name of an event."""

    days: str
    place: str
    series: str
    editions: tuple[Reference, ...]
    """Of the series, the one before, this one without a target, the one after; none if alone."""
    links: tuple[Link, ...]
    coverage: str
    """How much of its programme was noted; empty without one."""


def answer_event(context: Context, docname: str, subject: str) -> EventByline | None:
    """What is known of the event whose key is *subject*."""
    event = context.catalogue.events.get(subject)
    if event is None:
        return None
    programmes = [link for link in event.programme if not is_file(link.url)]
    links = (Link("website", event.url), *programmes[:1])
    return EventByline(
        days_in_words(*context.catalogue.days_of(event), context.locale),
        event.place_and_country,
        event.series,
        _editions(context, event),
        tuple(link for link in links if link.url),
        _coverage(context, event),
    )


def _coverage(context: Context, event: Event) -> str:
    """How much was noted; nothing of an archive that nobody wrote about."""
    sessions = context.catalogue.sessions
    if event.key not in sessions.programmes:
        return ""
    if event.scope == ALL and not sessions.notes_by_session(event.key):
        return ""
    from sphinxcontrib_tripreport.views.coverage import summary_of

    return summary_of(context, event.key)


def _editions(context: Context, event: Event) -> tuple[Reference, ...]:
    around = context.catalogue.editions_around(event)
    return tuple(
        Reference(each.name) if each is event else context.refer("event", each.key, each.name)
        for each in around
    )


def answer_event_lists(context: Context, docname: str, subject: str) -> tuple[ItemList, ...]:
    """The reports and the talks of an event, by date."""
    catalogue = context.catalogue
    reports = (_report_item(context, report) for report in catalogue.reports_on(subject))
    talks = (_talk_item(context, talk) for talk in catalogue.talks_at(subject))
    return _lists((_("Reports"), reports), (_("Talks"), talks))


def draw_event(pen: Pen, byline: EventByline) -> list[nodes.Node]:
    """Days, place, series and links."""
    lines = pen.line(
        (
            pen.words(byline.days, "trip-when"),
            pen.words(byline.place, "trip-where"),
            pen.words(byline.series, "trip-series"),
        ),
        "trip-facts",
    )
    lines += pen.line(pen.links(byline.links), "trip-more")
    lines += pen.line([pen.words(byline.coverage, "trip-covered")], "trip-facts")
    editions = [[pen.reference(each, "trip-edition")] for each in byline.editions]
    return _byline([*lines, *pen.line(editions, "trip-editions")])
