"""Full-width marks, and the dashes beside them. Pure."""

from __future__ import annotations

import unicodedata
from typing import Final

from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.slugs import fold

BESIDE_WIDE: Final = "\ue000"
"""Where a full-width mark, which has its space within, may have none beside it."""

_LONG_VOWEL: Final = "\u30fc"
_WAVES: Final = "\u301c\uff5e"
_RUN: Final = regex(r"[-\u2010-\u2015\u2212\uff0d\u30fc\u301c\uff5e]+")
_CHINESE_DASH: Final = "\u2014\u2014"


def is_wide(character: str) -> bool:
    """Whether a character takes the place of two."""
    return unicodedata.east_asian_width(character) in "FW"


def find_wide_dashes(text: str) -> dict[int, str]:
    """The dashes that need no space beside them, by their places, as patterns compare them.

    These are dashes right beside a full-width mark, and the Chinese dash of two. There a long
    vowel sign (``ー``) that no kana is before, and a wave dash (``〜``), are dashes, too; also
    between spaces, a wave dash between times, and a long vowel sign that begins a word.
    """
    if text.isascii():
        return {}
    shown: dict[int, str] = {}
    for found in _RUN.finditer(text):
        start, end = found.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        if not _is_dash(found[0], before, after):
            continue
        begins_word = before.isspace() and _LONG_VOWEL in found[0]
        needs_no_space = _is_mark(before) or _is_mark(after) or begins_word
        needs_no_space = needs_no_space or _CHINESE_DASH in found[0]
        for place in range(start, end):
            shown[place] = "-"
        if needs_no_space:
            shown[start] = BESIDE_WIDE + shown[start]
            shown[end - 1] += BESIDE_WIDE
    return shown


def _is_dash(run: str, before: str, after: str) -> bool:
    between_spaces = before.isspace() and after.isspace()
    if _LONG_VOWEL in run:
        return _is_mark(before) or (before.isspace() and bool(after))
    if any(wave in run for wave in _WAVES):
        between_digits = before.isdigit() and after.isdigit()
        return _is_mark(before) or _is_mark(after) or between_spaces or between_digits
    return True


def _is_mark(character: str) -> bool:
    """Whether a character is a full-width mark, and no letter."""
    return bool(character) and is_wide(character) and not fold(character).isalnum()
