"""Which session a note is about, and why."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.model.programme import ProgrammePerson, Session
from sphinxcontrib_tripreport.core.programmes.joining import Joiner, NoteFacts, Reason
from sphinxcontrib_tripreport.core.text.links import Link
from sphinxcontrib_tripreport.core.text.names import NamedPerson


def session(title: str, *people: str, **more: object) -> Session:
    return Session(title, people=tuple(map(ProgrammePerson, people)), **more)  # type: ignore[arg-type]  # any field


SESSIONS = (
    session(
        "Keynote: Bees at work",
        "Dr. Ann Lee",
        ids=("BEE42X", "https://bees.example/talk/bees-at-work/"),
    ),
    session("Counting ants with Rust", "Bob Ray", "Cy Dow", ids=("ANT", "10652")),
    session(
        "Wasps", "Di Fox", subtitle="a field guide", earlier_titles=("The trouble with wasps",)
    ),
    session("FinBee, see you in court!", "Eve Gray"),
    session(
        "How not to lose a hive in winter",
        "Fay Hill",
        links=(Link("video", "https://youtu.be/abcdefghijk"),),
    ),
    session(
        "Lightning talks", day=date(2024, 5, 7), begins=datetime(2024, 5, 7, 17), rooms=("Red",)
    ),
    session(
        "Lightning talks", day=date(2024, 5, 8), begins=datetime(2024, 5, 8, 17), rooms=("Red",)
    ),
    session("ミツバチの話", "山田 太郎"),
    session("Bumblebees and the weather of the north", "Gus Ice"),
)
JOINER = Joiner(SESSIONS)


def joined(title: str, *speakers: str, **more: object) -> tuple[str, Reason | None]:
    asked = NoteFacts(title, speakers=tuple(map(NamedPerson, speakers)), **more)  # type: ignore[arg-type]  # any field
    found = JOINER.find(asked)
    return (found.session.title if found.session else "", found.reason)


@pytest.mark.parametrize(
    ("title", "speakers", "session_title", "reason"),
    [
        ("Bees at Work", (), "Keynote: Bees at work", Reason.TITLE),
        ("[Englisch] Wasps - a field guide", (), "Wasps", Reason.TITLE),
        ("The trouble with wasps", (), "Wasps", Reason.TITLE),
        ("Counting ants", ("Ray",), "Counting ants with Rust", Reason.WORDS),
        ("Bumblebees and weather", (), "Bumblebees and the weather of the north", Reason.WORDS),
        ("Bienen bei der Arbeit", ("Ann Lee",), "Keynote: Bees at work", Reason.SPEAKER),
        ("FinBee verklagen", ("Eve Gray",), "FinBee, see you in court!", Reason.SPEAKER),
        ("蜜蜂", ("山田 太郎",), "ミツバチの話", Reason.SPEAKER),
    ],
)
def test_ways(title: str, speakers: tuple[str, ...], session_title: str, reason: Reason) -> None:
    assert joined(title, *speakers) == (session_title, reason)


def test_what_its_author_wrote_wins() -> None:
    assert joined("Anything", programme="ant") == ("Counting ants with Rust", Reason.ID)
    assert joined("Bees at work", programme="none") == ("", None)
    found = JOINER.find(NoteFacts("Bees at work", programme="BEE43X"))
    assert (found.session, found.unknown_id) == (None, "BEE43X")
    assert found.nearest[0].session.title == "Keynote: Bees at work"


@pytest.mark.parametrize(
    ("url", "title"),
    [
        ("https://archive.bees.example/2024/bees-at-work", "Keynote: Bees at work"),
        ("https://media.ccc.de/v/99c3-10652-counting_ants", "Counting ants with Rust"),
        ("https://www.youtube.com/watch?v=abcdefghijk&t=20", "How not to lose a hive in winter"),
        ("https://bees.example/talks/10652", "Counting ants with Rust"),
    ],
)
def test_links(url: str, title: str) -> None:
    assert joined("", links=(Link("url", url),)) == (title, Reason.LINK)


@pytest.mark.parametrize(
    "url", ["https://blog.example/10652", "https://bees.example/", "mailto:a@b.c", "https://[x"]
)
def test_links_that_say_nothing(url: str) -> None:
    assert joined("", links=(Link("url", url),)) == ("", None)


def test_a_link_against_title_and_speaker() -> None:
    link = Link("url", "https://bees.example/talk/bees-at-work")
    found = JOINER.find(NoteFacts("Counting ants with Rust", links=(link,)))
    assert found.session is SESSIONS[1]
    assert found.contradicted_link == link.url
    translated = JOINER.find(NoteFacts("Abejas en el trabajo", links=(link,)))
    assert (translated.session, translated.contradicted_link) == (SESSIONS[0], "")


@pytest.mark.parametrize(
    ("title", "speakers"),
    [("Abejas", ("Ann Lee",)), ("Work and bees", ("Zoe Zed",)), ("Bees at work", ())],
)
def test_links_that_something_agrees_with(title: str, speakers: tuple[str, ...]) -> None:
    link = Link("url", "https://bees.example/talk/bees-at-work")
    assert joined(title, *speakers, links=(link,)) == ("Keynote: Bees at work", Reason.LINK)


def test_of_several_the_one_with_the_notes_speaker_or_time() -> None:
    twice = [
        session(
            "Workshop", "Ann Lee", ids=("W",), day=date(2024, 5, 7), begins=datetime(2024, 5, 7, 10)
        ),
        session(
            "Workshop", "Bob Ray", ids=("W",), day=date(2024, 5, 7), begins=datetime(2024, 5, 7, 14)
        ),
    ]
    joiner = Joiner(twice)
    assert (
        joiner.find(NoteFacts("Workshop", speakers=(NamedPerson("Bob Ray"),))).session is twice[1]
    )
    assert (
        joiner.find(NoteFacts("x", "W", day=date(2024, 5, 7), start=time(14))).session is twice[1]
    )
    assert joiner.find(NoteFacts("Workshop")).session is None


def test_titles_of_several_sessions_need_the_day() -> None:
    assert joined("Lightning Talks") == ("", None)
    found = JOINER.find(NoteFacts("Lightning talks", day=date(2024, 5, 8)))
    assert (found.session, found.reason) == (SESSIONS[6], Reason.TITLE)
    assert joined("Five small things", day=date(2024, 5, 7), start=time(17, 10), room="red") == (
        "Lightning talks",
        Reason.TIME,
    )


@pytest.mark.parametrize(
    ("title", "speakers"),
    [("nix", ()), ("How to lose at chess", ()), ("", ()), ("!?", ("Nobody",))],
)
def test_nothing_is_guessed(title: str, speakers: tuple[str, ...]) -> None:
    assert joined(title, *speakers) == ("", None)


def test_the_nearest_are_named() -> None:
    found = JOINER.find(NoteFacts("How to lose a hive to bears in the summer of love"))
    assert [(each.session.title, each.score) for each in found.nearest] == [
        ("How not to lose a hive in winter", 44),
        ("Bumblebees and the weather of the north", 11),
    ]


def test_the_nearest_are_also_those_of_the_speakers() -> None:
    joiner = Joiner([session(f"Talk {number}", "Ann Lee") for number in ("one", "two")])
    found = joiner.find(NoteFacts("Vortrag", speakers=(NamedPerson("Ann Lee"),)))
    assert found.session is None
    assert [(each.session.title, each.score) for each in found.nearest] == [
        ("Talk one", 25), ("Talk two", 25),
    ]  # fmt: skip


def test_nobody_heard_what_was_cancelled() -> None:
    sessions = [session("One", "Ann Lee", is_cancelled=True), session("Two", "Ann Lee")]
    found = Joiner(sessions).find(NoteFacts("Bienen", speakers=(NamedPerson("Ann Lee"),)))
    assert (found.session, found.reason) == (sessions[1], Reason.SPEAKER)


def test_a_family_name_alone_is_a_name() -> None:
    assert joined("Abejas", "Lee") == ("Keynote: Bees at work", Reason.SPEAKER)
    twice = Joiner([session("One", "Ann Lee"), session("Two", "Bob Lee")])
    assert twice.find(NoteFacts("Abejas", speakers=(NamedPerson("Lee"),))).session is None


@given(st.text(), st.text(), st.text(), st.lists(st.text(), max_size=3))
def test_nothing_raises(title: str, programme: str, url: str, names: list[str]) -> None:
    people = tuple(map(NamedPerson, names))
    JOINER.find(
        NoteFacts(title, programme, people, (Link("url", url), Link("url", f"https://{url}")))
    )
    Joiner([]).find(NoteFacts(title, programme, people))
