"""The outline of the world that is part of the package."""

from __future__ import annotations

from pathlib import Path

from sphinxcontrib_tripreport.core.maps import land as module
from sphinxcontrib_tripreport.core.maps.land import Ring, land
from sphinxcontrib_tripreport.core.text.coordinates import Coordinates


def is_on_land(at: Coordinates) -> bool:
    """Whether a point is within an odd number of closed lines."""
    return sum(_is_within(at, ring) for ring in land()) % 2 == 1


def _is_within(at: Coordinates, ring: Ring) -> bool:
    within = False
    for (south, west), (north, east) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (south > at.latitude) != (north > at.latitude):
            crossing = west + (at.latitude - south) / (north - south) * (east - west)
            within ^= at.longitude < crossing
    return within


def test_land_is_where_it_is() -> None:
    for latitude, longitude in (
        (52, 13), (-25, 134), (40, -100), (-10, -55), (0, 20), (65, 100), (66, -175), (-85, 0),
        (-85, 179), (36.3, 138), (53, -8), (-44, 170),
    ):  # fmt: skip
        assert is_on_land(Coordinates(latitude, longitude))
    for latitude, longitude in ((0, -30), (0, 80), (30, -50), (-40, -120), (85, 0), (40, 5)):
        assert not is_on_land(Coordinates(latitude, longitude))


def test_it_is_small_and_within_the_world() -> None:
    file = Path(module.__file__).with_name("land.txt")
    assert file.stat().st_size < 60_000
    for ring in land():
        assert len(ring) > 2
        assert all(-90 <= at.latitude <= 90 and -180 <= at.longitude <= 180 for at in ring)


def test_it_says_where_it_is_from() -> None:
    text = Path(module.__file__).with_name("land.txt").read_text(encoding="utf-8")
    assert text.startswith("# Land: Natural Earth 4.1.0")
    assert ".ci/outline.py" in text
