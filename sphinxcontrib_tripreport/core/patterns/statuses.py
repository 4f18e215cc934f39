"""How an author met a talk, as a box or a word says it. Pure."""

from __future__ import annotations

from typing import Final

from sphinxcontrib_tripreport.core.patterns.pairs import DEEPEST, sign_of
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.slugs import fold

_BOXES: Final = {" ": "planned", "x": "attended", "-": "cancelled"}
_SIGNS: Final = {
    "\u2610": "planned", "\u2611": "attended", "\u2612": "attended", "\u2705": "attended",
    "\u2713": "attended", "\u2714": "attended",
}  # fmt: skip
_WORDS: Final = ("attended", "watched", "missed", "planned", "cancelled")

BOX: Final = regex(rf"\s*(?:\[[ xX-]\]|[{''.join(_SIGNS)}]\ufe0f?)\s+(?=\S)")
"""The box at the start of a task."""


def status_expression() -> str:
    """A regular expression for a box or a word, as texts are matched."""
    depths = range(DEEPEST)
    opening, closing = ("".join(sign_of(each, depth) for depth in depths) for each in "[]")
    inside = "".join(_BOXES)
    return rf"[{opening}][{inside}][{closing}]|[{''.join(_SIGNS)}]|{'|'.join(_WORDS)}"


def read_status(text: str) -> str:
    """The status that a box or a word means.

    :raises ValueError: if it means none
    """
    shown = text.strip().removesuffix("\ufe0f")
    word = fold(shown)
    status = _SIGNS.get(shown) or _BOXES.get(word[1:-1] or " " if word[:1] == "[" else "")
    if status is None and word in _WORDS:
        return word
    if status is None:
        raise ValueError(f"expected a box such as [x], or one of {', '.join(_WORDS)}")
    return status
