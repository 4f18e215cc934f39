"""Where a place is, from every spelling."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.text.coordinates import (
    Coordinates,
    coordinates_in,
    plain,
    read_coordinates,
)


@pytest.mark.parametrize(
    "text",
    [
        "52.52, 13.405",
        "52.52 13.405",
        "52.52/13.405",
        "[52.52, 13.405]",
        "52.52\n13.405",
        "lat <52.52>\nlon <13.405>",
        "{lat: 52.52, lon: 13.405}",
        "longitude=13.405, latitude=52.52",
        "52.52°N 13.405°E",
        "52.52N, 13.405E",
        "N52.52 E13.405",
        "E 13.405 N 52.52",
        "52,52 13,405",
        "52,52; 13,405",
        "52,52, 13,405",
        "52°31′12″N 13°24′18″E",
        "52° 31' 12\" N, 13° 24' 18\" E",
        "13°24’18’’ e 52°31’12’’ n",
    ],
)
def test_a_point_is_read(text: str) -> None:
    assert read_coordinates(text) == Coordinates(52.52, 13.405)


@pytest.mark.parametrize(
    ("text", "latitude", "longitude"),
    [
        ("0, 0", 0, 0),
        ("-33.9,151.2", -33.9, 151.2),
        ("−33.9, −151.2", -33.9, -151.2),
        ("33.9S 151.2W", -33.9, -151.2),
        ("52°31′N 13°24′E", 52.516667, 13.4),
        ("-90, +180", -90, 180),
        ("lat: -1.5 lng: -2.5", -1.5, -2.5),
    ],
)
def test_signs_and_minutes(text: str, latitude: float, longitude: float) -> None:
    assert read_coordinates(text) == (latitude, longitude)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("52.52", "expected a latitude and a longitude such as “52.52, 13.405”"),
        ("52.52, ", "expected a latitude and a longitude"),
        ("lat: 52.52", "expected a latitude and a longitude"),
        ("52.52, 13.405, 34", "expected a latitude and a longitude"),
        ("52.52N 13.405N", "expected a latitude and a longitude"),
        ("52.52N 13.405", "expected a latitude and a longitude"),
        ("Berlin", "expected a latitude and a longitude"),
        ("52.52, 13.405 Berlin", "expected a latitude and a longitude"),
        ("nan, inf", "expected a latitude and a longitude"),
        ("", "expected a latitude and a longitude"),
        ("52°75′N 13°E", "expected less than 60 minutes and seconds"),
        ("139.69, 35.68", "Did you mean “35.68, 139.69”?"),
        ("lat: 139.69, lon: 35.68", "Did you mean “35.68, 139.69”?"),
        ("10, 200", "Did you mean “10, -160”?"),
        ("10, -200", "Did you mean “10, 160”?"),
        ("200, 300", "expected a latitude from -90 to 90, then a longitude from -180 to 180."),
        ("10, 900", "then a longitude from -180 to 180."),
        ("10, -900", "then a longitude from -180 to 180."),
    ],
)
def test_what_is_no_point(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        read_coordinates(text)


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_what_is_shown_is_read(latitude: float, longitude: float) -> None:
    shown = str(Coordinates(latitude, longitude))
    read = read_coordinates(shown)
    assert read == pytest.approx((latitude, longitude), abs=1e-6)
    assert str(read) == shown


@given(st.text(alphabet="0123456789.,;°′'\"NSEW +-−latong<>\n", max_size=30))
def test_anything_is_a_point_or_an_error(text: str) -> None:
    with suppress(ValueError):
        latitude, longitude = read_coordinates(text)
        assert -90 <= latitude <= 90
        assert -180 <= longitude <= 180


def test_degrees_are_plain() -> None:
    assert [*map(plain, (-0.0, -1e-9, 12.5, 100, 1e-5))] == ["0", "0", "12.5", "100", "0.00001"]


def test_points_of_json() -> None:
    assert coordinates_in({"latitude": 1, "longitude": -2.5}) == Coordinates(1, -2.5)
    for value in (
        None, [1, 2], {}, {"latitude": 1}, {"latitude": True, "longitude": 2},
        {"latitude": "1", "longitude": 2}, {"latitude": 91, "longitude": 2},
        {"latitude": 1, "longitude": 181}, {"latitude": float("nan"), "longitude": 2},
        {"latitude": 1, "longitude": float("nan")},
    ):  # fmt: skip
        assert coordinates_in(value) is None
