"""Words that introduce a speaker, such as "by" and "Speaker:", in the languages of posts. Pure."""

from __future__ import annotations

import re
from typing import Final

from sphinxcontrib_tripreport.core.text.regexes import regex

_WORDS: Final = {
    "en": "by, with, speaker, speakers, presenter, presenters, presented by, given by, held by,"
    " talk by, a talk by, keynote by, led by, hosted by, author, authors",
    "es": "por, ponente, ponentes, ponencia de, charla de, presentado por, presentada por,"
    " impartido por, impartida por, a cargo de, autor, autora, autores",
    "fr": "avec, orateur, oratrice, orateurs, intervenant, intervenante, intervenants,"
    " présenté par, présentée par, animé par, auteur, autrice",
    "de": "vortrag von, vortragende, vortragender, sprecher, sprecherin, referent, referentin,"
    " referenten, präsentiert von, gehalten von",
    "pt": "palestrante, palestrantes, apresentado por, apresentada por, ministrado por,"
    " ministrada por",
    "it": "relatore, relatrice, relatori, presentato da, tenuto da, autore, autrice",
    "nl": "door, spreker, sprekers, gegeven door, gepresenteerd door",
    "ca": "a càrrec de, presentat per, presentada per",
    "gl": "relator, relatora, a cargo de",
    "pl": "przez, prelegent, prelegentka, prelegenci, prowadzący, prowadząca, autorka, autorzy",
    "cs": "přednášející, řečník",
    "sv": "talare, föreläsare",
    "da": "taler, oplægsholder",
    "ru": "докладчик, докладчица, докладчики, спикер, спикеры, автор, авторы, ведущий, ведущая,"
    " выступает",
    "uk": "доповідач, доповідачка, доповідачі, спікер, спікерка, автори, від",
    "ar": "المتحدث, المتحدثة, المتحدثون, تقديم, بواسطة",
    "zh": "作者, 讲者, 講者, 主讲, 主講, 主讲人, 主講人, 演讲者, 演講者, 演讲人,"
    " 讲师, 講師, 嘉宾, 分享者",
    "ja": "発表者, 登壇者, 講演者, 講師, スピーカー, 話者",
    "ko": "발표자, 발표, 연사, 강연자",
}
_LIKE_NAMES: Final = {
    "de": "von mit", "it": "di da", "pt": "de da do com", "es": "de con", "fr": "de par",
    "nl": "van", "ca": "de per amb", "gl": "de", "pl": "od", "cs": "od", "sv": "av",
    "da": "af", "ru": "от", "uk": "від",
}  # fmt: skip
"""The words that are also parts of names."""


def _expression(words: list[str]) -> str:
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True)
    )


_EVERY: Final = sorted({word.strip() for words in _WORDS.values() for word in words.split(",")})
_UNSPACED: Final = [word for word in _EVERY if "\u3040" <= word[0] <= "\u9fff"]
_SPACED: Final = [word for word in _EVERY if word not in _UNSPACED]
_INTRODUCTION: Final = regex(
    rf"(?:{_expression(_SPACED)})(?:\s*[:：]\s*|\s+|$)|(?:{_expression(_UNSPACED)})\s*[:：]?\s*",
    re.IGNORECASE,
)
_LIKE_NAME: Final = regex(
    rf"({_expression(' '.join(_LIKE_NAMES.values()).split())})(\s*[:：]\s*|\s+|$)", re.IGNORECASE
)


def without_introduction(name: str, language: str) -> str:
    """A speaker's name without the words that introduce it; empty if it is nothing else.

    Words that are part of names, too, such as "von", are dropped if a full name follows, or any
    name in a report in their own language; in capitals only there.

    :param language: of the report
    """
    while True:
        found = _INTRODUCTION.match(name)
        end = found.end() if found else _end_of_like_name(name, language)
        if not end:
            return name
        name = name[end:].lstrip()


def _end_of_like_name(name: str, language: str) -> int:
    found = _LIKE_NAME.match(name)
    if found is None:
        return 0
    rest = name[found.end() :]
    own = _LIKE_NAMES.get(language.partition("-")[0].lower(), "").split()
    is_own, is_small = found[1].lower() in own, found[1].islower()
    if not rest:
        return found.end() if is_small else 0
    if rest[0].islower():
        return 0
    is_full = len(rest.split()) > 1
    is_introduction = (
        ":" in found[2]
        or "：" in found[2]
        or ((is_full or is_own) if is_small else (is_full and is_own))
    )
    return found.end() if is_introduction else 0
