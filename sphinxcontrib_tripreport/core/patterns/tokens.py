"""The tokens of a pattern's line: its words, spaces, fields and marks. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final, NamedTuple

from sphinxcontrib_tripreport.core.patterns.marked_text import EMPHASIS, LINK, STRONG
from sphinxcontrib_tripreport.core.text.nearest import nearest
from sphinxcontrib_tripreport.core.text.phrases import did_you_mean, quoted
from sphinxcontrib_tripreport.core.text.regexes import regex

FREE: Final = ("title", "speakers", "affiliation", "room", "track", "")
"""Fields that can be any text; the last one, ``{}``, can also be none."""
SHAPED: Final = ("time", "end", "duration", "number", "kind", "day", "weekday", "status")
"""Fields that have a shape of their own."""
FIELDS: Final = (*(name for name in FREE if name), *SHAPED)

_FIELD: Final = regex(r"\{\s*([^{}]*?)\s*\}")
_WORD: Final = regex(r"[\w-]+")
_WORD_BEFORE: Final = regex(r"[\w-]+$")
_LINKED: Final = regex(r"\]\([^()]*\)")


class Token(NamedTuple):
    """A word's letter, a space, a field, or where a mark begins or ends."""

    kind: str
    """``text``, ``space``, ``field``, ``open`` or ``close``."""
    value: str


ANY: Final = Token("field", "")
"""The field ``{}``."""


def read_tokens(text: str) -> list[Token]:
    """The tokens of what an author wrote for one line.

    :raises ValueError: saying what was expected
    """
    return _check(_without_brackets_of_status(_in_fixed_order(list(_tokens(text)))))


def names_of_fields() -> str:
    """The fields, as messages list them."""
    return ", ".join(f"{{{name}}}" for name in FIELDS)


def _tokens(text: str) -> Iterator[Token]:
    links = _ends_of_links(text)
    is_open = {STRONG: False, EMPHASIS: False}
    place = 0
    while place < len(text):
        character = text[place]
        if character == "\\" and place + 1 < len(text):
            yield Token("text", text[place + 1])
            place += 2
        elif found := _FIELD.match(text, place):
            yield _field(found[1])
            place = found.end()
        elif character in "{}":
            raise ValueError(_say_brace(text, place))
        elif character == "*" and (size := _size_of_mark(text, place, is_open)):
            kind = STRONG if size == 2 else EMPHASIS
            yield Token("close" if is_open[kind] else "open", kind)
            is_open[kind] = not is_open[kind]
            place += size
        elif place in links:
            yield Token("open", LINK)
            place += 1
        elif place in links.values() and (found := _LINKED.match(text, place)):
            yield Token("close", LINK)
            place = found.end()
        elif character.isspace():
            place += len(text[place:]) - len(text[place:].lstrip())
            yield Token("space", " ")
        else:
            yield Token("text", character)
            place += 1


def _say_brace(text: str, place: int) -> str:
    """What is wrong with a brace that has no partner."""
    brace = text[place]
    if brace == "}":
        found = _WORD_BEFORE.search(text[:place])
        shown, name = (found[0], found[0]) if found else ("", "title")
        return f"“{shown}}}” has no opening brace: expected “{{{name}}}”, or “\\}}” for a brace"
    found = _WORD.match(text, place + 1)
    shown = name = found[0] if found else ""
    return f"“{{{shown}” is never closed: expected “{{{name or 'title'}}}”, or “\\{{” for a brace"


def _field(written: str) -> Token:
    name = written.lower()
    if name and name not in FIELDS:
        near = did_you_mean([f"{{{near}}}" for near in nearest(name, FIELDS, 1)])
        raise ValueError(f"“{{{written}}}” is no field; the fields are {names_of_fields()}.{near}")
    return Token("field", name)


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
    """How many asterisks at *place* are a mark that has an end; none if they are a text."""
    for size, kind in ((2, STRONG), (1, EMPHASIS)):
        mark = "*" * size
        if text.startswith(mark, place) and (is_open[kind] or mark in text[place + size :]):
            return size
    return 0


def _without_brackets_of_status(tokens: list[Token]) -> list[Token]:
    """*tokens*, where ``[{status}]`` is ``{status}``: a box has its brackets within."""
    kept: list[Token] = []
    for token in tokens:
        kept.append(token)
        if kept[-3:] == [Token("text", "["), Token("field", "status"), Token("text", "]")]:
            kept[-3:] = kept[-2:-1]
    return kept


def _check(tokens: list[Token]) -> list[Token]:
    """*tokens*, if no two free fields are side by side.

    :raises ValueError: if they do
    """
    before = ""
    for token in tokens:
        if token.kind == "field":
            name = f"{{{token.value}}}"
            if before and token.value in FREE:
                raise ValueError(
                    f"{' and '.join(quoted((before, name)))} are side by side: expected a word"
                    " or a mark between them"
                )
            before = name if token.value in FREE else ""
        elif token.kind != "space":
            before = ""
    return tokens


def _in_fixed_order(tokens: list[Token]) -> list[Token]:
    """*tokens*, where marks that begin or end together do so in the order of encoded texts."""
    order = (STRONG, EMPHASIS, LINK)
    ordered: list[Token] = []
    for kind, run in groupby(tokens, key=lambda token: token.kind):
        if kind in ("open", "close"):
            marks = sorted(run, key=lambda token: order.index(token.value))
            ordered += marks if kind == "open" else reversed(marks)
        else:
            ordered += run
    return ordered
