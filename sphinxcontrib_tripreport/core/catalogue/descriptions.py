"""One record from every description of a speaker or an event. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from typing import TypeVar

from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.model.records import Event, Speaker, say_place

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
            place = say_place(known.described.docname, known.line, known.included_at)
            problems.append(_described_twice(record, record.described.docname, place))
        joined[record.key] = fill_in(known, record)
    return joined


def filled_in(first: _Described, second: _Described) -> _Described:
    """*first*, with the facts that only *second* has."""
    facts = {
        each.name: getattr(first, each.name) or getattr(second, each.name) for each in fields(first)
    }
    return replace(first, **facts)


def _described_twice(record: Event | Speaker, docname: str, place: str) -> Problem:
    """The problem of a second description in *docname*, where the first is at *place*."""
    if isinstance(record, Speaker):
        called, one = f"speaker “{record.name}”", "a person"
    else:
        called, one = f"event “{record.key}”", "an event"
    return Problem(
        Subtype.DUPLICATE,
        f"The {called} is described twice: also in {place}, which counts;"
        f" expected one description {one}.",
        record.line,
        docname,
        record.included_at,
    )
