"""One record from every description of a speaker or an event. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from typing import TypeVar

from sphinxcontrib_tripreport.core.model.places import Target, say_place
from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.model.records import Event, Speaker

_Described = TypeVar("_Described", Event, Speaker)


def join_descriptions(
    described: Iterable[_Described],
    fill_in: Callable[[_Described, _Described], _Described],
    problems: list[Problem],
) -> dict[str, _Described]:
    """The records by key, in the order of their first descriptions.

    :param described: in order of precedence
    :param fill_in: from two records of one key, the one that counts first, to one
    :param problems: where double descriptions in documents are added; data files may add to them
    """
    joined: dict[str, _Described] = {}
    for record in described:
        known = joined.get(record.key)
        if known is None:
            joined[record.key] = record
            continue
        if known.described and record.described:
            problems.append(_described_twice(known, known.described, record, record.described))
        joined[record.key] = fill_in(known, record)
    return joined


def filled_in(first: _Described, second: _Described) -> _Described:
    """*first*, with the facts that only *second* has."""
    facts = {
        each.name: getattr(first, each.name) or getattr(second, each.name) for each in fields(first)
    }
    return replace(first, **facts)


def _described_twice(
    known: Event | Speaker, at: Target, record: Event | Speaker, place: Target
) -> Problem:
    """The problem of a second description *record*, after *known*."""
    other = f"in {say_place(at.docname, known.line, known.included_at)}"
    if isinstance(record, Event):
        called, one = f"event “{record.key}”", "an event"
    else:
        called, one = f"{record.side} “{record.name}”", "a person"
        if isinstance(known, Speaker) and known.side != record.side:
            other = f"as {_WITH_ARTICLE[known.side]} {other}"
            one += ", which shows both sides"
    return Problem(
        Subtype.DUPLICATE,
        f"The {called} is described twice: also {other}, which counts;"
        f" expected one description {one}.",
        record.line,
        place.docname,
        record.included_at,
    )


_WITH_ARTICLE = {"speaker": "a speaker", "author": "an author"}
