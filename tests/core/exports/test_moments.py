"""Moments as files for other programs have them."""

from __future__ import annotations

import datetime as dt

import pytest

from sphinxcontrib_tripreport.core.exports.moments import moment

DAY, TIME = dt.date(2024, 5, 7), dt.time(10)


@pytest.mark.parametrize(
    ("day", "time", "zone", "expected"),
    [
        (DAY, TIME, "", "2024-05-07T10:00:00"),
        (DAY, TIME, "Europe/Brussels", "2024-05-07T10:00:00+02:00"),
        (DAY, TIME, "No/Where", "2024-05-07T10:00:00"),
        (DAY, TIME, "../x", "2024-05-07T10:00:00"),
        (None, TIME, "", ""),
        (DAY, None, "", ""),
    ],
)
def test_moments(day: dt.date | None, time: dt.time | None, zone: str, expected: str) -> None:
    assert moment(day, time, zone) == expected
