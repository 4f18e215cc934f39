"""The outline of the land, as ``.ci/outline.py`` has made it. Pure."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from sphinxcontrib_tripreport.core.text.coordinates import Coordinates

_FILE: Final = Path(__file__).with_name("land.txt")
_PER_DEGREE: Final = 100

Ring = tuple[Coordinates, ...]
"""A closed line, whose last point leads to its first."""


@cache
def land() -> tuple[Ring, ...]:
    """The outline of all continents and of the larger islands, the largest first."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return tuple(_ring(line) for line in lines if not line.startswith("#"))


def _ring(line: str) -> Ring:
    x = y = 0
    points = []
    for step in line.split():
        dx, dy = step.split(",")
        x, y = x + int(dx), y + int(dy)
        points.append(Coordinates(y / _PER_DEGREE, x / _PER_DEGREE))
    return tuple(points)
