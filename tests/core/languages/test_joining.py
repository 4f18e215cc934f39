"""Names in a sentence, as a language writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.languages.joining import join_names, words_between
from tests.tools.babel_data import by_babel


@pytest.mark.parametrize(
    ("locale", "two", "three"),
    [
        ("en", "Ann and Bob", "Ann, Bob and Cy"),
        ("en_US", "Ann and Bob", "Ann, Bob, and Cy"),
        ("es", "Ann y Bob", "Ann, Bob y Cy"),
        ("zh_CN", "Ann和Bob", "Ann、Bob和Cy"),
        ("ja", "Ann、Bob", "Ann、Bob、Cy"),
        ("ar", "Ann وBob", "Ann وBob وCy"),
        ("no such/thing", "Ann and Bob", "Ann, Bob and Cy"),
    ],
)
def test_join_names(locale: str, two: str, three: str) -> None:
    assert join_names([], locale) == ""
    assert join_names(["Ann"], locale) == "Ann"
    assert join_names(["Ann", "Bob"], locale) == two
    assert join_names(["Ann", "Bob", "Cy"], locale) == three


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Inés Gil", "e"),
        ("Íñigo", "e"),
        ("hidra", "e"),
        ("Yves", "e"),
        ("“Ideas”", "e"),
        ("Hiedra", "y"),
        ("Yolanda", "y"),
        ("Ana", "y"),
        ("", "y"),
    ],
)
def test_the_spanish_word_goes_by_the_name_behind_it(name: str, word: str) -> None:
    assert join_names(["Lucía Rey", name], "es") == f"Lucía Rey {word} {name}"
    assert join_names(["Ines", "Ida", name], "es_MX") == f"Ines, Ida {word} {name}"
    assert join_names(["Lucía Rey", name], "gl") == f"Lucía Rey e {name}"


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("דנה", "אבי ודנה"),
        ("Dana", "אבי ו-Dana"),
        ("“Dana”", "אבי ו-“Dana”"),
        ("“דנה”", "אבי ו“דנה”"),
    ],
)
def test_the_hebrew_word_takes_a_hyphen_before_other_scripts(name: str, written: str) -> None:
    assert join_names(["אבי", name], "he") == written


@pytest.mark.parametrize(("locale", "two"), [("ti", "A፣ B"), ("ml", by_babel("A കൂടാതെ B", "A, B"))])
def test_where_a_language_writes_something_behind_the_last(locale: str, two: str) -> None:
    assert join_names(["A", "B"], locale) == two
    assert join_names(["A", "B", "C"], locale).endswith(" C")


def test_names_may_hold_anything() -> None:
    assert join_names(["{0}", "{x}", "a, b and c", "%s"], "en") == "{0}, {x}, a, b and c and %s"


@given(st.integers(0, 6), st.text(max_size=12))
def test_there_is_something_between_any_two(count: int, locale: str) -> None:
    names = [str(number) for number in range(count)]
    between = words_between(names, locale)
    assert len(between) == max(count - 1, 0)
    woven = "".join(
        name + (between[number] if number < len(between) else "")
        for number, name in enumerate(names)
    )
    assert woven == join_names(names, locale)
