"""How much of a text is shown if there is no place for all, and how long all of it takes. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sphinxcontrib_tripreport.core.text.regexes import regex

LONGEST: Final = 280
"""In characters: what is cut out of a text."""
LONGEST_CHOSEN: Final = 600
"""In characters: what an author chose."""
_SIGN: Final = "…"
_SHORTEST_WORD: Final = 0.6
"""A text is cut before a word unless that takes more than the rest of this share."""

_WORDS_A_MINUTE: Final = 200
_LETTERS_A_MINUTE: Final = 400
"""Of scripts that have no spaces between words."""
_WITHOUT_SPACES: Final = regex(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
)


def cut(text: str, longest: int = LONGEST) -> str:
    """A text, or as much of it as fits, cut between two words and with a sign that it goes on."""
    if len(text) <= longest:
        return text
    head = text[: longest - len(_SIGN) + 1]
    whole = head.rpartition(" ")[0]
    if len(whole) < longest * _SHORTEST_WORD:
        whole = head[:-1]  # one long word, or a script without spaces
    return whole.rstrip(" ,;:–—-(") + _SIGN


def words_in(lines: Iterable[str]) -> float:
    """How many words there are, as far as reading them takes time."""
    words = 0.0
    for line in lines:
        words += len(line.split())
        if not line.isascii():
            letters = len(_WITHOUT_SPACES.findall(line))
            words += letters * _WORDS_A_MINUTE / _LETTERS_A_MINUTE
    return words


def minutes_for(words: float) -> int:
    """How many minutes it takes to read so many words: at least one, if there are any."""
    return max(round(words / _WORDS_A_MINUTE), 1) if words else 0
