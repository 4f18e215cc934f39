"""Entries: what stands with the description of a speaker and of an event."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from docutils import nodes

from sphinxcontrib_tripreport.messages import _
from sphinxcontrib_tripreport.model import Link, Report, Talk, Target
from sphinxcontrib_tripreport.text.date_words import format_day
from sphinxcontrib_tripreport.text.lists import join_names
from sphinxcontrib_tripreport.views.desk import Desk
from sphinxcontrib_tripreport.views.facts import (
    day_in_words,
    days_in_words,
)
from sphinxcontrib_tripreport.views.pen import Pen
from sphinxcontrib_tripreport.views.references import Reference


class SpeakerByline(NamedTuple):
    """What stands under the name of a speaker."""

    name: str
    photo: str
    affiliation: str
    pronouns: str
    aliases: tuple[str, ...]
    links: tuple[Link, ...]


class EventByline(NamedTuple):
    """What stands under the name of an event."""

    days: str
    place: str
    series: str
    links: tuple[Link, ...]


class Item(NamedTuple):
    """One line of a list: what it leads to, and what is said of it."""

    reference: Reference
    kind: str
    people: tuple[Reference, ...]
    event: Reference | None
    date: str


class Listed(NamedTuple):
    """A heading and the items below it."""

    heading: str
    items: tuple[Item, ...]


def answer_speaker(desk: Desk, docname: str, subject: str) -> SpeakerByline | None:
    """What is known of the speaker whose key is *subject*."""
    speaker = desk.catalogue.speakers.get(subject)
    if speaker is None:
        return None
    return SpeakerByline(
        speaker.name,
        speaker.photo,
        speaker.affiliation,
        speaker.pronouns,
        speaker.aliases,
        speaker.links,
    )


def answer_speaker_talks(desk: Desk, docname: str, subject: str) -> tuple[Listed, ...]:
    """Every talk of a speaker, by date."""
    items = (_talk_item(desk, talk, with_event=True) for talk in desk.catalogue.talks_by(subject))
    return _lists((_("Talks"), items))


def answer_event(desk: Desk, docname: str, subject: str) -> EventByline | None:
    """What is known of the event whose key is *subject*."""
    event = desk.catalogue.events.get(subject)
    if event is None:
        return None
    links = (Link("website", event.url), Link("programme", event.programme))
    return EventByline(
        days_in_words(*desk.catalogue.days_of(event), desk.locale),
        event.place_and_country,
        event.series,
        tuple(link for link in links if link.url),
    )


def answer_event_lists(desk: Desk, docname: str, subject: str) -> tuple[Listed, ...]:
    """The reports and the talks of an event, by date."""
    catalogue = desk.catalogue
    reports = (_report_item(desk, report) for report in catalogue.reports_on(subject))
    talks = (_talk_item(desk, talk) for talk in catalogue.talks_at(subject))
    return _lists((_("Reports"), reports), (_("Talks"), talks))


def _lists(*parts: tuple[str, Iterable[Item]]) -> tuple[Listed, ...]:
    lists = (Listed(str(heading), tuple(items)) for heading, items in parts)
    return tuple(listed for listed in lists if listed.items)


def _talk_item(desk: Desk, talk: Talk, *, with_event: bool = False) -> Item:
    catalogue = desk.catalogue
    event = None
    if with_event and talk.event:
        event = desk.refer("event", talk.event, catalogue.events[talk.event].name)
    people = (
        desk.refer("speaker", key, catalogue.speakers[key].name)
        for key in talk.speakers
        if not with_event
    )
    return Item(
        desk.talk(talk),
        talk.kind,
        tuple(people),
        event,
        day_in_words(talk, desk.locale),
    )


def _report_item(desk: Desk, report: Report) -> Item:
    return Item(
        desk.report(report.docname, Target(report.docname, "")),
        "",
        tuple(Reference(author) for author in report.authors),
        None,
        format_day(report.date, desk.locale) if report.date is not None else "",
    )


def draw_speaker(pen: Pen, byline: SpeakerByline) -> list[nodes.Node]:
    """Photo, affiliation, pronouns, other names and links."""
    lines: list[nodes.Node] = []
    if byline.photo:
        lines.append(pen.image(byline.photo, byline.name, "trip-photo"))
    aliases = (
        _("also known as %(names)s") % {"names": join_names(byline.aliases, pen.locale)}
        if byline.aliases
        else ""
    )
    lines += pen.line(
        (
            pen.words(byline.affiliation, "trip-affiliation"),
            pen.words(byline.pronouns, "trip-pronouns"),
            pen.words(aliases, "trip-aliases"),
        ),
        "trip-facts",
    )
    lines += pen.line(pen.links(byline.links), "trip-more")
    return _byline(lines)


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
    return _byline([*lines, *pen.line(pen.links(byline.links), "trip-more")])


def _byline(lines: list[nodes.Node]) -> list[nodes.Node]:
    return [nodes.container("", *lines, classes=["trip-byline"])] if lines else []


def draw_lists(pen: Pen, lists: tuple[Listed, ...]) -> list[nodes.Node]:
    """Each list below its heading."""
    drawn: list[nodes.Node] = []
    for listed in lists:
        drawn.append(nodes.rubric("", listed.heading, classes=["trip-heading"]))
        items = nodes.bullet_list(classes=["trip-list"], bullet="*")
        items += [_draw_item(pen, item) for item in listed.items]
        drawn.append(items)
    return drawn


def _draw_item(pen: Pen, item: Item) -> nodes.list_item:
    line = pen.line(
        (
            [pen.reference(item.reference, "trip-title")],
            pen.kind(item.kind),
            pen.people(item.people, "trip-speakers"),
            pen.references((item.event,) if item.event else (), "trip-event"),
            pen.words(item.date, "trip-when"),
        ),
        "trip-facts",
    )
    return nodes.list_item("", *line)
