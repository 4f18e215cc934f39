"""What passes the filters of a query. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from sphinxcontrib_tripreport.core.queries.filter_keys import Meanings
from sphinxcontrib_tripreport.core.queries.filters import NumberRanges
from sphinxcontrib_tripreport.core.queries.query import Query

Test = Callable[[Any], bool]
"""Whether a thing passes one filter."""


class Tests:
    """Makes the tests of a query's filters."""

    def __init__(self, query: Query, meanings: Meanings) -> None:
        self._query = query
        self._meanings = meanings

    def test_of(self, name: str, keys_of: Callable[[Any], Iterable[str]]) -> Test | None:
        """The test of a filter that names something; None if the query does not have it.

        :param keys_of: from a thing to the keys that it is found by
        """
        if name not in self._meanings:
            return None
        some, none = self._meanings.keys(name)

        def test(thing: Any) -> bool:
            keys = set(keys_of(thing))
            return (some is None or not some.isdisjoint(keys)) and none.isdisjoint(keys)

        return test

    def test_of_time(self, day_of: Callable[[Any], dt.date | None]) -> Test | None:
        """The test of all filters of time; None if the query has none.

        :param day_of: from a thing to the day that it is found under; None if nobody knows it
        """
        query = self._query
        if query.year is None and query.since is None and query.until is None:
            return None
        years = query.year or NumberRanges()

        def test(thing: Any) -> bool:
            day = day_of(thing)
            if day is None:
                return query.since is None and query.until is None and years.holds(None)
            return (
                years.holds(day.year)
                and (query.since is None or day >= query.since)
                and (query.until is None or day <= query.until)
            )

        return test


def passing(things: Iterable[Any], tests: Iterable[Test | None]) -> Iterator[Any]:
    """The things that pass all tests."""
    given = [test for test in tests if test is not None]
    return (thing for thing in things if all(test(thing) for test in given))
