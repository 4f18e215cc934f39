"""The order of what a query found, and the groups it is shown in."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from sphinxcontrib_tripreport.catalogue import Catalogue, when
from sphinxcontrib_tripreport.model import Event, Report, Speaker, Talk
from sphinxcontrib_tripreport.queries.query import Query
from sphinxcontrib_tripreport.text.names import initial, sort_key
from sphinxcontrib_tripreport.text.slugs import fold
from sphinxcontrib_tripreport.text.topics import topic_key

_LAST = dt.date.max

# One talk may be in many lists.
_folded = lru_cache(maxsize=16384)(fold)
_person_key = lru_cache(maxsize=16384)(sort_key)


class Heading(NamedTuple):
    """What a group stands under: what it is of, the value, and what it sorts by."""

    field: str
    value: str
    """A key, a number or a text; empty for what has none."""
    order: tuple[Any, ...]


class Group(NamedTuple):
    """Things under one heading, or under the headings of a second level."""

    heading: Heading | None
    things: tuple[Any, ...]
    groups: tuple[Group, ...] = ()


def order(catalogue: Catalogue, query: Query, things: Iterable[Any]) -> list[Any]:
    """*things* as the query wants them; by name where it says nothing more."""
    ordered = sorted(things, key=_tie)
    for name, is_turned in reversed(query.sort):
        key = _SORT_KEYS[query.kind][name]
        keyed = [(key(catalogue, thing), thing) for thing in ordered]
        known = [pair for pair in keyed if pair[0] is not None]
        known.sort(key=lambda pair: pair[0], reverse=is_turned)
        # What is unknown comes last, whichever way round.
        unknown = [thing for value, thing in keyed if value is None]
        ordered = [*(thing for _, thing in known), *unknown]
    return ordered


def group(catalogue: Catalogue, query: Query, things: Sequence[Any]) -> tuple[Group, ...]:
    """*things* in the groups of the query, each in their order; a thing may be in several."""
    return _grouped(catalogue, query.kind, tuple(query.group_by), things, query)


def _grouped(
    catalogue: Catalogue, kind: str, names: tuple[str, ...], things: Sequence[Any], query: Query
) -> tuple[Group, ...]:
    if not names:
        return (Group(None, tuple(things)),)
    name, is_turned = names[0].lstrip("-+ "), names[0].startswith("-")
    found: defaultdict[Heading, list[Any]] = defaultdict(list)
    for thing in things:
        for heading in dict.fromkeys(_headings(catalogue, name, thing)):
            found[heading].append(thing)
    headings = sorted(found, key=lambda heading: heading.order, reverse=is_turned)
    # What has no value of the field comes last, whichever way round.
    headings.sort(key=lambda heading: not heading.value)
    if len(names) == 1:
        return tuple(Group(heading, tuple(found[heading])) for heading in headings)
    return tuple(
        Group(heading, (), _grouped(catalogue, kind, names[1:], found[heading], query))
        for heading in headings
    )


def _headings(catalogue: Catalogue, name: str, thing: Any) -> Iterator[Heading]:
    values = list(_values(catalogue, name, thing))
    for value in values or [("", ())]:
        yield Heading(name, *value)


def _values(catalogue: Catalogue, name: str, thing: Any) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """The values of a field to group by, with what they sort by."""
    if name in ("event", "speaker", "topic"):
        yield from _keys(catalogue, name, thing)
    elif name in ("year", "day"):
        day = _day_of(catalogue, thing)
        if day is not None:
            value = str(day.year) if name == "year" else day.isoformat()
            yield value, (value,)
        elif name == "day" and isinstance(thing, Talk) and thing.day_number is not None:
            yield f"#{thing.day_number}", (f"#{thing.day_number:03}",)
    elif name == "initial":
        letter = initial(_name_to_sort(thing))
        yield letter, (not letter[:1].isalpha(), letter)
    elif name == "author":
        yield from ((author, (fold(author),)) for author in thing.authors)
    elif text := str(getattr(thing, name)):
        yield text, (fold(text),)


def _keys(catalogue: Catalogue, name: str, thing: Any) -> Iterator[tuple[str, tuple[Any, ...]]]:
    if name == "event":
        if thing.event:
            event = catalogue.events[thing.event]
            day = catalogue.first_day_of(event) or _LAST
            yield event.key, (day, fold(event.name))
    elif name == "speaker":
        for key in thing.speakers:
            person = catalogue.speakers[key]
            yield key, (sort_key(person.name, person.sort), key)
    else:
        for key in map(topic_key, thing.topics):
            yield key, (fold(catalogue.topics[key].name), key)


def _day_of(catalogue: Catalogue, thing: Any) -> dt.date | None:
    if isinstance(thing, Event):
        return catalogue.first_day_of(thing)
    day = thing.date if isinstance(thing, Report) else thing.day
    return day if isinstance(day, dt.date) else None


def _name_to_sort(thing: Any) -> str:
    if isinstance(thing, Speaker):
        return _person_key(thing.name, thing.sort)
    if isinstance(thing, Event):
        return _folded(thing.name)
    return _folded(thing.title or getattr(thing, "docname", ""))


def _tie(thing: Any) -> tuple[str, str, str]:
    """By name, and then by what no other thing of its kind has."""
    if isinstance(thing, Talk):
        return _name_to_sort(thing), thing.name, thing.notes[0].docname
    return _name_to_sort(thing), thing.docname if isinstance(thing, Report) else thing.key, ""


def _first_talk_day(catalogue: Catalogue, speaker: Speaker) -> dt.date | None:
    days = [talk.day for talk in catalogue.talks_by(speaker.key) if talk.day is not None]
    return min(days, default=None)


def _first_speaker(catalogue: Catalogue, talk: Talk) -> str | None:
    people = [catalogue.speakers[key] for key in talk.speakers[:1]]
    return sort_key(people[0].name, people[0].sort) if people else None


def _talk_date(_: Catalogue, talk: Talk) -> object:
    return when(talk) if talk.day or talk.day_number else None


def _talk_event(catalogue: Catalogue, talk: Talk) -> str | None:
    return fold(catalogue.events[talk.event].name) if talk.event else None


_Key = Callable[[Catalogue, Any], Any]
"""From a thing to what it sorts by; None where that is unknown."""
_SORT_KEYS: dict[str, dict[str, _Key]] = {
    "talk": {
        "date": _talk_date,
        "title": lambda _, talk: _name_to_sort(talk),
        "event": _talk_event,
        "kind": lambda _, talk: talk.kind,
        "rating": lambda _, talk: talk.rating,
        "speaker": _first_speaker,
    },
    "speaker": {
        "name": lambda _, speaker: _name_to_sort(speaker),
        "talks": lambda catalogue, speaker: len(catalogue.talks_by(speaker.key)),
        "affiliation": lambda _, speaker: fold(speaker.affiliation) or None,
        "date": _first_talk_day,
    },
    "event": {
        "date": lambda catalogue, event: catalogue.first_day_of(event),
        "name": lambda _, event: _name_to_sort(event),
        "talks": lambda catalogue, event: len(catalogue.talks_at(event.key)),
        "reports": lambda catalogue, event: len(catalogue.reports_on(event.key)),
    },
    "report": {
        "date": lambda _, report: report.date,
        "title": lambda _, report: _name_to_sort(report),
        "event": lambda _, report: report.event or None,
        "author": lambda _, report: fold(report.authors[0]) if report.authors else None,
    },
}
