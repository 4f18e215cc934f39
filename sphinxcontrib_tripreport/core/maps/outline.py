"""The outline of the land on a map, as closed lines of points. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from sphinxcontrib_tripreport.core.maps.frames import Frame, Point
from sphinxcontrib_tripreport.core.maps.land import Ring, land
from sphinxcontrib_tripreport.core.text.coordinates import Coordinates

_NEAREST: Final = 2.0
"""In units of the map: nearer points of the outline look like one."""
_TURNS: Final = (-360, 0, 360)


@lru_cache(maxsize=8)
def outline_of(frame: Frame) -> tuple[tuple[Point, ...], ...]:
    """The closed lines on a map; each has at least three points."""
    turns = (0,) if frame.is_world else _TURNS
    found = (_on_map(ring, frame, turn) for ring in land() for turn in turns)
    return tuple(line for line in found if len(line) > 2)


def _on_map(ring: Ring, frame: Frame, turn: int) -> tuple[Point, ...]:
    moved = [Coordinates(at.latitude, at.longitude + turn) for at in ring]
    if not _touches(moved, frame):
        return ()
    return tuple(_thin_out(_clip([*map(frame.spread, moved)], frame)))


def _touches(ring: Sequence[Coordinates], frame: Frame) -> bool:
    """Whether the box around a ring has a part on the map."""
    latitudes = [at.latitude for at in ring]
    longitudes = [at.longitude for at in ring]
    is_between = min(latitudes) < frame.north and max(latitudes) > frame.south
    return is_between and min(longitudes) < frame.east and max(longitudes) > frame.west


def _clip(points: list[Point], frame: Frame) -> list[Point]:
    """The part of a closed line that is on the map.

    I. E. Sutherland and G. W. Hodgman, "Reentrant polygon clipping", Communications of the ACM 17
    (1974), https://doi.org/10.1145/360767.360802.
    """
    edges = ((0, 0.0, 1), (0, float(frame.width), -1), (1, 0.0, 1), (1, float(frame.height), -1))
    for axis, edge, sign in edges:
        points = list(_clip_at_edge(points, axis, edge, sign))
    return points


def _clip_at_edge(points: Sequence[Point], axis: int, edge: float, sign: int) -> Iterator[Point]:
    """The points on the side of an edge that *sign* says, and those where the line crosses it."""
    for at, point in enumerate(points):
        before = points[at - 1]
        is_in, was_in = sign * point[axis] >= sign * edge, sign * before[axis] >= sign * edge
        if is_in != was_in:
            part = (edge - before[axis]) / (point[axis] - before[axis])
            yield Point(
                before.x + part * (point.x - before.x), before.y + part * (point.y - before.y)
            )
        if is_in:
            yield point


def _thin_out(points: Iterable[Point]) -> Iterator[Point]:
    """The points without those that are next to the one before, rounded."""
    last: Point | None = None
    for point in points:
        if last is None or abs(point.x - last.x) + abs(point.y - last.y) >= _NEAREST:
            last = Point(round(point.x, 1), round(point.y, 1))
            yield last
