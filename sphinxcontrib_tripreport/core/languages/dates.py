"""Dates, times and durations, read from any spelling. Needs Babel only."""

from __future__ import annotations

import datetime
from calendar import monthrange
from functools import lru_cache
from typing import Final, NamedTuple

from babel import Locale

from sphinxcontrib_tripreport.core.languages import WITH_LETTERS
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.slugs import fold

_EXPECTED_DATE: Final = "expected a date such as 2020-07-23"
_EXPECTED_DAY: Final = "expected a date such as 2020-07-23, or the day's number such as 2"
_EXPECTED_TIME: Final = "expected a time such as 09:30, or 2020-07-23 09:30"
_EXPECTED_DURATION: Final = "expected a duration such as 45, 45 min or 1h30"
YEARS: Final = range(1900, 3000)
"""What is read as a year, here and by the script that filters listings."""
_EXPECTED_YEAR: Final = f"expected a year from {YEARS[0]} to {YEARS[-1]}"
_DAYS_OF_EVENT: Final = range(1, 61)
_MONTHS: Final = range(1, 13)
_DAYS: Final = range(1, 32)
_MINUTES: Final = range(1, 1440 * 31 + 1)

_ENGLISH: Final = ("en_GB", "en")
_LANGUAGES: Final = (*_ENGLISH, *WITH_LETTERS[1:])
# Words between the parts of a date: 23rd of July, 23 de julio del 2020, 23 июля 2020 года.
_FILLERS: Final = frozenset(
    {"st", "nd", "rd", "th", "of", "the", "on", "at", "de", "del", "do", "da", "d", "el", "le"}
    | {"la", "les", "er", "ere", "den", "der", "am", "dia", "dnia", "г", "года", "р", "року", "r"}
    | {"roku"}
)

_ZONE: Final = (
    r"(?: ?\(?(?:z|(?:utc|gmt)?[+-]\d{2}(?::?\d{2})?|utc|gmt|[aecmpwj](?:e?st|dt|et)"
    r"|cest|eest|west|bst|ist|msk|aest|aedt|[a-z]+(?:/[a-z_]+)+)\)?(?!\w))?"
)
_CLOCK: Final = (
    r"(?:[01]?\d|2[0-3])[:h][0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?(?: ?[ap]\.?m\b\.?)?"
    # UTC+2, and Go's two names for one zone: -0700 PDT.
    r"(?: ?\(?(?:utc|gmt)?[+-]\d\)?(?![\w:])"
    rf"|{_ZONE}(?: ?\(?(?:utc|gmt|[aecmpwj](?:e?st|dt|et)|cest|eest|bst|ist)\)?)?(?![\w:]))"
)
_TIME_BESIDE_DATE: Final = regex(rf"(?:(?<=\d)t|(?<![\w:.-])(?:at |@ ?)?){_CLOCK}")
_YEAR_FIRST: Final = regex(r"(\d{4})([-/.]) ?(\d{1,2})\2 ?(\d{1,2})\.?")
_YEAR_LAST: Final = regex(r"(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4})")
_COMPACT: Final = regex(r"(\d{4})(\d{2})(\d{2})")
_EAST_ASIAN: Final = regex(
    r"(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日号號일]"
    r"(?: ?\(?(?:[日月火水木金土](?:曜日?)?|(?:星期|周|週)[一二三四五六日天]"
    r"|[일월화수목금토](?:요일)?)\)?)?"
)
_IN_WORDS: Final = regex(r"[\w ,./'()-]+")
_PART: Final = regex(r"\d+|[^\W\d_]+")

_DAY_NUMBER: Final = regex(
    r"(?:(?:day|dia|jour|tag|giorno|dag|dzien|день|d) ?)?#?(\d{1,2})"
    r"|第? ?(\d{1,2}) ?(?:日目?|天|일차)"
)
_MOMENT: Final = regex(
    # The lazy "??" reads "9 h 30" as a time before it tries "9 h" as a date.
    r"(?:(?P<day>.+?)(?:(?<=\d)t|,? at |[ ,]) ?)??"
    r"(?P<hour>\d{1,2})"
    r"(?:(?:[:.]| ?h ?)(?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,]\d+)?)?)?"
    rf"(?P<unit> ?(?:h|uhr|hrs?)\b\.?)?(?: ?(?P<half>[ap])\.?m\b\.?)?{_ZONE}"
)
_CLOCK_DURATION: Final = regex(r"(\d{1,3}):([0-5]\d)(?::[0-5]\d)?")
_ISO_DURATION: Final = regex(r"p(?:(\d{1,3})d)?(?:t(?:(\d{1,4})h)?(?:(\d{1,5})m)?(?:\d+s)?)?")
_HOURS: Final = (
    r"(?:h|hrs?|hours?|horas?|heures?|stunden?|std|or[ae]|uur|godz|godzin[ay]?|час(?:а|ов)?)"
)
_MINUTE_UNIT: Final = r"(?:m|mins?|minut(?:e|en|es|o|os|i|a|y)?|мин(?:ут[аы]?)?|')"
_DURATION: Final = regex(
    rf"(?:(?P<hours>\d{{1,4}}(?:[.,]\d{{1,2}})?) ?{_HOURS}\b\.?|(?P<joined>\d{{1,4}})h(?=\d))?"
    rf"(?:(?: |,|and)*(?P<minutes>\d{{1,5}})(?: ?-?{_MINUTE_UNIT}\.?)?)?"
)


class Moment(NamedTuple):
    """A time in the event's own zone; the day if it was written too."""

    time: datetime.time
    day: datetime.date | None = None


class NoSuchDay(ValueError):
    """A date whose month is shorter, such as 31 April."""


class OtherYear(ValueError):
    """A date, but in a year that is not within YEARS."""


def read_date(text: str) -> datetime.date:
    """The date in ``text``, in any spelling blog engines use; a time beside it is ignored.

    If a number may be day or month, the day comes first.

    :raises ValueError: for what is no date
    :raises OtherYear: for a date that is not within YEARS
    """
    core = _TIME_BESIDE_DATE.sub(" ", fold(text), count=1).strip(" ,-|@<>[]")
    if match := _COMPACT.fullmatch(core) or _EAST_ASIAN.fullmatch(core):
        return _make_date(*match.groups())
    if match := _YEAR_FIRST.search(core) or _YEAR_LAST.search(core):
        if not _is_only_weekday(core[: match.start()] + core[match.end() :]):
            raise ValueError(_EXPECTED_DATE)
        first, month, last = match[1], match[3], match[4]
        year, day = (first, last) if len(first) == 4 else (last, first)
        if len(last) == 4 and int(month) > 12 >= int(day):
            day, month = month, day
        return _make_date(year, month, day)
    return _read_date_in_words(core)


def other_date(text: str) -> datetime.date | None:
    """The date in ``text`` if the month comes first where :func:`read_date` has the day.

    None if there is only one way to read it: ``23/07/2020``, ``04/04/2020``, ``03.04.2020``.
    """
    core = _TIME_BESIDE_DATE.sub(" ", fold(text), count=1)
    match = _YEAR_LAST.search(core)
    if match is None or match[2] == "." or match[1] == match[3]:
        return None
    if max(int(match[1]), int(match[3])) > 12:
        return None
    return _make_date(match[4], match[1], match[3])


def read_day(text: str) -> datetime.date | int:
    """A date, or the number of a day within an event (1 to 60): ``2`` or ``day 2``.

    :raises ValueError: for anything else, as :func:`read_date` does
    """
    if match := _DAY_NUMBER.fullmatch(fold(text)):
        number = int(match[1] or match[2])
        if number in _DAYS_OF_EVENT:
            return number
        raise ValueError(_EXPECTED_DAY)
    try:
        return read_date(text)
    except (NoSuchDay, OtherYear):
        raise
    except ValueError:
        raise ValueError(_EXPECTED_DAY) from None


def read_moment(text: str) -> Moment:
    """The time in ``text`` and the date before it, if there is one.

    Times are those of the event's own zone: a ``Z``, an offset or the usual short name of a zone
    after the time is accepted and ignored.

    :raises ValueError: for what is no time of a day
    :raises OtherYear: as :func:`read_date` does
    """
    match = _MOMENT.fullmatch(fold(text))
    if not match or not (match["minute"] or match["unit"] or match["half"]):
        raise ValueError(_EXPECTED_TIME)
    hour = int(match["hour"])
    if match["half"]:
        if not 1 <= hour <= 12:
            raise ValueError(_EXPECTED_TIME)
        hour = hour % 12 + (12 if match["half"] == "p" else 0)
    try:
        time = datetime.time(hour, int(match["minute"] or 0), int(match["second"] or 0))
        return Moment(time, read_date(match["day"]) if match["day"] else None)
    except (NoSuchDay, OtherYear):
        raise
    except ValueError:
        raise ValueError(_EXPECTED_TIME) from None


def read_duration(text: str) -> int:
    """The minutes in ``text``: ``45``, ``45 min``, ``1h30``, ``1:30``, ``PT45M``.

    :raises ValueError: for anything else, for none, and for more than 31 days
    """
    minutes = _count_minutes(fold(text))
    if minutes not in _MINUTES:
        raise ValueError(_EXPECTED_DURATION)
    return minutes


def _make_date(year: str, month: str, day: str) -> datetime.date:
    try:
        date = datetime.date(int(year), int(month), int(day))
    except ValueError:
        if int(month) in _MONTHS and int(day) in _DAYS and int(year) in YEARS:
            days = monthrange(int(year), int(month))[1]
            raise NoSuchDay(f"expected a day of {year}-{int(month):02}, which has {days}") from None
        raise ValueError(_EXPECTED_DATE) from None
    if date.year not in YEARS:
        raise OtherYear(_EXPECTED_YEAR)
    return date


def _is_only_weekday(rest: str) -> bool:
    if not _IN_WORDS.fullmatch(rest):
        return not rest
    words = set(_PART.findall(rest))
    return words <= _weekdays(_ENGLISH) or words <= _weekdays(_LANGUAGES)


def _read_date_in_words(core: str) -> datetime.date:
    """Read ``Thu, 23rd of July 2020`` and the like, whatever the order."""
    if not _IN_WORDS.fullmatch(core):
        raise ValueError(_EXPECTED_DATE)
    parts = _PART.findall(core)
    words = {part for part in parts if not part.isdecimal()} - _FILLERS
    numbers = sorted((part for part in parts if part.isdecimal()), key=len)
    if [len(number) for number in numbers] not in ([1, 4], [2, 4]):
        raise ValueError(_EXPECTED_DATE)
    day, year = numbers
    # English by itself first: the other languages take a while to load.
    month = _find_month(words, _ENGLISH) or _find_month(words, _LANGUAGES)
    return _make_date(year, str(month), day)


def _find_month(words: set[str], languages: tuple[str, ...]) -> int:
    """The month that the words name, maybe beside a weekday; 0 if they do not."""
    months = words & _months(languages).keys()
    if len(months) > 1:
        months -= _weekdays(languages)  # "mar." is Tuesday as well as March
    if len(months) != 1 or not words - months <= _weekdays(languages):
        return 0
    return _months(languages)[months.pop()]


@lru_cache(maxsize=2)
def _months(languages: tuple[str, ...]) -> dict[str, int]:
    """The folded names of the months, long and short."""
    return {
        _last_word(name): number
        for language in languages
        for names_by_width in Locale.parse(language).months.values()
        for width in ("wide", "abbreviated")
        for number, name in names_by_width[width].items()
    }


@lru_cache(maxsize=2)
def _weekdays(languages: tuple[str, ...]) -> frozenset[str]:
    """The words in the folded names of the days of the week."""
    return frozenset(
        word
        for language in languages
        for names_by_width in Locale.parse(language).days.values()
        for width in ("wide", "abbreviated", "short")
        for name in names_by_width.get(width, {}).values()
        for word in _PART.findall(fold(name))
    )


def _last_word(name: str) -> str:
    """A name as it is between other words: ``febrer`` for ``de febrer``."""
    *_, last = _PART.findall(fold(name))
    return str(last)


def _count_minutes(folded: str) -> int:
    if match := _CLOCK_DURATION.fullmatch(folded):
        return int(match[1]) * 60 + int(match[2])
    if match := _ISO_DURATION.fullmatch(folded):
        days, hours, minutes = (int(group or 0) for group in match.groups())
        return (days * 24 + hours) * 60 + minutes
    if match := _DURATION.fullmatch(folded):
        hours_written = match["hours"] or match["joined"] or "0"
        return round(float(hours_written.replace(",", ".")) * 60) + int(match["minutes"] or 0)
    return 0
