"""What listings say of when something was."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from sphinxcontrib_tripreport.core.catalogue.takeaways import KnownTakeaway
from sphinxcontrib_tripreport.core.languages.dates_in_words import (
    format_day,
    format_short_day,
    format_time,
)
from sphinxcontrib_tripreport.core.model.records import Event, Report
from sphinxcontrib_tripreport.core.model.talk import Talk
from sphinxcontrib_tripreport.views.context import Context
from sphinxcontrib_tripreport.views.in_words import around_in_words, day_in_words, days_in_words


class ApproximateDate(NamedTuple):
    """When about a talk was whose day nobody gave."""

    day: str
    """Its number, if that is known."""
    period: str
    """A month or a year."""


def start_time(context: Context, talk: Talk) -> str:
    """Where a talk is in the table of its day: a time without a day has no place in one."""
    has_day = talk.day is not None or talk.day_number is not None
    return format_time(talk.start, context.locale) if has_day and talk.start is not None else ""


def minute_of(time: dt.time | None) -> str:
    """A time in minutes of its day."""
    return str(time.hour * 60 + time.minute) if time is not None else ""


def last_minute(context: Context, talk: Talk) -> str:
    """When a talk ends, in minutes of the day on which it starts."""
    if talk.start is None or talk.end is None:
        return ""
    is_next_day = talk.end_day is not None or talk.end < talk.start
    return str(int(minute_of(talk.end)) + 24 * 60 * is_next_day)


def talk_day(context: Context, talk: Talk, *, is_short: bool = False) -> str | ApproximateDate:
    """The day of a talk, else when about it was."""
    day = day_in_words(talk, context.locale, is_short=is_short)
    if talk.day is not None:
        return day
    period = around_in_words(context.catalogue, talk, context.locale, is_short=is_short)
    return ApproximateDate(day, period) if period else day


def event_days(context: Context, event: Event, *, is_short: bool = False) -> str:
    """The days of an event."""
    return days_in_words(*context.catalogue.days_of(event), context.locale, is_short=is_short)


def report_date(context: Context, report: Report, *, is_short: bool = False) -> str:
    """The day of a report."""
    if report.date is None:
        return ""
    return (format_short_day if is_short else format_day)(report.date, context.locale)


def takeaway_date(context: Context, takeaway: KnownTakeaway) -> str:
    """The day that a takeaway is found under."""
    day = context.catalogue.date_of_takeaway(takeaway)
    return format_day(day, context.locale) if day is not None else ""


def due_day(context: Context, action: KnownTakeaway) -> str:
    """Until when something is to be done."""
    due = action.record.due
    return format_short_day(due, context.locale) if due is not None else ""
