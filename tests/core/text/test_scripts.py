"""In which scripts texts are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.text.scripts import scripts_of


@pytest.mark.parametrize(
    ("text", "scripts"),
    [
        ("Bees – and “wasps”, 3 €", {"Latin"}),
        ("Žluťoučký kůň, Việt", {"Latin"}),
        ("12:30 – …", set()),
        ("★ ☆", set()),
        ("", set()),
        ("Пчёлы in Python", {"Cyrillic", "Latin"}),
        ("Μέλισσες", {"Greek"}),
        ("李雷", {"Chinese characters"}),
        ("キーノート、蜂 ひらがな ﾊﾁ", {"Kana", "Chinese characters"}),
        ("꿀벌", {"Hangul"}),
        ("النحل", {"Arabic"}),
        ("דבורים", {"Hebrew"}),
        ("मधुमक्खी", {"Devanagari"}),
        ("ผึ้ง", {"Thai"}),
        ("Bees 🐝", {"Latin", "emoji"}),
        ("ª º µ", {"Latin"}),
        ("ʻOkina", {"Latin"}),
    ],
)
def test_scripts(text: str, scripts: set[str]) -> None:
    assert scripts_of(text) == scripts


@given(st.text())
def test_each_letter_has_at_most_one(text: str) -> None:
    assert scripts_of(text) == {script for letter in text for script in scripts_of(letter)}
