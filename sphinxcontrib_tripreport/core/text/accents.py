"""Combining characters, such as accents, as far as they make sense. Standard library only."""

from __future__ import annotations

import unicodedata
from typing import Final

from sphinxcontrib_tripreport.core.text.regexes import regex

_MOST: Final = 30
_MANY: Final = regex(rf"[^\w\s]{{{_MOST + 1}}}")


def without_piles(text: str) -> str:
    """*text* with at most thirty combining characters in a row; more are dropped.

    No language has more (https://unicode.org/reports/tr15/#Stream_Safe_Text_Format), and Unicode's
    normal forms take the square of the time for them.
    """
    if not _MANY.search(text):
        return text
    kept: list[str] = []
    row = 0
    for char in text:
        row = row + 1 if unicodedata.combining(char) else 0
        if row <= _MOST:
            kept.append(char)
    return "".join(kept)
