"""Events that seem to be one: their names nearly agree, and nothing else differs. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import product
from typing import Final, NamedTuple

from sphinxcontrib_tripreport.core.checks.numbers_in_names import numbers_among
from sphinxcontrib_tripreport.core.checks.shared_parts import pairs_that_share
from sphinxcontrib_tripreport.core.text.nearest import is_one_slip
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.slugs import slug

_YEAR: Final = regex(r"(?:19|20)\d\d")
_SHORT_YEAR: Final = regex(r"\d\d")
_AROUND_NUMBER: Final = regex(r"(?<=[^\W\d])(?=\d)|(?<=\d)(?=[^\W\d])")
_LEAST_LETTERS: Final = 6
"""Of a word, in which a letter may be wrong: ``PyCon`` and ``PyConf`` are two."""


class Edition(NamedTuple):
    """An event, as far as it tells which one it is."""

    key: str
    name: str
    start: date | None = None
    is_described: bool = False
    """Whether a data file or a document describes it."""
    weight: int = 0
    """How many talks and reports are on it."""


class NearEvents(NamedTuple):
    """Two events that seem to be one."""

    one: Edition
    """Which is described, or has more talks and reports."""
    other: Edition
    reasons: tuple[str, ...]
    """In plain words, what the names differ in first."""


def near_events(events: Iterable[Edition]) -> list[NearEvents]:
    """The pairs of events that seem to be one, by their keys.

    Events are two if their names have different numbers, such as years, or if they begin on
    different days. A name without a year is that of a year if both begin on one day.
    """
    known = sorted(events)
    found = []
    for i, k in sorted(pairs_that_share(map(_parts, known))):
        one, other = sorted((known[i], known[k]), key=_rank)
        if reasons := _reasons(one, other):
            found.append(NearEvents(one, other, tuple(reasons)))
    return found


def _rank(event: Edition) -> tuple[bool, int, str]:
    return not event.is_described, -event.weight, event.key


def _parts(event: Edition) -> Iterator[str]:
    """What an event has in common with those that may be the same: all, or all but a word."""
    for words in _forms(event):
        ordered = sorted(words)
        yield _join(words)
        yield _join(ordered)
        yield from (_join(ordered[:i] + ordered[i + 1 :]) for i in range(len(ordered)))


def _forms(event: Edition) -> set[tuple[str, ...]]:
    """The words of the name and of the key, with numbers apart from them."""
    slugs = {slug(event.name), slug(event.key)}
    return {
        tuple(_whole_year(part) for word in each.split("-") for part in _AROUND_NUMBER.split(word))
        for each in slugs
        if each
    }


def _whole_year(word: str) -> str:
    """The year that a number of two digits is short for."""
    return f"20{word}" if _SHORT_YEAR.fullmatch(word) else word


def _join(words: Iterable[str]) -> str:
    return "".join(words)


def _reasons(one: Edition, other: Edition) -> list[str]:
    if one.start is not None and other.start is not None and one.start != other.start:
        return []
    is_one_day = one.start is not None and one.start == other.start
    pairs = product(sorted(_forms(one)), sorted(_forms(other)))
    found = [text for pair in pairs if (text := _difference(*pair, is_one_day=is_one_day))]
    if not found:
        return []
    # Whoever describes two events has told them apart.
    if one.is_described and other.is_described and not (is_one_day or _BLANKS in found):
        return []
    closest = _BLANKS if _BLANKS in found else found[0]
    return [closest, "they begin on one day"] if is_one_day else [closest]


_BLANKS: Final = "the names differ in blanks and punctuation"


def _difference(words: tuple[str, ...], others: tuple[str, ...], *, is_one_day: bool) -> str:
    """The difference of two names that may be one, in words; else empty."""
    numbers, other_numbers = numbers_among(words), numbers_among(others)
    mine = list((Counter(words) - Counter(others)).elements())
    theirs = list((Counter(others) - Counter(words)).elements())
    if numbers != other_numbers:
        year = [*mine, *theirs]
        is_year = len(year) == 1 and _YEAR.fullmatch(year[0])
        return "one of the names has a year" if is_year and is_one_day else ""
    if _join(words) == _join(others):
        return _BLANKS
    if not mine and not theirs:
        return "the names differ in the order of words"
    if len(mine) == len(theirs) == 1 and min(map(len, mine + theirs)) >= _LEAST_LETTERS:
        return "the names differ by one letter" if is_one_slip(mine[0], theirs[0]) else ""
    return ""
