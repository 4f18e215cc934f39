"""Titles before and after names, which tell nobody apart: "Dr.", "Prof.", "PhD", "さん". Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sphinxcontrib_tripreport.core.text.regexes import regex

_BEFORE: Final = frozenset((
    "dr", "dres", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir",
    "sr", "sra", "srta", "dra", "profa",  # Spanish, Catalan, Galician, Portuguese
    "mme", "mlle", "pr",  # French
    "herr", "frau", "dipl-ing", "dipl-inf",  # German
    "dott", "dottssa", "dottoressa", "sig", "sigra", "profssa",  # Italian
    "drs", "mevr", "dhr",  # Dutch
    "mgr", "inz",  # Polish
    "г-н", "г-жа", "д-р", "проф", "доктор", "профессор", "професор", "пані",
    "د", "أد", "الدكتور", "الدكتورة", "الأستاذ", "الأستاذة", "السيد", "السيدة",
))  # fmt: skip
_AFTER: Final = frozenset(("phd", "md", "msc", "dphil", "mba", "bsc"))
_AFTER_CJK: Final = regex(
    "(?<=..)(?:博士|教授|先生|女士|老师|老師|さん|さま|様|氏|씨|님|박사님?|교수님?|선생님?)$"
)
_BETWEEN: Final = regex(r"[\s,，、]+")


def without_titles(name: str) -> str:
    """A name without its titles of address, and with single spaces; a title alone stays.

    :param name: folded, without full stops
    """
    words = [word for word in _BETWEEN.split(name) if word]
    words = words[_count_before(words) :]
    while len(words) > 1 and words[-1] in _AFTER:
        words.pop()
    return _AFTER_CJK.sub("", " ".join(words)).rstrip()


def _count_before(words: Sequence[str]) -> int:
    count = 0
    while count < len(words) - 1 and is_title(words[count]):
        count += 1
    return count


def is_title(word: str) -> bool:
    """Whether a folded word without full stops is said before names."""
    return word in _BEFORE
