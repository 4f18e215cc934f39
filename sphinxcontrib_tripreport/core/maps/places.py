"""Which points of a map are one place: those that would cover each other. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from math import hypot
from typing import Final, NamedTuple

from sphinxcontrib_tripreport.core.maps.frames import Frame, Point
from sphinxcontrib_tripreport.core.text.coordinates import Coordinates

NEAREST: Final = 24.0
"""In units of a map: points that are nearer to each other cannot be told apart, or tapped."""


class Place(NamedTuple):
    """A point of a map, and what is there."""

    point: Point
    members: tuple[int, ...]
    """The numbers of those that are there, in their order."""


def places_on(frame: Frame, points: Iterable[Coordinates]) -> list[Place]:
    """The places of a map, in the order of their first members.

    :param points: where each thing is
    """
    places: list[tuple[Point, list[int]]] = []
    for number, at in enumerate(points):
        point = frame.place(at)
        near = min(places, key=lambda place: _distance(place[0], point), default=None)
        if near is not None and _distance(near[0], point) < NEAREST:
            near[1].append(number)
        else:
            places.append((point, [number]))
    return [Place(point, tuple(members)) for point, members in places]


def _distance(one: Point, other: Point) -> float:
    return hypot(one.x - other.x, one.y - other.y)
