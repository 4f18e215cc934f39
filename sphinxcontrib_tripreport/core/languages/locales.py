"""The locale that a language code means, however it is written. Needs Babel only."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import lru_cache
from typing import Final

from babel import Locale, UnknownLocaleError

_ENGLISH: Final = "en_GB"
"""The day before the month, and 24 hours: what conferences use."""
_EXTENSION: Final = re.compile("_[a-z0-9]_", re.IGNORECASE)


@lru_cache(maxsize=256)
def find_locale(language: str) -> Locale:
    """Return Babel's locale for a language code as Sphinx, BCP 47 or POSIX write it.

    British English where Babel does not know the language, or the names of its months in its
    script. Extensions of BCP 47, as ``-u-co-phonebk``, are left out.
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
                found = Locale.parse(candidate)
                # "en_UK" comes back as "en", of which the dates are American.
                has_words = found.months["format"]["wide"][2] != "M02"
                return found if has_words and str(found) != "en" else Locale.parse(_ENGLISH)
    return Locale.parse(_ENGLISH)
