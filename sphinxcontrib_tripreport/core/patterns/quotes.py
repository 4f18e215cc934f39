"""Quotation marks round titles, and the punctuation at their ends. Pure."""

from __future__ import annotations

from typing import Final

from sphinxcontrib_tripreport.core.text.slugs import fold

_PAIRS: Final = (
    *('""', "''", "``", "“”", "‘’", "„“", "„”", "‚‘"),
    *("«»", "»«", "‹›", "「」", "『』", "《》"),
)
_OPENING: Final = "".join(dict.fromkeys(pair[0] for pair in _PAIRS))
_SEPARATORS: Final = ":;,：；，、"
"""What ends no title, but separates it from what comes after it."""
_DASHES: Final = "-–—―"


def begins_quoted(text: str) -> bool:
    """Whether a text begins with a quotation mark."""
    first = text.lstrip()[:1]
    return bool(first) and first in _OPENING


def is_quoted(text: str) -> bool:
    """Tell whether a text is in quotation marks as a whole."""
    return _within_quotes(text, 0, len(text)) is not None


def title_within(text: str, start: int, end: int) -> tuple[int, int]:
    """The part of a title without spaces, separators and quotation marks round the whole.

    :param start: where the title begins in the text
    """
    while True:
        start, end = _without_spaces(text, start, end)
        shorter = _without_separator(text, start, end)
        if shorter == end:
            has_stop = text[start:end].endswith(".")
            inner = _within_quotes(text, start, end - has_stop)
            if inner is None:
                return start, end
            start, shorter = inner
        end = shorter


def _without_spaces(text: str, start: int, end: int) -> tuple[int, int]:
    shown = text[start:end]
    return start + len(shown) - len(shown.lstrip()), end - len(shown) + len(shown.rstrip())


def _without_separator(text: str, start: int, end: int) -> int:
    """Where the title ends without the separator after it."""
    shown = text[start:end]
    is_dash = shown[-1:] in _DASHES and shown[-2:-1].isspace()
    if (shown[-1:] in _SEPARATORS or is_dash) and fold(shown[:-1]):
        return end - 1
    return end


def _within_quotes(text: str, start: int, end: int) -> tuple[int, int] | None:
    """What is between the quotation marks round the whole; None if there are none."""
    shown = text[start:end]
    for opening, closing in _PAIRS:
        if len(shown) > 2 and shown[0] == opening and shown[-1] == closing:
            inner = shown[1:-1]
            if _are_balanced(inner, opening, closing) and fold(inner):
                return start + 1, end - 1
    return None


def _are_balanced(inner: str, opening: str, closing: str) -> bool:
    """Whether the marks round *inner* belong together."""
    if opening == closing:
        return opening not in inner
    depth = 0
    for character in inner:
        depth += (character == opening) - (character == closing)
        if depth < 0:
            return False
    return depth == 0
