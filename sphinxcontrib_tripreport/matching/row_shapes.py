"""Patterns to try on the rows of a table: which column is what."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from typing import Final

from sphinxcontrib_tripreport.core.patterns.marked import BORDER
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.matching.groups import Group

_TIME: Final = regex(r"\s*\d{1,2}[:.h]\d\d")
_TIME_SPAN: Final = regex(r"\s*\d{1,2}[:.h]\d\d\s*[-–—]+\s*\d{1,2}[:.h]\d\d")
_MOST_COLUMNS: Final = 8


def rows_for(group: Group) -> Iterator[str]:
    """Each way in which a column has the titles and another one the people."""
    rows = [each.first.marked.text.split(BORDER) for each in group.candidates]
    if not 1 < group.size <= _MOST_COLUMNS:
        return
    columns = list(zip(*rows, strict=True))
    times = {number: _time_of(cells) for number, cells in enumerate(columns) if _time_of(cells)}
    others = [number for number, cells in enumerate(columns) if _is_text(cells)]
    for title, people in permutations((n for n in others if n not in times), 2):
        names = {title: "{title}", people: "{speakers}", **times}
        cells = (names.get(number, "{}") for number in range(group.size))
        yield f"| {' | '.join(cells)} |"


def _time_of(cells: tuple[str, ...]) -> str:
    if all(map(_TIME_SPAN.match, cells)):
        return "{time}-{end}"
    return "{time}" if all(map(_TIME.match, cells)) else ""


def _is_text(cells: tuple[str, ...]) -> bool:
    return sum(any(map(str.isalpha, cell)) for cell in cells) > len(cells) / 2
