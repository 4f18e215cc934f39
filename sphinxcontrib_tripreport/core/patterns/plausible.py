"""Whether words look like the name of a person. Pure."""

from __future__ import annotations

from typing import Final

from sphinxcontrib_tripreport.core.text.regexes import regex

PARTICLES: Final = frozenset(
    ("van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "do", "du", "la", "le",
     "las", "los", "bin", "ibn", "al", "el", "y", "e", "i", "zu", "af", "av", "ter", "ten", "mac")
)  # fmt: skip
"""Words of names that are written small."""
_FEW_WORDS: Final = range(2, 5)
_LONGEST_CJK: Final = 12
_ENDS_OF_SENTENCES: Final = ("。", "！", "？", "…", "：")
_CJK: Final = regex("[\u3040-\uffdc]")


def is_full_name(text: str) -> bool:
    """Whether *text* looks like a given and a family name: a few words with capitals.

    In Chinese, Japanese and Korean characters it is a few characters without a space.
    """
    if _CJK.search(text):
        return len(text) <= _LONGEST_CJK and not text.endswith(_ENDS_OF_SENTENCES)
    first, *others = text.split() or [""]
    # Di Fox has a given name, and de Boer has none.
    words = [word for word in others if word.lower() not in PARTICLES]
    words += [first] if first[:1].isupper() or first not in PARTICLES else []
    return len(words) in _FEW_WORDS and all(map(is_name_word, words))


def may_be_full_name(text: str) -> bool:
    """Whether *text* can be a name that is not written as names are: ``Leo balter``."""
    words = text.split()
    return len(words) in _FEW_WORDS and words[0][:1].isupper() and text.replace(" ", "").isalpha()


def is_name_word(word: str) -> bool:
    """Whether a word can be a part of a name: it begins with a capital letter."""
    return word[:1].isupper() or word.lower() in PARTICLES
