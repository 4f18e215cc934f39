"""What an author asks of a listing: its options read and checked against each other. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.core.options.option import (
    Option,
    OptionProblem,
    OptionTable,
    read_options,
)
from sphinxcontrib_tripreport.core.queries.options import (
    FEED,
    LISTING_OPTIONS,
    SHAPE,
    ListingValues,
)
from sphinxcontrib_tripreport.core.text.nearest import nearest
from sphinxcontrib_tripreport.core.text.phrases import quoted

_MAIN_FILTER = {
    "talk": "topic",
    "speaker": "speaker",
    "author": "author",
    "event": "event",
    "report": "topic",
    "takeaway": "topic",
    "action": "owner",
}
"""What a text after the name of a directive is most likely meant for."""


class ReadOptions(NamedTuple):
    """The options of a listing that could be read, and what is wrong with the others."""

    values: ListingValues
    problems: list[OptionProblem]
    finds_nothing: bool
    """Whether a filter is wrong: nothing is listed, because the list must not become wider."""


def read_listing_options(
    kind: str, given: Mapping[str, str], owner: str, argument: str = ""
) -> ReadOptions:
    """Read the options of a listing.

    :param kind: what is listed
    :param given: texts of options by name
    :param owner: how messages name the directive
    :param argument: what comes after the directive's name, if nothing should
    """
    if not given.get(FEED, "no").strip():
        given = {**given, FEED: "yes"}
    asked = read_shape_and_filters(LISTING_OPTIONS[kind], given, owner, SHAPE)
    values, problems, finds_nothing = asked
    if argument:
        name = _MAIN_FILTER[kind]
        text = f"“{owner}” takes nothing after its name. Did you mean “:{name}: {argument}”?"
        problems.insert(0, OptionProblem("", Subtype.OPTION, text))
        finds_nothing = True
    return ReadOptions(values, problems, finds_nothing)


def read_shape_and_filters(
    option_table: OptionTable[ListingValues],
    given: Mapping[str, str],
    owner: str,
    shape: Sequence[str],
) -> ReadOptions:
    """Read options, of which those of *shape* say how something looks, and the others filter."""
    values, problems = read_options(given, option_table, owner)
    problems += _empty(option_table, given)
    problems += _given_twice(option_table, given)
    problems += _conflicting_options(
        values, is_layout_known="layout" in values or "layout" not in given
    )
    finds_nothing = any(
        _is_filter(problem.name, option_table, shape) and problem.name not in values
        for problem in problems
    )
    return ReadOptions(values, problems, finds_nothing)


def _is_filter(name: str, known: Mapping[str, Option], shape: Sequence[str]) -> bool:
    """Whether an option filters, or may have been meant to."""
    if name in known:
        return name not in shape
    return not any(near in shape for near in nearest(name, known, 1))


def _empty(known: Mapping[str, Option], given: Mapping[str, str]) -> Iterator[OptionProblem]:
    for name, text in given.items():
        if name in known and not text.strip():
            yield OptionProblem(name, Subtype.VALUE, f"“{name}” is empty: expected a value.")


def _given_twice(known: Mapping[str, Option], given: Mapping[str, str]) -> Iterator[OptionProblem]:
    """Names of one option: which of their values counts would be anybody's guess."""
    first: dict[str, str] = {}
    for name in given:
        if name not in known:
            continue
        other = first.setdefault(known[name].alias_of or name, name)
        if other != name:
            names = " and ".join(quoted([other, name]))
            alias = name if known[name].alias_of else other
            text = f"{names} are one option: expected one of them, with all values."
            yield OptionProblem(alias, Subtype.OPTION, text)


def _conflicting_options(
    values: Mapping[str, Any], *, is_layout_known: bool
) -> Iterator[OptionProblem]:
    """Options that can be read, but do not go together."""
    since, until = values.get("since"), values.get("until")
    if since is not None and until is not None and until < since:
        text = f"“since” is {since}, but “until” is {until}: nothing is listed."
        yield OptionProblem("until", Subtype.VALUE, text)
    else:
        yield from _conflicting_years(values)
    layout = values.get("layout", "list")
    if "columns" in values and layout != "table" and is_layout_known:
        text = f"“columns” is ignored: the layout “{layout}” has none, expected “table”."
        yield OptionProblem("columns", Subtype.OPTION, text)


def _conflicting_years(values: Mapping[str, Any]) -> Iterator[OptionProblem]:
    """The years, if none of them is within the days that are asked for."""
    year, since, until = values.get("year"), values.get("since"), values.get("until")
    if year is None or (since is None and until is None):
        return
    if not year.holds_any(since.year if since else dt.MINYEAR, until.year if until else dt.MAXYEAR):
        days = " and ".join(
            f"“{name}” is {day}" for name, day in (("since", since), ("until", until)) if day
        )
        text = f"“year” is “{year}”, but {days}: nothing is listed."
        yield OptionProblem("year", Subtype.VALUE, text)
