"""Speakers in running text."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.core.patterns.marked import LINK, Mark, Marked
from sphinxcontrib_tripreport.core.patterns.speakers import read_speakers
from sphinxcontrib_tripreport.core.text.names import NamedPerson


def people(text: str, language: str = "en", *words: str) -> list[str]:
    """The names in a text."""
    return [p.name for p in read_speakers(Marked(text), 0, len(text), language, words).people]


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("Ann Lee, Bob; Cy & Di / Ed + Flo", "en", ["Ann Lee", "Bob", "Cy", "Di", "Ed", "Flo"]),
        ("Ann Lee and Bob Ray", "de", ["Ann Lee", "Bob Ray"]),
        ("Ana López y Luis Paz", "es", ["Ana López", "Luis Paz"]),
        ("José Ortega y Gasset", "en", ["José Ortega y Gasset"]),
        ("Ann und Bob", "en", ["Ann", "Bob"]),
        ("Randall Hunt 和 Mike Ruberry", "en", ["Randall Hunt", "Mike Ruberry"]),
        ("安、波", "zh", ["安", "波"]),
        ("Ann Lee (Acme, Inc.), Bob [X]", "en", ["Ann Lee", "Bob"]),
        ("Ann Lee (never closed, Inc", "en", ["Ann Lee"]),
        ("James (Jim) Smith (Acme), Bob", "en", ["James (Jim) Smith", "Bob"]),
        ("Ann Lee, Jr., Bob", "en", ["Ann Lee, Jr.", "Bob"]),
        ("Ann Lee, , ; Bob D.", "en", ["Ann Lee", "Bob D."]),
        ("by Ann Lee.", "en", ["Ann Lee"]),
        ("Ann @ann", "en", ["Ann"]),
        ("@ann", "en", ["ann"]),
        ("Ann Lee, @ann, Bob Ray, @bob", "en", ["Ann Lee", "Bob Ray"]),
        ("Ann Lee and @bob, @cy", "en", ["Ann Lee", "bob", "cy"]),
        ("Ann Lee @ann, @bob", "en", ["Ann Lee", "bob"]),
        ("123 !", "en", []),
    ],
)  # fmt: skip
def test_names(text: str, language: str, names: list[str]) -> None:
    assert people(text, language) == names


def test_words_of_an_author() -> None:
    assert people("Ann plus Bob", "en") == ["Ann plus Bob"]
    assert people("Ann plus Bob", "en", "plus") == ["Ann", "Bob"]


def test_brackets_are_affiliations_and_links_lead_where_they_cover() -> None:
    text = "Ann Lee (Acme), Bob Ray (@bob), Cy [video]"
    marks = (
        Mark(LINK, 0, 7, "https://ann.example"),
        Mark(LINK, 25, 29, "https://bob.example"),
        Mark(LINK, 36, 41, "https://video.example"),
    )
    read = read_speakers(Marked(text, marks), 0, len(text), "en")
    assert read.people == (
        NamedPerson("Ann Lee", "https://ann.example", "Acme"),
        NamedPerson("Bob Ray", "https://bob.example"),
        NamedPerson("Cy"),
    )
    assert [(link.label, link.url) for link in read.links] == [("video", "https://video.example")]


def test_a_link_may_cover_the_brackets_too() -> None:
    text = "Ann Lee (Acme, Berlin), Bob"
    marks = (Mark(LINK, 0, 22, "https://ann.example"),)
    assert read_speakers(Marked(text, marks), 0, len(text), "en").people == (
        NamedPerson("Ann Lee", "https://ann.example", "Acme, Berlin"),
        NamedPerson("Bob"),
    )


def test_the_affiliation_behind_a_suffix_stays() -> None:
    text = "Ann Lee, PhD (Acme), Bob"
    (ann, _) = read_speakers(Marked(text), 0, len(text), "en").people
    assert ann == NamedPerson("Ann Lee, PhD", "", "Acme")


def test_the_link_of_a_handle_behind_a_comma_is_the_speakers() -> None:
    text, marks = "Ann Lee, @ann", (Mark(LINK, 9, 13, "https://ann.example"),)
    read = read_speakers(Marked(text, marks), 0, len(text), "en")
    assert read.people == (NamedPerson("Ann Lee", "https://ann.example"),)


def test_dangerous_addresses_lead_nowhere() -> None:
    marks = (Mark(LINK, 0, 3, "javascript:alert(1)"),)
    assert read_speakers(Marked("Ann", marks), 0, 3, "en").people == (NamedPerson("Ann"),)


def test_a_word_for_a_kind_is_no_speaker() -> None:
    read = read_speakers(Marked("Keynote"), 0, 7, "en")
    assert (read.people, read.kind) == ((), "keynote")
