"""Facts on talks and events in words: when, where, what kind. In the project's language."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from babel.core import Locale, UnknownLocaleError

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.languages.dates_in_words import (
    format_day,
    format_day_and_times,
    format_days,
    format_month,
    format_short_day,
    format_short_days,
    format_time,
    format_times,
    format_year,
)
from sphinxcontrib_tripreport.core.languages.locales import find_locale
from sphinxcontrib_tripreport.core.model.audience import PRIVATE
from sphinxcontrib_tripreport.core.model.talk import Talk
from sphinxcontrib_tripreport.messages import _, _n, translatable


def when_in_words(talk: Talk, locale: str) -> str:
    """The day and the times of a talk; empty if nothing is known."""
    day = ""
    if talk.day is not None:
        day = format_day(talk.day, locale)
    elif talk.day_number is not None:
        day = day_number_in_words(talk.day_number)
    times = times_in_words(talk, locale)
    return format_day_and_times(day, times, locale) if day and times else day or times


def times_in_words(talk: Talk, locale: str) -> str:
    """Only the times of a talk."""
    if talk.start is None:
        return ""
    if talk.end is None:
        return format_time(talk.start, locale)
    if talk.end_day is None or _is_after_midnight(talk):
        return format_times(talk.start, talk.end, locale)
    end = format_time(talk.end, locale)
    end = format_day_and_times(format_day(talk.end_day, locale), end, locale)
    return f"{format_time(talk.start, locale)}–{end}"


def _is_after_midnight(talk: Talk) -> bool:
    """Whether a talk ends in the night after its day, so that its times alone say when."""
    if talk.day is None or talk.start is None or talk.end is None or talk.end_day is None:
        return False
    return talk.end_day - talk.day == timedelta(days=1) and talk.end < talk.start


def day_in_words(talk: Talk, locale: str, *, is_short: bool = False) -> str:
    """Only the day of a talk."""
    if talk.day is not None:
        return (format_short_day if is_short else format_day)(talk.day, locale)
    return day_number_in_words(talk.day_number) if talk.day_number is not None else ""


def day_number_in_words(number: int) -> str:
    """A day by its number within the event, from 1."""
    return _("Day %(number)d") % {"number": number}


def days_in_words(
    first: date | None, last: date | None, locale: str, *, is_short: bool = False
) -> str:
    """The days of an event, as far as they are known."""
    known = first if first is not None else last
    if known is None:
        return ""
    format_both = format_short_days if is_short else format_days
    return format_both(known, last, locale)


def around_in_words(
    catalogue: Catalogue, talk: Talk, locale: str, *, is_short: bool = False
) -> str:
    """When about a talk without a date was: the month or the years of its event; else of reports.

    Of reports only the year: they may be written long after the talk.
    """
    first, last = catalogue.days_of(catalogue.events[talk.event]) if talk.event else (None, None)
    first, last = first or last, last or first
    if first is None or last is None:
        told = catalogue.effective_date(talk)
        return format_year(told, locale) if told is not None else ""
    if (first.year, first.month) == (last.year, last.month):
        return format_month(first, locale, is_short=is_short)
    return "–".join(dict.fromkeys(format_year(day, locale) for day in (first, last)))


_KINDS = {
    "keynote": translatable("Keynote"),
    "tutorial": translatable("Tutorial"),
    "workshop": translatable("Workshop"),
    "lightning": translatable("Lightning talk"),
    "panel": translatable("Panel"),
    "poster": translatable("Poster"),
    "open-space": translatable("Open space"),
    "sprint": translatable("Sprint"),
    "other": translatable("Other session"),
}
_STATUSES = {
    "watched": translatable("Watched as a recording"),
    "missed": translatable("Missed"),
    "planned": translatable("Planned"),
    "cancelled": translatable("Cancelled"),
}


def kind_in_words(kind: str) -> str:
    """The name of a kind of talk; empty for an ordinary talk."""
    return _(_KINDS[kind]) if kind in _KINDS else ""


def status_in_words(status: str) -> str:
    """How the author met the talk; empty if they simply attended it."""
    return _(_STATUSES[status]) if status in _STATUSES else ""


def audience_in_words(audience: str) -> str:
    """That something is private; nothing of what everybody may read."""
    return _("Private") if audience == PRIVATE else ""


def withheld_in_words(withheld: int) -> str:
    """That somebody does not want to be named; nothing if nobody does."""
    return _n("name withheld", "names withheld", withheld) if withheld else ""


@cache
def language_in_words(code: str, locale: str) -> str:
    """The name of a language; its code if nobody knows it."""
    try:
        language = Locale.parse(code, sep="-")
        name = language.get_display_name(find_locale(locale)) or code
    except (UnknownLocaleError, ValueError):
        return code
    return name[0].upper() + name[1:]


def rating_in_words(rating: int | None) -> str:
    """A rating as a text that can be read aloud."""
    return _("Rated %(rating)d of 5") % {"rating": rating} if rating is not None else ""
