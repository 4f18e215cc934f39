"""Where the lines of a made document are in its template. Pure.

A second rendering has a mark wherever a line of a template begins; nothing else reads that one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from sphinxcontrib_tripreport.core.text.regexes import regex

# Of a private use area: in no text that people write.
_OPEN, _CLOSE = "\U000f7e57", "\U000f7e58"
_MARK = regex(f"{_OPEN}(\\d*):([^{_CLOSE}]*){_CLOSE}")
_BEFORE_TEXT = regex(f"(?:{_MARK.pattern}|\\s)*")


class TemplateLine(NamedTuple):
    """A line of a template."""

    path: str
    line: int


class LineMarks(Extension):
    """Has templates write where they are, line by line."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Put a mark before each line and before each value that is filled in."""
        path = stream.filename or ""
        for token in stream:
            if token.type == "data":
                lines = enumerate(token.value.split("\n"), token.lineno)
                marked = "\n".join(_mark(line, path) + text for line, text in lines)
                yield Token(token.lineno, "data", marked)
                continue
            if token.type == "variable_begin":
                yield Token(token.lineno, "data", _mark(token.lineno, path))
            yield token


def places_of(marked: str, source: str) -> list[TemplateLine]:
    """Where each line of *source* is; nothing if *marked* is not the same but for marks."""
    if _MARK.sub("", marked) != source:
        # A template that asks for lengths, or that compares what it made.
        return []
    places, latest = [], TemplateLine("", 1)
    for line in marked.split("\n"):
        marks = list(_MARK.finditer(line))
        # What is first on the line may be that of an included template.
        before_text = _BEFORE_TEXT.match(line)
        end = before_text.end() if before_text else 0
        first = [mark for mark in marks if mark.end() <= end][-1:] or marks[:1]
        places.append(_place(first[0]) if first else latest)
        latest = _place(marks[-1]) if marks else latest
    return places


def _place(mark: re.Match[str]) -> TemplateLine:
    return TemplateLine(mark[2], int(mark[1]))


def _mark(line: int, path: str) -> str:
    return f"{_OPEN}{line}:{path}{_CLOSE}"
