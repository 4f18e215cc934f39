"""The order of what a query found. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

from sphinxcontrib_tripreport.core.catalogue.takeaways import KnownTakeaway
from sphinxcontrib_tripreport.core.languages.collation import Key
from sphinxcontrib_tripreport.core.model.records import Report, Speaker
from sphinxcontrib_tripreport.core.model.talk import Talk
from sphinxcontrib_tripreport.core.queries.field_values import KIND_ORDER, authors_of
from sphinxcontrib_tripreport.core.queries.query import Query
from sphinxcontrib_tripreport.core.queries.sorter import Sorter


def order(sorter: Sorter, query: Query, things: Iterable[Any]) -> list[Any]:
    """*things* as the query wants them; by name if it says nothing more."""
    ordered = sorted(things, key=lambda thing: (sorter.key_of(thing), *_tie_breaker(thing)))
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


def _tie_breaker(thing: Any) -> tuple[str, str]:
    """What tells a thing from others with the same name."""
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
    people = [sorter.catalogue.people[key] for key in authors_of(sorter, thing)[:1]]
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
    """The day and the time for the newest first: talks without either are last here, too.

    The last of an event's first day, and the last of its day.
    """
    if _talk_date(sorter, talk) is None:
        return None
    date, (_, number), (_, time), *_ = sorter.catalogue.date_order(talk)
    has_day = talk.day is not None or talk.day_number is not None
    return date, (has_day, number), (talk.start is not None, time)


_SortKey = Callable[[Sorter, Any], Any]
"""From a thing to what it sorts by; None if that is unknown."""

_OF_TAKEAWAYS: dict[str, _SortKey] = {
    "date": _takeaway_date,
    "text": lambda sorter, takeaway: sorter.key_of(takeaway),
    "event": Sorter.event_key,
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
        "event": Sorter.event_key,
        "kind": lambda _, talk: KIND_ORDER[talk.kind],
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
        "event": Sorter.event_key,
        "author": _first_author,
    },
}
