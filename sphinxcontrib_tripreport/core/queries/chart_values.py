"""What a chart counts, and the values that each thing is counted under. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sphinxcontrib_tripreport.core.model.records import Note, Report
from sphinxcontrib_tripreport.core.model.talk import Talk
from sphinxcontrib_tripreport.core.options.tables import STATUSES
from sphinxcontrib_tripreport.core.queries.field_values import date_of, topic_value, values_of
from sphinxcontrib_tripreport.core.queries.sorter import Sorter
from sphinxcontrib_tripreport.core.queries.talk_languages import languages_of

Value = tuple[str, tuple[Any, ...]]
"""What a thing is counted under, as text, and what that sorts by."""


class CountedThing(NamedTuple):
    """Something that is looked at, and the names of what is counted of it."""

    thing: Talk | Report
    names: tuple[str, ...]
    """Of one talk, the keys of its speakers, if these are counted: each is counted once."""
    note: Note | None = None
    """The one of the talk's that is counted."""


def counted_things(of: str, things: Iterable[Any]) -> Iterator[CountedThing]:
    """What is counted of *things*, which are talks, or reports if those are counted."""
    for thing in things:
        if of == "reports":
            yield CountedThing(thing, (thing.docname,))
        elif of == "speakers":
            yield CountedThing(thing, thing.speakers)
        elif of == "notes":
            for note in thing.notes:
                yield CountedThing(thing, (f"{note.docname}#{note.anchor or note.line}",), note)
        else:
            yield CountedThing(thing, (thing.name,))


def values_counted(sorter: Sorter, field: str, each: CountedThing) -> list[Value]:
    """The values that something is counted under; none if nobody says one."""
    thing = each.thing
    if field == "month":
        day = date_of(sorter.catalogue, thing)
        return [number_value(day.month)] if day is not None else []
    if field == "language":
        return [(code, sorter.key(code)) for code in _languages(sorter, each)]
    if field == "topic":
        # As on its page, under a topic is what is about those in it.
        keys = sorter.catalogue.topic_names.all_of(thing.topics)
        return [topic_value(sorter, key) for key in keys]
    if field == "author" and each.note is not None:
        thing = sorter.catalogue.reports.get(each.note.docname, thing)
    if field == "rating" and isinstance(thing, Talk):
        rating = each.note.rating if each.note is not None else thing.rating
        return [number_value(round(rating))] if rating else []
    if field == "status" and isinstance(thing, Talk):
        status = (each.note.status or "attended") if each.note is not None else thing.status
        return [(status, (STATUSES.index(status),))] if status else []
    return list(dict.fromkeys(values_of(sorter, field, thing)))


def number_value(number: int) -> Value:
    """A year, a month or a rating as a value."""
    return str(number), (number,)


def _languages(sorter: Sorter, each: CountedThing) -> tuple[str, ...]:
    thing, reports = each.thing, sorter.catalogue.reports
    if isinstance(thing, Report):
        return (thing.language.lower(),) if thing.language else ()
    if each.note is None:
        return languages_of(sorter.catalogue, thing)
    report = reports.get(each.note.docname)
    code = each.note.language or (report.language if report is not None else "")
    return (code.lower(),) if code else ()
