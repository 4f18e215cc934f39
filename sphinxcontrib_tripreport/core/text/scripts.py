"""In which scripts a text is written, by the names that Unicode gives to its characters. Pure."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

HAN: Final = "Chinese characters"
EMOJI: Final = "emoji"
_CALLED: Final = {
    "CJK": HAN,
    "BOPOMOFO": HAN,
    "HIRAGANA": "Kana",
    "KATAKANA": "Kana",
    "KATAKANA-HIRAGANA": "Kana",
    "HALFWIDTH": "Kana",
    "FULLWIDTH": HAN,
    "IDEOGRAPHIC": HAN,
}
"""The scripts whose characters have names that begin with another word, by that word."""
_FIRST_EMOJI: Final = "\U0001f000"
_ONLY_LATIN: Final = re.compile(r"[\x00-\u024f\u1e00-\u1eff\u2000-\u206f]*")


def scripts_of(text: str) -> set[str]:
    """The scripts of the letters of a text, and ``emoji``: ``Latin``, ``Cyrillic``, ``Hangul`` …"""
    return {script for letter in set(text) if (script := _script_of(letter))}


def _script_of(letter: str) -> str:
    category = unicodedata.category(letter)
    if category == "So" and letter >= _FIRST_EMOJI:
        return EMOJI
    if category[0] != "L" or (category == "Lm" and letter < "\u0300"):
        return ""  # modifiers belong to no script
    if _ONLY_LATIN.fullmatch(letter):
        return "Latin"
    first = unicodedata.name(letter, "").partition(" ")[0]
    return _CALLED.get(first, first.capitalize())
