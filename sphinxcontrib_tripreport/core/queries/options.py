"""The options of listings: their layouts, orders, groups, columns and filters. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Final, TypedDict

from sphinxcontrib_tripreport.core.options.option import Option, OptionTable
from sphinxcontrib_tripreport.core.options.tables import KINDS, STATUSES
from sphinxcontrib_tripreport.core.options.values import (
    Unreadable,
    items_of,
    read_one_of,
    read_text,
)
from sphinxcontrib_tripreport.core.queries.filters import (
    NumberRanges,
    WantedValues,
    check_word,
    read_ratings,
    read_since,
    read_until,
    read_wanted,
    read_wanted_people,
    read_wanted_words,
    read_years,
)
from sphinxcontrib_tripreport.core.text.phrases import quoted
from sphinxcontrib_tripreport.core.text.regexes import regex

LAYOUTS: Final = {
    "talk": ("list", "table", "cards", "posts", "schedule", "timeline", "matrix"),
    "speaker": ("list", "table", "cards"),
    "author": ("list", "table", "cards"),
    "event": ("list", "table", "cards", "timeline", "map"),
    "report": ("list", "table", "cards", "posts", "timeline"),
    "takeaway": ("list", "table"),
    "action": ("list", "table"),
}
"""How each kind of listing can be shown: a schedule needs times, a timeline dates,
a matrix notes, a map places."""
TABULAR: Final = ("table", "schedule", "matrix")
"""The layouts that draw tables, which cannot be in cells of tables."""
THIS: Final = "this"
"""Means the event, person or report of the page."""

FEED: Final = "feed"
"""The option that says yes without a value."""

_SEPARATOR: Final = regex(r"[,;\n]")

SORTS: Final = {
    "talk": ("date", "title", "event", "kind", "rating", "speaker", "author"),
    "speaker": ("name", "talks", "affiliation", "date"),
    "author": ("name", "reports", "talks", "affiliation", "date"),
    "event": ("date", "name", "talks", "reports"),
    "report": ("date", "title", "event", "author"),
    "takeaway": ("date", "text", "event", "author"),
    "action": ("due", "done", "date", "text", "event", "author", "owner"),
}
"""What each kind of listing can be sorted by; the first is what it is sorted by by default."""
_DEFAULT_SORTS: Final = {
    "talk": "``-date``; ``date`` for the talks of one event or report, in a ``schedule`` or a"
    " ``matrix``, and in groups by ``day``, ``event`` or ``year``",
    "event": "``-date``; ``date`` in groups by ``year``",
    "report": "``-date``; ``date`` for the reports on one event or of one series, and in groups by"
    " ``event``, ``series`` or ``year``",
}
GROUPS: Final = {
    "talk": (
        "event",
        "speaker",
        "author",
        "topic",
        "kind",
        "year",
        "day",
        "track",
        "site",
        "initial",
    ),
    "speaker": ("initial",),
    "author": ("initial",),
    "event": ("year", "series", "initial"),
    "report": ("event", "year", "series", "author", "site", "initial"),
    "takeaway": ("event", "talk", "author", "speaker", "topic", "year"),
    "action": ("event", "talk", "owner", "author", "speaker", "topic", "year"),
}
COLUMNS: Final = {
    "talk": ("title", "speakers", "event", "date", "time", "kind", "topics", "room", "track",
             "level", "language", "status", "rating", "links", "notes", "authors", "excerpt",
             "image", "site"),
    "speaker": ("name", "affiliation", "talks", "links"),
    "author": ("name", "affiliation", "reports", "talks", "links"),
    "event": ("name", "date", "place", "series", "talks", "reports"),
    "report": ("title", "event", "date", "authors", "topics", "series", "excerpt", "image",
               "reading-time", "site"),
    "takeaway": ("text", "talk", "event", "authors", "topics", "date"),
    "action": ("text", "owner", "due", "done", "talk", "event", "authors", "topics", "date"),
}  # fmt: skip
DEFAULT_COLUMNS: Final = {
    "talk": ("title", "speakers", "event", "date"),
    "speaker": ("name", "affiliation", "talks"),
    "author": ("name", "affiliation", "reports", "talks"),
    "event": ("name", "date", "place", "talks"),
    "report": ("title", "event", "date", "authors"),
    "takeaway": ("text", "talk", "event", "authors"),
    "action": ("text", "owner", "due", "done", "talk"),
}


def read_limit(text: str) -> int:
    if not text.strip().isdecimal() or not int(text):
        raise ValueError("expected a whole number from 1")
    return int(text)


def read_yes(text: str) -> bool:
    word = text.strip().lower()
    if word in ("yes", "true", "on", "1"):
        return True
    if word in ("no", "false", "off", "0"):
        return False
    raise ValueError("expected yes or no")


def read_some_of(known: tuple[str, ...], most: int = 99) -> Callable[[str], tuple[str, ...]]:
    """The reader of an option that takes several of some words; ``-`` before one is kept."""

    def read(text: str) -> tuple[str, ...]:
        words = tuple(
            word.strip().lower() for word in _SEPARATOR.split(items_of(text)) if word.strip()
        )
        bare = tuple(map(bare_name, words))
        for word in bare:
            check_word(word, known, bare)
        # The first of two counts.
        once = dict(reversed(list(zip(bare, words, strict=True))))
        if len(once) > most:
            raise ValueError(f"expected no more than {most}")
        if len(once) < len(words):
            twice = quoted(dict.fromkeys(name for name in bare if bare.count(name) > 1))
            kept = tuple(dict.fromkeys(once[name] for name in bare))
            raise Unreadable(f"{' and '.join(twice)} is there twice; the first counts", kept)
        return words

    return read


def bare_name(word: str) -> str:
    """A word of ``sort`` or ``group-by`` without the sign before it."""
    return word.lstrip("-+ ")


SHAPE: Final = ("sort", "group-by", "limit", "more", "columns", "layout", "feed")
"""The options that say how a listing looks; all others filter."""


def _shape(kind: str) -> tuple[Option, ...]:
    def names(words: tuple[str, ...]) -> str:
        return ", ".join(f"``{word}``" for word in words)

    default_sort = _DEFAULT_SORTS.get(kind, names(SORTS[kind][:1]))
    return (
        Option("sort", read_some_of(SORTS[kind]), f"One or several of {names(SORTS[kind])};"
               f" ``-`` before one turns it round. Default: {default_sort}."),
        Option("group-by", read_some_of(GROUPS[kind], 2), f"One or two of {names(GROUPS[kind])}."),
        Option("limit", read_limit, "At most so many; how many are left out is said below."),
        Option("more", read_text, "A document: where the line leads that says how many are left"
               " out."),
        Option("columns", read_some_of(COLUMNS[kind]),
               f"Of a table: {names(COLUMNS[kind])}. Default:"
               f" ``{', '.join(DEFAULT_COLUMNS[kind])}``."),
        Option("layout", read_one_of(LAYOUTS[kind]),
               f"{names(LAYOUTS[kind])}; default ``list``."),
        Option(FEED, read_yes, "Without a value: a link to the feed on what is listed, in HTML."),
    )  # fmt: skip


_MANY = "Several values may be given; ``!`` excludes one, ``*`` stands for any letters."
_EVENT = Option("event", read_wanted, f"Keys or names of events, or ``this``. {_MANY}")
_SPEAKER = Option("speaker", read_wanted_people, "Names or aliases of speakers, or ``this``.")
_TOPIC = Option("topic", read_wanted, "Topics.")
_YEAR_OPTION = Option("year", read_years, "``2020``, ``2018-2020``, ``>=2020``, ``!2020``.")
_SERIES = Option("series", read_wanted, "Series of the event or the report.")
_DATES = (
    Option("since", read_since, "A date, a month (``2020-05``) or a year: nothing before it."),
    Option("until", read_until, "A date, a month (``2020-05``) or a year: nothing after it."),
)
_KIND = Option("kind", read_wanted_words(KINDS), "Kinds of talks.")
_AUTHOR = Option("author", read_wanted_people, "Names or aliases of authors, or ``this``.")
_LANGUAGE = Option("language", read_wanted, "Language codes; ``pt`` means ``pt-BR``, too.")
_TALK = Option("talk", read_wanted, "Titles or keys of talks, or ``this``.")
_OWNER = Option("owner", read_wanted_people, "Names or aliases of owners, or ``this``.")
_OPEN = Option("open", read_yes, "``yes``: what is not done yet; ``no``: what is.")
SCOPES: Final = ("noted", "unnoted", "all")
_SCOPE = Option("scope", read_one_of(SCOPES), "Of talks in the programmes of events: those that"
                " have notes, those that have none, or ``all``. Default: the talks of the project;"
                " in a ``schedule`` all.")  # fmt: skip
_ONCE = Option(
    "once",
    read_yes,
    "``yes``: of a talk that was given several times, only the latest of those that are found.",
)
_SITE = Option("site", read_wanted, "Names of other sites, or ``this`` for the project's own.")
_REPORT = Option("report", read_wanted, "Names of documents, or ``this``.")

_ALIASES: Final = {
    "topics": "topic",
    "tags": "topic",
    "speakers": "speaker",
    "events": "event",
    "kinds": "kind",
    "authors": "author",
}
"""As the directives for talks name them, and other plurals that come to mind."""


def _aliases(filters: tuple[Option, ...]) -> Iterator[Option]:
    by_name = {option.name: option for option in filters}
    for alias, name in _ALIASES.items():
        if name in by_name:
            yield by_name[name]._replace(
                name=alias, help=f"Another name for ``{name}``.", alias_of=name
            )


_OF_TAKEAWAYS = (
    _EVENT, _TALK, _SPEAKER, _AUTHOR, _TOPIC, _KIND,
    Option("status", read_wanted_words(STATUSES), "How the authors met the talk."),
    _YEAR_OPTION, _LANGUAGE, _REPORT, _SERIES, *_DATES,
    Option("rating", read_ratings, "Of the talk: ``5``, ``>=4``, ``3-4``, ``!3``."),
)  # fmt: skip
"""The filters of a list of talks; they ask for the talk that something was learned in."""

ListingValues = TypedDict(
    "ListingValues",
    {
        "event": WantedValues, "speaker": WantedValues, "topic": WantedValues,
        "kind": WantedValues, "status": WantedValues, "author": WantedValues,
        "language": WantedValues, "report": WantedValues, "series": WantedValues,
        "talk": WantedValues, "owner": WantedValues, "site": WantedValues,
        "year": NumberRanges, "rating": NumberRanges, "since": dt.date, "until": dt.date,
        "open": bool, "once": bool, "scope": str,
        "sort": tuple[str, ...], "group-by": tuple[str, ...], "limit": int, "more": str,
        "columns": tuple[str, ...], "layout": str, "feed": bool,
    },
    total=False,
)  # fmt: skip
"""What the options of listings read as."""

LISTING_OPTIONS: Final[dict[str, OptionTable[ListingValues]]] = {
    kind: OptionTable((*filters, *_aliases(filters), *_shape(kind)))
    for kind, filters in {
        "talk": (
            _EVENT, _SPEAKER, _AUTHOR, _TOPIC, _KIND,
            Option("status", read_wanted_words(STATUSES), "How the authors met the talk."),
            _YEAR_OPTION, _LANGUAGE, _REPORT, _SERIES, _SITE, *_DATES,
            Option("rating", read_ratings, "``5``, ``>=4``, ``3-4``, ``!3``."), _SCOPE, _ONCE,
        ),
        "speaker": (_EVENT, _SPEAKER, _TOPIC, _KIND, _YEAR_OPTION, _SERIES, _SITE, *_DATES),
        "author": (_EVENT, _AUTHOR, _TOPIC, _YEAR_OPTION, _SERIES, _SITE, *_DATES),
        "event": (_EVENT, _SPEAKER, _AUTHOR, _TOPIC, _KIND, _YEAR_OPTION, _SERIES, _SITE, *_DATES),
        "report": (_EVENT, _SPEAKER, _TOPIC, _AUTHOR, _YEAR_OPTION, _LANGUAGE, _REPORT, _SERIES,
                   _SITE, *_DATES),
        "takeaway": _OF_TAKEAWAYS,
        "action": (*_OF_TAKEAWAYS, _OWNER, _OPEN),
    }.items()
}  # fmt: skip
