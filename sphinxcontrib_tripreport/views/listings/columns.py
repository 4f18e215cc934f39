"""What listings can show of a thing, column by column: as words, as links, as a number."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from sphinxcontrib_tripreport.core.catalogue.noted_at import sites_of
from sphinxcontrib_tripreport.core.catalogue.takeaways import KnownTakeaway
from sphinxcontrib_tripreport.core.languages.joining import join_names
from sphinxcontrib_tripreport.core.model.picture import Picture
from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.core.model.records import Event, Note, Report, Speaker
from sphinxcontrib_tripreport.core.model.talk import Talk
from sphinxcontrib_tripreport.core.text.coordinates import Coordinates
from sphinxcontrib_tripreport.core.text.links import Link
from sphinxcontrib_tripreport.messages import _
from sphinxcontrib_tripreport.views.context import Context
from sphinxcontrib_tripreport.views.faces import Face, face_of
from sphinxcontrib_tripreport.views.in_words import (
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
from sphinxcontrib_tripreport.views.listings.marks import AuthorMark, marks_of
from sphinxcontrib_tripreport.views.listings.time_columns import (
    ApproximateDate,
    due_day,
    event_days,
    last_minute,
    minute_of,
    report_date,
    start_time,
    takeaway_date,
    talk_day,
)
from sphinxcontrib_tripreport.views.references import Reference
from sphinxcontrib_tripreport.views.takeaway import due_in_words, owner_of

Value = (
    str
    | ApproximateDate
    | tuple[Reference, ...]
    | tuple[Link, ...]
    | tuple[Face, ...]
    | tuple[AuthorMark, ...]
    | tuple[Picture, ...]
    | Coordinates
)
"""What is in one column."""

UNNOTED = "unnoted"
"""In place of how a talk was met that nobody noted."""
ColumnMaker = Callable[[Context, Any], Value]


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
    return _count_maker(len(context.catalogue.authorship.reports_by(author.key)))


def _talks_noted(context: Context, author: Speaker) -> Value:
    return _count_maker(len(context.catalogue.authorship.talks_noted_by(author.key)))


def _name(context: Context, speaker: Speaker) -> Value:
    return (context.refer("speaker", speaker.key, speaker.name),)


def _event_name(context: Context, event: Event) -> Value:
    return (context.refer("event", event.key, event.name),)


def _report_title(context: Context, report: Report) -> Value:
    return (context.report(report.docname, Target(report.docname, "")),)


def _text(context: Context, takeaway: KnownTakeaway) -> Value:
    """What was learned, as a link to where it is told."""
    return (context.takeaway(takeaway),)


def _place(context: Context, event: Event) -> Value:
    return event.place_and_country


def _count_maker(count: int) -> Value:
    return str(count) if count else ""


MAKERS: dict[str, dict[str, ColumnMaker]] = {
    "talk": {
        "faces": _faces,
        "title": _title,
        "speakers": _speakers,
        "event": _event,
        "date": talk_day,
        "start": start_time,
        "minute": lambda context, talk: minute_of(talk.start),
        "last-minute": last_minute,
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
        "talks": lambda context, speaker: _count_maker(
            len(context.catalogue.talks_by(speaker.key))
        ),
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
        "date": event_days,
        "place": _place,
        "coordinates": lambda context, event: event.coordinates or "",
        "series": lambda context, event: event.series,
        "talks": lambda context, event: _count_maker(len(context.catalogue.talks_at(event.key))),
        "reports": lambda context, event: _count_maker(
            len(context.catalogue.reports_on(event.key))
        ),
    },
    "report": {
        "title": _report_title,
        "event": _event,
        "date": report_date,
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

_OF_TAKEAWAYS: dict[str, ColumnMaker] = {
    "text": _text,
    "talk": lambda context, each: (context.talk(each.talk),) if each.talk is not None else (),
    "event": _event,
    "authors": lambda context, each: context.authors_of(each.record.docname),
    "topics": _topics,
    "date": takeaway_date,
}
MAKERS["takeaway"] = _OF_TAKEAWAYS
MAKERS["action"] = {
    **_OF_TAKEAWAYS,
    "owner": lambda context, each: tuple(filter(None, (owner_of(context, each),))),
    "due": due_day,
    "due-date": due_in_words,
    "done": lambda _context, each: _("Done") if each.record.is_done else "",
}

_IN_TABLES: dict[tuple[str, str], ColumnMaker] = {
    ("talk", "date"): partial(talk_day, is_short=True),
    ("event", "date"): partial(event_days, is_short=True),
    ("report", "date"): partial(report_date, is_short=True),
}
"""Columns of tables that are shorter than elsewhere."""


def makers_of(kind: str, columns: Iterable[str], layout: str) -> list[ColumnMaker]:
    """What makes the value of each column."""
    short = _IN_TABLES if layout == "table" else {}
    return [short.get((kind, column), MAKERS[kind][column]) for column in columns]
