"""Dates, times and durations: read from any spelling, shown in any language."""

from __future__ import annotations

import contextlib
import datetime
from datetime import date, time

import pytest
from babel import Locale
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.languages.dates import (
    Moment,
    NoSuchDay,
    OtherYear,
    read_date,
    read_day,
    read_duration,
    read_moment,
)
from sphinxcontrib_tripreport.core.languages.dates_in_words import (
    format_day,
    format_day_and_times,
    format_days,
    format_time,
    format_times,
    format_weekday_day,
)

DATES = st.dates(date(1900, 1, 1), date(2999, 12, 31))
LANGUAGES = ["en", "en_GB", "es", "fr", "de", "pt", "it", "nl", "pl", "ru", "uk", "ca", "gl"]


@pytest.mark.parametrize(
    "text",
    [
        "2020-07-23",
        "2020-7-23",
        "2020/07/23",
        "2020.07.23",
        "20200723",
        "2020-07-23T18:00:00Z",
        "2020-07-23T09:00:00.000+02:00",
        "2020-07-23 23:00",
        "2020-07-23 09:00:00 +0200",
        "2020-07-23 10:00:00 UTC",
        "2020-07-23 9:00 PM PST",
        "2020-07-23 10:00:00 America/New_York",
        "2020-07-23 14h00",
        "<2020-07-23 Thu>",
        "Thu 2020-07-23",
        "23.07.2020",
        "23. 7. 2020",
        "23/07/2020",
        "07/23/2020",
        "22:30 07-23-2020",
        "Thursday, 23.07.2020",
        "23 July 2020",
        "July 23, 2020",
        "Jul 23rd, 2020",
        "23rd of July, 2020",
        "2020 July 23",
        "Thu, 23 Jul 2020 10:00:00 GMT",
        "Thu Jul 23 10:00:00 UTC 2020",
        "July 23, 2020 at 10:00 am",
        "2020年7月23日",
        "2020年7月23日(木)",
        "2020年7月23日星期四",
        "２０２０年７月２３日",
        "2020년 7월 23일 목요일",
        "23 de julio de 2020",
        "jueves, 23 de julio de 2020",
        "23 de juliol del 2020",
        "23 juillet 2020",
        "23. Juli 2020",
        "quinta-feira, 23 de julho de 2020",
        "23 lipca 2020 r.",
        "23 июля 2020 г.",
        "четвер, 23 липня 2020 року",
        "23 de xullo de 2020",
    ],
)
def test_read_date(text: str) -> None:
    assert read_date(text) == date(2020, 7, 23)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2 d'abril de 2019", date(2019, 4, 2)),
        ("mar. 3 mars 2020", date(2020, 3, 3)),
        ("mar 3 mar 2020", date(2020, 3, 3)),
        ("9 Feb. 2018", date(2018, 2, 9)),
        ("1er mars 2020", date(2020, 3, 1)),
        ("Sept 3, 2020", date(2020, 9, 3)),
        ("03/04/2020", date(2020, 4, 3)),
        ("п'ятниця, 9 лютого 2018 р.", date(2018, 2, 9)),
    ],
)
def test_read_date_with_traps(text: str, day: date) -> None:
    assert read_date(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "today",
        "2020",
        "2020-07",
        "July 2020",
        "23 July",
        "23 July 20",
        "23 07 July 2020",
        "123 July 2020",
        "23 July June 2020",
        "23 soon 2020",
        "2020-13-13",
        "13/13/2020",
        "32.12.2020",
        "20201301",
        "2020-07-23 25:00",
        "2020-07-23 soon",
        "12020-07-23",
        "1.2.2020 3.4.2021",
        "2020-07/23",
        "2020_07_23!",
        "2020年13月1日",
    ],
)
def test_read_date_refuses(text: str) -> None:
    with pytest.raises(ValueError, match=r"^expected a date such as 2020-07-23$"):
        read_date(text)


@pytest.mark.parametrize("text", ["1899-12-31", "6 May 1889", "1889年5月6日", "01.01.3000"])
def test_years_that_are_not_taken(text: str) -> None:
    for read, written in ((read_date, text), (read_day, text), (read_moment, f"{text} 10:00")):
        with pytest.raises(OtherYear, match=r"^expected a year from 1900 to 2999$"):
            read(written)


@pytest.mark.parametrize(
    "text", ["2020-04-31", "31 April 2020", "31.4.2020", "31 de abril de 2020"]
)
def test_days_that_their_month_does_not_have(text: str) -> None:
    for read, written in ((read_date, text), (read_day, text), (read_moment, f"{text} 10:00")):
        with pytest.raises(NoSuchDay, match=r"^expected a day of 2020-04, which has 30$"):
            read(written)
    assert not isinstance(read_day("2020-02-29"), int)


@pytest.mark.parametrize("text", ["1889-13-01", "0000-01-01"])
def test_no_date_in_any_year(text: str) -> None:
    with pytest.raises(ValueError, match=r"^expected a date such as 2020-07-23$"):
        read_date(text)


@given(DATES, st.sampled_from(LANGUAGES), st.sampled_from(["medium", "long", "full"]))
def test_read_date_understands_what_babel_writes(day: date, language: str, style: str) -> None:
    text = format_date(day, style, locale=Locale.parse(language))
    if "/" in text or "-" in text:
        return  # digits only: the order of day and month cannot be known
    assert read_date(text) == day


@given(DATES)
def test_read_date_understands_iso(day: date) -> None:
    assert read_date(day.isoformat()) == day
    assert read_date(str(datetime.datetime.combine(day, time(9), datetime.UTC))) == day


@given(st.text())
def test_readers_raise_nothing_but_value_errors(text: str) -> None:
    for read in (read_date, read_day, read_moment, read_duration):
        with contextlib.suppress(ValueError):
            read(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2", 2),
        ("02", 2),
        ("60", 60),
        ("day 2", 2),
        ("Day #3", 3),
        ("jour 1", 1),
        ("2日目", 2),
        ("第2天", 2),
        ("2020-07-23", date(2020, 7, 23)),
        ("23 July 2020", date(2020, 7, 23)),
    ],
)
def test_read_day(text: str, day: date | int) -> None:
    assert read_day(text) == day


@pytest.mark.parametrize("text", ["", "0", "61", "-1", "day", "day two", "100"])
def test_read_day_refuses(text: str) -> None:
    with pytest.raises(ValueError, match="or the day's number such as 2"):
        read_day(text)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("09:30", time(9, 30)),
        ("9:30", time(9, 30)),
        ("9.30", time(9, 30)),
        ("9h30", time(9, 30)),
        ("9 h 30", time(9, 30)),
        ("9.30 Uhr", time(9, 30)),
        ("9:30 am", time(9, 30)),
        ("9:30 A.M.", time(9, 30)),
        ("09:30:15", time(9, 30, 15)),
        ("09:30:15.250Z", time(9, 30, 15)),
        ("09:30+02:00", time(9, 30)),
        ("09:30 CEST", time(9, 30)),
        ("09:30 (UTC+02:00)", time(9, 30)),
        ("09:30 Europe/Madrid", time(9, 30)),
        ("14h", time(14)),
        ("14 Uhr", time(14)),
        ("2 pm", time(14)),
        ("2pm", time(14)),
        ("12 pm", time(12)),
        ("12 am", time(0)),
        ("00:00", time(0)),
        ("２３：５９", time(23, 59)),
    ],
)
def test_read_moment_without_a_day(text: str, clock: time) -> None:
    assert read_moment(text) == Moment(clock)


@pytest.mark.parametrize(
    "text",
    [
        "2020-07-23 09:30",
        "2020-07-23T09:30",
        "2020-07-23T09:30:00Z",
        "2020-07-23 09:30:00 +0200",
        "2020-07-23 9h30",
        "2020-07-23, 9:30 am",
        "23.07.2020 09:30",
        "23 July 2020, 9:30",
        "July 23, 2020 at 9:30 am",
    ],
)
def test_read_moment_with_a_day(text: str) -> None:
    assert read_moment(text) == Moment(time(9, 30), date(2020, 7, 23))


@pytest.mark.parametrize(
    "text",
    [
        *("", "9", "24:00", "25:00", "9:60", "9:3", "13 pm", "0 am", "2020-07-23"),
        *("2020-13-01 09:00", "soon 09:00", "09:00 soon", "9:30 x"),
    ],
)
def test_read_moment_refuses(text: str) -> None:
    with pytest.raises(ValueError, match=r"^expected a time such as 09:30"):
        read_moment(text)


@given(st.datetimes(datetime.datetime(1900, 1, 1), datetime.datetime(2999, 12, 31)))
def test_read_moment_understands_iso(moment: datetime.datetime) -> None:
    moment = moment.replace(microsecond=0)
    for text in (moment.isoformat(), str(moment)):
        assert read_moment(text) == Moment(moment.time(), moment.date())


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("45", 45),
        ("45 min", 45),
        ("45 min.", 45),
        ("45m", 45),
        ("45'", 45),
        ("45’", 45),
        ("45-minute", 45),
        ("90 minutes", 90),
        ("90 minutos", 90),
        ("1h", 60),
        ("2 hours", 120),
        ("1 Std.", 60),
        ("1h30", 90),
        ("1h30m", 90),
        ("1 h 30 min", 90),
        ("1 hour and 30 minutes", 90),
        ("1:30", 90),
        ("00:30:00", 30),
        ("1.5 h", 90),
        ("1,5h", 90),
        ("PT45M", 45),
        ("PT1H30M", 90),
        ("P1D", 1440),
        ("44640", 44640),
    ],
)
def test_read_duration(text: str, minutes: int) -> None:
    assert read_duration(text) == minutes


@pytest.mark.parametrize(
    "text", ["", "0", "-5", "h", "min", "abc", "45 bananas", "44641", "1:75", "P", "PT", "1h 30 30"]
)
def test_read_duration_refuses(text: str) -> None:
    with pytest.raises(ValueError, match=r"^expected a duration such as 45"):
        read_duration(text)


@pytest.mark.parametrize(
    ("locale", "day", "full", "clock"),
    [
        ("en", "23 July 2020", "Thursday, 23 July 2020", "09:00"),
        ("", "23 July 2020", "Thursday, 23 July 2020", "09:00"),
        ("xx", "23 July 2020", "Thursday, 23 July 2020", "09:00"),
        ("no such/thing", "23 July 2020", "Thursday, 23 July 2020", "09:00"),
        ("en_US", "July 23, 2020", "Thursday, July 23, 2020", "9:00\N{NO-BREAK SPACE}AM"),
        ("es", "23 de julio de 2020", "jueves, 23 de julio de 2020", "9:00"),
        ("de_XX", "23. Juli 2020", "Donnerstag, 23. Juli 2020", "09:00"),
        ("de_DE.UTF-8", "23. Juli 2020", "Donnerstag, 23. Juli 2020", "09:00"),
        ("zh_CN", "2020年7月23日", "2020年7月23日星期四", "09:00"),
        ("zh-Hant", "2020年7月23日", "2020年7月23日 星期四", "上午9:00"),
        ("ko", "2020년 7월 23일", "2020년 7월 23일 목요일", "오전 9:00"),
        # Babel writes dates and times with these digits in every language.
        ("ar", "23 يوليو 2020", "الخميس، 23 يوليو 2020", "9:00 ص"),
        ("sr@latin", "23. jul 2020.", "četvrtak, 23. jul 2020.", "09:00"),
    ],
)
def test_formats(locale: str, day: str, full: str, clock: str) -> None:
    assert format_day(date(2020, 7, 23), locale) == day
    assert format_weekday_day(date(2020, 7, 23), locale) == full
    assert format_time(time(9), locale) == clock


@pytest.mark.parametrize(
    ("locale", "within_month", "within_year", "across_years"),
    [
        (
            "en",
            "9–11 February 2018",
            "28 February – 2 March 2018",
            "30 December 2018 – 2 January 2019",
        ),
        (
            "es",
            "9–11 de febrero de 2018",
            "28 de febrero – 2 de marzo de 2018",
            "30 de diciembre de 2018 – 2 de enero de 2019",
        ),
        ("ja", "2018年2月9日～11日", "2018年2月28日～3月2日", "2018年12月30日～2019年1月2日"),
    ],
)
def test_format_days(locale: str, within_month: str, within_year: str, across_years: str) -> None:
    assert format_days(date(2018, 2, 9), date(2018, 2, 11), locale) == within_month
    assert format_days(date(2018, 2, 28), date(2018, 3, 2), locale) == within_year
    assert format_days(date(2018, 12, 30), date(2019, 1, 2), locale) == across_years


@pytest.mark.parametrize(
    ("locale", "times", "day_and_times"),
    [
        ("en", "09:00–10:30", "23 July 2020, 09:00–10:30"),
        ("xx", "09:00–10:30", "23 July 2020, 09:00–10:30"),
        ("de", "09:00–10:30", "23. Juli 2020, 09:00–10:30"),
        ("pl", "09:00–10:30", "23 lipca 2020 09:00–10:30"),
        ("ja", "9:00～10:30", "2020年7月23日 9:00～10:30"),
        ("ko", "오전 9:00 ~ 오전 10:30", "2020년 7월 23일 오전 9:00 ~ 오전 10:30"),
        ("ar", "9:00 ص–10:30 ص", "23 يوليو 2020، 9:00 ص–10:30 ص"),
    ],
)
def test_format_times(locale: str, times: str, day_and_times: str) -> None:
    assert format_times(time(9), time(10, 30), locale).replace("\N{NO-BREAK SPACE}", " ") == times
    day = format_day(date(2020, 7, 23), locale)
    assert format_day_and_times(day, times, locale) == day_and_times


def test_a_day_and_times_may_hold_braces() -> None:
    assert format_day_and_times("{0}", "{x}", "en") == "{0}, {x}"


def test_format_days_of_one_day_and_in_the_wrong_order() -> None:
    first, last = date(2018, 2, 9), date(2018, 2, 11)
    assert format_days(first, None, "en") == format_days(first, first, "en") == "9 February 2018"
    assert format_days(last, first, "en") == format_days(first, last, "en")


def test_a_range_of_the_same_month_in_two_years_names_both() -> None:
    assert format_days(date(2018, 2, 9), date(2019, 2, 11), "en") == (
        "9 February 2018 – 11 February 2019"
    )


def test_a_language_without_a_pattern_of_ranges_joins_two_dates(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Locale, "interval_formats", {})
    text = format_days(date(2031, 2, 9), date(2031, 2, 11), "fr")
    assert text == "9 février 2031 – 11 février 2031"


@given(DATES, DATES, st.text(max_size=12))
def test_formats_never_raise(first: date, last: date, locale: str) -> None:
    assert format_day(first, locale)
    assert format_days(first, last, locale)
    assert format_times(time(9), time(13), locale)
    assert format_day_and_times("Day 2", "09:00", locale)
