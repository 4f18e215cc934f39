"""The table of one day: which talks are at which time and in which room. Plain values only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.slugs import fold
from sphinxcontrib_tripreport.views.listings.columns import Value

_NUMBER: Final = regex(r"(\d+)")

GridTalk = Mapping[str, Value]
"""What is shown of a talk, by column."""
Cell = tuple[GridTalk, ...]
"""Talks that begin at one time in one place."""


class GridLine(NamedTuple):
    """One row: a time, and a cell for each place, or one cell across all of them."""

    time: str
    """When its talks start."""
    cells: tuple[Cell, ...]
    minute: int
    """The time in minutes from midnight on."""
    spans: tuple[int, ...] = ()
    """Over how many rows each cell goes; none for a cell that one above goes over."""
    ends: tuple[int | None, ...] = ()
    """When the talks of each cell end, as the rows show it; None if there is no later row."""

    def says_when(self, place: int, talk: GridTalk) -> bool:
        """Whether the rows say all that is known of when a talk in the cell *place* is."""
        last = _last_minute(talk)
        return last is None or last == self.ends[place]


class Grid(NamedTuple):
    """A day's table."""

    across: str
    """What the places are: ``room`` or ``track``."""
    places: tuple[str, ...]
    """The columns; none if the table has a single column for all places."""
    lines: tuple[GridLine, ...]


def arrange_talks(talks: Sequence[GridTalk], most: int, *, spans: bool = False) -> Grid:
    """The table of *talks*, which have a ``start`` and are in its order.

    :param most: more places than this are not side by side
    :param spans: whether a long talk goes over several rows
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
    lines = [
        line
        for _, beside in groupby(talks, key=lambda talk: talk["start"])
        for line in _lines(list(beside), across, keys)
    ]
    return Grid(across, tuple(places[key] for key in keys), tuple(_with_spans(lines, spans)))


def _lines(beside: Sequence[GridTalk], across: str, keys: Sequence[str]) -> Iterator[GridLine]:
    """The rows of one time: first what is in no single place (an opening, a break), across all."""
    cells = {key: tuple(t for t in beside if fold(_place(t, across)) == key) for key in keys}
    everywhere = tuple(talk for talk in beside if fold(_place(talk, across)) not in cells)
    time, minute = str(beside[0]["start"]), int(str(beside[0]["minute"]))
    if everywhere:
        yield GridLine(time, (everywhere,), minute)
    if any(cells.values()):
        yield GridLine(time, tuple(cells.values()), minute)


def _with_spans(lines: Sequence[GridLine], spans: bool) -> Iterator[GridLine]:
    """The rows, with how far down each cell goes: while its talks last, and nothing is there."""
    covered: set[tuple[int, int]] = set()
    for number, line in enumerate(lines):
        lengths: list[int] = []
        ends: list[int | None] = []
        for place, cell in enumerate(line.cells):
            length = 0 if (number, place) in covered else 1
            last = max((_last_minute(talk) or 0 for talk in cell), default=0) if spans else 0
            while length and _goes_on(lines, number, place, number + length, last):
                covered.add((number + length, place))
                length += 1
            lengths.append(length)
            later = (each.minute for each in lines[number + max(length, 1) :])
            ends.append(next((minute for minute in later if minute > line.minute), None))
        yield line._replace(spans=tuple(lengths), ends=tuple(ends))


def _goes_on(lines: Sequence[GridLine], number: int, place: int, below: int, last: int) -> bool:
    """Whether a talk that lasts to *last* goes on in the row *below*."""
    if below >= len(lines) or lines[below].minute >= last:
        return False
    cells = lines[below].cells
    return len(cells) == len(lines[number].cells) > 1 and not cells[place]


def _last_minute(talk: GridTalk) -> int | None:
    last = str(talk.get("last-minute") or "")
    return int(last) if last else None


def _place(talk: GridTalk, across: str) -> str:
    return str(talk.get(across) or "")


def _natural(key: str) -> tuple[tuple[int, str], ...]:
    """Room 2 before room 10."""
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in _NUMBER.split(key))
