"""The comparison form and the key of a text in any script. Standard library and accents only."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from hashlib import blake2b
from typing import Final

from sphinxcontrib_tripreport.core.text.accents import without_piles
from sphinxcontrib_tripreport.core.text.regexes import regex

_QUOTES: Final = (
    "\"'`"
    "\u00ab\u00b4\u00bb\u02b9\u02bb\u02bc\u02bd\u055a\u05f3\u05f4"
    "\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2032\u2033\u2034\u2035\u2036\u2037\u2039\u203a"
    "\u2057\u275b\u275c\u275d\u275e\u276e\u276f\u2e42\u300c\u300d\u300e\u300f\u301d\u301e\u301f"
    "\ufe41\ufe42\ufe43\ufe44\uff02\uff07\uff40\uff62\uff63"
)
_DASHES: Final = (
    "\u058a\u05be\u1400\u1806\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212"
    "\u2e17\u2e1a\u2e3a\u2e3b\u2e40\u2e5d\u30a0\ufe31\ufe32\ufe58\ufe63\uff0d\U00010ead"
)
# Letters that Unicode does not take apart, and the two characters that fonts and keyboards mix up.
_PLAIN: Final = {
    "ß": "ss", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i",
    "\N{WAVE DASH}": "~", "\N{WAVY DASH}": "~",
}  # fmt: skip
_UNIFIED: Final = str.maketrans(
    dict.fromkeys(_QUOTES, "'") | dict.fromkeys(_DASHES, "-") | _PLAIN,
)
_INVISIBLE: Final = regex(
    # combining grapheme joiner, Hangul fillers, Khmer inherent vowels, variation selectors
    "[\u034f\u115f\u1160\u3164\uffa0\u17b4\u17b5\u180b-\u180d\u180f\ufe00-\ufe0f"
    "\U000e0100-\U000e01ef]"
)
_ACCENTED_SCRIPTS: Final = ("LATIN ", "GREEK ", "CYRILLIC ")
_SHORT_I: Final = "и\N{COMBINING BREVE}"

_ASCII_BREAKS: Final = regex(r"[^a-z0-9]+")
_AND: Final = regex(r"(?<!\S)&(?!\S)")
_C_PLUS_PLUS: Final = regex(r"(?<!\w)c\+\+")
_C_SHARP: Final = regex(r"(?<!\w)([cf])#(?![^\W\d_])")
_DIGEST_SIZE: Final = 3


def fold(text: str) -> str:
    """The form in which titles, names and role targets are compared.

    Case, width, accents, kinds of quotes and dashes, invisible characters and white space make no
    difference. The accents of scripts other than Latin, Greek and Cyrillic stay: there they make
    another letter. Any string is accepted, and ``fold(fold(x)) == fold(x)``.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.lower().replace('"', "'").replace("`", "'").split())
    return _fold_any(text)


@lru_cache(maxsize=1024)
def slug(text: str, limit: int = 80) -> str:
    """A key for a text, readable in every script: letters and digits joined by ``-``.

    Longer ones are cut at ``limit`` (at least 16), with a digest of the whole at the end. A text
    of symbols alone gives their names; one with nothing visible gives ``""``.
    """
    folded = fold(text)
    words = _join_words(_spell_symbols(folded)) or _name_characters(folded)
    if len(words) <= limit:
        return words
    digest = blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=_DIGEST_SIZE).hexdigest()
    return f"{_cut(words, max(limit, 16) - len(digest) - 1)}-{digest}"


@lru_cache(maxsize=16384)
def slug_path(text: str) -> str:
    """The slugs of the parts of ``event/talk``, with the slashes between them."""
    return "/".join(map(slug, text.split("/")))


@lru_cache(maxsize=512)
def _fold_any(text: str) -> str:
    """Fold until nothing changes: each step may make work for another one (``ŉ`` has a quote).

    The last ones are kept, because a title is folded several times in a row.
    """
    before, text = text, _fold_once(text)
    while text != before and not text.isascii():
        before, text = text, _fold_once(text)
    return text


def _fold_once(text: str) -> str:
    text = _INVISIBLE.sub("", text)
    if not text.isprintable():
        text = "".join(filter(_is_shown, text))
    text = unicodedata.normalize("NFKC", without_piles(text).translate(_UNIFIED)).casefold()
    text = unicodedata.normalize("NFC", _without_accents(text)).translate(_UNIFIED)
    return " ".join(text.split())


def _is_shown(char: str) -> bool:
    return unicodedata.category(char) not in ("Cc", "Cf") or char.isspace()


def _without_accents(text: str) -> str:
    kept: list[str] = []
    drops = False
    for char in unicodedata.normalize("NFD", text):
        if unicodedata.category(char) != "Mn":
            drops = _has_accents(char)
        elif drops and (not kept or kept[-1] + char != _SHORT_I):
            continue
        kept.append(char)
    return "".join(kept)


@lru_cache(maxsize=4096)
def _has_accents(char: str) -> bool:
    return unicodedata.name(char, "").startswith(_ACCENTED_SCRIPTS)


def _spell_symbols(folded: str) -> str:
    if "&" in folded:
        folded = _AND.sub("and", folded)
    if "+" in folded:
        folded = _C_PLUS_PLUS.sub("cpp", folded)
    if "#" in folded:
        folded = _C_SHARP.sub(r"\1sharp", folded)
    return folded


def _join_words(folded: str) -> str:
    if folded.isascii():
        return _ASCII_BREAKS.sub("-", folded).strip("-")
    kept: list[str] = []
    for char in folded:
        kind = unicodedata.category(char)[0]
        # A combining mark counts with the letter it is on, not by itself.
        stands = kind in "LN" or (kind == "M" and bool(kept) and kept[-1] != "-")
        if stands:
            kept.append(char)
        elif kept and kept[-1] != "-":
            kept.append("-")
    return "".join(kept).rstrip("-")


def _name_characters(folded: str) -> str:
    names = (
        unicodedata.name(char, f"u{ord(char):x}").lower() for char in folded if not char.isspace()
    )
    return _ASCII_BREAKS.sub("-", "-".join(names)).strip("-")


def _cut(words: str, room: int) -> str:
    """Cut between words, unless that would throw away more than half."""
    head = words[:room]
    if words[room] != "-":
        boundary = head.rfind("-")
        if boundary >= room // 2:
            head = head[:boundary]
    return head.rstrip("-")
