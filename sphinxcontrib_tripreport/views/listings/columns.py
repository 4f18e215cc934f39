"""What listings can show of a thing, column by column: as words, as links, as a number."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sphinxcontrib_tripreport.core.languages.dates_in_words import format_day, format_time
from sphinxcontrib_tripreport.core.model.records import Event, Link, Report, Speaker, Talk, Target
from sphinxcontrib_tripreport.core.text.topics import topic_key
from sphinxcontrib_tripreport.messages import _n, mark
from sphinxcontrib_tripreport.views.context import Desk
from sphinxcontrib_tripreport.views.in_words import (
    day_in_words,
    days_in_words,
    language_in_words,
    status_in_words,
    times_in_words,
)
from sphinxcontrib_tripreport.views.references import Reference

Value = str | tuple[Reference, ...] | tuple[Link, ...]
"""What stands in one column."""

_Maker = Callable[[Desk, Any], Value]


def _title(desk: Desk, talk: Talk) -> Value:
    return (desk.talk(talk),)


def _speakers(desk: Desk, talk: Talk) -> Value:
    people = desk.catalogue.speakers
    return tuple(desk.refer("speaker", key, people[key].name) for key in talk.speakers)


def _event(desk: Desk, thing: Talk | Report) -> Value:
    if not thing.event:
        return ()
    return (desk.refer("event", thing.event, desk.catalogue.events[thing.event].name),)


def _topics(desk: Desk, thing: Talk | Report) -> Value:
    return tuple(desk.refer("topic", topic_key(topic), topic) for topic in thing.topics)


def _start(desk: Desk, talk: Talk) -> Value:
    """Where a talk stands in the table of its day: a time without a day has no place in one."""
    has_day = talk.day is not None or talk.day_number is not None
    return format_time(talk.start, desk.locale) if has_day and talk.start is not None else ""


def _rating(desk: Desk, talk: Talk) -> Value:
    return str(round(talk.rating)) if talk.rating is not None else ""


def _notes(desk: Desk, talk: Talk) -> Value:
    return tuple(desk.report(note.docname, note.target) for note in talk.notes)


def _name(desk: Desk, speaker: Speaker) -> Value:
    return (desk.refer("speaker", speaker.key, speaker.name),)


def _event_name(desk: Desk, event: Event) -> Value:
    return (desk.refer("event", event.key, event.name),)


def _report_title(desk: Desk, report: Report) -> Value:
    return (desk.report(report.docname, Target(report.docname, "")),)


def _place(desk: Desk, event: Event) -> Value:
    return event.place_and_country


def _event_days(desk: Desk, event: Event) -> Value:
    return days_in_words(*desk.catalogue.days_of(event), desk.locale)


def _report_date(desk: Desk, report: Report) -> Value:
    return format_day(report.date, desk.locale) if report.date is not None else ""


def _counted(count: int) -> Value:
    return str(count) if count else ""


MAKERS: dict[str, dict[str, _Maker]] = {
    "talk": {
        "title": _title,
        "speakers": _speakers,
        "event": _event,
        "date": lambda desk, talk: day_in_words(talk, desk.locale),
        "start": _start,
        "time": lambda desk, talk: times_in_words(talk, desk.locale),
        "kind": lambda desk, talk: talk.kind,
        "topics": _topics,
        "room": lambda desk, talk: talk.room,
        "track": lambda desk, talk: talk.track,
        "level": lambda desk, talk: talk.level,
        "language": lambda desk, talk: (
            talk.language and language_in_words(talk.language, desk.locale)
        ),
        "attendance": lambda desk, talk: talk.status,
        "status": lambda desk, talk: status_in_words(talk.status),
        "rating": _rating,
        "links": lambda desk, talk: talk.links,
        "notes": _notes,
    },
    "speaker": {
        "name": _name,
        "affiliation": lambda desk, speaker: speaker.affiliation,
        "talks": lambda desk, speaker: _counted(len(desk.catalogue.talks_by(speaker.key))),
        "links": lambda desk, speaker: speaker.links,
    },
    "event": {
        "name": _event_name,
        "date": _event_days,
        "place": _place,
        "series": lambda desk, event: event.series,
        "talks": lambda desk, event: _counted(len(desk.catalogue.talks_at(event.key))),
        "reports": lambda desk, event: _counted(len(desk.catalogue.reports_on(event.key))),
    },
    "report": {
        "title": _report_title,
        "event": _event,
        "date": _report_date,
        "authors": lambda desk, report: tuple(map(Reference, report.authors)),
        "topics": _topics,
        "series": lambda desk, report: report.series,
    },
}
"""By what is listed and by column."""

CSS_CLASSES = {
    "speakers": "trip-speakers",
    "event": "trip-event",
    "date": "trip-when",
    "time": "trip-when",
    "topics": "trip-topics",
    "room": "trip-where",
    "place": "trip-where",
    "track": "trip-track",
    "level": "trip-level",
    "language": "trip-language",
    "status": "trip-status",
    "affiliation": "trip-affiliation",
    "series": "trip-series",
    "authors": "trip-authors",
    "talks": "trip-count",
    "reports": "trip-count",
    "notes": "trip-notes",
    "title": "trip-title",
    "name": "trip-title",
}

HEADS = {
    "title": mark("Title"),
    "name": mark("Name"),
    "speakers": mark("Speakers"),
    "event": mark("Event"),
    "date": mark("Date"),
    "time": mark("Time"),
    "kind": mark("Kind"),
    "topics": mark("Topics"),
    "room": mark("Room"),
    "track": mark("Track"),
    "level": mark("Level"),
    "language": mark("Language"),
    "status": mark("Status"),
    "rating": mark("Rating"),
    "links": mark("Links"),
    "notes": mark("Reports"),
    "affiliation": mark("Affiliation"),
    "talks": mark("Talks"),
    "reports": mark("Reports"),
    "place": mark("Place"),
    "series": mark("Series"),
    "authors": mark("Authors"),
}
"""The heads of a table's columns, in English."""


def head_of(kind: str, column: str) -> str:
    """The head over a column in a table of what is listed, in English.

    Many languages have one word for what people are called and another one for events.
    """
    return "Event" if (kind, column) == ("event", "name") else HEADS[column]


PEOPLE = frozenset({"speakers", "authors"})
"""Columns of people, who stand together as in a sentence."""

COUNTS = frozenset({"talks", "reports"})
"""Columns that hold a number, which says little without the head of its column."""


def in_words(column: str, value: Value) -> Value:
    """A value as it stands where no head of a column says what it is."""
    if column not in COUNTS or not isinstance(value, str) or not value:
        return value
    number = int(value)
    text = (
        _n("%(number)d talk", "%(number)d talks", number)
        if column == "talks"
        else _n("%(number)d report", "%(number)d reports", number)
    )
    return text % {"number": number}
