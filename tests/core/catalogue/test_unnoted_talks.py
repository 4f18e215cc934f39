"""Sessions that nobody noted: talks of an archive, or those that only lists ask for."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.catalogue.page_facts import facts_of
from sphinxcontrib_tripreport.core.catalogue.pages import Page
from sphinxcontrib_tripreport.core.exports.sessions import sessions_of
from sphinxcontrib_tripreport.core.model.programme import Programme, ProgrammePerson, Session
from sphinxcontrib_tripreport.core.model.records import Event, Note, Speaker
from sphinxcontrib_tripreport.core.model.talk import Talk
from tests.core.queries.questions import ask
from tests.core.records import catalogue, note

ANN, BOB = ProgrammePerson("Ann Lee"), ProgrammePerson("Bob Ray")
SESSIONS = (
    Session("Bees", ids=("B",), people=(ANN,), begins=datetime(2024, 5, 7, 10), topics=("Bees",)),
    Session("Ants", ids=("A",), people=(BOB,), is_cancelled=True, topics=("Ants",)),
    Session("Lightning talks", ids=("L1",), begins=datetime(2024, 5, 7, 17)),
    Session("Lightning talks", ids=("L2",), begins=datetime(2024, 5, 8, 17)),
    Session("Lunch", is_talk=False),
    Session("Wax"),
)
NOTED = ["con/bees"]
ARCHIVE = ["con/ants", "con/bees", "con/lightning-talks", "con/lightning-talks-2", "con/wax"]


def known(*notes: Note, scope: str = "", **records: tuple[Speaker, ...]) -> Catalogue:
    programme = Programme("table", sessions=list(SESSIONS))
    event = Event("con", "Con", scope=scope)
    return catalogue(*notes, events=(event,), programmes={"con": programme}, **records)


def names(talks: tuple[Talk, ...]) -> list[str]:
    return [talk.name for talk in talks]


@pytest.mark.parametrize(("scope", "expected"), [("", NOTED), ("noted", NOTED), ("all", ARCHIVE)])
def test_what_is_a_talk_of_the_project(scope: str, expected: list[str]) -> None:
    found = known(note("a", "Bees"), scope=scope)
    assert names(found.talks) == expected
    assert not found.problems
    assert "Bob Ray" in [each.name for each in found.speakers.values()] or scope != "all"


def test_facts_of_a_talk_that_nobody_noted() -> None:
    found = known(scope="all")
    bees = found.talk_called("con/bees")
    assert (bees.notes, bees.status, bees.speakers) == ((), "", ("ann-lee",))
    assert (bees.day, bees.topics, bees.session) == (date(2024, 5, 7), ("Bees",), "B")
    assert found.talk_called("con/ants").status == "cancelled"
    assert names(found.find_talks("Bees")) == ["con/bees"]
    assert found.topics["bees"].name == "Bees"
    assert bees.said_at == "the programme of “con”"


def test_topics_of_a_programme_are_those_of_archives_alone() -> None:
    assert known(note("a", "Bees")).talks[0].topics == ()
    assert known(note("a", "Bees"), scope="all").talk_called("con/bees").topics == ("Bees",)
    own = known(note("a", "Bees", topics=("Wax",)), scope="all").talk_called("con/bees")
    assert own.topics == ("Wax",)


def test_keys_of_notes_come_first() -> None:
    found = known(
        note("a", "My ants", key="ants", programme="none"),
        note("a", "Thoughts", key="lightning-talks", programme="B"),
        scope="all",
    )
    assert names(found.talks) == [
        "con/ants",
        "con/ants-2",
        "con/lightning-talks",
        "con/lightning-talks-2",
        "con/lightning-talks-3",
        "con/wax",
    ]


def test_one_talk_at_two_events() -> None:
    programme = Programme("table", sessions=list(SESSIONS))
    found = catalogue(
        events=(Event("con", "Con", scope="all"), Event("fair", "Fair", scope="all")),
        programmes={"con": programme, "fair": programme},
    )
    assert names(found.deliveries_of(found.talk_called("con/bees"))) == ["fair/bees"]


@pytest.mark.parametrize("scope", ["", "all"])
@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("noted", ["Bees"]),
        ("unnoted", ["Ants", "Lightning talks", "Lightning talks", "Wax"]),
        ("all", ["Ants", "Bees", "Lightning talks", "Lightning talks", "Wax"]),
    ],
)
def test_lists_of_a_scope(scope: str, wanted: str, expected: list[str]) -> None:
    found = known(note("a", "Bees"), scope=scope)
    assert sorted(ask(found, "talk", {"scope": wanted}).names) == expected
    of_event = ask(found, "talk", {"scope": wanted, "event": "con"})
    assert sorted(of_event.names) == expected


def test_lists_of_nothing_said() -> None:
    found = known(note("a", "Bees"))
    assert ask(found, "talk", {}).names == ["Bees"]
    assert len(ask(found, "talk", {"layout": "schedule"}).names) == 5
    assert len(ask(found, "talk", {"layout": "schedule", "scope": "noted"}).names) == 1


def test_speakers_of_other_talks() -> None:
    found = known(note("a", "Bees"))
    assert found.speaker("bob-ray").name == "Bob Ray"
    assert "bob-ray" not in found.speakers
    (ants,) = (talk for talk in found.other_talks_at(["con"]) if talk.title == "Ants")
    assert ants.topics == ()
    assert list(found.other_talks_at(["other"])) == []
    in_order = ask(found, "talk", {"scope": "unnoted", "sort": "speaker", "group-by": "speaker"})
    assert in_order.names == ["Ants", "Lightning talks", "Lightning talks", "Wax"]
    # Somebody who only writes speaks here, too.
    described = Speaker("bob-ray", "Robert Ray", is_speaker=False, is_author=True)
    author = known(note("a", "Bees"), speakers=(described,))
    assert author.speaker("bob-ray").name == "Robert Ray"


@pytest.mark.parametrize(("scope", "ants"), [("", None), ("all", "con/ants")])
def test_sessions_name_their_talks(scope: str, ants: str | None) -> None:
    found = known(note("a", "Bees"), scope=scope)
    assert [each["talk"] for each in sessions_of(found)][:2] == ["con/bees", ants]


def test_templates_know_how_long_a_programme_is() -> None:
    found = known(note("a", "Bees"))
    page = Page("trip/events/con", "event", "con", "Con")
    assert facts_of(found, page, ())["sessions"] == 5
    assert facts_of(found, Page("trip/events/x", "event", "x", "X"), ())["sessions"] == 0
