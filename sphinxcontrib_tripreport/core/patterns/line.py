"""One line of a pattern: the steps in which a post's line is matched, and the fields. Pure."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import islice
from typing import Final

from sphinxcontrib_tripreport.core.languages import calendar_words
from sphinxcontrib_tripreport.core.languages.talk_words import kind_expression
from sphinxcontrib_tripreport.core.patterns.marked_text import (
    BORDER,
    CLOSES,
    OPENS,
    SIGNS,
    EncodedText,
    MarkedText,
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
from sphinxcontrib_tripreport.core.patterns.statuses import status_expression
from sphinxcontrib_tripreport.core.patterns.steps import (
    Run,
    Shape,
    Skip,
    Step,
    TextPlaces,
    spans_of_fields,
)
from sphinxcontrib_tripreport.core.patterns.tokens import ANY, Token, read_tokens
from sphinxcontrib_tripreport.core.patterns.wide_marks import BESIDE_WIDE

_SIGN: Final = Run(SIGNS, 0, None)
_MAYBE_SPACE: Final = Run(f" {SIGNS}", 0, None)
_SPACE: Final = (_SIGN, Run(f" {BESIDE_WIDE}"), _MAYBE_SPACE)
_LONGEST: Final = 600
"""Longer lines are prose."""

_COLON: Final = f"[{SIGNS}]*[:.h][{SIGNS}]*"
_TIME: Final = (
    rf"(?:[01]?\d|2[0-4]){_COLON}[0-5]\d(?!\d)(?:\s?[ap]\.?m\b\.?)?(?:\s?(?:h|hs|hrs|uhr)\b\.?)?"
    r"|(?:0?\d|1[0-2])\s?[ap]\.?m\b\.?|(?:[01]?\d|2[0-4])\s?(?:h|hs|hrs|uhr)\b\.?"
)
_NUMBER: Final = r"\d{1,3}|[ivxl]{2,7}(?!\w)|[a-z]"
_SHAPES: Final[dict[str, Callable[[], str]]] = {
    "time": lambda: _TIME,
    "end": lambda: _TIME,
    "duration": lambda: calendar_words.DURATION,
    "number": lambda: _NUMBER,
    "kind": kind_expression,
    "day": calendar_words.day_expression,
    "weekday": calendar_words.weekday_expression,
    "status": status_expression,
}
"""From the name of a field to what it has to look like; some are slow to make."""


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

    steps: tuple[Step, ...]
    marks: frozenset[str]
    fields: tuple[str, ...]
    literal: str
    """The pattern's own words."""

    def match(self, marked: MarkedText) -> tuple[Field, ...] | None:
        """The fields of a line, in order; None if it does not match."""
        if len(marked.text) > _LONGEST:
            return None
        line = _encode_line(marked, self.marks)
        text = line.encoded.text
        if not all(any(each in text for each in characters) for characters in self._needs):
            return None
        steps = self.steps if line.has_signs else self._steps_without_signs
        fields = spans_of_fields(steps, line.places)
        if fields is None:
            return None
        return tuple(Field(name, *line.encoded.span(*span)) for name, span in fields)

    @cached_property
    def _needs(self) -> tuple[str, ...]:
        """One of each of these characters is in every line that matches, and not in most others."""
        steps = iter(self.steps)
        needs: dict[str, None] = {}
        for step in steps:
            if isinstance(step, Skip):
                deque(islice(steps, step.steps), 0)
            elif isinstance(step, Run) and step.least and not step.are_others:
                needs[step.characters] = None
        return tuple(needs)

    @cached_property
    def _steps_without_signs(self) -> tuple[Step, ...]:
        """The steps for lines that have no signs of marks."""
        kept: list[Step] = []
        for number, step in enumerate(self.steps, 1):
            if isinstance(step, Skip):
                left_out = self.steps[number : number + step.steps]
                kept.append(Skip(len(left_out) - left_out.count(_SIGN)))
            elif step != _SIGN:
                kept.append(step)
        return tuple(kept)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line as it is matched."""

    encoded: EncodedText
    places: TextPlaces
    has_signs: bool


@lru_cache(maxsize=256)
def _encode_line(marked: MarkedText, marks: frozenset[str]) -> _Line:
    encoded = encode(marked, marks)
    has_signs = not encoded.text.isascii() and any(sign in encoded.text for sign in SIGNS)
    return _Line(encoded, TextPlaces(encoded.text), has_signs)


def read_line(text: str) -> LinePattern:
    """One line of a pattern that an author wrote.

    :raises ValueError: saying what was expected
    """
    return _line_of(read_tokens(text))


@lru_cache(maxsize=256)
def read_tails(text: str) -> tuple[LinePattern, ...]:
    """The line without its first fields, then without more of them, as long as it has a title.

    Each has another field, or a mark, beside the title.
    """
    tokens = read_tokens(text)
    starts = [n for n, token in enumerate(tokens) if n and token.kind in ("open", "field")]
    return tuple(_line_of(tokens[start:]) for start in starts if _is_line_of_a_talk(tokens[start:]))


def _is_line_of_a_talk(tokens: Sequence[Token]) -> bool:
    opened: list[str] = []
    for token in tokens:
        if token.kind == "open":
            opened.append(token.value)
        elif token.kind == "close":
            if token.value not in opened:
                return False
            opened.remove(token.value)
    parts = [token for token in tokens if token.kind in ("open", "field")]
    return Token("field", "title") in parts and len(parts) > 1


def _line_of(tokens: Sequence[Token]) -> LinePattern:
    return LinePattern(
        tuple(_Steps(tokens).make()),
        frozenset(token.value for token in tokens if token.kind == "open"),
        tuple(token.value for token in tokens if token.kind == "field"),
        "".join(token.value for token in tokens if token.kind in ("text", "space")),
    )


class _Steps:
    """Makes the steps of one line."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.rest = deque(tokens)
        self.opened: list[str] = []
        """Marks."""
        self.pairs = _find_paired(tokens)
        self.depth = 0
        """How many brackets of the pattern are open."""

    def make(self) -> Iterator[Step]:
        """All steps; signs of marks that the line does not ask for may be between any two."""
        yield _MAYBE_SPACE
        is_first = True
        while self.rest:
            if not is_first:
                yield _SIGN
            yield from self._next(is_first=is_first)
            is_first = False
        yield _MAYBE_SPACE

    def _next(self, *, is_first: bool) -> Sequence[Step]:
        token = self.rest.popleft()
        if token.kind == "open":
            self.opened.append(token.value)
            return (Run(OPENS[token.value]),)
        if token.kind == "close":
            self.opened.remove(token.value)
            return (Run(CLOSES[token.value]),)
        if token.kind == "text":
            # In reStructuredText a field has its colons outside of what it says.
            is_of_field = is_first and token.value == ":"
            return _maybe(*self._text(token)) if is_of_field else self._text(token)
        if token.kind == "space" and self.rest and self.rest[0] == ANY:
            # One space is enough where "{}" is empty.
            self.rest.popleft()
            return _maybe(*_SPACE, *self._field(""))
        if token == ANY and is_first and self.rest and self.rest[0].kind == "space":
            self.rest.popleft()
            return _maybe(*self._field(""), *_SPACE)
        return _SPACE if token.kind == "space" else self._field(token.value)

    def _text(self, token: Token) -> Sequence[Step]:
        shown = _character_of(token)
        if shown == "-":
            # Two or three hyphens are another way to write a dash.
            while self.rest and self.rest[0].kind == "text" and plain(self.rest[0].value) == "-":
                self.rest.popleft()
            return (Run("-", most=3),)
        if id(token) not in self.pairs:
            return _literal(shown)
        self.depth -= is_closing(shown)
        bracket = Run(sign_of(shown, self.depth))
        self.depth += is_opening(shown)
        return (bracket,)

    def _field(self, name: str) -> Sequence[Step]:
        if name in _SHAPES:
            shape = Shape(_SHAPES[name](), name)
            return (shape, Run(".", least=0)) if name == "weekday" else (shape,)
        ends = BORDER + "".join(CLOSES[kind] for kind in self.opened)
        text = Run(ends, 0 if name == "" else 1, None, are_others=True, field=name)
        if brackets := opening_signs(self.depth):
            # It takes both brackets of a pair, or none, and stays within those that are around it.
            ends += closing_signs(self.depth - 1)
            text = replace(text, characters=ends, pairs=(brackets, closing_signs(self.depth)))
        return (replace(text, is_lazy=name != "title"),)


def _maybe(*steps: Step) -> Sequence[Step]:
    return (Skip(len(steps)), *steps)


def _find_paired(tokens: Sequence[Token]) -> frozenset[int]:
    """The brackets of a pattern that belong together, by their identities."""
    pairs: set[int] = set()
    opened: list[Token] = []
    for token in tokens:
        shown = _character_of(token) if token.kind == "text" else ""
        if is_opening(shown):
            opened.append(token)
        elif opened and is_closing(shown) and _character_of(opened[-1]) == opening_of(shown):
            pairs |= {id(opened.pop()), id(token)}
    return frozenset(pairs)


def _character_of(token: Token) -> str:
    """A token's character, as texts have it."""
    return plain(token.value).strip(BESIDE_WIDE)


def _literal(shown: str) -> Sequence[Step]:
    if shown in (",", ":", ";"):
        return (_MAYBE_SPACE, Run(shown), _MAYBE_SPACE)
    return tuple(map(Run, shown))
