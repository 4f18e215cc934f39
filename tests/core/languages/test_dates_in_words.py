"""Dates and times in words, as a language writes them."""

from __future__ import annotations

import datetime

import pytest

from sphinxcontrib_tripreport.core.languages.dates_in_words import (
    format_day,
    format_days,
    format_month,
    format_month_name,
    format_short_day,
    format_short_days,
    format_times,
    format_year,
)
from tests.tools.babel_data import by_babel

FEBRUARY = datetime.date(2018, 2, 9)


@pytest.mark.parametrize(
    ("locale", "days", "months"),
    [
        ("en", "9–11 February 2018", "30 January – 2 February 2018"),
        ("it", "9–11 febbraio 2018", "30 gennaio – 2 febbraio 2018"),
        ("sr", "9.–11. фебруар 2018.", "30. јануар – 2. фебруар 2018."),
        ("hr", "9. – 11. veljače 2018.", "30. siječnja – 2. veljače 2018."),
        ("cs", "9.–11. února 2018", "30. ledna – 2. února 2018"),
        ("sk", "9. – 11. februára 2018", "30. januára – 2. februára 2018"),
        (
            "ko",
            "2018년 2월 9일~11일",
            by_babel("2018년 1월 30일 ~ 2월 2일", "2018년 1월 30일~2월 2일"),
        ),
        (
            "he",
            "9–11 בפברואר 2018",
            by_babel("30 ינואר – 2 פברואר 2018", "30 בינואר – 2 בפברואר 2018"),
        ),
        (
            "fa",
            by_babel("9 تا 11 فوریهٔ 2018", "9 تا 11 فوریه 2018"),
            by_babel("30 ژانویه تا 2 فوریهٔ 2018", "30 ژانویه تا 2 فوریه 2018"),
        ),
        ("sw", "9 – 11 Februari 2018", "30 Januari 2018 – 2 Februari 2018"),
    ],
)
def test_ranges_are_written_like_single_days(locale: str, days: str, months: str) -> None:
    assert format_days(FEBRUARY, datetime.date(2018, 2, 11), locale) == days
    assert format_days(datetime.date(2018, 1, 30), datetime.date(2018, 2, 2), locale) == months


@pytest.mark.parametrize(
    ("locale", "times"),
    [
        ("de", "09:00–10:30"),
        ("fa", "9:00 تا 10:30"),
        ("bg", "9:00 – 10:30"),
        ("th", by_babel("09:00 – 10:30", "09:00 น. – 10:30 น.")),
        ("ja", "9:00～10:30"),
        ("es_CO", "9:00 a. m. a 10:30 a. m."),
        ("no such/thing", "09:00–10:30"),
    ],
)
def test_ranges_of_times(locale: str, times: str) -> None:
    shown = format_times(datetime.time(9), datetime.time(10, 30), locale)
    assert shown.replace("\N{NO-BREAK SPACE}", " ") == times


@pytest.mark.parametrize("locale", ["und", "az-Arab", "mul", "zxx", "root", "xx"])
def test_languages_without_dates_have_english_ones(locale: str) -> None:
    assert format_day(FEBRUARY, locale) == "9 February 2018"


@pytest.mark.parametrize(
    ("locale", "day", "month", "short", "year"),
    [
        ("en", "9 Feb 2018", "February 2018", "Feb 2018", "2018"),
        ("es", "9 feb 2018", "febrero de 2018", "feb 2018", "2018"),
        ("ja", "2018年2月9日", "2018年2月", "2018年2月", "2018年"),
    ],
)
def test_parts_of_dates(locale: str, day: str, month: str, short: str, year: str) -> None:
    assert format_short_day(FEBRUARY, locale) == day
    assert format_month(FEBRUARY, locale) == month
    assert format_month(FEBRUARY, locale, is_short=True) == short
    assert format_year(FEBRUARY, locale) == year


def test_ranges_with_short_names_of_months() -> None:
    last = datetime.date(2018, 2, 11)
    assert format_short_days(FEBRUARY, last, "en") == "9–11 Feb 2018"
    assert format_short_days(last, FEBRUARY, "en") == "9–11 Feb 2018"
    assert format_short_days(FEBRUARY, FEBRUARY, "en") == "9 Feb 2018"
    assert format_short_days(FEBRUARY, None, "en") == "9 Feb 2018"


@pytest.mark.parametrize(
    ("locale", "name", "short"),
    [
        ("en", "July", "Jul"),
        ("ja", "7月", "7月"),
        ("de", "Juli", "Juli"),
        ("nl", "juli", "jul"),
        ("ru", "июль", "июл."),
        ("zh", "七月", "7月"),
        ("ca", "juliol", "jul."),
    ],
)
def test_the_name_of_a_month_alone(locale: str, name: str, short: str) -> None:
    assert format_month_name(7, locale) == name
    assert format_month_name(7, locale, is_short=True) == short
