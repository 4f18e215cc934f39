"""The groups in which a list shows what a query found. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sphinxcontrib_tripreport.core.catalogue.noted_at import as_noted_at
from sphinxcontrib_tripreport.core.model.talk import Talk
from sphinxcontrib_tripreport.core.queries.field_values import values_of
from sphinxcontrib_tripreport.core.queries.query import Query
from sphinxcontrib_tripreport.core.queries.sorter import Sorter


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


def group(sorter: Sorter, query: Query, things: Sequence[Any]) -> tuple[Group, ...]:
    """*things* in the groups of the query, each in their order; a thing may be in several."""
    return _group_by(sorter, query.kind, tuple(query.group_by), things, query)


def _group_by(
    sorter: Sorter, kind: str, names: tuple[str, ...], things: Sequence[Any], query: Query
) -> tuple[Group, ...]:
    if not names:
        return (Group(None, tuple(things)),)
    name, is_turned = names[0].lstrip("-+ "), names[0].startswith("-")
    found: defaultdict[Heading, list[Any]] = defaultdict(list)
    for thing in things:
        for heading in dict.fromkeys(_headings(sorter, name, thing)):
            found[heading].append(_as_in_group(sorter, heading, thing))
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
        Group(
            heading, (), _nested_groups(_group_by(sorter, kind, names[1:], found[heading], query))
        )
        for heading in headings
    )


def _nested_groups(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """Groups within a group; one alone whose value nobody knows needs no heading there."""
    if len(groups) == 1 and groups[0].heading is not None and not groups[0].heading.value:
        return (groups[0]._replace(heading=None),)
    return groups


def _as_in_group(sorter: Sorter, heading: Heading, thing: Any) -> Any:
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
