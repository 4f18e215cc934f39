"""The numbers in titles and names, which say which part or which edition is meant. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sphinxcontrib_tripreport.core.text.regexes import regex

_DIGITS: Final = regex(r"\d+(?:[a-z](?![a-z]))?")
_WORDS: Final = {
    word: str(number)
    for number, words in enumerate(
        (
            "one first i uno primero primera eins erster erste un premier uma primeiro",
            "two second ii dos segundo segunda zwei zweiter zweite deux deuxieme dois",
            "three third iii tres tercero tercera drei dritter dritte trois troisieme",
            "four fourth iv cuatro cuarto cuarta vier vierter vierte quatre quatrieme quatro",
            "five fifth v cinco quinto quinta funf funfter funfte cinq cinquieme",
            "six sixth vi seis sexto sexta sechs",
        ),
        1,
    )
    for word in words.split()
}
"""Folded words and Roman numbers."""


def numbers_among(words: Iterable[str]) -> list[str]:
    """The numbers among folded words, in order: digits, Roman numbers, and small ones as words.

    ``Part II`` and ``part 2`` have the same, ``part 2b`` has another one.
    """
    found: list[str] = []
    for word in words:
        digits = _DIGITS.findall(word)
        if digits:
            found += (each.lstrip("0") or "0" for each in digits)
        elif word in _WORDS:
            found.append(_WORDS[word])
    return found
