"""The language of a text, guessed from its words."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.core.languages.guessing import guess_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We were at the congress and it was a good day. They talked of bees, but not to"),
        ("es", "Fue un buen día en el congreso. Se habló de las abejas, pero no de la miel."),
        ("pt", "Foi um dia muito bom. Falamos sobre as abelhas, mas não do mel que elas fazem."),
        ("gl", "Foi un día moi bo. Falamos das abellas, pero non do mel que fan coas flores."),
        ("it", "Il giorno è stato bello. Abbiamo parlato di api, ma non del miele che le api"),
        ("ca", "Va ser un dia molt bo. Vam parlar de les abelles, però no de la mel que fan."),
        ("fr", "Ce fut un bon jour. Nous avons parlé des abeilles, mais pas du miel qui est dans"),
        ("de", "Es war ein guter Tag. Es ging um die Bienen, aber nicht um den Honig, den sie"),
        ("nl", "Het was een goede dag. De bijen zijn er ook, maar niet de honing van deze bijen."),
        ("pl", "To był dobry dzień. Mówiono o pszczołach, ale nie o tym, że są na łące, jak i o"),
        ("cs", "Byl to dobrý den. Mluvilo se o včelách, ale také o medu, které se mi líbily, a"),
        ("sv", "Det var en bra dag. Vi pratade om bin, men inte om honung som jag har hört att"),
        ("hu", "Ez egy jó nap volt. Nem csak a méhekről volt szó, hanem arról is, hogy mit és"),
        ("tr", "Bu çok güzel bir gün oldu. Arılar için ne kadar çok şey var, ama bal da var ve"),
        ("ru", "Это был хороший день. Мы говорили не о пчёлах, но о том что они делают и как это."),
        ("uk", "Це був добрий день. Ми говорили не про бджіл, але про те, що вони роблять і як"),
    ],
)
def test_languages(language: str, text: str) -> None:
    assert guess_language(text) == language


@pytest.mark.parametrize("text", ["", "## Bees - Ann Lee e Bob Ray", "蜂の話", "de la de la"])
def test_what_says_too_little(text: str) -> None:
    assert guess_language(text) == ""
