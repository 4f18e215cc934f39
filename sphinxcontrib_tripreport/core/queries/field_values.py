"""The values that things have of a field, to group and to count by. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.catalogue.noted_at import sites_of
from sphinxcontrib_tripreport.core.catalogue.takeaways import KnownTakeaway
from sphinxcontrib_tripreport.core.languages.collation import initial
from sphinxcontrib_tripreport.core.model.records import Event, Report
from sphinxcontrib_tripreport.core.model.sites import OURS
from sphinxcontrib_tripreport.core.model.talk import Talk
from sphinxcontrib_tripreport.core.options.tables import KINDS
from sphinxcontrib_tripreport.core.queries.sorter import Sorter, name_to_sort

_LAST = dt.date.max

KIND_ORDER = {kind: number for number, kind in enumerate(sorted(KINDS, key="keynote".__ne__))}
"""Where each kind of talk is among the others, as in a programme: keynotes come first."""


def values_of(sorter: Sorter, name: str, thing: Any) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """The values of a field to group by, with what they sort by."""
    if name in ("event", "talk", "speaker", "author", "owner", "topic"):
        yield from _keys(sorter, name, thing)
    elif name == "year":
        day = date_of(sorter.catalogue, thing)
        if day is not None:
            yield str(day.year), (day.year,)
    elif name == "day":
        yield from _days(sorter, thing)
    elif name == "initial":
        letter = initial(name_to_sort(thing), sorter.language)
        yield letter, sorter.key(letter)
    elif name == "site":
        for key in sites_of(sorter.catalogue, thing):
            site = sorter.catalogue.sites.get(key)
            yield key, (key != OURS, sorter.key(site.name if site is not None else ""), key)
    elif name == "kind":
        yield thing.kind, (KIND_ORDER[thing.kind],)
    elif text := str(getattr(thing, name)):
        yield text, sorter.key(text)


def _keys(sorter: Sorter, name: str, thing: Any) -> Iterator[tuple[str, tuple[Any, ...]]]:
    catalogue = sorter.catalogue
    if name == "event":
        if thing.event:
            event = catalogue.events[thing.event]
            day = catalogue.first_day_of(event) or _LAST
            yield event.key, (day, sorter.key(event.name))
    elif name in ("speaker", "author", "owner"):
        for key in _people(sorter, name, thing):
            person = catalogue.speaker(key) if name == "speaker" else catalogue.people[key]
            yield key, (sorter.key_of(person), key)
    elif name == "talk":
        if thing.talk is not None:
            yield thing.talk.name, (catalogue.date_order(thing.talk),)
    else:
        for key in catalogue.topic_names.keys_of(thing.topics):
            yield topic_value(sorter, key)


def topic_value(sorter: Sorter, key: str) -> tuple[str, tuple[Any, ...]]:
    """The key of a topic, with what it sorts by."""
    return key, (sorter.key(sorter.catalogue.topics[key].name), key)


def _people(sorter: Sorter, name: str, thing: Any) -> tuple[str, ...]:
    """The keys of the speakers, the authors or the owner of something."""
    if name == "author":
        return authors_of(sorter, thing)
    if name == "owner":
        return (thing.owner,) if thing.owner else ()
    talk = thing.talk if isinstance(thing, KnownTakeaway) else thing
    return tuple(talk.speakers) if talk is not None else ()


def authors_of(sorter: Sorter, thing: Talk | Report | KnownTakeaway) -> tuple[str, ...]:
    """The keys of all who wrote a report, or on a talk."""
    authorship = sorter.catalogue.authorship
    if isinstance(thing, KnownTakeaway):
        return authorship.of_report(thing.record.docname)
    if isinstance(thing, Report):
        return authorship.of_report(thing.docname)
    return authorship.of_talk(thing)


def _days(sorter: Sorter, talk: Talk) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """A talk's day; the first day of one event is another day than that of the next one."""
    if talk.day is not None:
        yield talk.day.isoformat(), (0, talk.day)
    elif talk.day_number is not None:
        around = sorter.catalogue.effective_date(talk) or _LAST
        value = f"{talk.event}#{talk.day_number}"
        yield value, (1, around, sorter.event_key(talk) or (), talk.event, talk.day_number)


def date_of(catalogue: Catalogue, thing: Any) -> dt.date | None:
    """The day that a talk, an event or a report is found under, by ``year`` as well."""
    if isinstance(thing, Event):
        return catalogue.first_day_of(thing)
    if isinstance(thing, KnownTakeaway):
        return catalogue.date_of_takeaway(thing)
    return thing.date if isinstance(thing, Report) else catalogue.effective_date(thing)
