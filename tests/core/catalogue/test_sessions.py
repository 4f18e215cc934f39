"""What programmes add: one talk from several titles, facts that no note has, contradictions."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.core.model.programme import Programme, ProgrammePerson, Session
from sphinxcontrib_tripreport.core.model.records import Event, Note, Report
from sphinxcontrib_tripreport.core.text.links import Link
from tests.core.records import catalogue, note

BERLIN = ZoneInfo("Europe/Berlin")
BEES = Session(
    "Bees at work",
    ids=("BEE42X", "7"),
    kind="keynote",
    people=(
        ProgrammePerson("Ann Lee", "a", "Acme", (Link("homepage", "https://ann.example"),)),
        ProgrammePerson("Bob Ray"),
    ),
    track="Insects",
    rooms=("Red", "Blue"),
    begins=datetime(2024, 5, 7, 10, tzinfo=BERLIN),
    ends=datetime(2024, 5, 7, 10, 45, tzinfo=BERLIN),
    day=date(2024, 5, 7),
    language="en",
    url="https://bees.example/talk/BEE42X",
    links=(Link("video", "https://youtu.be/abcdefghijk"),),
)
ANTS = Session(
    "Counting ants with Rust", ids=("ANT",), people=(ProgrammePerson("Cy Dow"),), is_cancelled=True
)
LIGHTNING = tuple(
    Session("Lightning talks", ids=(f"L{day}",), day=date(2024, 5, day)) for day in (7, 8)
)


def known(
    *notes: Note, event: Event | None = None, sessions: Any = (BEES, ANTS, *LIGHTNING)
) -> Catalogue:
    programme = Programme("table", "BeeConf 2024", "Europe/Berlin", sessions=list(sessions))
    return catalogue(
        *notes,
        events=(event or Event("con", "con"),),
        programmes={"con": programme},
        reports=(Report("a", date=date(2024, 5, 9)), Report("b", date=date(2024, 5, 8))),
    )


def said(found: Catalogue) -> list[str]:
    assert {problem.subtype for problem in found.problems} <= {Subtype.PROGRAMME}
    return [problem.text for problem in found.problems]


class TestOneTalk:
    def test_notes_of_other_titles_and_keys(self) -> None:
        found = known(
            note("a", "Bees"), note("a", "Bees at work!", key="x"), note("b", "Bees at Work")
        )
        assert [talk.name for talk in found.talks] == ["con/bees-at-work"]
        (talk,) = found.talks
        assert (talk.title, talk.key, talk.session) == ("Bees at work", "bees-at-work", "BEE42X")
        assert [each.docname for each in talk.notes] == ["b", "a", "a"]
        for name in ("con/x", "x", "Bees", "Bees at work!", "bees-at-work"):
            assert found.find_talks(name) == (talk,)
        assert not said(found)

    def test_two_sessions_of_one_title_are_two_talks(self) -> None:
        found = known(
            note("a", "Lightning talks", day=date(2024, 5, 7)),
            note("b", "Lightning talks", day=date(2024, 5, 8)),
        )
        assert [(talk.name, talk.session) for talk in found.talks] == [
            ("con/lightning-talks", "L8"),
            ("con/lightning-talks-2", "L7"),
        ]
        assert not said(found)

    def test_a_note_that_is_in_no_programme(self) -> None:
        found = known(
            note("a", "Bees at work", programme="none", key="own"), note("b", "Bees at work")
        )
        assert sorted(talk.session for talk in found.talks) == ["", "BEE42X"]
        assert not found.sessions.joined[Target("a", "talk-own")].nearest

    def test_an_id_that_no_session_has(self) -> None:
        near = known(note("a", "Bees", programme="BEE42Y"))
        (text,) = said(near)
        assert text == (
            "“programme” of “Bees” is “BEE42Y”: expected the id of a session in the programme of"
            " “con”, or none. Did you mean “BEE42X”?"
        )
        alike = known(note("a", "Bees at work", programme="q"))
        assert said(alike)[0].endswith(" Its title is most like “Bees at work”, which is “BEE42X”.")

    def test_an_id_of_several_sessions(self) -> None:
        twice = (Session("Bees", ids=("X",)), Session("Ants", ids=("X",)), BEES)
        found = known(note("a", "Moths", programme="X"), sessions=twice)
        (text,) = said(found)
        assert text == (
            "“programme” of “Moths” is “X”, which is the id of several sessions, “Bees” and “Ants”:"
            " expected “speakers” or “start” that tell which is meant."
        )

    def test_a_session_of_another_event(self) -> None:
        other = Programme(
            "table", sessions=[Session("Moths", ids=("M", "7"), url="https://m.example/")]
        )
        programme = Programme("table", sessions=[BEES, ANTS])
        link = (Link("url", "https://m.example"),)
        found = catalogue(
            note("a", "By id", programme="m"),
            note("a", "By link", links=link),
            note("a", "By number", programme="7777"),
            note("a", "Elsewhere", links=(Link("url", "https://x.example"), Link("code", "/f"))),
            events=(Event("con", "con"), Event("fair", "fair")),
            programmes={"con": programme, "fair": other},
        )
        by_id, by_link, by_number = said(found)
        assert by_id == (
            "“programme” of “By id” is “m”, which is “Moths” at “fair”: expected a session of"
            " “con”, or “fair” as “event” of the talk."
        )
        assert by_link == (
            "“By link” links to https://m.example, which is “Moths” at “fair”: expected a talk of"
            " “con”, or “fair” as “event” of the talk."
        )
        assert "expected the id of a session in the programme of “con”" in by_number

    def test_a_link_to_another_session(self) -> None:
        link = Link("url", "https://old.example/BEE42X")
        found = known(note("a", "Counting ants with Rust", links=(link,)))
        assert found.talks[0].session == "ANT"
        (text,) = said(found)
        assert text == (
            "“Counting ants with Rust” links to https://old.example/BEE42X, which is another"
            " session by its title and its speakers: expected the address of this talk; the link is"
            " not counted."
        )


class TestFacts:
    def test_what_no_note_says(self) -> None:
        found = known(note("a", "Bees at work"))
        (talk,) = found.talks
        assert (talk.kind, talk.track, talk.room, talk.language) == (
            "keynote",
            "Insects",
            "Red, Blue",
            "en",
        )
        assert (talk.day, talk.start, talk.end) == (date(2024, 5, 7), time(10), time(10, 45))
        assert talk.speakers == ("ann-lee", "bob-ray")
        ann = found.speakers["ann-lee"]
        assert (ann.affiliation, ann.links) == ("Acme", (Link("homepage", "https://ann.example"),))
        assert talk.links == (
            Link("url", "https://bees.example/talk/BEE42X"),
            Link("video", "https://youtu.be/abcdefghijk"),
        )

    def test_an_event_is_completed(self) -> None:
        event = known(note("a", "Bees at work")).events["con"]
        assert (event.name, event.timezone) == ("BeeConf 2024", "Europe/Berlin")
        assert (event.start, event.end) == (date(2024, 5, 7), date(2024, 5, 8))
        own = Event("con", "My con", start=date(2024, 5, 6), timezone="Europe/London")
        found = known(note("a", "Bees at work", day=2), event=own)
        event = found.events["con"]
        assert (event.name, event.start, event.end) == (
            "My con",
            date(2024, 5, 6),
            date(2024, 5, 6),
        )
        assert found.talks[0].start == time(9)

    def test_a_part_of_a_name_contradicts_nothing(self) -> None:
        assert not said(known(note("a", "Bees at work", "Lee")))
        assert not said(known(note("a", "Bees at work", "Ann")))
        assert said(known(note("a", "Bees at work", "Le")))

    def test_the_note_wins(self) -> None:
        found = known(
            note(
                "a",
                "Bees at work",
                "Bob Ray",
                start=time(10, 15),
                room="red",
                kind="talk",
                status="watched",
            )
        )
        (talk,) = found.talks
        assert (talk.kind, talk.start, talk.end, talk.room) == (
            "talk",
            time(10, 15),
            time(10, 45),
            "red",
        )
        assert (talk.speakers, talk.status) == (("bob-ray", "ann-lee"), "watched")
        assert not said(found)

    def test_a_contradiction_is_said_once(self) -> None:
        found = known(note("a", "Bees at work", "Eve Gray", start=time(14), room="Green"))
        (talk,) = found.talks
        assert (talk.speakers, talk.start, talk.end) == (("eve-gray",), time(14), None)
        assert sorted(found.speakers) == ["eve-gray"]
        (text,) = said(found)
        assert text == (
            "“Bees at work” and the programme of “con” contradict each other: its start is “14:00”"
            " here but “2024-05-07 10:00” there; its room is “Green” here but “Red, Blue” there;"
            " its speakers are “Eve Gray” here but “Ann Lee, Bob Ray” there. What is written here"
            " counts."
        )

    def test_another_day_is_a_contradiction(self) -> None:
        found = known(note("a", "Bees at work", day=date(2024, 5, 8), start=time(10)))
        assert "its start is “2024-05-08 10:00” here" in said(found)[0]

    def test_a_cancelled_session(self) -> None:
        assert known(note("a", "Counting ants with Rust")).talks[0].status == "cancelled"

    def test_a_talk_past_midnight(self) -> None:
        late = Session(
            "Night",
            begins=datetime(2024, 5, 7, 23),
            ends=datetime(2024, 5, 8, 1),
            day=date(2024, 5, 7),
        )
        (talk,) = known(note("a", "Night"), sessions=[late]).talks
        assert (talk.day, talk.end, talk.end_day) == (date(2024, 5, 7), time(1), date(2024, 5, 8))

    def test_events_without_notes(self) -> None:
        found = known()
        assert found.events["con"].name == "BeeConf 2024"
        assert found.sessions.notes_by_session("con") == {}
