"""Days as headings name them."""

from __future__ import annotations

import datetime as dt

import pytest

from sphinxcontrib_tripreport.core.languages.day_names import (
    Day,
    DayName,
    find_date,
    read_named_day,
    say_no_day,
)

TOLD = dt.date(2018, 3, 3)


@pytest.mark.parametrize(
    ("day", "weekday", "expected"),
    [
        ("2", "", 2),
        ("two", "", 2),
        ("Second", "", 2),
        ("第二天", "", 2),
        ("2日目", "", 2),
        ("6th", "Saturday", DayName(6, None, 5)),
        ("9", "Viernes", DayName(9, None, 4)),
        ("", "Freitag", DayName(None, None, 4)),
        ("12.05.", "Monday", DayName(12, 5, 0)),
        ("9 de febrero", "", DayName(9, 2)),
        ("February 9th", "Fri", DayName(9, 2, 4)),
        ("2月9日", "", DayName(9, 2)),
        ("2018-02-09", "", dt.date(2018, 2, 9)),
        ("9 February 2018", "Friday", dt.date(2018, 2, 9)),
        ("99", "", None),
        ("32", "Friday", None),
        ("32.13.", "", None),
        ("", "", None),
    ],
)
def test_what_is_named(day: str, weekday: str, expected: Day | None) -> None:
    assert read_named_day(day, weekday) == expected


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("31 April", "“31 April” is no day: that month has 30 days."),
        ("31.04.", "“31.04.” is no day: that month has 30 days."),
        ("2月30日", "“2月30日” is no day: that month has 29 days."),
        ("29 February", ""),
        # No day of any month, no month, no number.
        ("32 April", ""),
        ("31.13.", ""),
        ("April", ""),
    ],
)
def test_a_day_that_its_month_does_not_have(day: str, said: str) -> None:
    assert say_no_day(day) == said


@pytest.mark.parametrize(
    ("name", "event", "report", "expected"),
    [
        (DayName(9, None, 4), None, TOLD, "2018-02-09"),
        (DayName(9, None, 4), dt.date(2018, 2, 8), TOLD, "2018-02-09"),
        (DayName(None, None, 4), dt.date(2018, 2, 8), None, "2018-02-09"),
        (DayName(None, None, 4), None, TOLD, "2018-03-02"),
        (DayName(9, 2), None, TOLD, "2018-02-09"),
        (DayName(1, 1), None, dt.date(2017, 12, 30), "2018-01-01"),
        (DayName(30, 12), None, dt.date(2018, 1, 2), "2017-12-30"),
        (DayName(9, None, 0), dt.date(2018, 2, 9), None, "2018-04-09"),
        (DayName(9, 2), None, None, None),
    ],
)
def test_dates(
    name: DayName, event: dt.date | None, report: dt.date | None, expected: str | None
) -> None:
    found = find_date(name, event, report)
    assert (found.isoformat() if found else None) == expected
