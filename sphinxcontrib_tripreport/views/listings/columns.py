"""What listings can show of a thing, column by column: as words, as links, as a number."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, NamedTuple

from sphinxcontrib_tripreport.core.catalogue.noted_at import sites_of
from sphinxcontrib_tripreport.core.catalogue.takeaways import KnownTakeaway
from sphinxcontrib_tripreport.core.languages.dates_in_words import (
    format_day,
    format_short_day,
    format_time,
)
from sphinxcontrib_tripreport.core.languages.joining import join_names
from sphinxcontrib_tripreport.core.model.records import (
    Event,
    Link,
    Note,
    Picture,
    Report,
    Speaker,
    Talk,
    Target,
)
from sphinxcontrib_tripreport.core.text.coordinates import Coordinates
from sphinxcontrib_tripreport.messages import _, _n, translatable
from sphinxcontrib_tripreport.views.context import Context
from sphinxcontrib_tripreport.views.faces import Face, face_of
from sphinxcontrib_tripreport.views.in_words import (
    around_in_words,
    day_in_words,
    days_in_words,
    language_in_words,
    status_in_words,
    times_in_words,
)
from sphinxcontrib_tripreport.views.listings.excerpt_columns import (
    image,
    reading_time,
    report_excerpt,
    talk_excerpt,
)
from sphinxcontrib_tripreport.views.listings.marks import Mark, marks_of
from sphinxcontrib_tripreport.views.references import Reference
from sphinxcontrib_tripreport.views.takeaway import due_in_words, owner_of


class Around(NamedTuple):
    """When about a talk was whose day nobody gave."""

    day: str
    """Its number, if that is known."""
    period: str
    """A month or a year."""


Value = (
    str
    | Around
    | tuple[Reference, ...]
    | tuple[Link, ...]
    | tuple[Face, ...]
    | tuple[Mark, ...]
    | tuple[Picture, ...]
    | Coordinates
)
"""What is in one column."""

UNNOTED = "unnoted"
"""In place of how a talk was met that nobody noted."""
Maker = Callable[[Context, Any], Value]


def _title(context: Context, talk: Talk) -> Value:
    return (context.talk(talk),)


def _speakers(context: Context, talk: Talk) -> Value:
    return tuple(map(context.speaker, talk.speakers))


def _faces(context: Context, talk: Talk) -> Value:
    return tuple(face_of(context, context.catalogue.speaker(key)) for key in talk.speakers)


def _event(context: Context, thing: Talk | Report | KnownTakeaway) -> Value:
    if not thing.event:
        return ()
    return (context.refer("event", thing.event, context.catalogue.events[thing.event].name),)


def _topics(context: Context, thing: Talk | Report | KnownTakeaway) -> Value:
    return context.topics(thing.topics)


def _start(context: Context, talk: Talk) -> Value:
    """Where a talk is in the table of its day: a time without a day has no place in one."""
    has_day = talk.day is not None or talk.day_number is not None
    return format_time(talk.start, context.locale) if has_day and talk.start is not None else ""


def _minute(time: dt.time | None) -> str:
    return str(time.hour * 60 + time.minute) if time is not None else ""


def _last_minute(context: Context, talk: Talk) -> Value:
    """When a talk ends, in minutes of the day on which it starts."""
    if talk.start is None or talk.end is None:
        return ""
    is_next_day = talk.end_day is not None or talk.end < talk.start
    return str(int(_minute(talk.end)) + 24 * 60 * is_next_day)


def _attendance(context: Context, talk: Talk) -> Value:
    """How a talk was met, in the words of classes."""
    return talk.status if talk.notes else f"{UNNOTED} {talk.status}".rstrip()


def _rating(context: Context, talk: Talk) -> Value:
    return str(round(talk.rating)) if talk.rating is not None else ""


def _notes(context: Context, talk: Talk) -> Value:
    """Who noted a talk; of reports without an author their titles."""
    return tuple(_note(context, note) for note in talk.notes)


def _note(context: Context, note: Note) -> Reference:
    people = context.catalogue.people
    names = [people[key].name for key in context.catalogue.authorship.of_report(note.docname)]
    if not names:
        return context.report(note.docname, note.target)
    site = context.site_of(note.target)
    return Reference(join_names(names, context.locale), note.target, site=site)


def _authors(context: Context, talk: Talk) -> Value:
    return tuple(map(context.author, context.catalogue.authorship.of_talk(talk)))


def _sites(context: Context, thing: Talk | Report) -> Value:
    """The sites that wrote on something; nothing if there is no other than ours."""
    if not context.catalogue.sites:
        return ()
    return tuple(map(context.site_called, sites_of(context.catalogue, thing)))


def _author_name(context: Context, author: Speaker) -> Value:
    return (context.refer("author", author.key, author.name),)


def _reports_written(context: Context, author: Speaker) -> Value:
    return _counted(len(context.catalogue.authorship.reports_by(author.key)))


def _talks_noted(context: Context, author: Speaker) -> Value:
    return _counted(len(context.catalogue.authorship.talks_noted_by(author.key)))


def _name(context: Context, speaker: Speaker) -> Value:
    return (context.refer("speaker", speaker.key, speaker.name),)


def _event_name(context: Context, event: Event) -> Value:
    return (context.refer("event", event.key, event.name),)


def _report_title(context: Context, report: Report) -> Value:
    return (context.report(report.docname, Target(report.docname, "")),)


def _text(context: Context, takeaway: KnownTakeaway) -> Value:
    """What was learned, as a link to where it is told."""
    return (context.takeaway(takeaway),)


def _takeaway_date(context: Context, takeaway: KnownTakeaway) -> Value:
    day = context.catalogue.date_of_takeaway(takeaway)
    return format_day(day, context.locale) if day is not None else ""


def _due(context: Context, action: KnownTakeaway) -> Value:
    due = action.record.due
    return format_short_day(due, context.locale) if due is not None else ""


def _place(context: Context, event: Event) -> Value:
    return event.place_and_country


def _event_days(context: Context, event: Event, *, is_short: bool = False) -> Value:
    return days_in_words(*context.catalogue.days_of(event), context.locale, is_short=is_short)


def _report_date(context: Context, report: Report, *, is_short: bool = False) -> Value:
    if report.date is None:
        return ""
    return (format_short_day if is_short else format_day)(report.date, context.locale)


def talk_day(context: Context, talk: Talk, *, is_short: bool = False) -> Value:
    """The day of a talk, else when about it was."""
    day = day_in_words(talk, context.locale, is_short=is_short)
    if talk.day is not None:
        return day
    period = around_in_words(context.catalogue, talk, context.locale, is_short=is_short)
    return Around(day, period) if period else day


def _counted(count: int) -> Value:
    return str(count) if count else ""


MAKERS: dict[str, dict[str, Maker]] = {
    "talk": {
        "faces": _faces,
        "title": _title,
        "speakers": _speakers,
        "event": _event,
        "date": talk_day,
        "start": _start,
        "minute": lambda context, talk: _minute(talk.start),
        "last-minute": _last_minute,
        "time": lambda context, talk: times_in_words(talk, context.locale),
        "kind": lambda context, talk: talk.kind,
        "topics": _topics,
        "room": lambda context, talk: talk.room,
        "track": lambda context, talk: talk.track,
        "level": lambda context, talk: talk.level,
        "language": lambda context, talk: (
            talk.language and language_in_words(talk.language, context.locale)
        ),
        "attendance": _attendance,
        "status": lambda context, talk: status_in_words(talk.status),
        "rating": _rating,
        "links": lambda context, talk: talk.links,
        "notes": _notes,
        "authors": _authors,
        "marks": marks_of,
        "excerpt": talk_excerpt,
        "image": image,
        "site": _sites,
    },
    "speaker": {
        "faces": lambda context, speaker: (face_of(context, speaker),),
        "name": _name,
        "affiliation": lambda context, speaker: speaker.affiliation,
        "talks": lambda context, speaker: _counted(len(context.catalogue.talks_by(speaker.key))),
        "links": lambda context, speaker: speaker.links,
    },
    "author": {
        "faces": lambda context, author: (face_of(context, author),),
        "name": _author_name,
        "affiliation": lambda context, author: author.affiliation,
        "reports": _reports_written,
        "talks": _talks_noted,
        "links": lambda context, author: author.links,
    },
    "event": {
        "name": _event_name,
        "date": _event_days,
        "place": _place,
        "coordinates": lambda context, event: event.coordinates or "",
        "series": lambda context, event: event.series,
        "talks": lambda context, event: _counted(len(context.catalogue.talks_at(event.key))),
        "reports": lambda context, event: _counted(len(context.catalogue.reports_on(event.key))),
    },
    "report": {
        "title": _report_title,
        "event": _event,
        "date": _report_date,
        "authors": lambda context, report: context.authors_of(report.docname),
        "topics": _topics,
        "series": lambda context, report: report.series,
        "excerpt": report_excerpt,
        "image": image,
        "reading-time": reading_time,
        "site": _sites,
    },
}
"""By what is listed and by column."""

_OF_TAKEAWAYS: dict[str, Maker] = {
    "text": _text,
    "talk": lambda context, each: (context.talk(each.talk),) if each.talk is not None else (),
    "event": _event,
    "authors": lambda context, each: context.authors_of(each.record.docname),
    "topics": _topics,
    "date": _takeaway_date,
}
MAKERS["takeaway"] = _OF_TAKEAWAYS
MAKERS["action"] = {
    **_OF_TAKEAWAYS,
    "owner": lambda context, each: tuple(filter(None, (owner_of(context, each),))),
    "due": _due,
    "due-date": due_in_words,
    "done": lambda _context, each: _("Done") if each.record.is_done else "",
}

_IN_TABLES: dict[tuple[str, str], Maker] = {
    ("talk", "date"): partial(talk_day, is_short=True),
    ("event", "date"): partial(_event_days, is_short=True),
    ("report", "date"): partial(_report_date, is_short=True),
}
"""Columns of tables that are shorter than elsewhere."""


def makers_of(kind: str, columns: Iterable[str], layout: str) -> list[Maker]:
    """What makes the value of each column."""
    short = _IN_TABLES if layout == "table" else {}
    return [short.get((kind, column), MAKERS[kind][column]) for column in columns]


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
    "text": "trip-title",
    "talk": "trip-of-talk",
    "owner": "trip-owner",
    "due": "trip-due",
    "due-date": "trip-due",
    "done": "trip-done",
    "title": "trip-title",
    "name": "trip-title",
    "excerpt": "trip-excerpt",
    "reading-time": "trip-reading-time",
}

HEADS = {
    "title": translatable("Title"),
    "name": translatable("Name"),
    "speakers": translatable("Speakers"),
    "event": translatable("Event"),
    "date": translatable("Date"),
    "time": translatable("Time"),
    "kind": translatable("Kind"),
    "topics": translatable("Topics"),
    "room": translatable("Room"),
    "track": translatable("Track"),
    "level": translatable("Level"),
    "language": translatable("Language"),
    "status": translatable("Status"),
    "rating": translatable("Rating"),
    "links": translatable("Links"),
    "notes": translatable("Notes"),
    "affiliation": translatable("Affiliation"),
    "talks": translatable("Talks"),
    "reports": translatable("Reports"),
    "place": translatable("Place"),
    "series": translatable("Series"),
    "authors": translatable("Authors"),
    "excerpt": translatable("Excerpt"),
    "image": translatable("Picture"),
    "reading-time": translatable("Reading time"),
    "site": translatable("Site"),
    "text": translatable("Takeaway"),
    "talk": translatable("Talk"),
    "owner": translatable("Owner"),
    "due": translatable("Due"),
    "done": translatable("Done"),
}
"""The heads of a table's columns, in English."""


def head_of(kind: str, column: str) -> str:
    """The head over a column in a table of what is listed, in English.

    Many languages have one word for what people are called and another one for events.
    """
    if (kind, column) == ("action", "text"):
        return "Action"
    return "Event" if (kind, column) == ("event", "name") else HEADS[column]


PEOPLE = frozenset({"speakers", "authors", "owner"})
"""Columns of people, who are together as in a sentence."""

COUNTS = frozenset({"talks", "reports"})
"""Columns that hold a number, which says little without the head of its column."""


def in_words(column: str, value: Value) -> Value:
    """A value as it is where no head of a column says what it is."""
    if column not in COUNTS or not isinstance(value, str) or not value:
        return value
    number = int(value)
    text = (
        _n("%(number)d talk", "%(number)d talks", number)
        if column == "talks"
        else _n("%(number)d report", "%(number)d reports", number)
    )
    return text % {"number": number}
