"""The table of one day: which talks stand at which time and in which room. Plain values only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.slugs import fold
from sphinxcontrib_tripreport.views.listings.columns import Value

_NUMBER: Final = regex(r"(\d+)")

Talk = Mapping[str, Value]
"""What is shown of a talk, by column."""
Cell = tuple[Talk, ...]
"""Talks that begin at one time in one place."""


class GridLine(NamedTuple):
    """One row: a time, and a cell for each place, or one cell across all of them."""

    time: str
    cells: tuple[Cell, ...]


class Grid(NamedTuple):
    """A day's table."""

    across: str
    """What the places are: ``room`` or ``track``."""
    places: tuple[str, ...]
    """The columns; none where the table has a single column for all places."""
    lines: tuple[GridLine, ...]


def arrange(talks: Sequence[Talk], most: int) -> Grid:
    """The table of *talks*, which have a ``start`` and are in its order.

    :param most: more places than this do not stand side by side
    """
    across = "room" if any(talk.get("room") for talk in talks) else "track"
    places: dict[str, str] = {}
    for talk in talks:
        if name := _place(talk, across):
            places.setdefault(fold(name), name)
    some_have_none = any(not _place(talk, across) for talk in talks)
    if len(places) > most or (len(places) == 1 and some_have_none):
        places.clear()
    keys = sorted(places, key=_natural)
    lines = tuple(
        line
        for _, beside in groupby(talks, key=lambda talk: talk["start"])
        for line in _lines(list(beside), across, keys)
    )
    return Grid(across, tuple(places[key] for key in keys), lines)


def _lines(beside: Sequence[Talk], across: str, keys: Sequence[str]) -> Iterator[GridLine]:
    """The rows of one time: first what is in no single place (an opening, a break), across all."""
    cells = {key: tuple(t for t in beside if fold(_place(t, across)) == key) for key in keys}
    everywhere = tuple(talk for talk in beside if fold(_place(talk, across)) not in cells)
    if everywhere:
        yield GridLine(_time(everywhere), (everywhere,))
    if any(cells.values()):
        yield GridLine(
            _time([talk for cell in cells.values() for talk in cell]), tuple(cells.values())
        )


def _time(talks: Sequence[Talk]) -> str:
    """From when to when most of the talks are; the others say their own times."""
    ((time, _),) = Counter(str(talk["time"]) for talk in talks).most_common(1)
    return time


def _place(talk: Talk, across: str) -> str:
    return str(talk.get(across) or "")


def _natural(key: str) -> tuple[tuple[int, str], ...]:
    """Room 2 before room 10."""
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in _NUMBER.split(key))
