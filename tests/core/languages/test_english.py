"""English without Babel's data is what Babel writes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis.strategies import dates, integers

from sphinxcontrib_tripreport.core.languages import english
from sphinxcontrib_tripreport.core.languages.dates_in_words import format_day, format_days
from sphinxcontrib_tripreport.core.languages.joining import join_names

BY_BABEL = "en-gb"
"""The same language, by a name of which the module does not know that it is English."""


def test_the_other_name_is_left_to_babel() -> None:
    assert BY_BABEL not in english.CODES


@pytest.mark.parametrize("month", range(1, 13))
def test_months_have_their_names(month: int) -> None:
    day = date(2018, month, 9)
    assert format_day(day, "en") == format_day(day, BY_BABEL)


@given(dates(), integers(-500, 500))
def test_days_are_what_babel_writes(first: date, days: int) -> None:
    try:
        last = first + timedelta(days)
    except OverflowError:
        last = first
    for code in english.CODES:
        assert format_days(first, last, code) == format_days(first, last, BY_BABEL)


@pytest.mark.parametrize("count", range(6))
def test_names_are_joined_as_babel_joins_them(count: int) -> None:
    names = ["Ann", "Bob", "Cy", "Dee", "Eve"][:count]
    for code in english.CODES:
        assert join_names(names, code) == join_names(names, BY_BABEL)
