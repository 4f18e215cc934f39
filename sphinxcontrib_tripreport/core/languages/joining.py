"""Names that are together in a sentence, as a language writes them. Needs Babel only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, zip_longest
from typing import Final, NamedTuple

from sphinxcontrib_tripreport.core.languages import english
from sphinxcontrib_tripreport.core.languages.locales import find_locale
from sphinxcontrib_tripreport.core.text.regexes import regex

_ITEM: Final = "\0"
_SPANISH_I: Final = regex(r"\W*(?:h?[ií]|y)(?![aeouáéóú])", re.IGNORECASE)
"""What begins with the sound of the Spanish "y", but with no diphthong, as "hielo" does."""
_OTHER_THAN_HEBREW: Final = regex(r"[^\w\u0590-\u05ff]*[^\W\u0590-\u05ff]")
"""What begins with a letter or digit of another script."""


class _Joints(NamedTuple):
    """What a language puts between things in a sentence."""

    alone: str
    """Between two that are all."""
    first: str
    middle: str
    last: str


_ENGLISH: Final = _Joints(" and ", ", ", ", ", " and ")


def join_names(names: Sequence[str], locale: str) -> str:
    """Names as part of a sentence: ``Ann, Bob and Cy``."""
    return "".join(chain(*zip_longest(names, words_between(names, locale), fillvalue="")))


def words_between(names: Sequence[str], locale: str) -> list[str]:
    """What is between things in a sentence: ``[", ", " and "]`` for three.

    :param names: what they are called: in Spanish "y" becomes "e" before some
        (https://www.rae.es/dpd/y), in Hebrew "ו" takes a hyphen before other scripts (as in
        ``listformatter.cpp`` of ICU)
    """
    if len(names) < 2:
        return []
    language, joints = _joints(locale)
    if len(names) == 2:
        between = [joints.alone]
    else:
        between = [joints.first, *[joints.middle] * (len(names) - 3), joints.last]
    if language == "es" and _SPANISH_I.match(names[-1]):
        between[-1] = between[-1].replace(" y ", " e ")
    elif language == "he" and _OTHER_THAN_HEBREW.match(names[-1]):
        between[-1] = between[-1].replace(" ו", " ו-")
    return between


@lru_cache(maxsize=256)
def _joints(locale: str) -> tuple[str, _Joints]:
    """The language that a code means, and its joints.

    A few languages also write something after the last thing, or after each. Their things are
    between commas alone: a part of such a frame would be wrong.
    """
    if locale in english.CODES:
        return "en", _ENGLISH
    from babel.lists import format_list

    found = find_locale(locale)
    before, alone, after = format_list([_ITEM] * 2, locale=found).split(_ITEM)
    start, first, middle, last, end = format_list([_ITEM] * 4, locale=found).split(_ITEM)
    return found.language, _Joints(
        middle if before or after else alone, first, middle, middle if start or end else last
    )
