"""What is known from all records together."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.core.model.records import Event, Note, Report, Speaker
from sphinxcontrib_tripreport.core.text.links import Link
from sphinxcontrib_tripreport.core.text.names import NamedPerson
from tests.core.records import catalogue, note

DAY = dt.date(2020, 7, 23)
NINE = dt.time(9)


def subtypes(found: Catalogue) -> list[Subtype]:
    """The kinds of the problems."""
    return [problem.subtype for problem in found.problems]


class TestOneTalkFromManyNotes:
    def test_notes_with_one_event_and_key_are_one_talk(self) -> None:
        found = catalogue(note("a"), note("b"), note("c", event="other"), note("d", title="U"))
        assert [(talk.name, len(talk.notes)) for talk in found.talks] == [
            ("con/t", 2),
            ("con/u", 1),
            ("other/t", 1),
        ]
        assert found.problems == ()

    def test_without_an_event_two_documents_have_two_talks(self) -> None:
        found = catalogue(note("a", event=""), note("b", event=""), note("c", "U", event=""))
        assert [talk.name for talk in found.talks] == ["a/t", "b/t", "u"]

    def test_what_one_note_does_not_say_another_may(self) -> None:
        (talk,) = catalogue(
            note("a", speakers="Ann", room="R1", topics=("bees",)),
            note("b", start=NINE, day=DAY, room="R1", topics=("Bees", "hives"), level="easy"),
        ).talks
        assert (talk.room, talk.level, talk.speakers) == ("R1", "easy", ("ann",))
        assert talk.begins == dt.datetime(2020, 7, 23, 9)
        assert talk.topics == ("bees", "hives")

    def test_each_label_has_one_link(self) -> None:
        (talk,) = catalogue(
            note("a", links=(Link("video", "https://a"),)),
            note("b", links=(Link("video", "https://b"), Link("code", "https://c"))),
        ).talks
        assert talk.links == (Link("video", "https://a"), Link("code", "https://c"))

    def test_the_best_status_and_the_mean_rating(self) -> None:
        (talk,) = catalogue(
            note("a", status="missed", rating=2), note("b", status="watched", rating=5), note("c")
        ).talks
        assert (talk.status, talk.rating) == ("attended", 3.5)

    def test_notes_stand_in_the_order_of_their_reports(self) -> None:
        (talk,) = catalogue(
            note("a"), note("b"), note("c"),
            reports=(Report("b", date=DAY), Report("c", date=DAY - dt.timedelta(days=1))),
        ).talks  # fmt: skip
        assert [single.docname for single in talk.notes] == ["c", "b", "a"]

    def test_a_duration_gives_the_end(self) -> None:
        (talk,) = catalogue(note(day=DAY, start=dt.time(23, 30), duration=60)).talks
        assert (talk.end, talk.end_day) == (dt.time(0, 30), dt.date(2020, 7, 24))

    @pytest.mark.parametrize(
        ("event", "day", "number"),
        [
            (Event("con", "Con", start=DAY), dt.date(2020, 7, 24), None),
            (Event("con", "Con"), None, 2),
        ],
    )
    def test_the_number_of_a_day(
        self, event: Event, day: dt.date | None, number: int | None
    ) -> None:
        (talk,) = catalogue(note(day=2), events=(event,)).talks
        assert (talk.day, talk.day_number) == (day, number)

    def test_an_event_of_one_day_gives_its_talks_their_day(self) -> None:
        (talk,) = catalogue(note(), events=(Event("con", "Con", start=DAY, end=DAY),)).talks
        assert talk.day == DAY


class TestContradictions:
    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ({"day": DAY, "start": NINE}, {"day": DAY, "start": dt.time(10)}),
            ({"day": DAY}, {"day": dt.date(2020, 7, 24)}),
            ({"kind": "panel"}, {"kind": "poster"}),
            ({"speakers": "Ann, Bob"}, {"speakers": "Ann, Cat"}),
        ],
    )
    def test_notes_that_say_different_things(
        self, first: dict[str, Any], second: dict[str, Any]
    ) -> None:
        found = catalogue(note("a", line=3, **first), note("b", line=7, **second))
        (problem,) = found.problems
        assert problem.subtype is Subtype.CONTRADICTION
        assert (problem.docname, problem.line) == ("b", 7)
        assert "in a, line 3" in problem.text
        assert len(found.talks) == 1

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ({"day": DAY, "start": NINE}, {"start": NINE}),
            ({"day": DAY}, {"start": NINE}),
            ({"kind": "panel"}, {}),
            ({"speakers": "Ann, Bob"}, {"speakers": "ann"}),
            ({"room": "R1"}, {"room": "R2"}),
            ({"rating": 1}, {"rating": 5}),
        ],
    )
    def test_notes_of_which_one_says_more(
        self, first: dict[str, Any], second: dict[str, Any]
    ) -> None:
        assert catalogue(note("a", **first), note("b", **second)).problems == ()

    def test_the_first_note_counts(self) -> None:
        (talk,) = catalogue(note("a", kind="panel"), note("b", kind="poster")).talks
        assert talk.kind == "panel"

    def test_two_talks_with_one_key(self) -> None:
        found = catalogue(
            note("a", "First", "Ann", key="k"),
            note("b", "Second", "Bob", key="k", line=9),
            note("c", "second", "Bob", key="k"),
        )
        assert [(talk.name, talk.title) for talk in found.talks] == [
            ("con/k", "First"),
            ("con/k-2", "Second"),
        ]
        (problem,) = found.problems
        assert (problem.subtype, problem.docname, problem.line) == (Subtype.KEY, "b", 9)

    def test_one_key_with_two_titles_of_one_speaker_is_one_talk(self) -> None:
        found = catalogue(note("a", "First", "Ann", key="k"), note("b", "Other", "Ann", key="k"))
        assert len(found.talks) == 1
        assert found.problems == ()

    def test_a_talk_outside_its_event(self) -> None:
        event = Event("con", "Con", start=DAY, end=DAY + dt.timedelta(days=1))
        for days, wrong in ((-1, True), (0, False), (1, False), (2, True)):
            found = catalogue(note(day=DAY + dt.timedelta(days=days)), events=(event,))
            assert subtypes(found) == [Subtype.DATES] * wrong


class TestSpeakers:
    def test_spellings_of_one_name(self) -> None:
        found = catalogue(
            note("a", "1", "José M. Niño"), note("b", "2", "Jose M Nino"),
            note("c", "3", "JOSÉ M. NIÑO"), note("d", "4", "José M. Niño"),
        )  # fmt: skip
        (speaker,) = found.speakers.values()
        assert speaker.name == "José M. Niño"
        assert len(found.talks_by(speaker.key)) == 4

    def test_aliases(self) -> None:
        ann = Speaker("ann-lee", "Ann Lee", aliases=("annlee", "李安"))
        found = catalogue(note("a", "1", "李安"), note("b", "2", "AnnLee"), speakers=(ann,))
        assert list(found.speakers) == ["ann-lee"]
        assert len(found.talks_by("ann-lee")) == 2
        speaker = found.find_speaker("李安")
        assert speaker is not None
        assert speaker.name == "Ann Lee"

    def test_an_alias_of_two_people(self) -> None:
        found = catalogue(
            speakers=(Speaker("ann", "Ann", aliases=("x",)), Speaker("bob", "Bob", aliases=("X",)))
        )
        assert subtypes(found) == [Subtype.DUPLICATE]
        speaker = found.find_speaker("x")
        assert speaker is not None
        assert speaker.name == "Ann"

    def test_two_descriptions_complete_each_other(self) -> None:
        found = catalogue(
            speakers=(
                Speaker("ann", "Ann", described=Target("p", "x"), links=(Link("github", "1"),)),
                Speaker("ann", "ANN", affiliation="Bees", links=(Link("github", "2"),)),
            )
        )
        assert found.problems == ()
        assert found.speakers["ann"].affiliation == "Bees"
        assert found.speakers["ann"].links == (Link("github", "1"),)

    def test_two_described_people_with_one_name(self) -> None:
        found = catalogue(
            speakers=(
                Speaker("ann", "Ann", described=Target("p", "x"), line=3),
                Speaker("ann", "Ann", described=Target("q", "x"), line=5),
            )
        )
        (problem,) = found.problems
        assert (problem.subtype, problem.docname, problem.line) == (Subtype.DUPLICATE, "q", 5)

    def test_a_link_in_a_note_is_a_homepage(self) -> None:
        ann = NamedPerson("Ann", "https://ann")
        talk = Note(docname="a", anchor="t", line=1, key="t", title="T", speakers=(ann,))
        assert catalogue(talk).speakers["ann"].links == (Link("homepage", "https://ann"),)

    def test_people_who_are_written_together_are_several(self) -> None:
        parts = (NamedPerson("Ann Lee"), NamedPerson("PhD"), NamedPerson("Bob Ray"))
        both = NamedPerson("Ann Lee, PhD and Bob Ray", parts=parts)
        talk = replace(note("a", "One"), speakers=(both,))
        found = catalogue(talk, note("a", "Two", "Bob Ray"))
        assert [speaker.name for speaker in found.speakers.values()] == ["Ann Lee, PhD", "Bob Ray"]
        assert [talk.title for talk in found.talks_by("bob-ray")] == ["One", "Two"]

    @pytest.mark.parametrize(
        "described",
        [
            Speaker("salt-and-wax", "Salt and Wax"),
            Speaker("the-duo", "The Duo", aliases=("salt AND wax",)),
        ],
    )
    def test_somebody_who_is_described_by_the_whole_name_is_one(self, described: Speaker) -> None:
        both = NamedPerson("Salt and Wax", parts=(NamedPerson("Salt"), NamedPerson("Wax")))
        found = catalogue(replace(note(), speakers=(both,)), speakers=(described,))
        assert list(found.speakers) == [described.key]
        assert found.talks[0].speakers == (described.key,)


class TestEvents:
    def test_nobody_has_to_describe_one(self) -> None:
        found = catalogue(
            note(event="other"),
            reports=(Report("a", event="con-2020", event_name="Con 2020"),),
        )
        assert {key: event.name for key, event in found.events.items()} == {
            "con-2020": "Con 2020",
            "other": "other",
        }

    def test_two_descriptions_complete_each_other(self) -> None:
        found = catalogue(
            events=(Event("con", "Con", start=DAY), Event("con", "C", place="Rimini"))
        )
        assert found.events["con"] == Event("con", "Con", start=DAY, end=DAY, place="Rimini")

    def test_reports_and_talks_by_date(self) -> None:
        found = catalogue(
            note("a", "Late", day=DAY, start=dt.time(17)),
            note("a", "Undated"),
            note("a", "Early", day=DAY, start=NINE),
            reports=(
                Report("z", event="con"),
                Report("b", event="con", date=DAY),
                Report("a", event="con", date=DAY),
            ),
        )
        assert [talk.title for talk in found.talks_at("con")] == ["Early", "Late", "Undated"]
        assert [report.docname for report in found.reports_on("con")] == ["a", "b", "z"]
        assert found.reports_on("") == ()


class TestNames:
    def test_a_talk_by_key_name_and_title(self) -> None:
        found = catalogue(note(title="Docker & Python", key="docker"), note("a", "Other"))
        for name in ("docker", "DOCKER", "con/docker", "docker & python", "Ｄｏｃｋｅｒ"):
            assert [talk.key for talk in found.find_talks(name)] == ["docker"], name
        assert found.find_talks("nothing") == ()

    def test_any_title_of_its_notes(self) -> None:
        found = catalogue(note("a", "One", "Ann", key="k"), note("b", "Two", "Ann", key="k"))
        assert found.find_talks("one") == found.find_talks("TWO") == found.talks

    def test_an_ambiguous_title(self) -> None:
        found = catalogue(note("a", event="con"), note("b", event="other"))
        assert len(found.find_talks("t")) == 2
        (talk,) = found.find_talks("t", event="other")
        assert talk.event == "other"
        (talk,) = found.find_talks("con/t", event="other")
        assert talk.event == "con"

    def test_an_event_by_key_and_name(self) -> None:
        found = catalogue(events=(Event("con20", "Con 2020"),))
        for name in ("con20", "CON20", "con 2020"):
            (event,) = found.find_events(name)
            assert event.key == "con20"
        assert found.find_events("con") == ()

    def test_a_topic_in_any_spelling(self) -> None:
        found = catalogue(
            note("a", "1", topics=("Type hints",)), note("a", "2", topics=("type-hints",)),
            note("a", "3", topics=("Type hints",)),
        )  # fmt: skip
        topic = found.find_topic("TYPE HINTS")
        assert topic is not None
        assert topic.name == "Type hints"
        assert len(found.talks_about(topic.key)) == 3

    def test_the_order_of_records_does_not_matter(self) -> None:
        notes = [note(name, f"T{n}", "Ann, Bob", topics=("x",)) for n in range(3) for name in "ba"]
        there, back = catalogue(*notes), catalogue(*reversed(notes))
        assert there.talks == back.talks
        assert list(there.speakers) == list(back.speakers)
