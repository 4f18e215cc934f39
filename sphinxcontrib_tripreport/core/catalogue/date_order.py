"""The order of talks by date."""

from __future__ import annotations

from datetime import date, time
from typing import TypeVar

from sphinxcontrib_tripreport.core.model.talk import Talk

_T = TypeVar("_T")

LAST = date.max
"""In place of an unknown date, after all others."""
DateOrder = tuple[tuple[bool, date], tuple[bool, int], tuple[bool, time], str, str]
"""What talks are sorted by: each fact with whether it is unknown, so that these come last."""


def date_order(talk: Talk, effective_date: date | None) -> DateOrder:
    """What a talk is sorted by: its date, its day's number, its start, then its name.

    Talks without a day of their own come after those of their event's first day.

    :param effective_date: the date that the talk is found under
    """
    number = talk.day_number
    if number is None and talk.day is not None:
        number = 0
    return (
        _none_last(effective_date, LAST),
        _none_last(number, 0),
        _none_last(talk.start, time.max),
        talk.event,
        talk.name,
    )


def _none_last(value: _T | None, unknown: _T) -> tuple[bool, _T]:
    """What to sort a value by, so that None comes after all others."""
    return (value is None, unknown if value is None else value)
