"""The question of a listing, as its options put it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from sphinxcontrib_tripreport.option_values import items_of, read_one_of
from sphinxcontrib_tripreport.options import KINDS, STATUSES, Option
from sphinxcontrib_tripreport.problems import did_you_mean, quoted
from sphinxcontrib_tripreport.text.dates import read_date
from sphinxcontrib_tripreport.text.nearest import nearest

LAYOUTS: Final = {
    "talk": ("list", "table", "cards", "schedule", "timeline"),
    "speaker": ("list", "table", "cards"),
    "event": ("list", "table", "cards", "timeline"),
    "report": ("list", "table", "cards", "timeline"),
}
"""How each kind of listing can be shown: a schedule needs times, a timeline dates."""
THIS: Final = "this"
"""Stands for the event, speaker or report of the page."""

_SEPARATOR: Final = re.compile(r"[,;\n]")
_RANGE: Final = re.compile(r"(\d+)\s*(?:-|–|\.\.)\s*(\d+)|(>=|<=|>|<|≥|≤)?\s*(\d+)")
_YEAR: Final = re.compile(r"\d{4}")

SORTS: Final = {
    "talk": ("date", "title", "event", "kind", "rating", "speaker"),
    "speaker": ("name", "talks", "affiliation", "date"),
    "event": ("date", "name", "talks", "reports"),
    "report": ("date", "title", "event", "author"),
}
"""What each kind of listing can be sorted by; the first is the default."""
GROUPS: Final = {
    "talk": ("event", "speaker", "topic", "kind", "year", "day", "track", "initial"),
    "speaker": ("initial",),
    "event": ("year", "series", "initial"),
    "report": ("event", "year", "series", "author", "initial"),
}
COLUMNS: Final = {
    "talk": ("title", "speakers", "event", "date", "time", "kind", "topics", "room", "track",
             "level", "language", "status", "rating", "links", "notes"),
    "speaker": ("name", "affiliation", "talks", "links"),
    "event": ("name", "date", "place", "series", "talks", "reports"),
    "report": ("title", "event", "date", "authors", "topics", "series"),
}  # fmt: skip
DEFAULT_COLUMNS: Final = {
    "talk": ("title", "speakers", "event", "date"),
    "speaker": ("name", "affiliation", "talks"),
    "event": ("name", "date", "place", "talks"),
    "report": ("title", "event", "date", "authors"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """The values of one filter: at least one of ``some``, where there are any; none of ``none``."""

    some: tuple[str, ...] = ()
    none: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """A range of numbers, both ends included; None is open."""

    first: int | None = None
    last: int | None = None

    def holds(self, number: int | None) -> bool:
        """Whether a number lies in the range; an unknown one does not."""
        if number is None:
            return False
        return (self.first is None or number >= self.first) and (
            self.last is None or number <= self.last
        )


@dataclass(frozen=True, slots=True)
class Query:
    """A listing's question."""

    kind: str
    """What is listed: ``talk``, ``speaker``, ``event`` or ``report``."""
    filters: tuple[tuple[str, Wanted], ...] = ()
    year: Span | None = None
    rating: Span | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    sort: tuple[tuple[str, bool], ...] = ()
    """Keys, each with whether it is turned round."""
    group_by: tuple[str, ...] = ()
    limit: int | None = None
    columns: tuple[str, ...] = ()
    layout: str = "list"
    line: int = field(default=0, compare=False)


def read_wanted(text: str) -> Wanted:
    """Values separated by ``,`` ``;`` or lines; ``!`` excludes one."""
    items = [item.strip().strip("\"'“”") for item in _SEPARATOR.split(items_of(text))]
    items = [item for item in items if item]
    none = tuple(item[1:].strip() for item in items if item.startswith("!"))
    some = tuple(item for item in items if not item.startswith("!"))
    if not (some or any(none)):
        raise ValueError("expected one or several values, separated by commas")
    if both := sorted(set(some) & set(none)):
        raise ValueError(f"{' and '.join(quoted(both))} is asked for and excluded")
    return Wanted(some, tuple(filter(None, none)))


def read_wanted_words(known: tuple[str, ...]) -> Callable[[str], Wanted]:
    """The reader of a filter whose values are *known* words; ``*`` stands for any letters."""

    def read(text: str) -> Wanted:
        wanted = read_wanted(text)
        for word in (*wanted.some, *wanted.none):
            if "*" not in word:
                read_one_of(known)(word)
        return wanted

    return read


def read_span(text: str) -> Span:
    """``4``, ``>=4``, ``<3``, ``2018-2020``."""
    found = _RANGE.fullmatch(text.strip())
    if found is None:
        raise ValueError("expected a number, a range such as 2018-2020, or >=4")
    if found[1]:
        first, last = int(found[1]), int(found[2])
        if last < first:
            raise ValueError("expected a range that ends after its start")
        return Span(first, last)
    number, sign = int(found[4]), found[3] or ""
    if sign in (">=", "≥"):
        return Span(number)
    if sign in ("<=", "≤"):
        return Span(None, number)
    if sign == ">":
        return Span(number + 1)
    return Span(None, number - 1) if sign == "<" else Span(number, number)


def read_since(text: str) -> dt.date:
    """A date, or a year for its first day."""
    return dt.date(int(text), 1, 1) if _YEAR.fullmatch(text.strip()) else read_date(text)


def read_until(text: str) -> dt.date:
    """A date, or a year for its last day."""
    return dt.date(int(text), 12, 31) if _YEAR.fullmatch(text.strip()) else read_date(text)


def read_limit(text: str) -> int:
    if not text.strip().isdecimal() or not int(text):
        raise ValueError("expected a whole number from 1")
    return int(text)


def read_some_of(known: tuple[str, ...], most: int = 99) -> Callable[[str], tuple[str, ...]]:
    """The reader of an option that takes several of some words; ``-`` before one is kept."""

    def read(text: str) -> tuple[str, ...]:
        words = tuple(
            word.strip().lower() for word in _SEPARATOR.split(items_of(text)) if word.strip()
        )
        for word in words:
            if word.lstrip("-+ ") not in known:
                near = did_you_mean(nearest(word, known, 1))
                raise ValueError(f"expected of {', '.join(known)}.{near}")
        if len(words) > most:
            raise ValueError(f"expected no more than {most}")
        return words

    return read


def _shape(kind: str) -> tuple[Option, ...]:
    def names(words: tuple[str, ...]) -> str:
        return ", ".join(f"``{word}``" for word in words)

    return (
        Option("sort", read_some_of(SORTS[kind]), f"One or several of {names(SORTS[kind])};"
               " ``-`` before one turns it round. Default:"
               f" ``{SORTS[kind][0]}``."),
        Option("group-by", read_some_of(GROUPS[kind], 2), f"One or two of {names(GROUPS[kind])}."),
        Option("limit", read_limit, "At most so many; how many are left out is said below."),
        Option("columns", read_some_of(COLUMNS[kind]),
               f"Of a table: {names(COLUMNS[kind])}. Default:"
               f" ``{', '.join(DEFAULT_COLUMNS[kind])}``."),
        Option("layout", read_one_of(LAYOUTS[kind]),
               f"{names(LAYOUTS[kind])}; default ``list``."),
    )  # fmt: skip


_MANY = "Several values may be given; ``!`` excludes one, ``*`` stands for any letters."
_EVENT = Option("event", read_wanted, f"Keys or names of events, or ``this``. {_MANY}")
_SPEAKER = Option("speaker", read_wanted, "Names or aliases of speakers, or ``this``.")
_TOPIC = Option("topic", read_wanted, "Topics.")
_YEAR_OPTION = Option("year", read_span, "``2020``, ``2018-2020``, ``>=2020``.")
_SERIES = Option("series", read_wanted, "Series of the event or the report.")
_DATES = (
    Option("since", read_since, "A date or a year: nothing before it."),
    Option("until", read_until, "A date or a year: nothing after it."),
)
_LANGUAGE = Option("language", read_wanted, "Language codes; ``pt`` means ``pt-BR``, too.")
_REPORT = Option("report", read_wanted, "Names of documents, or ``this``.")

LISTING_OPTIONS: Final[dict[str, dict[str, Option]]] = {
    kind: {option.name: option for option in (*filters, *_shape(kind))}
    for kind, filters in {
        "talk": (
            _EVENT, _SPEAKER, _TOPIC,
            Option("kind", read_wanted_words(KINDS), "Kinds of talks."),
            Option("status", read_wanted_words(STATUSES), "How the authors met the talk."),
            _YEAR_OPTION, _LANGUAGE, _REPORT, _SERIES, *_DATES,
            Option("rating", read_span, "``5``, ``>=4``, ``3-4``."),
        ),
        "speaker": (_EVENT, _SPEAKER, _TOPIC, _YEAR_OPTION),
        "event": (_EVENT, _SPEAKER, _TOPIC, _YEAR_OPTION, _SERIES, *_DATES),
        "report": (_EVENT, _TOPIC, _YEAR_OPTION, _LANGUAGE, _REPORT, _SERIES, *_DATES),
    }.items()
}  # fmt: skip


def make_query(kind: str, values: dict[str, Any], line: int) -> Query:
    """The question that the *values* of a listing's options put."""
    filters = tuple((name, value) for name, value in values.items() if isinstance(value, Wanted))
    sort = tuple((key.lstrip("-+ "), key.startswith("-")) for key in values.get("sort", ()))
    return Query(
        kind=kind,
        filters=filters,
        year=values.get("year"),
        rating=values.get("rating"),
        since=values.get("since"),
        until=values.get("until"),
        sort=sort or ((SORTS[kind][0], False),),
        group_by=values.get("group-by", ()),
        limit=values.get("limit"),
        columns=values.get("columns", ()) or DEFAULT_COLUMNS[kind],
        layout=values.get("layout", "list"),
        line=line,
    )
