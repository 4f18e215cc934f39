"""Names that stand together in a sentence, as a language writes them. Needs Babel only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, zip_longest
from typing import Final

from babel.lists import format_list

from sphinxcontrib_tripreport.text.locales import find_locale

_ITEM: Final = "\0"
_SPANISH_I: Final = re.compile(r"\W*(?:h?[ií]|y)(?![aeouáéóú])", re.IGNORECASE)
"""What begins with the sound of the Spanish "y", but with no diphthong, as "hielo" does."""


def join_names(names: Sequence[str], locale: str) -> str:
    """Return names as part of a sentence: ``Ann, Bob and Cy``."""
    return "".join(chain(*zip_longest(names, words_between(names, locale), fillvalue="")))


def words_between(names: Sequence[str], locale: str) -> list[str]:
    """Return what stands between things in a sentence: ``[", ", " and "]`` for three.

    :param names: what they are called: in Spanish "y" becomes "e" before some
        (https://www.rae.es/dpd/y)
    """
    found = find_locale(locale)
    between = format_list([_ITEM] * len(names), locale=found).split(_ITEM)[1:-1]
    if found.language == "es" and between and _SPANISH_I.match(names[-1]):
        between[-1] = between[-1].replace(" y ", " e ")
    return between
