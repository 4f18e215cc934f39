"""The locale that a language code means, however it is written. Needs Babel only."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import lru_cache
from typing import Final

from babel import Locale, UnknownLocaleError

from sphinxcontrib_tripreport.core.text.regexes import regex

_ENGLISH: Final = "en_GB"
"""The day before the month, and 24 hours: what conferences use."""
_EXTENSION: Final = regex("_[a-z0-9]_", re.IGNORECASE)


@lru_cache(maxsize=256)
def find_locale(language: str) -> Locale:
    """Babel's locale for a language code as Sphinx, BCP 47 or POSIX write it.

    British English where Babel does not know the language, or the names of its months in its
    script. Extensions of BCP 47, as ``-u-co-phonebk``, are left out.
    """
    found = parse_locale(language)
    # "en_UK" comes back as "en", of which the dates are American.
    if found is None or str(found) == "en" or found.months["format"]["wide"][2] == "M02":
        return Locale.parse(_ENGLISH)
    return found


def parse_locale(language: str) -> Locale | None:
    """The locale that a code means, whether Babel has words in it or not.

    None of its words are loaded, which takes Babel a hundredth of a second a language.
    """
    code, _, variant = language.strip().replace("-", "_").partition("@")
    code = code.partition(".")[0]
    if variant == "latin":
        code += "_Latn"
    primary = code.partition("_")[0]
    # Of "und", the code of no language, Babel makes American English.
    if primary.lower() != "und":
        code = _EXTENSION.split(code, maxsplit=1)[0]
        for candidate in (code, primary):
            with suppress(ValueError, UnknownLocaleError):
                return Locale.parse(candidate)
    return None
