"""Names of other scripts in Latin letters, and what all their spellings have in common. Pure.

Cyrillic letters follow BGN/PCGN 1947 for Russian, and the national systems for those that only
Ukrainian, Belarusian, Serbian and Macedonian have
(https://www.gov.uk/government/publications/romanization-systems). Greek letters follow ELOT 743.
Hangul follows the Revised Romanization of 2000, without changes between syllables, and kana
Hepburn's system: both are made from what Unicode calls each syllable. Chinese characters and
scripts without vowels stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.slugs import fold

_LETTERS: Final = {
    # Cyrillic, folded: ё is е, and ї is і.
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i",
    "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
    "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
    "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    "ґ": "g", "є": "ye", "і": "i", "ў": "w",
    "ђ": "d", "ј": "y", "љ": "ly", "њ": "ny", "ћ": "ch", "џ": "dz", "ѓ": "g", "ќ": "k", "ѕ": "dz",
    # Greek.
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i",
    "κ": "k", "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s",
    "ς": "s", "τ": "t", "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip
_UKRAINIAN: Final = regex("[іїєґ]")
_GREEK_PAIRS: Final = (
    ("ου", "ou"), ("αυ", "av"), ("ευ", "ev"), ("ηυ", "iv"), ("γγ", "ng"), ("γξ", "nx"),
    ("γχ", "nch"),
)  # fmt: skip
_SYLLABLES: Final = regex("[\uac00-\ud7a3]+")
_HANGUL: Final = "HANGUL SYLLABLE "
_REVISED: Final = (
    ("^c", "ch"), ("^gyeo", "kyeo"), ("weo", "wo"), ("yi", "i"), ("(?<=[aeiou])gg?$", "k"),
    ("b$", "p"), ("(?:[dsjch]|ss)$", "t"),
)  # fmt: skip
"""What Unicode calls Hangul syllables, and how they are romanised, one after the other: by the
Revised Romanization, but for ``Kyung`` and ``Hee``, as most people write themselves."""
_KANA: Final = ("HIRAGANA LETTER ", "KATAKANA LETTER ")
_KANA_LETTERS: Final = regex("[\u3041-\u30ff]")
_HEPBURN: Final = {
    "si": "shi", "ti": "chi", "tu": "tsu", "hu": "fu", "zi": "ji", "di": "ji", "du": "zu",
}  # fmt: skip
"""What Unicode calls kana, and how names of people are written."""
_SOFT_Y: Final = regex("(sh|ch|j)ismall y")
_SMALL_Y: Final = regex("i(?=small y)")
_SMALL: Final = regex(r"small |\u30fc")

_FAMILY_NAMES: Final = {
    "gim": "kim", "i": "lee", "bak": "park", "choe": "choi", "jeong": "jung", "gang": "kang",
    "jo": "cho", "im": "lim", "sin": "shin",
    "gwon": "kwon", "an": "ahn", "go": "ko", "heo": "hur", "gwak": "kwak",
    "gu": "koo", "u": "woo", "geum": "keum", "gong": "kong", "gil": "kil", "guk": "kook",
}  # fmt: skip
"""How Koreans write family names, if that is not what the syllable is called: the most frequent
spellings, of those that :func:`sound_of` does not make one anyway."""

_ALIKE: Final = (
    # Korean: Hyeon is Hyun, Jeong is Jung, Eun-ji is Un-ji.
    ("yeo", "yu"),
    ("eo(?=[klmn])|eu(?=n)|woo", "u"),
    ("ee(?!v)", "i"),
    ("(?<=[aeou])h(?=n?$)", ""),
    ("tsch|tch", "ch"),
    ("shch|sch|sh", "s"),
    ("(?<=.)(?:itch|ich|ic|yc)$", "ic"),
    ("dzh", "j"),
    ("zh", "z"),
    ("dj(?=[oeu])", "d"),
    ("kh|ch", "h"),
    ("ts|tz", "c"),
    ("th", "t"),
    ("ph", "f"),
    ("ck|q", "k"),
    ("c(?![eiyjh]|$)", "k"),
    ("x", "ks"),
    ("(?<=nd)er$", "r"),
    ("w", "v"),
    ("j(?=i)", "z"),
    ("[yj]", "i"),
    ("oo|ou(?!$)|(?<!^.)(?<!^..)ou$", "u"),  # Zhou is not Zhu
    ("gk", "g"),
    ("^mp", "b"),
    ("^nt", "d"),
    ("ng", "g"),
    ("([ae])(?:u(?!n)|v|f(?=[^aeiou]))", r"\1v"),
    ("i+", "i"),
    ("[ie]+(?=e)", ""),
    ("ei", "i"),
    # Letters of German and the Nordic languages without their accents, and with an e.
    ("([aou])e", r"\1"),
    (r"(.)\1+", r"\1"),
)
"""What spellings of one sound become, one after the other."""


@lru_cache(maxsize=32768)
def romanise(word: str) -> str:
    """A folded word in Latin letters, as far as its letters are known; the others stay.

    By itself no syllable is a family name: ``김`` is ``gim``.
    """
    if word.isascii():
        return word
    if _UKRAINIAN.search(word):
        word = word.replace("г", "h").replace("х", "kh").replace("и", "y")
    for pair, latin in _GREEK_PAIRS:
        word = word.replace(pair, latin)
    latin = "".join(map(_letter, unicodedata.normalize("NFC", word)))
    return _from_kana(latin) if _KANA_LETTERS.search(word) else latin


def _from_kana(latin: str) -> str:
    """Kana with two vowels for a long one, and with small letters, as names are written."""
    latin = _SMALL.sub("", _SMALL_Y.sub("", _SOFT_Y.sub(r"\1", latin)))
    return latin.replace("ou", "o").replace("oo", "o").replace("uu", "u")


@lru_cache(maxsize=1024)
def _letter(char: str) -> str:
    if char.isascii():
        return char
    if char in _LETTERS:
        return _LETTERS[char]
    name = unicodedata.name(char, "")
    for start in _KANA:
        if name.startswith(start):
            syllable = name.removeprefix(start).lower()
            return _HEPBURN.get(syllable, syllable)
    if not name.startswith(_HANGUL):
        return char
    syllable = name.removeprefix(_HANGUL).lower()
    for called, latin in _REVISED:
        syllable = re.sub(called, latin, syllable)
    return syllable


def family_name_of_syllable(syllable: str) -> str:
    """How most Koreans write a family name in Latin letters.

    :param syllable: as :func:`romanised` has it
    """
    return _FAMILY_NAMES.get(syllable, syllable)


@lru_cache(maxsize=32768)
def sound_of(word: str) -> str:
    """What all usual spellings of a name in Latin letters have in common; not to be shown.

    ``Yulia``, ``Julia``, ``Iuliia`` and ``Юлия`` are alike, and so are ``Müller`` and ``Mueller``.

    :param word: folded, in any script
    """
    if len(word) > 1 and not word.isascii() and _SYLLABLES.fullmatch(word):
        word = "".join(map(sound_of, word))
    word = romanise(word)
    for spelling, sound in _patterns():
        word = spelling.sub(sound, word)
    return fold(word)


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(spelling), sound) for spelling, sound in _ALIKE)
