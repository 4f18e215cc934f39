"""Days, moments, durations and zones of programmes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.programmes.moments import (
    end_of,
    moment_at,
    name_of_zone,
    read_clock,
    read_day,
    read_day_alone,
    read_duration,
    read_moment,
    zone_of,
)


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ('"Europe/Berlin"', "Europe/Berlin"),
        ("/vendor.example/20200101/Europe/Berlin", "Europe/Berlin"),
        ("/x/America/Argentina/Salta", "America/Argentina/Salta"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("UTC", "UTC"),
        ("Mars/Phobos", ""),
        ("", ""),
        ("../../etc/passwd", ""),
        ("\0", ""),
    ],
)
def test_zones(name: str, zone: str) -> None:
    assert name_of_zone(zone_of(name)) == zone


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-12-27T10:30:00+01:00", datetime(2024, 12, 27, 9, 30, tzinfo=UTC)),
        ("2024-12-27T10:30+0100", datetime(2024, 12, 27, 9, 30, tzinfo=UTC)),
        ("2024-12-27 10:30:00Z", datetime(2024, 12, 27, 10, 30, tzinfo=UTC)),
        ("20241227T103000Z", datetime(2024, 12, 27, 10, 30, tzinfo=UTC)),
        ("20241227T103000", datetime(2024, 12, 27, 10, 30)),
        ("2024-12-27T10:30:00-04:00", datetime(2024, 12, 27, 14, 30, tzinfo=UTC)),
        ("2024.12.27 9:30 pm", datetime(2024, 12, 27, 21, 30)),
        ("2024-12-27", None),
        ("2024-02-30T10:00", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("soon", None),
    ],
)
def test_moments(text: str, moment: datetime | None) -> None:
    assert read_moment(text) == moment


def test_moments_in_a_zone() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    assert read_moment("20241227T103000", berlin) == datetime(2024, 12, 27, 10, 30, tzinfo=berlin)
    inside = read_moment("20241227T103000Z", berlin)
    assert inside is not None
    assert (inside.hour, inside.tzinfo) == (11, berlin)
    offset = read_moment("2024-12-27T10:30:00+05:30")
    assert offset is not None
    assert offset.utcoffset() == timedelta(hours=5, minutes=30)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("0:45", 45),
        ("00:45:00", 45),
        ("1:30", 90),
        ("PT1H30M", 90),
        ("P1D", 1440),
        ("45", 45),
        ("45 min", 45),
        ("2:00:00:00", None),
        ("", None),
        ("0", None),
        ("PT", None),
        ("9999999", None),
        ("99999 min", None),
    ],
)
def test_durations(text: str, minutes: int | None) -> None:
    assert read_duration(text) == (None if minutes is None else timedelta(minutes=minutes))


def test_clocks_and_days() -> None:
    assert (read_clock("0930"), read_clock("12:05am"), read_clock("12pm")) == (
        time(9, 30),
        time(0, 5),
        None,
    )
    assert (read_clock("25:00"), read_clock("x")) == (None, None)
    assert (read_clock("2024-05-07"), read_clock("2018.08.10")) == (None, None)
    assert (read_clock("0900-1030"), read_clock("9:00am-11:00am")) == (time(9), time(9))
    assert read_day_alone(" 2024-05-07 ") == date(2024, 5, 7)
    assert (read_day_alone("2024-05-07 10:00"), read_day_alone("2024-02-30")) == (None, None)
    assert (read_day("2018.08.10"), read_day("20180810"), read_day("1.2.3")) == (
        date(2018, 8, 10),
        date(2018, 8, 10),
        None,
    )
    assert moment_at(date.max, time(1), None) is None
    assert moment_at(None, time(1), None) is None


def test_ends() -> None:
    begins, hour = (
        datetime(2024, 3, 31, 1, 30, tzinfo=ZoneInfo("Europe/Berlin")),
        timedelta(hours=1),
    )
    # At two o'clock the clock is put forward to three.
    assert end_of(begins, None, hour) == datetime(
        2024, 3, 31, 3, 30, tzinfo=ZoneInfo("Europe/Berlin")
    )
    assert end_of(begins, begins - hour, None) is None
    assert end_of(begins, datetime(2024, 3, 31, 4), None) is None
    assert end_of(None, begins, hour) is None
    assert end_of(datetime.max, None, hour) is None
    assert end_of(datetime(2024, 1, 1, tzinfo=UTC), None, None) is None


@given(st.text())
def test_nothing_raises(text: str) -> None:
    readers = (read_day, read_day_alone, read_clock, read_moment, read_duration, zone_of)
    assert len([read(text) for read in readers]) == 6
