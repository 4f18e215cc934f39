"""The locale that a language code means, however it is written. Needs Babel only."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from typing import Final

from babel import Locale, UnknownLocaleError

_ENGLISH: Final = "en_GB"
"""The day before the month, and 24 hours: what conferences use."""


@lru_cache(maxsize=256)
def find_locale(language: str) -> Locale:
    """Return Babel's locale for a language code as Sphinx, BCP 47 or POSIX write it.

    British English where Babel does not know the language.
    """
    code, _, variant = language.strip().replace("-", "_").partition("@")
    code = code.partition(".")[0]
    if variant == "latin":
        code += "_Latn"
    if code.lower() != "en":
        for candidate in (code, code.partition("_")[0]):
            with suppress(ValueError, UnknownLocaleError):
                return Locale.parse(candidate)
    return Locale.parse(_ENGLISH)
