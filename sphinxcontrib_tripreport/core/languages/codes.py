"""Codes of languages: read in any spelling, compared, and which way they are written.

Needs Babel only, which knows the languages, scripts and territories of CLDR.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from babel import Locale
from babel.core import get_global

from sphinxcontrib_tripreport.core.text.phrases import did_you_mean
from sphinxcontrib_tripreport.core.text.regexes import regex

_EXPECTED: Final = "expected a language code such as en, pt-BR or zh-Hant"
_CODE: Final = regex(
    r"(?P<language>[a-z]{2,3})(?:-(?P<extended>[a-z]{3}))?(?:-(?P<script>[a-z]{4}))?"
    r"(?:-(?P<territory>[a-z]{2}|\d{3}))?(?P<variants>(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*)"
    # Extensions, as of calendars or of the order of words: nothing of ours goes by them.
    r"(?:-[a-wy-z\d](?:-[a-z\d]{2,8})+)*(?P<private>(?:-x(?:-[a-z\d]{1,8})+)?)"
)
_RIGHT_TO_LEFT: Final = frozenset(
    ("Adlm", "Arab", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa")
)
"""The scripts of living languages that run from right to left: those of Unicode's classes R, AL."""
_LEFT_TO_RIGHT: Final = frozenset(
    ("ca", "de", "en", "es", "fr", "gl", "it", "ja", "ko", "nl", "pl", "pt", "ru", "uk", "zh")
)
"""Languages that run from left to right: asking Babel would load 2 MB."""


def read_code(text: str) -> str:
    """A language code as BCP 47 (RFC 5646) writes it: ``es_ES.UTF-8`` gives ``es-ES``.

    Case and the sign between the parts do not matter; an encoding of POSIX goes, its
    ``@latin`` is the script. Extensions (``-u-co-phonebk``) go, too, and of ``zh-yue`` the
    language that it means is left.

    :raises ValueError: for what is no code, and for a language that CLDR does not know
    """
    code, _, variant = text.strip().replace("_", "-").lower().partition("@")
    code = code.partition(".")[0]
    found = _CODE.fullmatch(code)
    if found is None or not _is_known(found):
        near = did_you_mean(_codes_meant(code))
        raise ValueError(f"{_EXPECTED}.{near}" if near else _EXPECTED)
    script = found["script"] or ("latn" if variant == "latin" else "")
    language = found["extended"] or found["language"]
    language = get_global("language_aliases").get(language, language).replace("_", "-")
    parts = (language, script.title(), (found["territory"] or "").upper())
    return "-".join(filter(None, parts)) + found["variants"] + found["private"]


def _codes_meant(code: str) -> list[str]:
    """The codes that a language's English name, or the code of a country, may mean."""
    names = _names()
    for known, name in names.languages.items():
        if name.lower() == code.replace("-", " "):
            return [known.replace("_", "-")]
    language, *rest = code.split("-")
    if language in names.languages:
        corrected = _territory(rest[0]) if len(rest) == 1 else ""
        return [f"{language}-{corrected}"] if corrected else []
    country = _territory(language)
    likely = get_global("likely_subtags").get(f"und_{country}")
    if likely is None and "en" in get_global("territory_languages").get(country, {}):
        likely = "en"  # which CLDR leaves out
    return [likely.partition("_")[0]] if likely is not None else []


def _territory(code: str) -> str:
    """The code of a territory that CLDR knows, also by an older code; else nothing."""
    found: str = (get_global("territory_aliases").get(code.upper()) or [code.upper()])[0]
    return found if found in _names().territories else ""


@lru_cache(maxsize=256)
def is_same(one: str, other: str) -> bool:
    """Whether two codes mean one language: ``en`` and ``en-GB``, but not ``zh-TW``.

    Two territories are two languages only if both are named.
    """
    first, second = _parts(one), _parts(other)
    same_territory = first[2] == second[2] or not (first[2] and second[2])
    return first[:2] == second[:2] and same_territory


def speaks(one: str, other: str) -> bool:
    """Whether somebody who knows one language can read the other: their first parts agree."""
    return re.split("[-_]", one.lower())[0] == re.split("[-_]", other.lower())[0]


@lru_cache(maxsize=256)
def is_right_to_left(code: str) -> bool:
    """Whether a language is written from right to left, as Arabic and Hebrew are."""
    language, *rest = re.split("[-_.@]", code.lower())
    if language in _LEFT_TO_RIGHT and all(len(part) != 4 for part in rest):
        return False
    return _parts(code)[1] in _RIGHT_TO_LEFT


def _parts(code: str) -> tuple[str, str, str]:
    """Language, script (the usual one if none is named) and territory (empty: not named)."""
    code = code.replace("_", "-").partition("@")[0].partition(".")[0]
    # What is after a single character is private.
    language, *rest = re.split("-[a-zA-Z0-9]-", code, maxsplit=1)[0].split("-")
    language = language.lower()
    script = next((part.title() for part in rest if len(part) == 4 and part.isalpha()), "")
    territory = next((part.upper() for part in rest if len(part) == 2 or part.isdigit()), "")
    if not script:
        likely = get_global("likely_subtags")
        usual = likely.get(f"{language}_{territory}") or likely.get(language) or ""
        script = next((part for part in usual.split("_") if len(part) == 4), "")
    return language, script, territory


def _is_known(code: re.Match[str]) -> bool:
    names, aliases = _names(), get_global("language_aliases")
    languages = filter(None, code.group("language", "extended"))
    return (
        all(language in names.languages or language in aliases for language in languages)
        and (not code["script"] or code["script"].title() in names.scripts)
        and (not code["territory"] or code["territory"].upper() in names.territories)
    )


@lru_cache(maxsize=1)
def _names() -> Locale:
    # English has a name for everything that CLDR has a name for.
    return Locale("en")
