"""Talks and events that seem to be one, by their titles and names."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.checks.near_events import Edition, NearEvents, near_events
from sphinxcontrib_tripreport.core.checks.near_titles import NearTitles, TalkTitle, near_titles
from sphinxcontrib_tripreport.core.checks.numbers_in_names import numbers_among

DAY = dt.date(2024, 6, 1)


def talk(name: str, title: str, *speakers: str, **facts: Any) -> TalkTitle:
    """A talk of the event ``con``, noted in a document of its own."""
    docnames = frozenset({name})
    return TalkTitle(name, title, "con", speakers, docnames=docnames)._replace(**facts)


def found(one: str, other: str, **facts: Any) -> list[NearTitles]:
    """What is found among two talks of one speaker."""
    return near_titles([talk("a", one, "Ann Lee"), talk("b", other, "Ann Lee", **facts)])


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Docker and Python", "Docker & Pyhton", "the titles differ by one letter"),
        ("Testing with pytest", "Testng with pytest", "the titles differ by one letter"),
        ("Python and Docker", "Docker and Python", "the titles differ in the order of words"),
        ("Multi-dimensional data", "Multidimensional data", "the titles differ in blanks and"),
        ("What's new?", "Whats new", "the titles differ in blanks and punctuation"),
        ("The state of Python", "State of Python", "one of the titles has “the”"),
        ("Docker", "Docker: from the ground up", ""),
        ("Docker and Python", "Docker and Python: from zero to one", ""),
        ("Docker and Python", "Docker and Python: a love story", "one of the titles has a sub"),
        ("Docker and Python", "Docker and Python – a love story", "one of the titles has a sub"),
        ("Docker and Python", "Docker and Python: a tutorial", "one of the titles has a sub"),
        ("Docker and Python", "Docker and Python (tutorial)", ""),
        ("Testing, part 1", "Testing, part 2", ""),
        ("Testing", "Testing II", ""),
        ("Testing II with pytest", "Testing 2 with pytest", ""),
        ("Day 1, part 2 of it", "Day 2, part 1 of it", ""),
        ("Live stream 1", "Live stream 1b", ""),
        ("Lightning talks", "Lightning talks", ""),
        ("A love story with Docker", "A love story with Docker", "the titles are the same"),
        ("Docker", "Dockers", ""),
        ("", "", ""),
        ("word " * 50, "word " * 49 + "wörd", ""),
    ],
)
def test_titles_of_one_speaker(one: str, other: str, reason: str) -> None:
    pairs = found(one, other)
    assert bool(pairs) is bool(reason)
    if pairs:
        assert pairs[0].reasons[0].startswith(reason)
        assert pairs[0].reasons[1] == "they have a speaker in common"


@pytest.mark.parametrize(
    "facts",
    [
        {"speakers": ("Bob Ray",)},
        {"start": dt.time(10)},
        {"day": dt.date(2024, 6, 2)},
        {"docnames": frozenset({"a", "b"})},
        {"session": "2"},
        {"event": "other"},
    ],
)
def test_what_makes_them_two(facts: dict[str, Any]) -> None:
    first = talk("a", "Docker and Python", "Ann Lee", day=DAY, start=dt.time(9), session="1")
    second = talk("b", "Docker and Pyhton", "Ann Lee", day=DAY, start=dt.time(9))
    [pair] = near_titles([second, first])
    assert pair == NearTitles(
        first,
        second,
        (
            "the titles differ by one letter",
            "they have a speaker in common",
            "they begin at one time",
        ),
    )
    assert not near_titles([first, second._replace(**facts)])


def test_nobody_needs_to_know_the_speakers() -> None:
    [pair] = near_titles([talk("a", "Docker and Python"), talk("b", "Docker and Pyhton")])
    assert pair.reasons == ("the titles differ by one letter",)
    with_subtitle = talk("b", "Docker and Python: a love story")
    assert not near_titles([talk("a", "Docker and Python"), with_subtitle])
    spelled = talk("b", "Docker and Pyhton", "Anne Leigh", "Юлия Иванова")
    assert near_titles([talk("a", "Docker and Python", "Yulia Ivanova"), spelled])


def test_words_that_others_have_are_two() -> None:
    titles = ["Async in Python", "Async in Cython"]
    assert found(*titles)
    others = ["Cython and queues", "Python and maps"]
    talks = [talk(f"{i}", title, "Ann Lee") for i, title in enumerate(titles + others)]
    assert not near_titles(talks)


def test_talks_at_no_event_need_a_speaker_in_common() -> None:
    nowhere = {"event": ""}
    one = talk("a", "Docker and Python", "Ann Lee", **nowhere)
    assert near_titles([one, talk("b", "Docker and Pyhton", "Ann Lee", **nowhere)])
    assert not near_titles([one, talk("b", "Docker and Pyhton", **nowhere)])


def test_titles_that_are_made_alike_are_not_compared() -> None:
    words = ("alpha", "beta", "gamma", "delta", "omega")
    made = [f"Report of the {one}{two}{three} group"
            for one in words for two in words for three in words]  # fmt: skip
    talks = [talk(f"{number}", title) for number, title in enumerate(made)]
    assert not near_titles(talks)


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("part 2", ["2"]),
        ("part ii", ["2"]),
        ("segunda parte", ["2"]),
        ("02 of 2020", ["2", "2020"]),
        ("the 2nd", ["2"]),
        ("1b", ["1b"]),
        ("none", []),
        ("00", ["0"]),
    ],
)
def test_numbers(words: str, numbers: list[str]) -> None:
    assert numbers_among(words.split()) == numbers


@given(st.lists(st.text(st.sampled_from("ab 1:-é"), max_size=12) | st.text(), max_size=8),
       st.randoms())  # fmt: skip
def test_any_titles_in_any_order(titles: list[str], chance: Random) -> None:
    talks = [talk(f"{number}", title, "Ann") for number, title in enumerate(titles)]
    pairs = near_titles(talks)
    chance.shuffle(talks)
    assert near_titles(talks) == pairs
    assert all(pair.one != pair.other for pair in pairs)


def events(one: str, other: str, **facts: Any) -> list[NearEvents]:
    """What is found among two events, of which the first has more talks."""
    first, second = Edition(one, one, weight=2), Edition(other, other, weight=1)
    return near_events([second._replace(**facts), first._replace(**facts)])


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("PyCon DE 2023", "PyConDE 2023", "the names differ in blanks and punctuation"),
        ("PyCon DE 2023", "pycon-de-23", "the names differ in blanks and punctuation"),
        ("PyCon DE 2023", "PyConDE2023", "the names differ in blanks and punctuation"),
        ("2023 PyCon DE", "PyCon DE 2023", "the names differ in the order of words"),
        ("EuroPython 2020", "EuroPyton 2020", "the names differ by one letter"),
        ("PyCon DE 2023", "PyCon DE 2022", ""),
        ("PyCon DE 2023", "PyConf DE 2023", ""),
        ("DjangoCon EU 2019", "DjangoCon US 2019", ""),
        ("EuroPython", "EuroPython 2020", ""),
        ("Con", "Con of Bees", ""),
        ("EuroPython one", "EuroPython Bees", ""),
    ],
)
def test_names_of_events(one: str, other: str, reason: str) -> None:
    pairs = events(one, other)
    assert [pair.reasons for pair in pairs] == ([(reason,)] if reason else [])
    assert all((pair.one.name, pair.other.name) == (one, other) for pair in pairs)


def test_days_of_events_decide() -> None:
    one = Edition("pycon-de-2023", "PyCon DE 2023", DAY, is_described=True)
    other = Edition("pyconde-2023", "PyConDE 2023", DAY)
    [pair] = near_events([one, other])
    assert pair.one == one
    assert pair.reasons[1] == "they begin on one day"
    assert not near_events([one, other._replace(start=dt.date(2023, 1, 1))])
    assert near_events([one, other._replace(start=None)])
    [pair] = near_events([one, Edition("pycon-de", "PyCon DE", DAY)])
    assert pair.reasons == ("one of the names has a year", "they begin on one day")


def test_two_events_that_are_described_are_two() -> None:
    assert not events("EuroPython 2020", "EuroPyton 2020", is_described=True)
    assert events("EuroPython 2020", "Euro Python 2020", is_described=True)


@given(st.lists(st.text(st.sampled_from("ab 12é"), max_size=12) | st.text(), max_size=8),
       st.randoms())  # fmt: skip
def test_any_events_in_any_order(names: list[str], chance: Random) -> None:
    editions = [Edition(f"{number}", name) for number, name in enumerate(names)]
    pairs = near_events(editions)
    chance.shuffle(editions)
    assert near_events(editions) == pairs
    assert all(pair.one != pair.other for pair in pairs)
