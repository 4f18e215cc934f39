"""Makes the outline of the world that maps of events show: ``core/maps/land.txt``.

Usage: ``npm pack world-atlas@2.0.2 && tar xf world-atlas-2.0.2.tgz``, then
``python .ci/outline.py package/land-50m.json``.

The source is the land of Natural Earth 4.1.0 at 1:50 million, which is in the public domain
(https://www.naturalearthdata.com), in the form of TopoJSON that Mike Bostock's package world-atlas
2.0.2 has (https://github.com/topojson/world-atlas). There the land is joined across the 180th
meridian: here it is cut there again. Points that nobody sees on a map of a continent are left out,
after M. Visvalingam and J. D. Whyatt, "Line generalisation by repeated elimination of points",
The Cartographic Journal 30 (1993).

The file has one closed line a line of text: its first point, then the way to each further one, as
longitude and latitude in hundredths of a degree.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from heapq import heappop, heappush
from itertools import pairwise
from math import cos, radians
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parents[1] / "sphinxcontrib_tripreport" / "core" / "maps" / "land.txt"
SMALLEST = 0.025
"""In square degrees of the equator: corners of triangles that are smaller are left out."""
TINIEST = 0.1
"""In the same unit: islands that are smaller are left out."""
FURTHEST = 80
"""In degrees of latitude: nearer to the poles, maps make no degree smaller."""
HEAD = """\
# Land: Natural Earth 4.1.0, 1:50 million, public domain (https://www.naturalearthdata.com).
# Made by .ci/outline.py, which says how, from land-50m.json of world-atlas 2.0.2.
"""

Point = tuple[float, float]
Ring = list[Point]


def rings_of(topology: dict[str, Any]) -> Iterator[Ring]:
    """The closed lines of all polygons, in degrees, going on over the 180th meridian."""
    (scale_x, scale_y), (x0, y0) = (
        topology["transform"]["scale"],
        topology["transform"]["translate"],
    )
    arcs: list[Ring] = []
    for arc in topology["arcs"]:
        x = y = 0
        arcs.append([])
        for dx, dy in arc:
            x, y = x + dx, y + dy
            arcs[-1].append((x * scale_x + x0, y * scale_y + y0))
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            for line in polygon:
                ring: Ring = []
                for index in line:
                    arc = arcs[index] if index >= 0 else arcs[~index][::-1]
                    ring += arc[1:] if ring else arc
                yield unrolled(ring)


def unrolled(ring: Ring) -> Ring:
    """A ring whose longitudes do not jump."""
    found = ring[:1]
    for x, y in ring[1:]:
        before = found[-1][0]
        found.append((x + 360 * round((before - x) / 360), y))
    if abs(found[-1][0] - found[0][0]) > 180:
        # Around the pole: along the south of the map.
        found += [(found[-1][0], -90), (found[0][0], -90), found[0]]
    return found


def cut(ring: Ring) -> Iterator[Ring]:
    """The parts of a ring from -180 to 180 degrees."""
    for turn in (-360, 0, 360):
        moved = [(x + turn, y) for x, y in ring]
        for sign in (1, -1):
            moved = clipped(moved, sign)
        if len(moved) > 3:
            yield moved


def clipped(ring: Ring, sign: int) -> Ring:
    """What of a ring is west of 180 (*sign* 1), or east of -180 (*sign* -1)."""
    found: Ring = []
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
        a_in, b_in = sign * ax <= 180, sign * bx <= 180
        if a_in:
            found.append((ax, ay))
        if a_in != b_in:
            part = (sign * 180 - ax) / (bx - ax)
            found.append((sign * 180, ay + part * (by - ay)))
    return found


def shrinking(at: Point) -> float:
    """How much narrower a degree of longitude is than at the equator."""
    return cos(radians(min(abs(at[1]), FURTHEST)))


def area(a: Point, b: Point, c: Point) -> float:
    """Of a triangle, in square degrees of the equator."""
    double = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])
    return abs(double) / 2 * shrinking(b)


def size(ring: Ring) -> float:
    """The area of a ring, in the same unit."""
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    double = sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)
    return abs(double) / 2 * shrinking(ring[0])


def simplified(ring: Ring) -> Ring:
    """A ring without the corners that nobody sees."""
    points = ring[:-1] if ring[0] == ring[-1] else ring
    count = len(points)
    before, after = (
        [(at - 1) % count for at in range(count)],
        [(at + 1) % count for at in range(count)],
    )

    def corner(at: int) -> tuple[float, int]:
        return area(points[before[at]], points[at], points[after[at]]), at

    corners = {at: corner(at) for at in range(count)}
    heap = sorted(corners.values())
    while heap and len(corners) > 4:
        smallest = heappop(heap)
        at = smallest[1]
        if corners.get(at) != smallest:
            continue  # it is gone, or was measured again
        if smallest[0] >= SMALLEST:
            break
        del corners[at]
        after[before[at]], before[after[at]] = after[at], before[at]
        for beside in (before[at], after[at]):
            corners[beside] = max(corner(beside), (smallest[0], beside))
            heappush(heap, corners[beside])
    return [points[at] for at in sorted(corners)]


def line_of(ring: Ring) -> str:
    """A ring as a line of the file."""
    points = [(round(100 * x), round(100 * y)) for x, y in ring]
    steps = [points[0]] + [(x - before[0], y - before[1]) for before, (x, y) in pairwise(points)]
    return " ".join(f"{x},{y}" for x, y in steps if (x, y) != (0, 0))


def main() -> None:
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    found = [simplified(part) for ring in rings_of(topology) for part in cut(ring)]
    kept = sorted((ring for ring in found if size(ring) >= TINIEST), key=size, reverse=True)
    TARGET.write_text(HEAD + "\n".join(map(line_of, kept)) + "\n", encoding="utf-8")
    points = sum(map(len, kept))
    print(f"{len(kept)} lines, {points} points, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
