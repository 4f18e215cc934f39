"""Pairs of brackets: a field of a pattern takes both or none of a pair. Pure."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final, NamedTuple

from sphinxcontrib_tripreport.core.text.regexes import regex

_PAIRS: Final = {"(": ")", "[": "]", "{": "}", "\u3010": "\u3011", "\u3014": "\u3015"}
_OPENING: Final = {closing: opening for opening, closing in _PAIRS.items()}
_WIDE: Final = str.maketrans("\uff08\uff09\uff3b\uff3d\uff5b\uff5d", "()[]{}")
_CHARACTERS: Final = "".join(f"{opening}{closing}" for opening, closing in _PAIRS.items())
_BRACKET: Final = regex(f"[{re.escape(_CHARACTERS)}]")
_FIRST_SIGN: Final = 0xE010
DEEPEST: Final = 4
"""How many pairs, one in the other, are told apart; what is deeper is text."""


class Bracket(NamedTuple):
    """A bracket that has its partner in the same line."""

    character: str
    """In half width."""
    sign: str
    """What stands for it and its depth."""


def find_pairs(text: str) -> dict[int, Bracket]:
    """The brackets of a text that have a partner in it, by their places."""
    folded = text.translate(_WIDE)
    pairs: dict[int, Bracket] = {}
    ends: list[int] = []
    for start, end in sorted(partners(text)):
        while ends and ends[-1] < start:
            ends.pop()
        if len(ends) < DEEPEST:
            pairs[start] = Bracket(folded[start], sign_of(folded[start], len(ends)))
            pairs[end] = Bracket(folded[end], sign_of(folded[end], len(ends)))
        ends.append(end)
    return pairs


def partners(text: str) -> list[tuple[int, int]]:
    """Where brackets open and close that belong together; those that have none are left out."""
    opened: list[tuple[str, int]] = []
    waiting: Counter[str] = Counter()
    pairs: list[tuple[int, int]] = []
    for found in _BRACKET.finditer(text.translate(_WIDE)):
        character = found[0]
        if character in _PAIRS:
            opened.append((character, found.start()))
            waiting[character] += 1
        elif waiting[_OPENING[character]]:
            last, place = "", 0
            while last != _OPENING[character]:
                last, place = opened.pop()
                waiting[last] -= 1
            pairs.append((place, found.start()))
    return pairs


def is_opening(character: str) -> bool:
    """Whether a character in half width opens a pair."""
    return character in _PAIRS


def is_closing(character: str) -> bool:
    """Whether a character in half width closes a pair."""
    return character in _OPENING


def opening_of(character: str) -> str:
    """The bracket that a closing one closes."""
    return _OPENING[character]


def sign_of(character: str, depth: int) -> str:
    """What stands for a paired bracket that has *depth* pairs around it."""
    return chr(_FIRST_SIGN + depth * len(_CHARACTERS) + _CHARACTERS.index(character))


def opening_signs(depth: int) -> str:
    """Every opening bracket at that depth."""
    return "".join(sign_of(each, depth) for each in _PAIRS) if 0 <= depth < DEEPEST else ""


def closing_signs(depth: int) -> str:
    """Every closing bracket at that depth."""
    return "".join(sign_of(each, depth) for each in _OPENING) if 0 <= depth < DEEPEST else ""


def has_open_bracket(text: str, following: str) -> bool:
    """Whether a bracket opens in *text* and closes in the text that follows."""
    border = len(text)
    return any(start < border <= end for start, end in partners(text + following))
