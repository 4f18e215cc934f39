"""Which part of the world a map shows, and where things are on it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.maps.frames import WIDTH, Frame, frame_around
from sphinxcontrib_tripreport.core.maps.outline import outline_of
from sphinxcontrib_tripreport.core.maps.places import NEAREST, places_on
from sphinxcontrib_tripreport.core.text.coordinates import Coordinates

BERLIN = Coordinates(52.52, 13.405)
DUBLIN = Coordinates(53.35, -6.26)
SYDNEY = Coordinates(-33.87, 151.21)
WELLINGTON, SUVA, APIA = (
    Coordinates(-41.29, 174.78),
    Coordinates(-18.14, 178.44),
    Coordinates(-13.83, -171.76),
)
POINTS = st.builds(Coordinates, st.floats(-90, 90), st.floats(-180, 180))


def test_points_on_one_continent_are_in_a_region() -> None:
    frame = frame_around([BERLIN, DUBLIN])
    assert not frame.is_world
    assert frame.west < -9
    assert frame.east < 40
    assert frame.south > 35
    assert frame.north < 70


def test_points_on_several_are_in_the_world() -> None:
    frame = frame_around([BERLIN, SYDNEY])
    assert frame.is_world
    assert frame.place(Coordinates(0, 0)).x == WIDTH / 2
    assert frame.place(Coordinates(0, 180)).x == pytest.approx(WIDTH)
    # The Antarctic is shown if somebody was there.
    assert frame.place(Coordinates(-77.85, 166.67)).y > frame.height
    there = frame_around([BERLIN, Coordinates(-77.85, 166.67)])
    assert there.place(Coordinates(-77.85, 166.67)).y < there.height


def test_equal_earth_has_the_sizes_of_its_paper() -> None:
    # The width by the height of the whole world is 2.05458, as the authors say.
    world = Frame(-90, 90, -180, 180, is_world=True)
    assert pytest.approx(2.05458, abs=0.005) == world.width / world.height


def test_a_region_may_be_across_the_meridian() -> None:
    frame = frame_around([WELLINGTON, SUVA, APIA])
    assert not frame.is_world
    assert frame.west < 174
    assert frame.east > 188
    x = [frame.place(each).x for each in (WELLINGTON, SUVA, APIA)]
    assert x == sorted(x)
    assert x[0] > 0
    assert x[-1] < WIDTH


def test_a_region_of_one_point_shows_where_that_is() -> None:
    frame = frame_around([BERLIN])
    assert frame.north - frame.south == pytest.approx(24)
    assert frame.place(BERLIN) == pytest.approx((WIDTH / 2, frame.height / 2), abs=1)


def test_points_around_a_pole_are_all_on_the_map() -> None:
    points = [Coordinates(89, longitude) for longitude in (0, 60, 120, 180)]
    frame = frame_around(points)
    assert not frame.is_world
    assert all(0 < frame.place(each).x < WIDTH for each in points)


@given(st.lists(POINTS, min_size=1, max_size=6))
def test_all_points_are_on_the_map(points: list[Coordinates]) -> None:
    frame = frame_around(points)
    assert 200 < frame.height <= 720
    assert frame.east - frame.west <= 360
    for point in points:
        x, y = frame.place(point)
        assert -0.1 <= x <= WIDTH + 0.1
        assert -1 <= y <= frame.height + 1 or point.latitude > 84


@given(st.lists(POINTS, min_size=1, max_size=3))
def test_no_land_is_beside_the_map(points: list[Coordinates]) -> None:
    frame = frame_around(points)
    for line in outline_of(frame):
        assert len(line) > 2
        for x, y in line:
            assert -0.1 <= x <= WIDTH + 0.1
            assert -0.1 <= y <= frame.height + 0.1


def test_the_outline_is_small() -> None:
    assert sum(map(len, outline_of(frame_around([BERLIN, SYDNEY])))) < 4_500
    assert sum(map(len, outline_of(frame_around([BERLIN])))) < 800


def test_points_that_cover_each_other_are_one_place() -> None:
    potsdam = Coordinates(52.4, 13.06)
    points = [BERLIN, SYDNEY, potsdam, BERLIN, DUBLIN]
    world = places_on(frame_around(points), points)
    assert [place.members for place in world] == [(0, 2, 3), (1,), (4,)]
    assert world[0].point == frame_around(points).place(BERLIN)


@given(st.lists(POINTS, min_size=1, max_size=8))
def test_places_are_apart_and_have_all_points(points: list[Coordinates]) -> None:
    places = places_on(frame_around(points), points)
    assert sorted(member for place in places for member in place.members) == [*range(len(points))]
    for place in places:
        for other in places:
            x, y = place.point.x - other.point.x, place.point.y - other.point.y
            assert place is other or x * x + y * y >= NEAREST * NEAREST
