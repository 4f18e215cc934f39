"""Dates and lists in British English as Babel writes them, without its data.

Loading the data of a language takes 5 MB and a hundredth of a second; most projects are in English,
and have no other use for it. Pure.
"""

from __future__ import annotations

import datetime
from typing import Final

CODES: Final = frozenset(("en", "en_GB", "en-GB"))
"""What the language is called."""
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def write_day(day: datetime.date) -> str:
    """A date in words, ``23 July 2020``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def write_days(first: datetime.date, last: datetime.date) -> str:
    """A range of two different dates in words, ``9–11 February 2018``."""
    if first.year != last.year:
        start = write_day(first)
    elif first.month != last.month:
        start = f"{first.day} {_MONTHS[first.month - 1]}"
    else:
        return f"{first.day}\N{EN DASH}{write_day(last)}"
    return f"{start} \N{EN DASH} {write_day(last)}"
