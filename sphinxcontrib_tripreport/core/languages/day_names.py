"""Days as headings name them: by number, weekday or date, often without month or year. Pure."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from contextlib import suppress
from typing import Final, NamedTuple

from sphinxcontrib_tripreport.core.languages.calendar_words import months, numbers, weekdays
from sphinxcontrib_tripreport.core.languages.dates import read_date
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.slugs import fold

_NUMERIC: Final = regex(r"(\d{1,2})[./]\s?(\d{1,2})\.?")
_EAST_ASIAN: Final = regex(r"(?:\d{4}\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号號일]")
_IN_WORDS: Final = regex(r"\d+|[^\W\d_]+")
_EAST_ASIAN_NUMBER: Final = regex(r"第?([一二三四五六七])\s?(?:日目?|天|号|號)")
_DIGITS: Final = "一二三四五六七"
_LEAP_YEAR: Final = 2000
_LONG_AGO: Final = dt.timedelta(days=100)
_SOON: Final = 6
"""How many days after its date a report can still tell of."""
_YEARS_BACK: Final = 3
_DAYS_OF_EVENT: Final = range(1, 61)


class DayName(NamedTuple):
    """A day by as much of its date as a heading says; at least one of these is not None."""

    day: int | None = None
    """Of the month."""
    month: int | None = None
    weekday: int | None = None
    """Monday is 0."""


Day = dt.date | int | DayName
"""A date, the day's number within the event from 1, or what is known of its date."""


def read_named_day(day: str, weekday: str) -> Day | None:
    """The day that the fields ``{day}`` and ``{weekday}`` name; None if they name none.

    A number beside a weekday is a day of the month, by itself it is the day's number.
    """
    of_week = weekdays().get(fold(weekday).rstrip(".")) if weekday else None
    if not day:
        return DayName(weekday=of_week) if of_week is not None else None
    folded = fold(day)
    with suppress(ValueError):
        return read_date(folded)
    of_month, month = _day_and_month(folded)
    if month is not None and of_month is not None:
        return DayName(of_month, month, of_week) if _exists(of_month, month) else None
    if of_month is None:
        of_month = _number(folded)
    if of_month is None or of_week is None:
        return of_month if of_month in _DAYS_OF_EVENT else None
    return DayName(of_month, None, of_week) if _exists(of_month, 1) else None


def _day_and_month(folded: str) -> tuple[int | None, int | None]:
    if found := _NUMERIC.fullmatch(folded):
        first, second = int(found[1]), int(found[2])
        return (second, first) if second > 12 >= first else (first, second)
    if found := _EAST_ASIAN.fullmatch(folded):
        return int(found[2]), int(found[1])
    words = _IN_WORDS.findall(folded)
    digits = next((int(word) for word in words if word.isdecimal()), None)
    return digits, next((months()[word] for word in words if word in months()), None)


def _number(folded: str) -> int | None:
    if found := _EAST_ASIAN_NUMBER.fullmatch(folded):
        return _DIGITS.index(found[1]) + 1
    return next((numbers()[word] for word in _IN_WORDS.findall(folded) if word in numbers()), None)


def _exists(of_month: int, month: int) -> bool:
    return 1 <= month <= 12 and 1 <= of_month <= _days_in(month)


def _days_in(month: int) -> int:
    return monthrange(_LEAP_YEAR, month)[1]


def say_no_day(day: str) -> str:
    """What is wrong with a day that its month does not have; nothing if it is no such day."""
    of_month, month = _day_and_month(fold(day))
    if of_month is None or month is None or month not in range(1, 13):
        return ""
    if not _days_in(month) < of_month <= 31:
        return ""
    return f"“{day}” is no day: that month has {_days_in(month)} days."


def find_date(name: DayName, event: dt.date | None, report: dt.date | None) -> dt.date | None:
    """The date that a name means; None if nothing says when the event was.

    :param event: the event's first day: the date is the first one from there on
    :param report: the report's date, used without the former: the date is the last one up to
        then; one soon after if the last one is long ago, because some write while the event goes on
    """
    if event is not None:
        return next((day for day in _days(event, 1, 60) if _fits(day, name)), None)
    if report is None:
        return None
    before = next((day for day in _days(report, -1, 366 * _YEARS_BACK) if _fits(day, name)), None)
    if before is not None and report - before < _LONG_AGO:
        return before
    return next((day for day in _days(report, 1, _SOON) if _fits(day, name)), before)


def _days(start: dt.date, step: int, count: int) -> list[dt.date]:
    return [start + dt.timedelta(days=step * number) for number in range(count)]


def _fits(day: dt.date, name: DayName) -> bool:
    return (
        name.day in (None, day.day)
        and name.month in (None, day.month)
        and name.weekday in (None, day.weekday())
    )
