"""What the filters of a listing ask for, and how their text is read. Pure."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from sphinxcontrib_tripreport.core.languages.dates import read_date
from sphinxcontrib_tripreport.core.options.values import items_of
from sphinxcontrib_tripreport.core.text.names import is_suffix
from sphinxcontrib_tripreport.core.text.nearest import nearest
from sphinxcontrib_tripreport.core.text.phrases import expected_one_of, quoted
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.slugs import fold, slug

_IN_QUOTES: Final = regex("\\s*(!?)\\s*(?:\"([^\"\n]*)\"|'([^'\n]*)'|“([^”\n]*)”)\\s*(?=[,;\n]|$)")
_RANGE: Final = regex(r"(\d+)\s*(?:-|–|\.\.)\s*(\d+)|(>=|<=|>|<|≥|≤)?\s*(\d+)")
_YEAR: Final = regex(r"\d{4}")
_MONTH: Final = regex(r"(\d{4})-(\d{1,2})")
_RATINGS: Final = (1, 5)
_YEARS: Final = (dt.MINYEAR, dt.MAXYEAR)


class WantedValues(NamedTuple):
    """The values of one filter: at least one of ``some``, if there are any; none of ``none``."""

    some: tuple[str, ...] = ()
    none: tuple[str, ...] = ()


class NumberRange(NamedTuple):
    """A range of numbers, both ends included; None is open."""

    first: int | None = None
    last: int | None = None

    def holds(self, number: int) -> bool:
        """Whether a number lies in the range."""
        return (self.first is None or number >= self.first) and (
            self.last is None or number <= self.last
        )

    def __str__(self) -> str:
        """As an author writes it."""
        if self.first is None:
            return f"<={self.last}"
        if self.last is None:
            return f">={self.first}"
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


class NumberRanges(NamedTuple):
    """The numbers of one filter: in one of ``some``, if there are any; in none of ``none``."""

    some: tuple[NumberRange, ...] = ()
    none: tuple[NumberRange, ...] = ()

    def holds(self, number: int | None) -> bool:
        """Whether a number is wanted; an unknown one is, if numbers are only excluded."""
        if number is None:
            return not self.some
        return (not self.some or any(span.holds(number) for span in self.some)) and not any(
            span.holds(number) for span in self.none
        )

    def holds_any(self, first: int, last: int) -> bool:
        """Whether any number from *first* to *last* is wanted."""
        # Where wanted numbers can begin.
        starts = {first, *(span.first for span in self.some)}
        starts |= {span.last + 1 for span in self.none if span.last is not None}
        return any(
            start is not None and first <= start <= last and self.holds(start) for start in starts
        )

    def __str__(self) -> str:
        """As an author writes it."""
        return ", ".join([*map(str, self.some), *(f"!{span}" for span in self.none)])


def split_values(text: str) -> list[tuple[bool, str]]:
    """The values in *text*, each with whether a ``!`` excludes it.

    They are separated by lines and commas; if there is a ``;``, commas separate nothing. Nor does
    anything inside of quotation marks around a whole value.
    """
    written = text.strip()
    is_flow = written.startswith("[") and written.endswith("]")
    items = list(_items(written[1:-1] if is_flow else items_of(text), ",;\n"))
    if any(end == ";" for *_, end in items):
        items = list(_items(written[1:-1] if is_flow else items_of(text), ";\n"))
    return [(is_excluded, value) for is_excluded, value, _ in items if value]


def _items(text: str, separators: str) -> Iterator[tuple[bool, str, str]]:
    """Each value: whether it is excluded, itself, and the separator after it."""
    bare = re.compile(f"[^{separators}]*")
    position = 0
    while position <= len(text):
        found = _IN_QUOTES.match(text, position)
        if found and text[found.end() : found.end() + 1] in separators:
            is_excluded, value = bool(found[1]), found[2] or found[3] or found[4] or ""
        else:
            found = bare.match(text, position)
            assert found is not None
            value = found[0].strip()
            is_excluded = value.startswith("!")
            value = value.removeprefix("!").strip().strip("\"'“”")
        yield is_excluded, " ".join(value.split()), text[found.end() : found.end() + 1]
        position = found.end() + 1


def read_wanted(text: str) -> WantedValues:
    """Several values; ``!`` excludes one."""
    return _make_wanted(split_values(text))


def read_wanted_people(text: str) -> WantedValues:
    """Several names; as in ``speakers``, ``Jr.`` and the like belong to the name before them."""
    joined: list[tuple[bool, str]] = []
    for is_excluded, value in split_values(text):
        if joined and not is_excluded and is_suffix(fold(value)):
            joined[-1] = joined[-1][0], f"{joined[-1][1]} {value}"
        else:
            joined.append((is_excluded, value))
    return _make_wanted(joined)


def _make_wanted(values: list[tuple[bool, str]]) -> WantedValues:
    if not values:
        raise ValueError("expected one or several values, separated by commas")
    none = tuple(value for is_excluded, value in values if is_excluded)
    some = tuple(value for is_excluded, value in values if not is_excluded)
    excluded = set(map(fold, none))
    if both := [value for value in some if fold(value) in excluded]:
        raise ValueError(f"{' and '.join(quoted(both))} is asked for and excluded")
    return WantedValues(some, none)


def check_word(word: str, known: tuple[str, ...], words: tuple[str, ...]) -> None:
    """Raise ValueError if *word*, one of *words* that an option has, is not *known*."""
    if word in known:
        return
    near = nearest(word, (each for each in known if each not in words), 1)
    which = f"{quoted([word])[0]} is unknown, " if len(words) > 1 else ""
    raise ValueError(which + expected_one_of(known, near))


def read_wanted_words(known: tuple[str, ...]) -> Callable[[str], WantedValues]:
    """The reader of a filter whose values are *known* words; ``*`` stands for any letters."""

    def read(text: str) -> WantedValues:
        wanted = read_wanted(text)
        words = tuple(slug(word) for word in (*wanted.some, *wanted.none))
        for word, plain in zip((*wanted.some, *wanted.none), words, strict=True):
            if "*" not in word and "?" not in word:
                check_word(plain, known, words)
        return wanted

    return read


def _read_spans(text: str, least: int, most: int) -> NumberRanges:
    """Several of ``4``, ``>=4``, ``<3``, ``2018-2020``; ``!`` excludes one.

    :param least: the first of the numbers that there are
    """
    values = split_values(text)
    if not values:
        raise ValueError("expected a number, a range such as 2018-2020, or >=4")
    some = tuple(_span(value) for is_excluded, value in values if not is_excluded)
    none = tuple(_span(value) for is_excluded, value in values if is_excluded)
    if set(some) & set(none):
        raise ValueError("the same is asked for and excluded")
    for span in (*some, *none):
        if (span.first is not None and span.first > most) or (
            span.last is not None and span.last < least
        ):
            raise ValueError(f"expected numbers from {least} to {most}")
    spans = NumberRanges(some, none)
    if some and not spans.holds_any(least, most):
        raise ValueError("all that is asked for is excluded")
    return spans


def read_years(text: str) -> NumberRanges:
    """Several of ``2020``, ``>=2020``, ``<2020``, ``2018-2020``; ``!`` excludes one."""
    return _read_spans(text, *_YEARS)


def read_ratings(text: str) -> NumberRanges:
    """As :func:`read_years`, of numbers from 1 to 5."""
    return _read_spans(text, *_RATINGS)


def _span(text: str) -> NumberRange:
    found = _RANGE.fullmatch(text)
    if found is None:
        raise ValueError("expected a number, a range such as 2018-2020, or >=4")
    if found[1]:
        first, last = int(found[1]), int(found[2])
        if last < first:
            raise ValueError("expected a range that ends after its start")
        return NumberRange(first, last)
    number, sign = int(found[4]), found[3] or ""
    if sign in (">=", "≥"):
        return NumberRange(number)
    if sign in ("<=", "≤"):
        return NumberRange(None, number)
    if sign == ">":
        return NumberRange(number + 1)
    return NumberRange(None, number - 1) if sign == "<" else NumberRange(number, number)


def read_since(text: str) -> dt.date:
    """A date; of a year or a month its first day."""
    return _days(text)[0]


def read_until(text: str) -> dt.date:
    """A date; of a year or a month its last day."""
    return _days(text)[1]


def _days(text: str) -> tuple[dt.date, dt.date]:
    """The first and the last day of what *text* names."""
    written = text.strip()
    if _YEAR.fullmatch(written) and int(written):
        return dt.date(int(written), 1, 1), dt.date(int(written), 12, 31)
    month = _MONTH.fullmatch(written)
    if month and int(month[1]) and 1 <= int(month[2]) <= 12:
        year, number = int(month[1]), int(month[2])
        last = calendar.monthrange(year, number)[1]
        return dt.date(year, number, 1), dt.date(year, number, last)
    day = read_date(text)
    return day, day
