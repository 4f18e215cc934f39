"""Names of people: separated, told apart, sorted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.languages.talk_words import between_names
from sphinxcontrib_tripreport.core.text.names import (
    NamedPerson,
    family_first,
    name_key,
    never_closed,
    people_in,
    split_names,
    split_speakers,
)
from sphinxcontrib_tripreport.core.text.slugs import fold

PLAIN_NAME = st.from_regex(r"[A-Z][a-z]{4,8} [A-Z][a-z]{4,8}", fullmatch=True)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", []),
        (" , ,\n; ", []),
        ("Ann", ["Ann"]),
        ("Ann,Bob ,  Cy  Lee", ["Ann", "Bob", "Cy Lee"]),
        ("Ann\nBob, Cy\n", ["Ann", "Bob", "Cy"]),
        ("Rossum, Guido van; Lee, Ann", ["Rossum, Guido van", "Lee, Ann"]),
        ("Lee, Ann;\nBob, Cy", ["Lee, Ann", "Bob, Cy"]),
        ("山田、鈴木，田中", ["山田", "鈴木", "田中"]),
        ("李, 雷；韩", ["李, 雷", "韩"]),
        ("José Zapata, jose ZAPATA, Jose  Zapata", ["José Zapata"]),
        ("Sammy Davis, Jr., Ann Lee, Ph.D.", ["Sammy Davis Jr.", "Ann Lee Ph.D."]),
        ("Jr., Ann", ["Jr.", "Ann"]),
        ("Ann <https://x", ["Ann <https://x"]),
        ("<https://example.org>", []),
    ],
)
def test_split_names(text: str, names: list[str]) -> None:
    assert [person.name for person in split_names(text)] == names


def test_a_link_may_hold_separators() -> None:
    text = "Ann <https://x.org/a,b;c>, Bob <https://y.org> (PyLadies), Cy"
    assert split_names(text) == (
        NamedPerson("Ann", "https://x.org/a,b;c"),
        NamedPerson("Bob (PyLadies)", "https://y.org"),
        NamedPerson("Cy"),
    )


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ravi Li (Acme), Mora Reda（CERN）", [("Ravi Li", "Acme"), ("Mora Reda", "CERN")]),
        ("Ann Lee (Acme, Berlin), Bob", [("Ann Lee", "Acme, Berlin"), ("Bob", "")]),
        ("Ann (Acme; Berlin), Bob", [("Ann", "Acme; Berlin"), ("Bob", "")]),
        ("Lee, Ann [Acme]; Ray, Bob", [("Lee, Ann", "Acme"), ("Ray, Bob", "")]),
        ("山田太郎（東京、大阪）、鈴木", [("山田太郎", "東京、大阪"), ("鈴木", "")]),
        ("Ann (Acme (Berlin), NL), Bob", [("Ann", "Acme (Berlin), NL"), ("Bob", "")]),
        ("Ann (Acme) (Beta)", [("Ann", "Acme, Beta")]),
        ("Ann (Institute of\n  Bees), Bob", [("Ann", "Institute of Bees"), ("Bob", "")]),
        ("James (Jim) Smith", [("James (Jim) Smith", "")]),
        ("James (Jim) Smith (Acme)", [("James (Jim) Smith", "Acme")]),
        ("Ann (), Bob ( - )", [("Ann", ""), ("Bob", "")]),
        ("(PyLadies), Ann", [("(PyLadies)", ""), ("Ann", "")]),
        ("(), Ann", [("Ann", "")]),
        ("Ann Lee, Ph.D. (Acme), Bob", [("Ann Lee Ph.D.", "Acme"), ("Bob", "")]),
        ("Ann Lee (Acme), Jr., Bob", [("Ann Lee Jr.", "Acme"), ("Bob", "")]),
        ("Ann Lee\nJr.", [("Ann Lee", ""), ("Jr.", "")]),
        ("Ann, ANN (Acme)", [("Ann", "Acme")]),
        ("Ann Acme), Bob", [("Ann Acme)", ""), ("Bob", "")]),
        ("Ann (Acme, Bob", [("Ann", "Acme, Bob")]),
        ("Ann (Acme\nBob (Beta)\nCy", [("Ann", "Acme"), ("Bob", "Beta"), ("Cy", "")]),
    ],
)  # fmt: skip
def test_affiliations_stand_in_brackets(text: str, people: list[tuple[str, str]]) -> None:
    assert [(person.name, person.affiliation) for person in split_speakers(text)] == people


def test_links_and_brackets() -> None:
    text = "Ann <https://x.org/(a>, Bob (Acme) <https://y.org>, Cy (Beta <https://z.org>)"
    assert split_speakers(text) == (
        NamedPerson("Ann", "https://x.org/(a"),
        NamedPerson("Bob", "https://y.org", "Acme"),
        NamedPerson("Cy", "https://z.org", "Beta"),
    )
    assert never_closed(text) == ()


def test_brackets_that_are_never_closed() -> None:
    assert never_closed("Ann (Acme\nBob (Beta), Cy［D") == ("(Acme", "［D")
    assert never_closed("Ann (Acme\nBob\nCy [Beta") == ("(Acme", "[Beta")


@given(st.text(alphabet="ab ,;\n&\u200bJ.r"))
def test_a_comma_at_the_end_names_nobody(text: str) -> None:
    end = ";" if ";" in text else ","
    assert split_speakers(text) == split_speakers(f"{text}{end}")


@given(st.text(alphabet="ab ,;\n()[（）<>J.r"))
def test_split_speakers_accepts_any_text(text: str) -> None:
    people = split_speakers(text)
    keys = [name_key(person.name) for person in people]
    assert all(keys)
    assert len(keys) == len(set(keys))
    never_closed(text)


@pytest.mark.parametrize(
    ("text", "language", "people"),
    [
        ("Ann Lee and Bob Ray", "en", ["Ann Lee", "Bob Ray"]),
        ("Ann Lee & Bob Ray / Cy", "en", ["Ann Lee", "Bob Ray", "Cy"]),
        ("安＆波", "zh", ["安", "波"]),
        ("Ana e Rui", "pt-BR", ["Ana", "Rui"]),
        ("Ana e Rui", "en", []),
        ("Ann plus Bob", "en", ["Ann", "Bob"]),
        ("José Ortega y Gasset", "en", []),
        # One person twice, or nobody in a place, is no list.
        ("Ann Lee and ann lee", "en", []),
        ("Ann Lee and & Bob", "en", []),
    ],
)
def test_people_whom_the_text_for_one_may_name(text: str, language: str, people: list[str]) -> None:
    (one,) = split_speakers(text)
    found = people_in(one, between_names(language, ("plus",)))
    assert [person.name for person in found] == people


def test_each_of_several_has_an_own_link_and_affiliation() -> None:
    (both,) = split_speakers("Ann Lee (Wax and Co) and Bob Ray <https://b.org>")
    assert people_in(both, between_names("en", ())) == (
        NamedPerson("Ann Lee", "", "Wax and Co"),
        NamedPerson("Bob Ray", "https://b.org"),
    )


def test_a_person_named_twice_keeps_the_link() -> None:
    text = "Ann, Ann <https://one.org>\nAnn <https://two.org>"
    assert split_names(text) == (NamedPerson("Ann", "https://one.org"),)


@given(st.lists(PLAIN_NAME, unique_by=str.lower), st.sampled_from([", ", "; ", "\n", " ;", "；"]))
def test_joined_names_split_again(names: list[str], separator: str) -> None:
    assert [person.name for person in split_names(separator.join(names))] == names


@given(st.text())
def test_split_names_accepts_any_text(text: str) -> None:
    people = split_names(text)
    keys = [name_key(person.name) for person in people]
    assert all(keys)
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("José M. Zapata", "Jose M Zapata"),
        ("O'Brien", "OBrien"),
        ("O’Brien", "o'brien"),
        ("Jean-Luc", "Jean Luc"),
        ("Marcel·lí", "Marcelli"),
        ("Ｇｕｉｄｏ", "guido"),
    ],
)
def test_name_key_joins(one: str, other: str) -> None:
    assert name_key(one) == name_key(other) != ""


@given(st.text())
def test_name_key_is_never_empty_for_what_is_visible(text: str) -> None:
    assert bool(name_key(text)) == bool(fold(text))
    assert name_key(name_key(text)) == name_key(text)


def test_name_key_of_punctuation() -> None:
    assert name_key("...") == "full-stop-full-stop-full-stop"


@pytest.mark.parametrize(
    ("name", "sorted_by"),
    [
        ("Guido van Rossum", "Rossum Guido van"),
        ("Ludwig von der Tann", "Tann Ludwig von der"),
        ("Leonardo da Vinci", "Vinci Leonardo da"),
        ("José Zapata", "Zapata José"),
        ("José Ortega y Gasset", "Ortega y Gasset José"),
        ("Muhammad al-Khwarizmi", "Khwarizmi Muhammad al"),
        ("Muhammad Al-Khwarizmi", "Khwarizmi Muhammad al"),
        ("Martin Luther King Jr.", "King Martin Luther Jr."),
        ("Sammy Davis, Jr.", "Davis Sammy Jr."),
        ("Ann Lee, PhD, M.D.", "Lee Ann PhD M.D."),
        ("João Silva Júnior", "Silva Júnior João"),
        ("Ana da Silva Neto", "Silva Neto Ana da"),
        ("Ana Neto", "Neto Ana"),
        ("محمد الخوارزمي", "خوارزمي محمد ال"),
        ("محمد عبد الله", "عبد الله محمد"),
        ("عبد الرحمن", "عبد الرحمن"),
        ("Prof. Dr. Ann Lee", "Lee Ann"),
        ("Ann Lee (PyLadies)", "Lee Ann"),
        ("(PyLadies)", "(PyLadies)"),
        ("Rossum, Guido van", "Rossum Guido van"),
        ("Lee,", "Lee"),
        ("Plato", "Plato"),
        ("Dr. Who", "Who"),
        ("Dr", "Dr"),
        ("山田 太郎", "山田 太郎"),
        ("山田 太郎 (Taro Yamada)", "山田 太郎"),
        ("김철수", "김철수"),
        ("Taro 山田", "山田 Taro"),
        ("", ""),
    ],
)
def test_family_first(name: str, sorted_by: str) -> None:
    assert family_first(name) == sorted_by


def test_family_first_prefers_what_the_author_says() -> None:
    assert family_first("Guido van Rossum", "Van Rossum, Guido") == "Van Rossum Guido"
    assert family_first("José Antonio Zapata", "Zapata José") == "Zapata José"


@given(st.text(), st.text())
def test_family_first_accepts_any_text(name: str, sort: str) -> None:
    assert bool(fold(family_first(name))) or not fold(name).strip(", ")
    family_first(name, sort)
