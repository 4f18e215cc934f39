"""Speakers in running text."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.core.patterns.marked_text import LINK, Mark, MarkedText
from sphinxcontrib_tripreport.core.patterns.speakers import read_speakers
from sphinxcontrib_tripreport.core.text.names import NamedPerson


def people(text: str, language: str = "en", *words: str) -> list[str]:
    """The names in a text."""
    return [p.name for p in read_speakers(MarkedText(text), 0, len(text), language, words).people]


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
        # Words that introduce a speaker are none.
        ("by @ed", "en", ["ed"]),
        ("by", "en", []),
        ("Speaker: Ann Lee", "en", ["Ann Lee"]),
        ("Presented by: Ann Lee and Bob", "en", ["Ann Lee", "Bob"]),
        ("von Ann Lee", "en", ["Ann Lee"]),
        ("Von Ann Lee", "de", ["Ann Lee"]),
        ("von Ann", "de", ["Ann"]),
        ("di Ann Lee", "it", ["Ann Lee"]),
        ("par Ann Lee et Bob", "fr", ["Ann Lee", "Bob"]),
        ("por Ann Lee e Bob", "pt", ["Ann Lee", "Bob"]),
        ("com Ann", "pt", ["Ann"]),
        ("от Анны Ли", "ru", ["Анны Ли"]),
        ("докладчик: Анна Ли", "ru", ["Анна Ли"]),
        ("przez Annę Lee", "pl", ["Annę Lee"]),
        ("door Ann Lee", "nl", ["Ann Lee"]),
        ("av @ann", "sv", ["ann"]),
        ("作者：安", "zh", ["安"]),
        ("講者 安", "zh", ["安"]),
        ("발표자: 김철수", "ko", ["김철수"]),
        # They may be part of a name.
        ("Di Fox and Von Miller", "en", ["Di Fox", "Von Miller"]),
        ("di Fox", "en", ["di Fox"]),
        ("von der Leyen", "de", ["von der Leyen"]),
        ("Per Ek, Mit Patel, Byron", "en", ["Per Ek", "Mit Patel", "Byron"]),
        # Brackets with nothing before them hold the names.
        ("[[Ann Lee]]", "en", ["Ann Lee"]),
        ("[Bob Ray]", "en", ["Bob Ray"]),
        ("(Cy Dow, Di Fox)", "en", ["Cy Dow", "Di Fox"]),
        ("Speaker: [[Ann Lee]]", "en", ["Ann Lee"]),
        ("[[Ann Lee]], [[Bob]] (Acme)", "en", ["Ann Lee", "Bob"]),
        ("Keynote, by Ann Lee", "en", ["Ann Lee"]),
        ("Keynote (by Ann Lee)", "en", ["Ann Lee"]),
    ],
)  # fmt: skip
def test_names(text: str, language: str, names: list[str]) -> None:
    assert people(text, language) == names


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ann @ann", ["@ann"]),
        ("Ann (@ann, Acme)", ["@ann"]),
        ("Ann, 123, Bob", [" 123"]),
        ("??? 1", ["??? 1"]),
        ("by, Ann", []),
        ("Keynote, Panel, Ann", [" Panel"]),
        ("Keynote (2019)", ["2019"]),
    ],
)
def test_words_that_name_nobody_are_left(text: str, left: list[str]) -> None:
    read = read_speakers(MarkedText(text), 0, len(text), "en")
    assert [text[start:end] for start, end in read.left] == left


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
    read = read_speakers(MarkedText(text, marks), 0, len(text), "en")
    assert read.people == (
        NamedPerson("Ann Lee", "https://ann.example", "Acme"),
        NamedPerson("Bob Ray", "https://bob.example"),
        NamedPerson("Cy"),
    )
    assert [(link.label, link.url) for link in read.links] == [("video", "https://video.example")]


def test_a_link_may_cover_the_brackets_too() -> None:
    text = "Ann Lee (Acme, Berlin), Bob"
    marks = (Mark(LINK, 0, 22, "https://ann.example"),)
    assert read_speakers(MarkedText(text, marks), 0, len(text), "en").people == (
        NamedPerson("Ann Lee", "https://ann.example", "Acme, Berlin"),
        NamedPerson("Bob"),
    )


def test_the_affiliation_after_a_suffix_stays() -> None:
    text = "Ann Lee, PhD (Acme), Bob"
    (ann, _) = read_speakers(MarkedText(text), 0, len(text), "en").people
    assert ann == NamedPerson("Ann Lee, PhD", "", "Acme")


def test_the_link_of_a_handle_after_a_comma_is_the_speakers() -> None:
    text, marks = "Ann Lee, @ann", (Mark(LINK, 9, 13, "https://ann.example"),)
    read = read_speakers(MarkedText(text, marks), 0, len(text), "en")
    assert read.people == (NamedPerson("Ann Lee", "https://ann.example"),)


def test_dangerous_addresses_lead_nowhere() -> None:
    marks = (Mark(LINK, 0, 3, "javascript:alert(1)"),)
    assert read_speakers(MarkedText("Ann", marks), 0, 3, "en").people == (NamedPerson("Ann"),)


def test_a_comma_within_an_address_separates_nothing() -> None:
    text = "Ann Lee https://a.example/x,y, Bob Ray"
    assert read_speakers(MarkedText(text), 0, len(text), "en").people == (
        NamedPerson("Ann Lee", "https://a.example/x,y"),
        NamedPerson("Bob Ray"),
    )


def test_a_word_for_a_kind_is_no_speaker() -> None:
    read = read_speakers(MarkedText("Keynote"), 0, 7, "en")
    assert (read.people, read.kind) == ((), "keynote")
    text = "Ann Lee (Keynote), Bob"
    read = read_speakers(MarkedText(text), 0, len(text), "en")
    assert read.people == (NamedPerson("Ann Lee"), NamedPerson("Bob"))
    assert read.kind == "keynote"


def test_handles_are_names_after_a_word_that_introduces_them() -> None:
    text = "by @ed and @di"
    marks = Mark(LINK, 3, 6, "https://ed.example"), Mark(LINK, 11, 14, "https://di.example")
    read = read_speakers(MarkedText(text, marks), 0, len(text), "en")
    assert read.people == (
        NamedPerson("ed", "https://ed.example"),
        NamedPerson("di", "https://di.example"),
    )
    assert read.left == ()


def test_names_in_no_end_of_brackets() -> None:
    text = "(" * 250 + "Ann" + ")" * 250
    assert read_speakers(MarkedText(text), 0, len(text), "en").people == ()
    assert people("(" * 5 + "Ann" + ")" * 5) == ["Ann"]


@pytest.mark.parametrize(
    ("word", "language"),
    [
        *(("e", "es"), ("e", "pt"), ("e", "it"), ("e", "gl"), ("i", "ca"), ("i", "pl")),
        *(("и", "ru"), ("ja", "fi"), ("ve", "tr"), ("dan", "id"), ("a", "cs"), ("in", "sl")),
    ],
)
def test_words_for_and_that_need_their_language(word: str, language: str) -> None:
    text = f"Ann Lee {word} Bob Ray"
    assert people(text, language) == ["Ann Lee", "Bob Ray"]
    assert people(text, "en") == [text]


@pytest.mark.parametrize("word", ["och", "og", "és", "și", "sekä", "eta", "και", "et", "und"])
def test_words_for_and_in_every_post(word: str) -> None:
    assert people(f"Ann Lee {word} Bob Ray", "en") == ["Ann Lee", "Bob Ray"]
