"""The language of a text, guessed from its commonest words. Standard library only.

For what depends on the language a little, such as the word for “and” between two names; not for
what readers are told. Languages with scripts of their own need no guess: their words for “and” are
read everywhere.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Final

from sphinxcontrib_tripreport.core.text.regexes import regex

_WORDS: Final = {
    "en": "the of and to was with for that this have from they are not but you which were it's is",
    "es": "el la los las de que y en una con por para como más pero fue sobre del está muy lo se",
    "pt": "o os as de que e em uma com por para como mais mas foi sobre do da não muito ao um",
    "gl": "o os as de que e en unha con por para como máis pero foi sobre do da non moi ao unha",
    "it": "il la gli le di che e in una con per come più ma è stato sono del della non anche lo",
    "ca": "el la els les de que i en una amb per com més però va ser sobre del molt no aquest és",
    "fr": "le la les des de que et en une avec pour sur plus mais était dans est du au qui pas",
    "de": "der die das und ist nicht ein eine mit für auf von den war auch sich zu wie im aber",
    "nl": "de het een en van is niet met voor op dat was ook zijn te wie in maar naar deze er",
    "sv": "och att det som en på är av för med den till inte om ett var från har vi jag men",
    "da": "og at det som en på er af for med den til ikke om et var fra har vi jeg men der",
    "nb": "og at det som en på er av for med den til ikke om et var fra har vi jeg men også",
    "fi": "ja on ei että se oli mutta kun myös ovat hän tai niin kuin sen jos voi mitä nyt",
    "et": "ja on ei et see oli aga kui ka mis oma siis nii ning või selle kes mida väga",
    "hu": "a az és hogy nem egy is volt van meg de ez mint csak már ami még vagy azt sok",
    "ro": "și de la în cu pe că nu este o un din mai care pentru au fost sunt ca dar",
    "tr": "ve bir bu da de için ile çok ne daha olarak var gibi olan kadar ama sonra en",
    "id": "dan yang di ini itu dengan untuk tidak dari dalam pada adalah juga akan saya ada oleh",
    "pl": "i w na z się nie do to jest że o jak po był dla od przez ale tym są oraz",
    "cs": "a v na se je že to s z do o ale jak byl pro by jsem po které nebo také když",
    "sk": "a v na sa je že to s z do o ale ako bol pre by som po ktoré alebo tiež keď",
    "sl": "in je v na se da za so z ki pa bil kot tudi po ali iz ne pri kako sem",
    "hr": "i je u na se da za su s koji a bio kao od po ali iz ne što kako sam",
    "lt": "ir kad yra tai iš su į buvo kaip bet apie jau ar taip labai per nuo",
    "lv": "un ir ka no ar uz par kā bija bet tas arī vai pie kas lai šo",
    "eu": "eta da ez bat du dira zen baina ere oso izan hau dute egin batean den",
    "ru": "и в не на что с как это по был для но из было его он от все же так",
    "uk": "і в не на що з як це по був для але із та його він від всі до про",
    "bg": "и в не на че с как това по беше за но от са се да е със като ще",
}
_WORD: Final = regex(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_LONGEST: Final = 20_000
"""How many characters are looked at."""
_FEWEST: Final = 6
"""A text with fewer known words is not guessed."""
_MARGIN: Final = 1.15
"""The language must have this many times the words of the next one."""


@cache
def _languages_of() -> dict[str, list[str]]:
    """By word, the languages that it is common in."""
    found: dict[str, list[str]] = {}
    for language, words in _WORDS.items():
        for word in set(words.split()):
            found.setdefault(word, []).append(language)
    return found


def guess_language(text: str) -> str:
    """The code of the language that a text is in; empty if that is not clear."""
    known = _languages_of()
    counts: Counter[str] = Counter()
    for word in _WORD.findall(text[:_LONGEST].lower()):
        counts.update(known.get(word, ()))
    best, second = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    return best[0] if best[1] >= max(_FEWEST, second[1] * _MARGIN) else ""
