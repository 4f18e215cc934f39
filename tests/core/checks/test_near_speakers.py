"""People who seem to be one: which pairs are found, why, and which are not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.checks.blocks import pairs_to_compare
from sphinxcontrib_tripreport.core.checks.name_words import names_in
from sphinxcontrib_tripreport.core.checks.near_speakers import NearPair, near_people
from sphinxcontrib_tripreport.core.checks.people import Appearance, Person
from sphinxcontrib_tripreport.core.text.names import name_key
from tests.core.checks.made_up_people import MadeUp, latin_people, people_of_four_scripts

NINE = datetime(2024, 6, 1, 9)
LENGTH = timedelta(minutes=30)
SURNAMES = (
    *("Weiss", "Braun", "Stone", "Wood", "Rossi", "Costa", "Silva", "Novak", "Kaya"),
    *("Popov", "Roux", "Petit", "Demir", "Mazur", "Gallo", "Berg", "Moore", "Singh"),
)
AGREE = "the names agree but for blanks, hyphens and additions"


def person(name: str, *talks: Appearance, **facts: Any) -> Person:
    """Somebody of that name."""
    return Person(name_key(name), name, (name,), talks=talks)._replace(**facts)


def talk(title: str, *speakers: str, event: str = "con", **facts: Any) -> Appearance:
    """A talk that is named with all its speakers."""
    keys = frozenset(map(name_key, speakers))
    return Appearance(f"{event}/{title}", event, title, named_together=(keys,))._replace(**facts)


def found(*people: Person | str) -> list[NearPair]:
    """The pairs among people, of whom some are only names."""
    return near_people([person(each) if isinstance(each, str) else each for each in people])


def names(pairs: list[NearPair]) -> list[tuple[str, str]]:
    """Who seems to be whom, the name that stays first."""
    return [(pair.one.name, pair.other.name) for pair in pairs]


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Yulia Ivanova", "Ivanova Yulia", "the family name comes first in one of them"),
        ("Guido van Rossum", "van Rossum Guido", "the family name comes first in one of them"),
        ("Guido van Rossum", "G. van Rossum", "one of them has initials"),
        ("Guido van Rossum", "Guido V. Rossum", "one of them has initials"),
        ("Guido van Rossum", "Rossum, G. van", "one of them has initials"),
        ("Ann Lee", "Ann Lee, PhD (Acme)", AGREE),
        ("Walker Hale", "Walker Hale, Jr.", AGREE),
        ("Yulia Ivanova", "Юлия Иванова", "the names are the same in two scripts"),
        ("Julia Ivanova", "Юлия Иванова", "the names are the same in two scripts"),
        ("Julia Ivanova", "Iuliia Ivanova", "the names are two spellings of one sound"),
        ("Giorgos Papadopoulos", "Γιώργος Παπαδόπουλος", "the names are the same in two scripts"),
        ("Minjun Kim", "김민준", "the names are the same in two scripts"),
        ("Ji-hoon Park", "박지훈", "the names are the same in two scripts"),
        ("Tarō Yamada", "やまだ たろう", "the family name comes first in one of them"),
        ("Jörg Müller", "Joerg Mueller", "the names are two spellings of one sound"),
        ("Jean-Luc Picard", "Jeanluc Picard", AGREE),
        ("山田太郎", "山田 太郎", AGREE),
        ("Amber Brown", 'Amber "Hawk" Brown', AGREE),
        ("Ann Lee", "Ann Lee (Acme)", AGREE),
        ("José Manuel Zapata", "José Zapata", "one of them has another name in the middle"),
        ("Марк Игоревич Орлов", "Орлов Марк", "the family name comes first in one of them"),
        ("Pablo Galindo Salgado", "Pablo Galindo", "one of them has a second family name"),
        ("Guido van Rossum", "Guido Rossum", "one of them has a word such as “van”, “de” or “da”"),
        ("Ana Paula", "Ana Paula da Silva de Souza", "one of them has a second family name"),
        ("J. Paul Reed", "J. P. Reed", "one of them has initials"),
        ("J. Paul Reed", "Paul Reed", "one of them has another name before"),
        ("Erik Tollerud", "Erik Tollerund", "the names differ by one letter"),
        ("Erik Tollerud", "Erik Tollreud", "the names differ by one letter"),
        ("Erik Tollerud", "Erik Tolerud", "the names are two spellings of one sound"),
        ("Юлия Иванова (Yulia Ivanova)", "Yulia Ivanova", AGREE),
    ],
)
def test_one_person_under_two_names(one: str, other: str, reason: str) -> None:
    [pair] = found(one, other)
    assert {pair.one.name, pair.other.name} == {one, other}
    assert reason in pair.reasons


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann Lee", "Bob Ray"),
        ("Ann Lee", "Ann Ray"),
        ("Wei Li", "Wei Liu"),
        ("Yi Wang", "Yu Wang"),
        ("Zhou Lin", "Zhu Lin"),
        ("J. Smith", "Karl Smith"),
        ("J. Zhu", "Yang Zhu"),
        ("Guido", "Guido van Rossum"),
        ("Yi Ouyang", "Yang Yu"),
        ("이지은", "조지은"),
        ("山田太郎", "山田次郎"),
        ("A. B.", "Ann Bee"),
        ("Annika Marina Tollerud", "Anniko Marine Tollerud"),
        ("...", "---"),
        ("Ann Lee & Bob Ray", "Bob Ray"),
        ("Ann " * 40, "Anna " * 40),
        ("Ann Lee Ann Lee Ann Lee", "Ann Lee"),
        ("Ann Maria Louise Ray Smith", "Ann Smith"),
    ],
)
def test_two_people(one: str, other: str) -> None:
    assert found(one, other) == []


@pytest.mark.parametrize(
    ("surnames", "facts"),
    [
        (("Doe", "Doe"), {"links": frozenset({"github.com/mdoe"})}),
        (("Garcia", "Garia"), {"organisation": "acme"}),
        (("Doe", "Doe"), {"talks": (talk("queues in practice", "x"),)}),
        (("Garcia", "Garia"), {"talks": (talk("a", "Ann Ray"), talk("b", "Bob Ray"))}),
        (("Garcia", "Garia"), {"talks": (talk("c", "x", topics=frozenset({"queues"})),)}),
    ],
)
def test_what_both_have_in_common_settles_it(
    surnames: tuple[str, str], facts: dict[str, Any]
) -> None:
    crowd = [f"Maria {name}" for name in SURNAMES]
    crowd += [f"{name} Doe" for name in ("Mary", "Karl", "Nils", "Anna", "Lars", "Emil", "Marc")]
    crowd += ["Marie Ray", "Ann Garcia"]
    given = ("Maria", "Marie") if surnames[0] == surnames[1] else ("Maria", "Maria")
    one, other = (" ".join(words) for words in zip(given, surnames, strict=True))
    assert not found(one, other, *crowd)
    [pair] = found(person(one, **facts), person(other, **at_another_event(facts)), *crowd)
    assert {pair.one.name, pair.other.name} == {one, other}
    assert pair.reasons[0] == "the names differ by one letter"
    assert pair.reasons[1].startswith("both ")


def at_another_event(facts: dict[str, Any]) -> dict[str, Any]:
    """The facts of somebody who gives the same talks elsewhere."""
    talks = (each._replace(name=f"x/{each.name}", event="x") for each in facts.get("talks", ()))
    return {**facts, "talks": tuple(talks)}


def test_who_is_named_in_one_talk_with_somebody_is_somebody_else() -> None:
    both = talk("Queues", "Marie Doe", "Maria Doe")
    apart = both._replace(named_together=(frozenset({"marie-doe"}), frozenset({"maria-doe"})))
    assert not found(person("Marie Doe", both), person("Maria Doe", both))
    [pair] = found(person("Marie Doe", apart), person("Maria Doe", apart))
    assert "both are named for the same talk by different authors" in pair.reasons


@pytest.mark.parametrize(
    ("first", "second", "is_one"),
    [
        ((NINE, NINE + LENGTH), (NINE, NINE + LENGTH), False),
        ((NINE, None), (NINE, None), False),
        ((NINE, NINE + LENGTH), (NINE + LENGTH / 2, None), False),
        ((NINE + LENGTH / 2, None), (NINE, NINE + LENGTH), False),
        ((NINE, NINE + LENGTH), (NINE + LENGTH, NINE + 2 * LENGTH), True),
        ((NINE, NINE + LENGTH), (None, None), True),
    ],
)
def test_who_speaks_at_the_same_time_is_somebody_else(
    first: tuple[datetime, datetime | None],
    second: tuple[datetime | None, datetime | None],
    is_one: bool,
) -> None:
    one = talk("Queues", "Erik Tollerud", begins=first[0], ends=first[1])
    other = talk("Maps", "Erik Tollerund", begins=second[0], ends=second[1])
    elsewhere = other._replace(event="other")
    assert bool(found(person("Erik Tollerud", one), person("Erik Tollerund", other))) is is_one
    assert found(person("Erik Tollerud", one), person("Erik Tollerund", elsewhere))


def test_initials_that_may_be_several_people_say_nothing() -> None:
    assert names(found("J. Doe", "Jane Doe")) == [("Jane Doe", "J. Doe")]
    assert found("J. Doe", "Jane Doe", "John Doe") == []


def test_two_that_are_described_are_two_unless_their_names_have_the_same_letters() -> None:
    facts = {"is_declared": True}
    described = [person(name, **facts) for name in ("Erik Tollerud", "Erik Tollerund")]
    assert found(*described) == []
    assert found(described[0], "Erik Tollerund")
    assert found(*(person(name, **facts) for name in ("Jean-Luc Picard", "Jeanluc Picard")))


def test_the_name_stays_that_is_described_then_frequent_then_whole() -> None:
    rossum, short = person("Guido van Rossum"), person("G. van Rossum")
    assert names(found(rossum, short))[0][0] == "Guido van Rossum"
    frequent = short._replace(talks=(talk("Queues", "G. van Rossum"),))
    assert names(found(rossum, frequent))[0][0] == "G. van Rossum"
    assert names(found(rossum._replace(is_declared=True), frequent))[0][0] == "Guido van Rossum"


def test_an_alias_is_a_name() -> None:
    described = person("Guido van Rossum", names=("Guido van Rossum", "Benevolent Dictator"))
    assert names(found(described, "Benevolent Diktator"))


def test_names_of_others_tell_apart() -> None:
    assert names(found("Nina Andersson", "Nina Anderson"))
    others = ("Lars Andersson", "Karl Andersson", "John Anderson", "Jane Anderson")
    crowd = [f"Nina {name}" for name in SURNAMES]
    assert not found("Nina Andersson", "Nina Anderson", *others, *crowd)


def test_names_that_may_come_first_or_last_tell_apart() -> None:
    assert names(found("Michel Bernard", "Bernard Michel"))
    others = ("Michel Petit", "Bernard Petit", "Anne Michel", "Anne Bernard")
    assert not found("Michel Bernard", "Bernard Michel", *others)


@pytest.mark.parametrize("seed", [16, 17, 18])
@pytest.mark.parametrize("make", [latin_people, people_of_four_scripts])
def test_most_of_those_who_are_one_are_found(
    make: Callable[[int, int, int], MadeUp], seed: int
) -> None:
    """Of 1,000 people of whom 40 are named in two ways, in each of six ways."""
    made = make(1000, 40, seed)
    pairs = {frozenset((pair.one.key, pair.other.key)) for pair in near_people(made.people)}
    assert len(made.people) == 1040
    assert len(set(made.planted.values())) == 6
    assert len(pairs & made.planted.keys()) >= 36
    assert len(pairs - made.planted.keys()) <= 6


def test_few_of_many_people_are_compared() -> None:
    made = latin_people(2000, 40, 16)
    taken_apart = [names_in(each.name) for each in made.people]
    assert len(pairs_to_compare(taken_apart)) < 20 * len(made.people)


def test_what_too_many_people_have_in_common_is_no_reason_to_compare_them() -> None:
    digits = [f"{number:03}" for number in range(0, 1000, 17)]
    many = [names_in(f"A{each}{each[::-1]} Maria Lee") for each in digits]
    assert len(pairs_to_compare(many[:30])) == 30 * 29 / 2
    assert len(pairs_to_compare(many)) < len(many)


LETTERS = st.text(st.sampled_from("aeinst AENST.,-'()\"юия김民ß́ "), max_size=20)
ANYBODY = st.one_of(LETTERS, st.text(max_size=200)).map(person)
PEOPLE = st.lists(ANYBODY, max_size=8, unique_by=lambda each: each.key)


@settings(max_examples=100)
@given(PEOPLE, st.randoms())
def test_any_names_are_compared_in_any_order(people: list[Person], chance: Random) -> None:
    pairs = near_people(people)
    chance.shuffle(people)
    assert near_people(people) == pairs
    assert all(pair.one.key != pair.other.key for pair in pairs)
    assert all(pair.reasons for pair in pairs)
    both = [frozenset((pair.one.key, pair.other.key)) for pair in pairs]
    assert len(set(both)) == len(both)
