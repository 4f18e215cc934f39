"""Asks a catalogue what a listing asks, with options as authors write them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.catalogue.takeaways import KnownTakeaway
from sphinxcontrib_tripreport.core.model.records import Event, Report, Speaker
from sphinxcontrib_tripreport.core.queries.checking import read_listing_options
from sphinxcontrib_tripreport.core.queries.filter_values import FilterValues
from sphinxcontrib_tripreport.core.queries.groups import Group, group
from sphinxcontrib_tripreport.core.queries.laying_out import lay_out
from sphinxcontrib_tripreport.core.queries.ordering import order
from sphinxcontrib_tripreport.core.queries.query import make_query
from sphinxcontrib_tripreport.core.queries.selecting import select
from sphinxcontrib_tripreport.core.queries.sorter import Sorter
from tests.core.records import Options, Post, known


class Answer(NamedTuple):
    """What a listing shows."""

    names: list[str]
    """Titles and names, in order."""
    headings: list[str]
    """The values of all groups, as they come."""
    problems: list[str]
    """What is wrong with the question."""


def ask(
    catalogue: Catalogue,
    kind: str,
    options: Options | None = None,
    *,
    argument: str = "",
    docname: str = "lists",
    subject: tuple[str, str] | None = None,
    language: str = "en",
) -> Answer:
    """What a listing of a kind finds.

    :param argument: what an author wrote after the name of the directive
    :param subject: what the page is made for
    """
    asked = read_listing_options(kind, options or {}, f"{kind}list", argument)
    values = {} if asked.finds_nothing else asked.values
    query = make_query(kind, values, finds_nothing=asked.finds_nothing)
    found = select(catalogue, FilterValues(catalogue), query, docname, subject)
    sorter = Sorter(catalogue, language)
    shown = order(sorter, query, found.things)[: query.limit]
    laid_out = lay_out(query)
    groups = group(sorter, laid_out, order(sorter, laid_out, shown))
    said = [problem.text for problem in asked.problems]
    said += [problem.text for problem in found.problems]
    return Answer(list(_names(groups)), list(_headings(groups)), said)


def _names(groups: Sequence[Group]) -> Iterator[str]:
    for each in groups:
        yield from map(_name, each.things)
        yield from _names(each.groups)


def _name(thing: Any) -> str:
    if isinstance(thing, KnownTakeaway):
        return thing.record.text
    return str(thing.name if isinstance(thing, (Speaker, Event)) else thing.title)


def _headings(groups: Sequence[Group]) -> Iterator[str]:
    for each in groups:
        if each.heading is not None:
            yield each.heading.value
        yield from _headings(each.groups)


def years() -> Catalogue:
    """Two reports with two talks each, and descriptions of a person and an event."""
    return known(
        _year(
            2020,
            "Me",
            {
                "one": {
                    "speakers": "Ann Lee", "topics": "bees, wax", "start": "2020-05-01 09:00",
                    "rating": "5", "room": "R1", "kind": "keynote",
                },
                "two": {
                    "speakers": "Bob Ray, Ann Lee", "topics": "wasps", "day": "2020-05-02",
                    "rating": "3", "language": "pt-BR",
                },
            },
        ),
        _year(
            2021,
            "You",
            {
                "three": {
                    "speakers": "Cy Poe", "topics": "bees", "day": "2021-06-01",
                    "status": "missed",
                },
                "four": {"topics": "data wax", "kind": "panel"},
            },
        ),
        speakers=(Speaker("ann-lee", "Ann Lee", aliases=("A. Lee",), affiliation="Acme"),),
        events=(Event("con-2021", "Con 2021", place="Here"),),
    )  # fmt: skip


def _year(year: int, author: str, talks: dict[str, Options]) -> Post:
    report = Report(
        f"con-{year}",
        title=f"Report on con-{year}",
        event=f"con-{year}",
        date=dt.date(year, 7, 1),
        authors=(author,),
        topics=("trips",),
        language="en",
        series="Years",
    )
    return Post(report, talks)
