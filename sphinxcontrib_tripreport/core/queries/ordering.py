"""The order of what a query found, and the groups it is shown in."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.catalogue.noted_at import as_noted_at, sites_of
from sphinxcontrib_tripreport.core.catalogue.takeaways import KnownTakeaway
from sphinxcontrib_tripreport.core.languages.collation import Key, collate, initial
from sphinxcontrib_tripreport.core.model.records import Event, Report, Speaker, Talk
from sphinxcontrib_tripreport.core.model.sites import OURS
from sphinxcontrib_tripreport.core.options.tables import KINDS
from sphinxcontrib_tripreport.core.queries.query import Query
from sphinxcontrib_tripreport.core.text.names import family_first

_LAST = dt.date.max
_KINDS = {kind: number for number, kind in enumerate(sorted(KINDS, key="keynote".__ne__))}
"""Where each kind of talk is among the others, as in a programme: keynotes come first."""


class Sorter(NamedTuple):
    """Where things are put in order: the catalogue, and the language whose order it is."""

    catalogue: Catalogue
    language: str

    def key(self, text: str) -> Key:
        """What a text sorts by."""
        return collate(text, self.language)

    def key_of(self, thing: Any) -> Key:
        """What a thing sorts by: its name or title."""
        return collate(_name_to_sort(thing), self.language)


class Heading(NamedTuple):
    """What a group is under: what it is of, the value, and what it sorts by."""

    field: str
    value: str
    """A key, a number or a text; empty for what has none.

    Of a day its date, or its number after ``#`` and, if there are several, its event.
    """
    order: tuple[Any, ...]


class Group(NamedTuple):
    """Things under one heading, or under the headings of a second level."""

    heading: Heading | None
    things: tuple[Any, ...]
    groups: tuple[Group, ...] = ()


def order(sorter: Sorter, query: Query, things: Iterable[Any]) -> list[Any]:
    """*things* as the query wants them; by name where it says nothing more."""
    ordered = sorted(things, key=lambda thing: (sorter.key_of(thing), *_tie(thing)))
    for name, is_turned in reversed(query.sort):
        ordered = _order_by(sorter, query.kind, name, ordered, is_turned=is_turned)
    return ordered


def newest_first(sorter: Sorter, kind: str, things: Iterable[Any]) -> list[Any]:
    """*things* as lists have them that say nothing else; what is of one time stays as it comes."""
    return _order_by(sorter, kind, "date", things, is_turned=True)


def _order_by(
    sorter: Sorter, kind: str, name: str, things: Iterable[Any], *, is_turned: bool
) -> list[Any]:
    key = _SORT_KEYS[kind][name]
    if is_turned and key is _talk_date:
        key = _talk_date_turned
    keyed = [(key(sorter, thing), thing) for thing in things]
    known = [pair for pair in keyed if pair[0] is not None]
    known.sort(key=lambda pair: pair[0], reverse=is_turned)
    # What is unknown comes last, whichever way round.
    return [thing for _, thing in known] + [thing for value, thing in keyed if value is None]


def group(sorter: Sorter, query: Query, things: Sequence[Any]) -> tuple[Group, ...]:
    """*things* in the groups of the query, each in their order; a thing may be in several."""
    return _grouped(sorter, query.kind, tuple(query.group_by), things, query)


def _grouped(
    sorter: Sorter, kind: str, names: tuple[str, ...], things: Sequence[Any], query: Query
) -> tuple[Group, ...]:
    if not names:
        return (Group(None, tuple(things)),)
    name, is_turned = names[0].lstrip("-+ "), names[0].startswith("-")
    found: defaultdict[Heading, list[Any]] = defaultdict(list)
    for thing in things:
        for heading in dict.fromkeys(_headings(sorter, name, thing)):
            found[heading].append(_under(sorter, heading, thing))
    headings = sorted(found, key=lambda heading: heading.order, reverse=is_turned)
    # What has no value of the field comes last, whichever way round.
    headings.sort(key=_is_vague)
    if name == "day" and len({talk.event for talk in things}) == 1:
        # Only between days of several events must it be said whose day it is.
        short = {heading: _without_event(heading) for heading in headings}
        found = defaultdict(list, ((short[heading], found[heading]) for heading in headings))
        headings = list(found)
    if len(names) == 1:
        return tuple(Group(heading, tuple(found[heading])) for heading in headings)
    return tuple(
        Group(heading, (), _inner(_grouped(sorter, kind, names[1:], found[heading], query)))
        for heading in headings
    )


def _inner(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """Groups within a group; one alone whose value nobody knows needs no heading there."""
    if len(groups) == 1 and groups[0].heading is not None and not groups[0].heading.value:
        return (groups[0]._replace(heading=None),)
    return groups


def _under(sorter: Sorter, heading: Heading, thing: Any) -> Any:
    """What a thing is under a heading: a talk under an author's or a site's as that noted it."""
    if heading.field == "author" and heading.value and isinstance(thing, Talk):
        return sorter.catalogue.authorship.as_noted_by(thing, (heading.value,))
    if heading.field == "site" and isinstance(thing, Talk):
        return as_noted_at(thing, (heading.value,))
    return thing


def _is_vague(heading: Heading) -> int:
    """Days by number come after those with a date, and before what has no value."""
    return 2 if not heading.value else int(heading.field == "day" and "#" in heading.value)


def _without_event(heading: Heading) -> Heading:
    return heading._replace(value=re.sub(".*(?=#)", "", heading.value))


def _headings(sorter: Sorter, name: str, thing: Any) -> Iterator[Heading]:
    values = list(values_of(sorter, name, thing))
    for value in values or [("", ())]:
        yield Heading(name, *value)


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
        letter = initial(_name_to_sort(thing), sorter.language)
        yield letter, sorter.key(letter)
    elif name == "site":
        for key in sites_of(sorter.catalogue, thing):
            site = sorter.catalogue.sites.get(key)
            yield key, (key != OURS, sorter.key(site.name if site is not None else ""), key)
    elif name == "kind":
        yield thing.kind, (_KINDS[thing.kind],)
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
        return _authors(sorter, thing)
    if name == "owner":
        return (thing.owner,) if thing.owner else ()
    talk = thing.talk if isinstance(thing, KnownTakeaway) else thing
    return tuple(talk.speakers) if talk is not None else ()


def _authors(sorter: Sorter, thing: Talk | Report | KnownTakeaway) -> tuple[str, ...]:
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
        yield value, (1, around, _event_name(sorter, talk) or (), talk.event, talk.day_number)


def date_of(catalogue: Catalogue, thing: Any) -> dt.date | None:
    """The day that a talk, an event or a report is found under, by ``year`` as well."""
    if isinstance(thing, Event):
        return catalogue.first_day_of(thing)
    if isinstance(thing, KnownTakeaway):
        return catalogue.date_of_takeaway(thing)
    return thing.date if isinstance(thing, Report) else catalogue.effective_date(thing)


def _name_to_sort(thing: Any) -> str:
    if isinstance(thing, Speaker):
        return family_first(thing.name, thing.sort)
    if isinstance(thing, Event):
        return thing.name
    if isinstance(thing, KnownTakeaway):
        return thing.record.text
    return str(thing.title or getattr(thing, "docname", ""))


def _tie(thing: Any) -> tuple[str, str]:
    """What no other thing of its kind has, for those with one name."""
    if isinstance(thing, Talk):
        return thing.name, thing.docname
    if isinstance(thing, KnownTakeaway):
        return thing.record.docname, thing.record.anchor
    return thing.docname if isinstance(thing, Report) else thing.key, ""


def _first_talk_day(sorter: Sorter, speaker: Speaker) -> dt.date | None:
    talks = sorter.catalogue.talks_by(speaker.key)
    return min(filter(None, map(sorter.catalogue.effective_date, talks)), default=None)


def _first_speaker(sorter: Sorter, talk: Talk) -> Key | None:
    people = [sorter.catalogue.speaker(key) for key in talk.speakers[:1]]
    return sorter.key_of(people[0]) if people else None


def _first_author(sorter: Sorter, thing: Talk | Report | KnownTakeaway) -> Key | None:
    people = [sorter.catalogue.people[key] for key in _authors(sorter, thing)[:1]]
    return sorter.key_of(people[0]) if people else None


def _takeaway_date(sorter: Sorter, takeaway: KnownTakeaway) -> tuple[object, ...] | None:
    """The date, then the place in the text."""
    day = sorter.catalogue.date_of_takeaway(takeaway)
    return (day, takeaway.record.docname, takeaway.record.line) if day is not None else None


def _owner_name(sorter: Sorter, takeaway: KnownTakeaway) -> Key | None:
    if not takeaway.owner:
        return None
    return sorter.key_of(sorter.catalogue.people[takeaway.owner])


def _last_report_day(sorter: Sorter, author: Speaker) -> dt.date | None:
    catalogue = sorter.catalogue
    written = (catalogue.reports[name] for name in catalogue.authorship.reports_by(author.key))
    return max((report.date for report in written if report.date is not None), default=None)


def _affiliation(sorter: Sorter, person: Speaker) -> Key | None:
    return sorter.key(person.affiliation) if person.affiliation else None


def _talk_date(sorter: Sorter, talk: Talk) -> tuple[object, ...] | None:
    """The day and the time alone: of talks at one time, the next key says which comes first."""
    is_known = sorter.catalogue.effective_date(talk) is not None or talk.day_number is not None
    return sorter.catalogue.date_order(talk)[:3] if is_known else None


def _talk_date_turned(sorter: Sorter, talk: Talk) -> tuple[object, ...] | None:
    """As above, for the newest first: a talk without a day or a time of its own is last here, too.

    The last of an event's first day, and the last of its day.
    """
    if _talk_date(sorter, talk) is None:
        return None
    date, (_, number), (_, time), *_ = sorter.catalogue.date_order(talk)
    has_day = talk.day is not None or talk.day_number is not None
    return date, (has_day, number), (talk.start is not None, time)


def _event_name(sorter: Sorter, thing: Talk | Report | KnownTakeaway) -> Key | None:
    return sorter.key(sorter.catalogue.events[thing.event].name) if thing.event else None


_SortKey = Callable[[Sorter, Any], Any]
"""From a thing to what it sorts by; None if that is unknown."""
_OF_TAKEAWAYS: dict[str, _SortKey] = {
    "date": _takeaway_date,
    "text": lambda sorter, takeaway: sorter.key_of(takeaway),
    "event": _event_name,
    "author": _first_author,
}
_SORT_KEYS: dict[str, dict[str, _SortKey]] = {
    "takeaway": _OF_TAKEAWAYS,
    "action": {
        **_OF_TAKEAWAYS,
        "due": lambda _, action: action.record.due,
        "done": lambda _, action: action.record.is_done,
        "owner": _owner_name,
    },
    "talk": {
        "date": _talk_date,
        "title": lambda sorter, talk: sorter.key_of(talk),
        "event": _event_name,
        "kind": lambda _, talk: _KINDS[talk.kind],
        "rating": lambda _, talk: talk.rating,
        "speaker": _first_speaker,
        "author": _first_author,
    },
    "speaker": {
        "name": lambda sorter, speaker: sorter.key_of(speaker),
        "talks": lambda sorter, speaker: len(sorter.catalogue.talks_by(speaker.key)),
        "affiliation": _affiliation,
        "date": _first_talk_day,
    },
    "author": {
        "name": lambda sorter, author: sorter.key_of(author),
        "reports": lambda sorter, author: len(sorter.catalogue.authorship.reports_by(author.key)),
        "talks": lambda sorter, author: len(sorter.catalogue.authorship.talks_noted_by(author.key)),
        "affiliation": _affiliation,
        "date": _last_report_day,
    },
    "event": {
        "date": lambda sorter, event: sorter.catalogue.first_day_of(event),
        "name": lambda sorter, event: sorter.key_of(event),
        "talks": lambda sorter, event: len(sorter.catalogue.talks_at(event.key)),
        "reports": lambda sorter, event: len(sorter.catalogue.reports_on(event.key)),
    },
    "report": {
        "date": lambda _, report: report.date,
        "title": lambda sorter, report: sorter.key_of(report),
        "event": _event_name,
        "author": _first_author,
    },
}
