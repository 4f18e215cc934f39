"""The pattern language: from what an author wrote to lines that can be matched. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from typing import Final

from sphinxcontrib_tripreport.core.languages import calendar_words
from sphinxcontrib_tripreport.core.languages.talk_words import kind_expression
from sphinxcontrib_tripreport.core.patterns.marked import (
    CLOSES,
    OPENS,
    SIGNS,
    Encoded,
    Marked,
    encode,
    plain,
)
from sphinxcontrib_tripreport.core.patterns.pairs import (
    closing_signs,
    is_closing,
    is_opening,
    opening_of,
    opening_signs,
    sign_of,
)
from sphinxcontrib_tripreport.core.patterns.tokens import ANY, Token, names_of_fields, read_tokens
from sphinxcontrib_tripreport.core.patterns.wide import BESIDE_WIDE

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
        re.compile(_Expression(tokens).write()),
        frozenset(token.value for token in tokens if token.kind == "open"),
        tuple(token.value for token in tokens if token.kind == "field"),
        "".join(token.value for token in tokens if token.kind in ("text", "space")),
    )


class _Expression:
    """Writes the regular expression of one line."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.rest = list(tokens)
        self.parts: list[str] = []
        self.opened: list[str] = []
        """Marks."""
        self.pairs = _paired(tokens)
        self.depth = 0
        """How many brackets of the pattern are open."""

    def write(self) -> str:
        """The whole expression."""
        while self.rest:
            self._write_next()
        return f"{_MAYBE_SPACE}{_SIGN.join(self.parts)}{_MAYBE_SPACE}"

    def _write_next(self) -> None:
        token = self.rest.pop(0)
        if token.kind == "open":
            self.parts.append(OPENS[token.value])
            self.opened.append(token.value)
        elif token.kind == "close":
            self.parts.append(CLOSES[token.value])
            self.opened.remove(token.value)
        elif token.kind == "text":
            self._write_text(token)
        elif token.kind == "space" and self.rest and self.rest[0] == ANY:
            # One space is enough where "{}" is empty.
            self.rest.pop(0)
            self.parts.append(f"(?:{_SPACE}{self._field('')})??")
        elif token == ANY and not self.parts and self.rest and self.rest[0].kind == "space":
            self.rest.pop(0)
            self.parts.append(f"(?:{self._field('')}{_SPACE})??")
        else:
            self.parts.append(_SPACE if token.kind == "space" else self._field(token.value))

    def _write_text(self, token: Token) -> None:
        shown = _shown(token)
        if shown == "-":
            # Two or three hyphens are another way to write a dash.
            while self.rest and self.rest[0].kind == "text" and plain(self.rest[0].value) == "-":
                self.rest.pop(0)
            self.parts.append("-{1,3}")
        elif id(token) not in self.pairs:
            self.parts.append(_literal(shown))
        elif is_opening(shown):
            self.parts.append(f"[{re.escape(shown)}{sign_of(shown, self.depth)}]")
            self.depth += 1
        else:
            self.depth -= 1
            self.parts.append(f"[{re.escape(shown)}{sign_of(shown, self.depth)}]")

    def _field(self, name: str) -> str:
        if name == "weekday":
            return rf"({calendar_words.weekday_expression()})\.?"
        if name in _shapes():
            return f"({_shapes()[name]})"
        one = self._one_of_text()
        if name == "title":
            return f"({one}+)"
        return f"({one}*?)" if name == "" else f"({one}+?)"

    def _one_of_text(self) -> str:
        """A character of a free field, or brackets with all that is in them."""
        ends = "".join(CLOSES[kind] for kind in self.opened)
        opening, closing = opening_signs(self.depth), closing_signs(self.depth)
        if not opening:
            return f"[^{ends}]" if ends else "."
        around = closing_signs(self.depth - 1)
        return f"(?:[^{ends}{opening}{closing}{around}]|[{opening}][^{ends}{closing}]*[{closing}])"


def _paired(tokens: Sequence[Token]) -> frozenset[int]:
    """The brackets of a pattern that belong together, by their identities."""
    pairs: set[int] = set()
    opened: list[Token] = []
    for token in tokens:
        shown = _shown(token) if token.kind == "text" else ""
        if is_opening(shown):
            opened.append(token)
        elif opened and is_closing(shown) and _shown(opened[-1]) == opening_of(shown):
            pairs |= {id(opened.pop()), id(token)}
    return frozenset(pairs)


def _shown(token: Token) -> str:
    """A token's character, as texts have it."""
    return plain(token.value).strip(BESIDE_WIDE)


def _literal(shown: str) -> str:
    if shown in (",", ":", ";"):
        return f"{_MAYBE_SPACE}{re.escape(shown)}{_MAYBE_SPACE}"
    return re.escape(shown)


@cache
def _shapes() -> dict[str, str]:
    return {
        "time": _TIME,
        "end": _TIME,
        "duration": calendar_words.DURATION,
        "number": _NUMBER,
        "kind": kind_expression(),
        "day": calendar_words.day_expression(),
    }
