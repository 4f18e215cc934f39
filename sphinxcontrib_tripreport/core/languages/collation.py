"""The order of texts in a language, and the letters that an index has as headings.

A small part of the Unicode collation algorithm, the same on every machine and Python: base letters
first, then accents, then the rest. What languages add to it is from the standard collations of
CLDR (https://github.com/unicode-org/cldr, ``common/collation``), as far as letters of their
alphabets go: https://www.unicode.org/charts/collation/. Standard library only.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

from sphinxcontrib_tripreport.core.text.accents import without_piles
from sphinxcontrib_tripreport.core.text.slugs import fold

Key = tuple[int, str, str]
"""What a text sorts by: its kind of first letter, its letters, and its accents."""

DIGITS: Final = "0\N{EN DASH}9"
"""The heading of what begins with a number."""
OTHERS: Final = "*"
"""The heading of what begins with neither a letter nor a number."""

_ROOT: Final = (
    "d=ð, e ə, n ŋ, z þ,"
    # Cyrillic and Arabic letters whose numbers in Unicode are not in alphabetical order.
    "г ґ, д ђ, е є, з ѕ, и і ї ј, л љ, н њ, т ћ, ч џ,"
    "ب پ, ج چ, ز ژ, ك=ک گ, ه=ة, ي=ی=ى"
)
_DANISH: Final = "y=ü=ű, z æ=ä ø=ö=ő=œ å=aa"
_CROATIAN: Final = "c č ć, d dž đ, l lj, n nj, s š, z ž"
_TAILORED: Final = {
    "az": "c ç, e ə, g ğ, h x ı, k q, o ö, s ş, u ü",
    "be": "у ў",
    "bs": _CROATIAN,
    "cs": "c č, h ch, r ř, s š, z ž",
    "da": _DANISH,
    "eo": "c ĉ, g ĝ, h ĥ, j ĵ, s ŝ, u ŭ",
    "es": "n ñ",
    "et": "s š z ž, w õ ä ö ü",
    "fi": "y=ü=ű, z å ä=æ ö=ø",
    "gl": "n ñ",
    "hr": _CROATIAN,
    "hu": "c cs, d dz dzs, g gy, l ly, n ny, o ö=ő, s sz, t ty, u ü=ű, z zs",
    "is": "a á, d=đ ð, e é, i í, o ó, u ú, y ý, z þ æ=ä ö=ø å",
    "lt": "c č, i y, s š, z ž",
    "lv": "c č, g ģ, i y, k ķ, l ļ, n ņ, r ŗ, s š, z ž",
    "nb": _DANISH,
    "nn": _DANISH,
    "no": _DANISH,
    "pl": "a ą, c ć, e ę, l ł, n ń, o ó, s ś, z ź ż",
    "ro": "a ă â, i î, s ș=ş, t ț=ţ",
    "sk": "a ä, c č, h ch, o ô, r ř, s š, z ž",
    "sl": "c č ć, s š, z ž",
    "sq": "c ç, d dh, e ë, g gj, l ll, n nj, r rr, s sh, t th, x xh, z zh",
    "sr": _CROATIAN,
    "sv": "y=ü=ű, z å ä=æ=ę ö=ø=ő=œ=ô",
    "tr": "c ç, g ğ, h ı, o ö, s ş, u ü",
    "vi": "a ă â, d đ, e ê, o ô ơ, u ư",
}
"""By language: letters that follow another one, in order; ``=`` joins what sorts as one letter."""

_OWN_SCRIPT: Final = {
    **dict.fromkeys(("be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk"), "CYRILLIC"),
    **dict.fromkeys(("ar", "ckb", "fa", "ps", "ur"), "ARABIC"),
    **dict.fromkeys(("he", "yi"), "HEBREW"),
    **dict.fromkeys(("hi", "mr", "ne"), "DEVANAGARI"),
    "bn": "BENGALI",
    "el": "GREEK",
    "hy": "ARMENIAN",
    "ka": "GEORGIAN",
    "ko": "HANGUL",
    "ta": "TAMIL",
    "te": "TELUGU",
    "th": "THAI",
    **dict.fromkeys(("zh", "zh-hant"), "CJK"),
}
"""The script that comes before all others, by language; Latin if none is named.

What characters of the script are called in Unicode begins with it.
"""

_HAN: Final = {"zh": "gb2312", "zh-hant": "big5"}
"""By language: the encoding whose order is that of dictionaries, for the characters in daily use.

Of GB 2312 these are level 1 (rows 16 to 55), by pinyin; of Big5 level 1 (A440 to C67E), by the
number of strokes. See Ken Lunde, "CJKV Information Processing", second edition, chapter 3.
"""
_DAILY_HAN: Final = {
    "gb2312": (b"\xb0\xa1", b"\xd7\xf9"),
    "big5": (b"\xa4\x40", b"\xc6\x7e"),
}
"""The first and the last of them."""
_FIRST_HAN: Final = 0xF0000
"""Where their numbers begin in keys: in an area of Unicode without letters of anybody else."""
_OTHER_HAN: Final = "\U00100000"
"""Comes before all other Chinese characters; they are in the order of Unicode, by radical."""

_AFTER: Final = "\U0010f000"
"""Begins a letter that has its place after another one: no letter of a text sorts after it."""
_APOSTROPHES: Final = dict.fromkeys(range(0x2B9, 0x2C0), "'")
"""Letters to Unicode, but none of an alphabet: the ʻokina, and what Arabic's ʿayn is written as."""
_KANA_ROWS: Final = "あかさたなはまやらわ"
_JAMO: Final = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_PLAIN_JAMO: Final = str.maketrans("ㄲㄸㅃㅆㅉ", "ㄱㄷㅂㅅㅈ")
_KATAKANA: Final = {code: code - ord("ァ") + ord("ぁ") for code in range(ord("ァ"), ord("ヶ") + 1)}


class _Letter(NamedTuple):
    """A letter with a place of its own in an alphabet."""

    key: str
    heading: str


class _Alphabet(NamedTuple):
    """What a language adds."""

    letters: dict[str, _Letter]
    parts: re.Pattern[str]
    """A text falls into these: letters of more than one character, and single characters."""
    script: str
    is_tailored: bool
    has_dotless_i: bool
    han: str | None
    """The encoding that Chinese characters are in the order of; None for that of Unicode."""


@lru_cache(maxsize=32768)
def collate(text: str, language: str) -> Key:
    """What a text sorts by in a language; punctuation before its first letter is nothing.

    Letters come first, those of the language's own script before others; then symbols, then
    numbers.
    """
    alphabet = _alphabet(_tailoring(language))
    shown = _to_lower_case(text, alphabet)
    start = _start(shown)
    letters = _letters(shown[start:], alphabet)
    return _rank(shown[start : start + 1], alphabet), letters, shown


@lru_cache(maxsize=8192)
def initial(text: str, language: str) -> str:
    """The heading under which an index lists a text in a language.

    A letter of the language's alphabet, as ``Å`` in Swedish, else one without its accent;
    :data:`DIGITS`, :data:`OTHERS`; the consonant of a Hangul syllable; the row of kana; another
    script's first character.
    """
    alphabet = _alphabet(_tailoring(language))
    shown = _to_lower_case(text, alphabet)
    first = alphabet.parts.match(shown, _start(shown))
    if first is None:
        return OTHERS
    kind = unicodedata.category(first[0][0])[0]
    if kind != "L":
        return DIGITS if kind == "N" else OTHERS
    if (letter := _own_letter(first[0], alphabet)) is not None:
        return letter.heading
    return _to_title_case(_base(first[0])[:1], alphabet)


@lru_cache(maxsize=64)
def _tailoring(language: str) -> str:
    """What the tables of this module call a language."""
    primary, *rest = re.split("[-_.@]", language.lower())
    is_traditional = primary == "zh" and not {"hant", "tw", "hk", "mo"}.isdisjoint(rest)
    return "zh-hant" if is_traditional else primary


@lru_cache(maxsize=64)
def _alphabet(language: str) -> _Alphabet:
    has_dotless_i = language in ("tr", "az")
    letters: dict[str, _Letter] = {}
    for source in (_ROOT, _TAILORED.get(language, "")):
        for group in filter(None, source.split(",")):
            anchor, *following = group.split()
            place = anchor.partition("=")[0]
            for other in anchor.split("=")[1:]:
                letters[other] = _Letter(place, place.title())
            for number, alike in enumerate(following, 1):
                first = alike.partition("=")[0]
                heading = first.title()
                if has_dotless_i and first == "ı":
                    heading = "I"
                for spelling in alike.split("="):
                    letters[spelling] = _Letter(f"{place}{_AFTER}{number}", heading)
    longer = sorted((letter for letter in letters if len(letter) > 1), key=len, reverse=True)
    parts = "|".join((*longer, "."))
    return _Alphabet(
        letters,
        re.compile(parts, re.DOTALL),
        _OWN_SCRIPT.get(language, "LATIN"),
        language in _TAILORED,
        has_dotless_i,
        _HAN.get(language),
    )


def _to_lower_case(text: str, alphabet: _Alphabet) -> str:
    """*text* without case, width and invisible characters, but with its accents."""
    if alphabet.has_dotless_i:
        text = text.replace("I", "ı").replace("İ", "i")
    if text.isascii():
        return " ".join(text.lower().split())
    text = unicodedata.normalize("NFKC", without_piles(text)).translate(_APOSTROPHES)
    # Not casefold(): that takes "ß" and some accents apart.
    text = unicodedata.normalize("NFC", text.lower())
    shown = (char for char in text if unicodedata.category(char) != "Cf")
    return " ".join("".join(shown).split())


def _start(shown: str) -> int:
    """Where the first character is that is no punctuation; the start, if all is."""
    for place, char in enumerate(shown):
        if unicodedata.category(char)[0] not in "PZ":
            return place
    return 0


def _letters(shown: str, alphabet: _Alphabet) -> str:
    if shown.isascii() and not alphabet.is_tailored:
        return shown
    parts = (match[0] for match in alphabet.parts.finditer(shown))
    return "".join(_letter_key(part, alphabet) for part in parts)


def _letter_key(part: str, alphabet: _Alphabet) -> str:
    if (letter := _own_letter(part, alphabet)) is not None:
        return letter.key
    if alphabet.han and unicodedata.name(part, "").startswith("CJK UNIFIED"):
        return _han_rank(part, alphabet.han)
    return _base(part)


@lru_cache(maxsize=8192)
def _han_rank(char: str, encoding: str) -> str:
    """The place of a Chinese character in dictionaries."""
    try:
        lead, trail = encoded = char.encode(encoding)
    except UnicodeEncodeError:
        return _OTHER_HAN + char
    first, last = _DAILY_HAN[encoding]
    if not first <= encoded <= last:
        return _OTHER_HAN + char
    return chr(_FIRST_HAN + (lead - first[0]) * 0xBF + trail - 0x40)


def _own_letter(part: str, alphabet: _Alphabet) -> _Letter | None:
    """A letter of the alphabet, also with more accents than are its own."""
    letter = alphabet.letters.get(part)
    if letter is not None or part.isascii() or len(part) > 1:
        return letter
    decomposed = unicodedata.normalize("NFD", part)
    composed = (unicodedata.normalize("NFC", decomposed[0] + mark) for mark in decomposed[1:])
    return next((alphabet.letters[each] for each in composed if each in alphabet.letters), None)


@lru_cache(maxsize=8192)
def _base(char: str) -> str:
    """A character without accents: Hangul as its consonants and vowels, katakana as hiragana."""
    if char.isascii() or char == "й":
        return char
    plain = unicodedata.normalize("NFD", fold(char) or char).translate(_KATAKANA)
    return "".join(mark for mark in plain if not _is_accent(mark)) or char


def _is_accent(char: str) -> bool:
    # Not vowel signs of Indic scripts (0) and of Thai (103), which count as letters.
    kind = unicodedata.combining(char)
    return kind == 8 or 10 <= kind <= 35 or kind >= 200


def _rank(char: str, alphabet: _Alphabet) -> int:
    if not char.isalpha():
        return 3 if unicodedata.category(char or " ")[0] == "N" else 2
    if char.isascii():
        return 0 if alphabet.script == "LATIN" else 1
    return 0 if unicodedata.name(char, "").startswith(alphabet.script) else 1


def _to_title_case(char: str, alphabet: _Alphabet) -> str:
    if "\u1100" <= char <= "\u1112":
        return _JAMO[ord(char) - 0x1100].translate(_PLAIN_JAMO)
    if "ぁ" <= char <= "ん":
        return max(row for row in _KANA_ROWS if row <= max(char, "あ"))
    if char == "i" and alphabet.has_dotless_i:
        return "İ"
    return char.title()[:1]  # upper() would change Georgian letters into ones no text uses
