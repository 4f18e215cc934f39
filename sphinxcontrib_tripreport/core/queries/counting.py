"""Counts things by one field or two: which values there are, in which order, and how many. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final, NamedTuple

from sphinxcontrib_tripreport.core.queries.chart_options import (
    MOST_BARS,
    OPEN_FIELDS,
    ChartQuery,
)
from sphinxcontrib_tripreport.core.queries.chart_values import (
    Value,
    counted_things,
    number_value,
    values_counted,
)
from sphinxcontrib_tripreport.core.queries.options import bare_name
from sphinxcontrib_tripreport.core.queries.sorter import Sorter

_IN_ORDER: Final = ("year", "month", "event", "rating", "status")
"""Fields whose values have an order of their own; of the others the most come first."""
_LONGEST_GAP: Final = 30
"""In years: after a longer gap, a year is more likely a slip."""
MOST_PARTS: Final = 8
"""How many parts of a bar can be told apart."""
MOST_COLUMNS: Final = 12
"""How many columns of a heatmap fit beside each other: as many as a year has months."""


class Category(NamedTuple):
    """What things are counted under."""

    field: str
    value: str = ""
    """A key, a number, a word or a code; empty for what has no value, and for the rest."""
    is_rest: bool = False
    """Whether it is all that the limit leaves out."""


class CountedRow(NamedTuple):
    """How many things are under a category, and of these under each of a second field."""

    category: Category
    number: int
    parts: tuple[int, ...] = ()


class Counts(NamedTuple):
    """What a chart shows."""

    rows: tuple[CountedRow, ...] = ()
    parts: tuple[Category, ...] = ()
    """The categories of the second field, if there is one."""


_Names = Mapping[Value, set[str]]
"""By value, the names of what is under it."""


def count(sorter: Sorter, query: ChartQuery, things: Iterable[Any]) -> Counts:
    """How many *things* are under each value of the fields of *query*.

    A talk on two topics is counted under both. Years have no gaps, and of a year there are all
    months. A value that is written nowhere comes last, after what the limit leaves out.
    """
    fields = tuple(map(bare_name, query.by))
    found: dict[Value, defaultdict[Value, set[str]]] = {}
    second: defaultdict[Value, set[str]] = defaultdict(set)
    for each in counted_things(query.of, things):
        if not each.names:
            continue
        inner = _values(sorter, fields[1], each) if len(fields) > 1 else [_NONE]
        for value in _values(sorter, fields[0], each):
            cells = found.setdefault(value, defaultdict(set))
            for part in inner:
                cells[part].update(each.names)
        for part in inner:
            second[part].update(each.names)
    if not found:
        return Counts()
    rows = {value: set().union(*cells.values()) for value, cells in found.items()}
    across = _categories(query.by[0], rows, _limit_of(query))
    if len(fields) < 2:
        return Counts(tuple(CountedRow(each, _size(rows, values)) for each, values in across))
    most = MOST_COLUMNS if query.layout in ("heatmap", "calendar") else MOST_PARTS
    along = _categories(query.by[1], second, most)
    return Counts(
        tuple(_row(each, values, along, rows, found) for each, values in across),
        tuple(category for category, _ in along),
    )


_NONE: Final[Value] = ("", ())
_Group = tuple[Category, Sequence[Value]]
"""A category, and the values that it is of."""


def _values(sorter: Sorter, field: str, each: Any) -> list[Value]:
    return values_counted(sorter, field, each) or [_NONE]


def _size(names: _Names, values: Sequence[Value]) -> int:
    """How many things are under any of *values*."""
    return len(set().union(*(names.get(value, ()) for value in values)))


def _row(
    category: Category,
    values: Sequence[Value],
    along: Sequence[_Group],
    rows: _Names,
    found: Mapping[Value, _Names],
) -> CountedRow:
    parts = []
    for _, inner in along:
        cells = (found[value].get(part, ()) for value in values if value in found for part in inner)
        parts.append(len(set().union(*cells)))
    return CountedRow(category, _size(rows, values), tuple(parts))


def _limit_of(query: ChartQuery) -> int | None:
    """How many values of the first field have a bar of their own; None for all."""
    if query.limit is None and bare_name(query.by[0]) in OPEN_FIELDS:
        return MOST_BARS
    return query.limit


def _categories(name: str, names: _Names, most: int | None) -> list[_Group]:
    """The categories of a field in their order, each with its values.

    :param name: of the field; ``-`` before it turns the order round
    :param names: what is under each value that occurs
    :param most: how many values may have a category of their own
    """
    field = bare_name(name)
    values = _fill_gaps(field, [value for value in names if value != _NONE])
    if field in _IN_ORDER:
        values.sort(key=lambda value: value[1])
    else:
        values.sort(key=lambda value: (-_size(names, [value]), value[1]))
    kept, rest = _split_at_limit(field, values, names, most)
    if name.startswith("-"):
        kept.reverse()
    groups: list[_Group] = [(Category(field, value[0]), [value]) for value in kept]
    if rest:
        groups.append((Category(field, is_rest=True), rest))
    if _NONE in names:
        groups.append((Category(field), [_NONE]))
    return groups


def _split_at_limit(
    field: str, values: list[Value], names: _Names, most: int | None
) -> tuple[list[Value], list[Value]]:
    """The values that have categories of their own, and the rest.

    The last years are kept, and of everything else what there is most of.
    """
    if most is None or len(values) <= most or field == "month":
        return values, []
    if field == "year":
        return values[-most:], values[:-most]
    fewest_last = sorted(values, key=lambda value: -_size(names, [value]))
    wanted = set(fewest_last[:most])
    return [v for v in values if v in wanted], [v for v in values if v not in wanted]


def _fill_gaps(field: str, values: list[Value]) -> list[Value]:
    """The values, with those between them and around them that nothing is under."""
    if not values:
        return []
    if field == "rating":
        return [number_value(number) for number in range(1, 6)]
    if field == "month":
        return [number_value(number) for number in range(1, 13)]
    if field != "year":
        return values
    years = sorted(int(value) for value, _ in values)
    found = set(years)
    for before, after in pairwise(years):
        if after - before <= _LONGEST_GAP:
            found.update(range(before, after))
    return [number_value(year) for year in found]
