"""Which part of the world a map shows, and how it is made flat. Pure.

A map of the whole world is in the Equal Earth projection: B. Šavrič, T. Patterson, B. Jenny, "The
Equal Earth map projection", International Journal of Geographical Information Science 33 (2019),
https://doi.org/10.1080/13658816.2018.1504949. A map of a region is equidistant cylindrical, true to
scale at the middle of its height: J. P. Snyder, "Map projections: A working manual" (1987), p. 90,
https://doi.org/10.3133/pp1395.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import asin, cos, radians, sin, sqrt
from typing import Final, NamedTuple

from sphinxcontrib_tripreport.core.text.coordinates import Coordinates

WIDTH: Final = 960
"""Of every map, in its own units."""
_HIGHEST_REGION, _WIDEST_REGION = 50, 80
"""In degrees of latitude, and in degrees of longitude at the equator: about a continent.

Points that are further from each other are shown on a map of the world.
"""
_LOWEST: Final = 24
"""In degrees of latitude: in a smaller region nobody sees where in the world it is."""
_MARGIN: Final = 0.15
"""The space beside the outermost points, as a share of their distance."""
_FLATTEST, _TALLEST = 2.0, 1.5
"""Width by height of a region."""
_SOUTH, _NORTH = -58.0, 84.0
"""The part of the world that is shown, in degrees; the Antarctic only if a point is there."""
_A: Final = (1.340264, -0.081106, 0.000893, 0.003796)
_M: Final = sqrt(3) / 2


class Point(NamedTuple):
    """A point of a map, in its units, from its left and its upper edge."""

    x: float
    y: float


class Frame(NamedTuple):
    """A part of the world between two latitudes and two longitudes, in degrees."""

    south: float
    north: float
    west: float
    east: float
    """More than 180 if the 180th meridian is within."""
    is_world: bool = False

    @property
    def width(self) -> int:
        """The width of the map, in its units."""
        return WIDTH

    @property
    def height(self) -> int:
        """The height of the map, in its units."""
        if self.is_world:
            return round((_equal_earth_y(self.north) - _equal_earth_y(self.south)) * _WORLD_SCALE)
        return round(WIDTH * (self.north - self.south) / ((self.east - self.west) * self._squeeze))

    @property
    def _squeeze(self) -> float:
        """How much shorter a degree of longitude is than one of latitude, halfway up."""
        return cos(radians((self.south + self.north) / 2))

    def place(self, at: Coordinates) -> Point:
        """Where a point of the earth is on the map; beyond its edges if it is not on it."""
        if self.is_world:
            return self.spread(at)
        turned = self.west + (at.longitude - self.west) % 360
        return self.spread(Coordinates(at.latitude, turned))

    def spread(self, at: Coordinates) -> Point:
        """Like :meth:`place`, but a longitude beyond the edge of the map stays beyond it."""
        if self.is_world:
            x, y = _equal_earth(at)
            top = _equal_earth_y(self.north)
            return Point(WIDTH / 2 + x * _WORLD_SCALE, (top - y) * _WORLD_SCALE)
        per_degree = WIDTH / (self.east - self.west)
        return Point(
            (at.longitude - self.west) * per_degree,
            (self.north - at.latitude) * per_degree / self._squeeze,
        )


def frame_around(points: Iterable[Coordinates]) -> Frame:
    """The region of all *points*, with a margin; the world if they are on several continents."""
    found = sorted(set(points))
    south, north = found[0].latitude, found[-1].latitude
    west, east = _shortest_way([point.longitude for point in found])
    squeeze = cos(radians((south + north) / 2))
    if north - south > _HIGHEST_REGION or (east - west) * squeeze > _WIDEST_REGION:
        return Frame(min(_SOUTH, max(south - 3, -90)), _NORTH, -180, 180, is_world=True)
    middle = (west + east) / 2
    high = max((north - south) * (1 + 2 * _MARGIN), _LOWEST)
    wide = max((east - west) * squeeze * (1 + 2 * _MARGIN), _TALLEST * high)
    high = max(high, wide / _FLATTEST)
    center = min(max((south + north) / 2, high / 2 - 90), 90 - high / 2)
    # Near a pole, the middle of the map is further from it than that of the points.
    least = (east - west) * (1 + 2 * _MARGIN) / 2
    half = min(max(wide / cos(radians(center)) / 2, least), 180)
    return Frame(center - high / 2, center + high / 2, middle - half, middle + half)


def _shortest_way(longitudes: Sequence[float]) -> tuple[float, float]:
    """The narrowest range of all *longitudes*; it ends beyond 180 if it crosses that meridian."""
    found = sorted(set(longitudes))
    gaps = [
        (after - before, after)
        for before, after in zip(found, [*found[1:], found[0] + 360], strict=True)
    ]
    widest, first = max(gaps)
    west = first if first < found[0] + 360 else found[0]
    return west, west + 360 - widest


def _equal_earth(at: Coordinates) -> tuple[float, float]:
    """A point of the plane, from the middle of the world, the earth's radius being 1."""
    theta = asin(_M * sin(radians(at.latitude)))
    square = theta * theta
    slope = 9 * _A[3] * square**4 + 7 * _A[2] * square**3 + 3 * _A[1] * square + _A[0]
    return radians(at.longitude) * cos(theta) / (_M * slope), _equal_earth_y(at.latitude)


def _equal_earth_y(latitude: float) -> float:
    theta = asin(_M * sin(radians(latitude)))
    square = theta * theta
    return theta * (_A[3] * square**4 + _A[2] * square**3 + _A[1] * square + _A[0])


_WORLD_SCALE: Final = WIDTH / 2 / _equal_earth(Coordinates(0, 180))[0]
