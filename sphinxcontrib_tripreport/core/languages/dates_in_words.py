"""Dates and times in words, as a language writes them. Needs Babel, but for English dates."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from typing import Final

from babel import Locale
from babel import dates as babel_dates

from sphinxcontrib_tripreport.core.languages import english
from sphinxcontrib_tripreport.core.languages.locales import find_locale

# Of other languages Babel 2.18 has no such names, and gives those of whichever it was asked first.
_DECLINING: Final = frozenset(
    [*("be", "ca", "cs", "el", "fi", "hr", "hsb", "hy", "kk", "lt", "pl", "ru", "sk", "uk")]
)
"""Languages whose months have other names on their own than in a date."""
_DECLINING_SHORT: Final = frozenset({"ca"})
"""Languages whose short names of months differ in the same way."""


def format_day(day: datetime.date, locale: str) -> str:
    """A date in words, ``23 July 2020``; English if the language is unknown."""
    if locale in english.CODES:
        return english.write_day(day)
    return _format_day(day, "long", locale)


def format_short_day(day: datetime.date, locale: str) -> str:
    """A date with the short name of its month, ``23 Jul 2020``."""
    return _format_skeleton(day, "yMMMd", locale)


def format_month(day: datetime.date, locale: str, *, is_short: bool = False) -> str:
    """The month of a date with its year, ``July 2020``."""
    return _format_skeleton(day, "yMMM" if is_short else "yMMMM", locale)


def format_year(day: datetime.date, locale: str) -> str:
    """The year of a date."""
    return _format_skeleton(day, "y", locale)


def format_month_name(month: int, locale: str, *, is_short: bool = False) -> str:
    """The name of a month from 1 to 12, as it is on its own, ``July``."""
    found = find_locale(locale)
    is_alone = found.language in (_DECLINING_SHORT if is_short else _DECLINING)
    names = found.months["stand-alone" if is_alone else "format"]
    return str(names["abbreviated" if is_short else "wide"][month])


def format_weekday_day(day: datetime.date, locale: str) -> str:
    """A date in words with its weekday, ``Thursday, 23 July 2020``."""
    return _format_day(day, "full", locale)


def format_time(time: datetime.time, locale: str) -> str:
    """A time of day without seconds, ``09:00``, as the language writes it."""
    return _format_time(time, locale)


def format_times(first: datetime.time, last: datetime.time, locale: str) -> str:
    """A range of times of one day, ``09:00–10:30``."""
    return f"{_format_time(first, locale)}{_dash(locale)}{_format_time(last, locale)}"


def format_day_and_times(day: str, times: str, locale: str) -> str:
    """A day and times, both in words, as the language writes them beside each other."""
    return _day_and_times(locale).format(times, day)


def format_days(first: datetime.date, last: datetime.date | None, locale: str) -> str:
    """A range of dates in words, ``9–11 February 2018``; one date if both are equal.

    Dates in the wrong order are put right.
    """
    if last is None or last == first:
        return format_day(first, locale)
    if locale in english.CODES:
        return english.write_days(min(first, last), max(first, last))
    return _format_days(min(first, last), max(first, last), locale)


def format_short_days(first: datetime.date, last: datetime.date | None, locale: str) -> str:
    """A range of dates with short names of months, ``9–11 Feb 2018``."""
    if last is None or last == first:
        return format_short_day(first, locale)
    return _format_short_days(min(first, last), max(first, last), locale)


@lru_cache(maxsize=4096)
def _format_day(day: datetime.date, style: str, locale: str) -> str:
    return _plain_spaces(babel_dates.format_date(day, style, locale=find_locale(locale)))


@lru_cache(maxsize=1024)
def _format_skeleton(day: datetime.date, skeleton: str, locale: str) -> str:
    return _plain_spaces(babel_dates.format_skeleton(skeleton, day, locale=find_locale(locale)))


@lru_cache(maxsize=1024)
def _format_short_days(first: datetime.date, last: datetime.date, locale: str) -> str:
    found = find_locale(locale)
    written = babel_dates.format_interval(first, last, "yMMMd", locale=found)
    return _close_days(_plain_spaces(written), found)


@lru_cache(maxsize=4096)
def _format_time(time: datetime.time, locale: str) -> str:
    found = find_locale(locale)
    pattern: str = found.time_formats["short"].pattern
    # Babel's short names of the halves of a day are English in some languages, as in Korean.
    if "a" in pattern and found.day_periods["format"]["abbreviated"].get("am") == "AM":
        pattern = re.sub("a+", "aaaa", pattern)
    return _plain_spaces(babel_dates.format_time(time, pattern, locale=found))


@lru_cache(maxsize=256)
def _day_and_times(locale: str) -> str:
    """The pattern of times ``{0}`` beside a day ``{1}``."""
    return str(find_locale(locale).datetime_formats["long"]).replace("'", "")


@lru_cache(maxsize=256)
def _dash(locale: str) -> str:
    """What is between two times: a sign, or a word with its spaces."""
    ranges = find_locale(locale).interval_formats.get("Hm") or {}
    behind = (ranges.get("H") or ("",))[0].rpartition("m")[2].replace("'", "")
    # The sign alone if there is one: what is before it belongs to the first time.
    sign = re.search(r"\s*[^\w\s.]+\s*$", behind)
    return _plain_spaces(sign[0] if sign else behind or "\N{EN DASH}")


@lru_cache(maxsize=1024)
def _format_days(first: datetime.date, last: datetime.date, locale: str) -> str:
    """Format with the language's own pattern of a range, its months in full."""
    found = find_locale(locale)
    patterns = found.interval_formats
    ranges = patterns.get("yMMMMd") or patterns.get("yMMMd") or {}
    differing = "d" if first.month == last.month else "M"
    if first.year != last.year:
        differing = "y"
    parts = ranges.get(differing)
    # In Swahili there is no month in the first part even if months differ.
    if not parts or len(parts) != 2 or (differing == "M" and not re.search("[ML]", parts[0])):
        return f"{format_day(first, locale)} \N{EN DASH} {format_day(last, locale)}"
    days = zip((first, last), parts, strict=True)
    written = "".join(
        babel_dates.format_date(day, _like_one_day(part, found), locale=found) for day, part in days
    )
    return _close_days(_plain_spaces(written), found)


def _like_one_day(part: str, locale: Locale) -> str:
    """A part of a range's pattern with days and months as a single date has them."""
    one = locale.date_formats["long"].pattern
    if "MMMM" in one:
        # Months are abbreviated in most languages, and numbers with a full stop in Czech.
        part = re.sub(r"(?<!M)(?:MMM(?!M)\.?|M\.)", "MMMM", part)
    return part if "dd" in one else part.replace("dd", "d")


def _close_days(text: str, locale: Locale) -> str:
    """*text* without spaces around the dash between two days of one month, in English.

    Data since Babel 2.19 have them there, as they have between days of two months.
    """
    if locale.language != "en":
        return text
    return re.sub(r"^(\d+) \N{EN DASH} (\d+ )", "\\1\N{EN DASH}\\2", text)


def _plain_spaces(text: str) -> str:
    """Replace the narrow spaces of newer CLDR data: many fonts and LaTeX do not have them."""
    return text.translate({0x2009: " ", 0x202F: "\N{NO-BREAK SPACE}"})
