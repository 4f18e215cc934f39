"""The pattern language: from what an author wrote to lines that can be matched. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import groupby
from typing import Final, NamedTuple

from sphinxcontrib_tripreport.patterns import calendar_words
from sphinxcontrib_tripreport.patterns.marked import (
    BESIDE_WIDE,
    CLOSES,
    EMPHASIS,
    LINK,
    OPENS,
    SIGNS,
    STRONG,
    Encoded,
    Marked,
    encode,
    plain,
)
from sphinxcontrib_tripreport.patterns.words import kind_expression
from sphinxcontrib_tripreport.problems import did_you_mean, quoted
from sphinxcontrib_tripreport.text.nearest import nearest

FREE: Final = ("title", "speakers", "affiliation", "room", "track", "")
"""Fields that can be any text; the last one, ``{}``, can also be none."""
SHAPED: Final = ("time", "end", "duration", "number", "kind", "day", "weekday")
"""Fields that have a shape of their own."""
FIELDS: Final = (*(name for name in FREE if name), *SHAPED)

_LINES: Final = re.compile(r"\s+//\s+|\s+//$|^//\s+")
_HEADING: Final = re.compile(r"(#{1,6})\s+(?=\S)")
_ITEM: Final = re.compile(r"[*+-]\s+(?=\S)")
_FIELD: Final = re.compile(r"\{\s*([^{}]*?)\s*\}")
_LINKED: Final = re.compile(r"\]\([^()]*\)")
_SPACE: Final = rf"[{SIGNS}]*[\s{BESIDE_WIDE}][\s{SIGNS}]*"
_MAYBE_SPACE: Final = rf"[\s{SIGNS}]*"
_SIGN: Final = rf"[{SIGNS}]*"
_LONGEST: Final = 600
"""Longer lines are prose, and take long to match."""

_COLON: Final = rf"{_SIGN}[:.h]{_SIGN}"
_TIME: Final = (
    rf"(?:[01]?\d|2[0-4]){_COLON}[0-5]\d(?!\d)(?:\s?[ap]\.?m\b\.?)?(?:\s?(?:h|hs|hrs|uhr)\b\.?)?"
    r"|(?:0?\d|1[0-2])\s?[ap]\.?m\b\.?|(?:[01]?\d|2[0-4])\s?(?:h|hs|hrs|uhr)\b\.?"
)
_NUMBER: Final = r"\d{1,3}|[a-z]|[ivxl]{2,7}"


class Where(Enum):
    """What the first line of a pattern is matched with."""

    HEADING = "headings"
    ITEM = "list items"
    PARAGRAPH = "paragraphs that begin with strong text"


class _Token(NamedTuple):
    kind: str
    """``text``, ``space``, ``field``, ``open`` or ``close``."""
    value: str


_ANY: Final = _Token("field", "")


@dataclass(frozen=True)
class Field:
    """One field of a line that matched."""

    name: str
    start: int
    """Place in the text of the line."""
    end: int


@dataclass(frozen=True)
class LinePattern:
    """What one line has to look like."""

    expression: re.Pattern[str]
    marks: frozenset[str]
    fields: tuple[str, ...]
    literal: str
    """The pattern's own words."""

    def match(self, marked: Marked) -> tuple[Field, ...] | None:
        """The fields of a line, in order, or None where it looks otherwise."""
        if len(marked.text) > _LONGEST:
            return None
        encoded = _encoded(marked, self.marks)
        found = self.expression.fullmatch(encoded.text)
        if found is None:
            return None
        return tuple(
            Field(name, *encoded.span(*found.span(number)))
            for number, name in enumerate(self.fields, 1)
            if found[number] is not None
        )


@lru_cache(maxsize=256)
def _encoded(marked: Marked, marks: frozenset[str]) -> Encoded:
    return encode(marked, marks)


@dataclass(frozen=True)
class Pattern:
    """A pattern: where its talks are, and what their lines look like."""

    text: str
    where: Where
    level: int | None
    """Of the headings, where the pattern says it."""
    lines: tuple[LinePattern, ...]

    @property
    def fields(self) -> frozenset[str]:
        """The names of all fields."""
        return frozenset(name for line in self.lines for name in line.fields)


@lru_cache(maxsize=1024)
def read_pattern(text: str) -> Pattern:
    """The pattern that an author wrote.

    :raises ValueError: saying what was expected
    """
    lines = [line for line in _LINES.split(text.strip()) if line.strip()]
    if not lines:
        raise ValueError('expected a pattern such as "## {title} ({speakers})"')
    first, level = lines[0].strip(), None
    if found := _HEADING.match(first):
        where, level, first = Where.HEADING, len(found[1]), first[found.end() :]
    elif found := _ITEM.match(first):
        where, first = Where.ITEM, first[found.end() :]
    elif first.startswith("**"):
        where = Where.PARAGRAPH
    else:
        where = Where.HEADING
    rest = (_without_item(line.strip()) for line in lines[1:])
    pattern = Pattern(text, where, level, tuple(map(_read_line, (first, *rest))))
    if not pattern.fields:
        raise ValueError(f"expected a field; the fields are {_names()}")
    return pattern


def _without_item(line: str) -> str:
    """A later line without the item's mark that it may begin with."""
    found = _ITEM.match(line)
    return line[found.end() :] if found else line


def _names() -> str:
    return ", ".join(f"{{{name}}}" for name in FIELDS)


def _read_line(text: str) -> LinePattern:
    tokens = _check(_nested_one_way(list(_tokens(text))))
    return LinePattern(
        re.compile(_expression(tokens)),
        frozenset(token.value for token in tokens if token.kind == "open"),
        tuple(token.value for token in tokens if token.kind == "field"),
        "".join(token.value for token in tokens if token.kind in ("text", "space")),
    )


def _tokens(text: str) -> Iterator[_Token]:
    links = _ends_of_links(text)
    is_open = {STRONG: False, EMPHASIS: False}
    place = 0
    while place < len(text):
        character = text[place]
        if character == "\\" and place + 1 < len(text):
            yield _Token("text", text[place + 1])
            place += 2
        elif found := _FIELD.match(text, place):
            yield _field(found[1])
            place = found.end()
        elif character == "*" and (size := _size_of_mark(text, place, is_open)):
            kind = STRONG if size == 2 else EMPHASIS
            yield _Token("close" if is_open[kind] else "open", kind)
            is_open[kind] = not is_open[kind]
            place += size
        elif place in links:
            yield _Token("open", LINK)
            place += 1
        elif place in links.values() and (found := _LINKED.match(text, place)):
            yield _Token("close", LINK)
            place = found.end()
        elif character.isspace():
            place += len(text[place:]) - len(text[place:].lstrip())
            yield _Token("space", " ")
        else:
            yield _Token("text", character)
            place += 1


def _field(written: str) -> _Token:
    name = written.lower()
    if name and name not in FIELDS:
        near = did_you_mean([f"{{{near}}}" for near in nearest(name, FIELDS, 1)])
        raise ValueError(f"“{{{written}}}” is no field; the fields are {_names()}.{near}")
    return _Token("field", name)


def _ends_of_links(text: str) -> dict[int, int]:
    """From where each link's text begins to where it ends."""
    ends: dict[int, int] = {}
    opened: list[int] = []
    for place, character in enumerate(text):
        if character == "[":
            opened.append(place)
        elif character == "]" and opened:
            start = opened.pop()
            if _LINKED.match(text, place):
                ends[start] = place
    return ends


def _size_of_mark(text: str, place: int, is_open: dict[str, bool]) -> int:
    """How many asterisks at *place* are a mark that has an end; none where they are a text."""
    for size, kind in ((2, STRONG), (1, EMPHASIS)):
        mark = "*" * size
        if text.startswith(mark, place) and (is_open[kind] or mark in text[place + size :]):
            return size
    return 0


def _check(tokens: list[_Token]) -> list[_Token]:
    """*tokens*, where no two free fields stand side by side.

    :raises ValueError: where they do
    """
    before = ""
    for token in tokens:
        if token.kind == "field":
            name = f"{{{token.value}}}"
            if before and token.value in FREE:
                raise ValueError(
                    f"{' and '.join(quoted((before, name)))} stand side by side: expected a word"
                    " or a mark between them"
                )
            before = name if token.value in FREE else ""
        elif token.kind != "space":
            before = ""
    return tokens


def _nested_one_way(tokens: list[_Token]) -> list[_Token]:
    """*tokens*, where marks that begin or end together do so in the order of encoded texts."""
    order = (STRONG, EMPHASIS, LINK)
    ordered: list[_Token] = []
    for kind, run in groupby(tokens, key=lambda token: token.kind):
        if kind in ("open", "close"):
            marks = sorted(run, key=lambda token: order.index(token.value))
            ordered += marks if kind == "open" else reversed(marks)
        else:
            ordered += run
    return ordered


def _expression(tokens: list[_Token]) -> str:
    parts: list[str] = []
    opened: list[str] = []
    rest = tokens
    while rest:
        token, rest = rest[0], rest[1:]
        if token.kind == "open":
            parts.append(OPENS[token.value])
            opened.append(token.value)
        elif token.kind == "close":
            parts.append(CLOSES[token.value])
            opened.remove(token.value)
        elif token.kind == "text" and plain(token.value) == "-":
            # Two or three hyphens are another way to write a dash.
            while rest and rest[0].kind == "text" and plain(rest[0].value) == "-":
                rest = rest[1:]
            parts.append("-{1,3}")
        elif token.kind == "text":
            parts.append(_literal(token.value))
        elif token.kind == "space" and rest and rest[0] == _ANY:
            # One space is enough where "{}" is empty.
            parts.append(f"(?:{_SPACE}{_of_field('', opened)})??")
            rest = rest[1:]
        elif token == _ANY and not parts and rest and rest[0].kind == "space":
            parts.append(f"(?:{_of_field('', opened)}{_SPACE})??")
            rest = rest[1:]
        else:
            parts.append(_SPACE if token.kind == "space" else _of_field(token.value, opened))
    return f"{_MAYBE_SPACE}{_SIGN.join(parts)}{_MAYBE_SPACE}"


def _literal(character: str) -> str:
    folded = plain(character).strip(BESIDE_WIDE)
    if folded in (",", ":", ";"):
        return f"{_MAYBE_SPACE}{re.escape(folded)}{_MAYBE_SPACE}"
    return re.escape(folded)


def _of_field(name: str, opened: list[str]) -> str:
    shapes = {
        "time": _TIME,
        "end": _TIME,
        "duration": calendar_words.DURATION,
        "number": _NUMBER,
        "kind": kind_expression(),
    }
    if name in shapes:
        return f"({shapes[name]})"
    if name == "day":
        return f"({calendar_words.day_expression()})"
    if name == "weekday":
        return rf"({calendar_words.weekday_expression()})\.?"
    ends = "".join(CLOSES[kind] for kind in opened)
    any_of = f"[^{ends}]" if ends else "."
    if name == "title":
        return f"({any_of}+)"
    return f"({any_of}*?)" if name == "" else f"({any_of}+?)"
