"""The pattern language: from what an author wrote to lines that can be matched. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Final

from sphinxcontrib_tripreport.core.languages import calendar_words
from sphinxcontrib_tripreport.core.languages.talk_words import kind_expression
from sphinxcontrib_tripreport.core.patterns.marked import (
    BESIDE_WIDE,
    CLOSES,
    OPENS,
    SIGNS,
    Encoded,
    Marked,
    encode,
    plain,
)
from sphinxcontrib_tripreport.core.patterns.tokens import ANY, Token, names_of_fields, read_tokens

_LINES: Final = re.compile(r"\s+//\s+|\s+//$|^//\s+")
_HEADING: Final = re.compile(r"(#{1,6})\s+(?=\S)")
_ITEM: Final = re.compile(r"[*+-]\s+(?=\S)")
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
        raise ValueError(f"expected a field; the fields are {names_of_fields()}")
    return pattern


def _without_item(line: str) -> str:
    """A later line without the item's mark that it may begin with."""
    found = _ITEM.match(line)
    return line[found.end() :] if found else line


def _read_line(text: str) -> LinePattern:
    tokens = read_tokens(text)
    return LinePattern(
        re.compile(_expression(tokens)),
        frozenset(token.value for token in tokens if token.kind == "open"),
        tuple(token.value for token in tokens if token.kind == "field"),
        "".join(token.value for token in tokens if token.kind in ("text", "space")),
    )


def _expression(tokens: list[Token]) -> str:
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
        elif token.kind == "space" and rest and rest[0] == ANY:
            # One space is enough where "{}" is empty.
            parts.append(f"(?:{_SPACE}{_of_field('', opened)})??")
            rest = rest[1:]
        elif token == ANY and not parts and rest and rest[0].kind == "space":
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
