"""A name, taken apart for comparing it with others. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from sphinxcontrib_tripreport.core.text.names import is_suffix
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.romanised import (
    family_name_of_syllable,
    romanise,
    sound_of,
)
from sphinxcontrib_tripreport.core.text.scripts import scripts_of
from sphinxcontrib_tripreport.core.text.slugs import fold
from sphinxcontrib_tripreport.core.text.titles_of_address import without_titles

_BRACKETS: Final = regex(r"[(\[\uff08]([^()\[\]\uff08\uff09]*)[)\]\uff09]")
_SEVERAL: Final = regex("[&;]")
_CALLED: Final = regex(r"(?<=\s)['\"\u201c\u201e][^'\"\u201d]+['\"\u201d\u201c](?=\s)")
_DEGREE: Final = regex(r"\bph\.? ?d\b")
_BREAK: Final = regex(r"[\s.\u00b7\u30fb/-]+")
_UNSPOKEN: Final = regex(r"[^\w\s.\u00b7\u30fb/-]|_")
_DOUBLED: Final = regex(r"(.)\1+")
_MOST_WORDS: Final = 8
"""A longer name is no name of a person."""
_LONGEST: Final = 120
_HANGUL: Final = regex("[\uac00-\ud7a3]{2,4}")
_LONG_KOREAN: Final = 4
_FAMILIES_OF_TWO: Final = ("남궁", "황보", "제갈", "선우", "독고", "사공", "서문")


class NameWords(NamedTuple):
    """A name in words: without titles, nicknames and affiliations, the given name first."""

    words: tuple[str, ...]
    """Folded."""
    sounds: tuple[str, ...]
    """What the usual spellings of each word have in common."""
    scripts: frozenset[str]
    joined: str
    """All of it as one word, as it sounds."""
    turned: tuple[str, ...]
    """As one word, as it sounds, with the last word first, and with the first word last."""

    @property
    def letters(self) -> str:
        """All of it as one word."""
        return "".join(self.words)


@lru_cache(maxsize=65536)
def names_in(name: str) -> tuple[NameWords, ...]:
    """The names that a text for one person has: itself, and one in brackets with its own words.

    ``Юлия Иванова (Yulia Ivanova)`` is two. Names of one word are none, unless that is
    usual: in Chinese, Japanese and Korean characters.
    """
    if len(name) > _LONGEST or _SEVERAL.search(name):
        return ()
    texts = [_BRACKETS.sub(" ", name), *_BRACKETS.findall(name)]
    return tuple(found for text in texts if (found := _taken_apart(text)) is not None)


def _taken_apart(text: str) -> NameWords | None:
    shown = _CALLED.sub(" ", text)
    family, comma, given = shown.partition(",")
    if comma and given.strip() and not is_suffix(fold(given)):
        shown = f"{given} {family}"
    bare = without_titles(_UNSPOKEN.sub("", _DEGREE.sub("", fold(shown))).replace(".", " "))
    words = tuple(word for word in _BREAK.split(bare) if word)
    while len(words) > 1 and is_suffix(words[-1]):
        words = words[:-1]
    letters = "".join(words)
    scripts = _LATIN if letters.isascii() else frozenset(scripts_of(letters))
    if scripts == {"Hangul"}:
        words = _korean(words)
    if not 1 <= len(words) <= _MOST_WORDS or (len(words) < 2 and scripts <= _SPACED):
        return None
    sounds = tuple(map(_sound, words))
    turned = (sounds[-1:] + sounds[:-1], sounds[1:] + sounds[:1])
    return NameWords(words, sounds, scripts, _join(sounds), tuple(map(_join, turned)))


_LATIN: Final = frozenset({"Latin"})
_SPACED: Final = frozenset({"Latin", "Cyrillic", "Greek", "Arabic", "Hebrew", "Hangul"})
"""Scripts in which a name of one word is not all of a name."""


def _join(sounds: Iterable[str]) -> str:
    return _DOUBLED.sub(r"\1", "".join(sounds))


def _korean(words: tuple[str, ...]) -> tuple[str, ...]:
    """A name in Hangul with the family name last, as in Latin letters."""
    name = "".join(words)
    if not _HANGUL.fullmatch(name) or (len(words) > 1 and len(words[-1]) < len(words[0])):
        return words
    length = 2 if name.startswith(_FAMILIES_OF_TWO) and len(name) == _LONG_KOREAN else 1
    return name[length:], name[:length]


def _sound(word: str) -> str:
    if len(word) == 1 and "\uac00" <= word <= "\ud7a3":
        return sound_of(family_name_of_syllable(romanise(word)))
    return sound_of(word)


def is_initial(word: str) -> bool:
    """Whether a word of a name is one letter, of a script in which that may be short for a name."""
    return len(word) == 1 and word.upper() != word
