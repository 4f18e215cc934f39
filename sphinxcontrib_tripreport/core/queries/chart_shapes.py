"""How long the bars of a chart are, how dark its cells, and how much room it needs. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

SHADES: Final = 9
"""How many parts of a bar look different: eight, and the rest."""
LEVELS: Final = 4
"""How dark a cell of a heatmap can be, from 1; 0 is none."""
NAME_SIZES: Final = {5: "short", 11: "medium"}
"""The size of the column of names, by the most letters that the longest name may have."""
COLUMN_ROOMS: Final = (18, 34)
"""Widths of a chart of columns that the stylesheet knows, in letters of the size of the text."""

_LETTER: Final = 0.55
"""How wide a letter is in the mean, as a share of its height."""
_LEAST_COLUMN: Final = 2.4
"""How wide a column is at least, in letters of the size of the text."""


def share(number: int, most: int) -> float:
    """How long a bar is, in percent of the longest; no bar of something is too short to be seen."""
    if not number or not most:
        return 0.0
    return max(round(100 * number / most, 1), 0.5)


def level(number: int, most: int) -> int:
    """How dark a cell is, from 0 for nothing to :data:`LEVELS` for the most."""
    return min(-(-LEVELS * number // most), LEVELS) if most else 0


def shade(place: int) -> int:
    """The number of a part's shade, from 1, by its place among all parts, from 0."""
    return place % SHADES + 1


def name_size(names: Iterable[str]) -> str:
    """The size of the column that these names fit into."""
    longest = max(map(len, names), default=0)
    return next((size for letters, size in NAME_SIZES.items() if longest <= letters), "long")


def room_for_columns(names: Sequence[str]) -> int:
    """The width from which columns with these names fit beside each other; 0 if none is enough."""
    widest = max([_LEAST_COLUMN, *(_LETTER * len(name) + 0.6 for name in names)])
    need = widest * len(names)
    return next((room for room in COLUMN_ROOMS if need <= room), 0)
