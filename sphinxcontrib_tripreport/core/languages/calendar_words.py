"""Words for days: weekdays, months, numbers, in the languages that posts are written in.

The names come from Babel's locale data, which takes a while to load: only for patterns that have
``{day}`` or ``{weekday}``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from babel import Locale

from sphinxcontrib_tripreport.core.languages import WITH_LETTERS
from sphinxcontrib_tripreport.core.text.slugs import fold

_NUMBERS: Final = (
    (
        "one first i uno una primer primero primera un une premier premiere eins erste erster"
        " erstes um uma primeiro primeira primo prima een eerste jeden pierwszy первый один"
        " перший primera 一"
    ),
    (
        "two second ii dos segundo segunda deux deuxieme seconde zwei zweite zweiter zweites"
        " dois duas due secondo seconda twee tweede dwa drugi второй два другий segon 二"
    ),
    (
        "three third iii tres tercer tercero tercera trois troisieme drei dritte dritter"
        " drittes terceiro terceira tre terzo terza drie derde trzy trzeci третий три третій 三"
    ),
    (
        "four fourth iv cuatro cuarto cuarta quatre quatrieme vier vierte vierter viertes"
        " quatro quarto quarta quattro vierde cztery czwarty четвертый четыре четвертий quart"
        " 四"
    ),
    (
        "five fifth v cinco quinto quinta cinq cinquieme funf funfte funfter funftes quinto"
        " cinque vijf vijfde piec piaty пятый пять пятий cinque 五"
    ),
    (
        "six sixth vi seis sexto sexta sixieme sechs sechste sechster sechstes sei sesto zes"
        " zesde szesc szosty шестой шесть шостий sise 六"
    ),
    (
        "seven seventh vii siete septimo septima sept septieme sieben siebte siebter siebtes"
        " sete setimo sette settimo zeven zevende siedem siodmy седьмой семь сьомий sete 七"
    ),
)
DURATION: Final = (
    r"\d{1,2}\s?h\s?\d{2}|\d{1,2}:\d{2}:\d{2}|\d{1,2}:\d{2}(?:\s?h)?"
    r"|\d{1,3}\s?-?(?:minutes?|minutos?|minuten|minuti|mins?|min|m|'|hours?|horas?|heures?|stunden?"
    r"|hrs?|h|分钟|分鐘|分|시간|минут)\.?|\d{1,3}"
)
_ORDINAL: Final = r"\d{1,2}(?:\s?(?:st|nd|rd|th|er|ere|eme|e|o|a|ro|do|to|o\.|a\.)|\.)?(?!\w|:\d)"


@cache
def weekdays() -> dict[str, int]:
    """From the folded name of a weekday, long or short, to its number; Monday is 0."""
    names = {
        fold(name).rstrip("."): number
        for language in WITH_LETTERS
        for width in ("wide", "abbreviated")
        for number, name in Locale.parse(language).days["format"][width].items()
    }
    for number, (chinese, korean, japanese) in enumerate(
        zip("一二三四五六日", "월화수목금토일", "月火水木金土日", strict=True)
    ):
        for first in ("星期", "周", "週", "礼拜"):
            names[f"{first}{chinese}"] = number
        names[f"{korean}요일"] = number
        names[f"{japanese}曜"] = names[f"{japanese}曜日"] = number
    names["星期天"] = names["周天"] = 6
    return names


@cache
def weekday_expression() -> str:
    """A regular expression for a weekday in folded text."""
    return _any_of(weekdays())


@cache
def months() -> dict[str, int]:
    """From the folded name of a month, long or short, to its number from 1."""
    return {
        name: number
        for language in WITH_LETTERS
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, written in Locale.parse(language).months[context][width].items()
        if (name := re.sub(r"^(?:d'|de )", "", fold(written)).rstrip(".")) and not name.isdigit()
    }


@cache
def numbers() -> dict[str, int]:
    """From the folded word for a number, cardinal or ordinal, to the number."""
    return {
        fold(word): number
        for number, words in enumerate(_NUMBERS, 1)
        for word in words.split()
        if not (len(word) == 1 and word.isascii())
    }


@cache
def day_expression() -> str:
    """A regular expression for a day in folded text: number, word, ordinal or date."""
    month = _any_of(months())
    of = r"(?:\s?(?:of|de|del|do|d'|di))?\s?"
    year = r"(?:,?\s?(?:of|de|del|do)?\s?\d{4}(?:\s?(?:г|р|года|року)\.?)?)?(?!\d)"
    return "|".join(
        (
            r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)",
            r"\d{1,2}[-/.]\s?\d{1,2}[-/.]\s?\d{2,4}(?!\d)",
            r"\d{1,2}[./]\s?\d{1,2}\.?(?![\d:])",
            r"(?:\d{4}\s?年\s?)?\d{1,2}\s?月\s?\d{1,2}\s?[日号號]",
            r"(?:\d{4}\s?년\s?)?\d{1,2}\s?월\s?\d{1,2}\s?일",
            rf"{_ORDINAL}{of}(?:{month})\.?{year}",
            rf"(?:{month})\.?\s?{_ORDINAL}{year}",
            r"第?[一二三四五六七\d]{1,2}\s?(?:日目?|天|일차|号|號)",
            rf"(?:{_any_of(numbers())})(?!\w)",
            _ORDINAL,
        )
    )


def _any_of(words: dict[str, int]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
