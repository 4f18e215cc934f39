"""What pages, roles and listings ask a catalogue."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.catalogue.events import nearly_described
from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.core.model.records import Event, Report, Speaker
from sphinxcontrib_tripreport.core.text.names import NamedPerson
from tests.core.records import Post, catalogue, known, note

DAY = dt.date(2020, 7, 23)


def trips() -> Catalogue:
    """Two reports on one event, a talk without an event, and descriptions."""
    return known(
        Post(
            Report("a", "Day 1", "con", date=DAY, authors=("Me",), topics=("bees",)),
            {"T": {"speakers": "Ann Lee", "topics": "Bees", "day": "2020-07-23"}},
        ),
        Post(Report("b", "Day 2", "con", date=DAY, authors=("Me",)), {"U": {"day": "2020-07-25"}}),
        Post(Report("alone"), {"V": {}}),
        speakers=(Speaker("ann-lee", "Ann Lee", aliases=("A. Lee",)),),
        events=(Event("other", "Other days", start=DAY, end=DAY),),
    )


def test_a_note_by_its_place() -> None:
    found = trips().note_at("b", "talk-u")
    assert found is not None
    talk, its_note = found
    assert (talk.name, its_note.target) == ("con/u", Target("b", "talk-u"))
    assert trips().note_at("b", "talk-t") is None


def test_talks_and_reports_of_a_topic() -> None:
    found = trips()
    assert [talk.title for talk in found.talks_about("bees")] == ["T"]
    assert [report.docname for report in found.reports_about("bees")] == ["a"]
    assert found.reports_about("wax") == ()


def test_parts_of_a_story() -> None:
    found = trips()
    assert [part.docname for part in found.parts_with("a")] == ["a", "b"]
    assert found.parts_with("alone") == ()


@pytest.mark.parametrize(
    ("role", "names"),
    [
        ("talk", {"con/t", "con/u", "v", "t", "u", "T", "U", "V"}),
        ("speaker", {"Ann Lee", "A. Lee"}),
        ("event", {"con", "other", "Other days"}),
        ("topic", {"Bees"}),
    ],
)
def test_all_names_that_a_role_could_mean(role: str, names: set[str]) -> None:
    assert set(trips().names.keys_by_name(role)) == names


def test_days_of_events() -> None:
    found = trips()
    assert found.days_of(found.events["other"]) == (DAY, DAY)
    # Nobody says when it was, but its talks.
    assert found.days_of(found.events["con"]) == (DAY, dt.date(2020, 7, 25))
    assert found.first_day_of(found.events["con"]) == DAY


def test_editions_around_an_event() -> None:
    first, second, third, fourth = (
        Event(f"con-{year}", f"Con {year}", dt.date(year, 7, 1), series=series)
        for year, series in zip(range(2018, 2022), ("Con", "con", "CON", "Con"), strict=True)
    )
    others = (Event("con", "Con", series="Con"), Event("one", "One", DAY, series="One"))
    found = catalogue(events=(third, first, *others, fourth, second))

    def around(key: str) -> list[str]:
        return [event.key for event in found.editions_around(found.events[key])]

    assert around("con-2018") == ["con-2018", "con-2019"]
    assert around("con-2020") == ["con-2019", "con-2020", "con-2021"]
    assert around("con-2021") == ["con-2020", "con-2021"]
    # Nobody knows when the one was; the other has no edition before or after it.
    assert around("con") == around("one") == []


def test_reports_whose_event_is_nearly_one_that_is_described() -> None:
    reports = (
        Report("a", event="pycon-2021"),
        Report("b", event="pycon-2020"),
        Report("c", event="the-con"),
        Report("d", event="wasps"),
        Report("e"),
    )
    described = (Event("pycon-2020", "The Con"),)
    assert list(nearly_described(reports, described)) == [(reports[0], "pycon-2020")]


def test_a_speaker_by_an_alias() -> None:
    found = trips().find_speaker("a. lee")
    assert found is not None
    assert found.name == "Ann Lee"


def test_a_day_that_is_named_is_one_of_its_event() -> None:
    (talk,) = known(
        Post(Report("a", event="con"), {"T": {"day": "24"}}),
        events=(Event("con", "Con", start=DAY),),
    ).talks
    assert talk.day == DAY + dt.timedelta(days=23)


def test_an_event_described_twice_in_documents() -> None:
    events = (
        Event("con", "Con", described=Target("a", "con"), line=3),
        Event("con", "Con", described=Target("b", "con"), line=5),
    )
    (problem,) = catalogue(events=events).problems
    assert problem.subtype is Subtype.DUPLICATE
    assert (problem.docname, problem.line) == ("b", 5)
    assert "The event “con” is described twice: also in a, line 3, which counts" in problem.text


def test_events_that_authors_call_by_a_name_of_several() -> None:
    events = (Event("a", "Con"), Event("b", "Con"))
    reports = (Report("one", event="con", event_name="Con!", line=2),)
    found = catalogue(note("one"), note("two", event="con", line=7), reports=reports, events=events)
    assert [(problem.subtype, problem.docname, problem.line) for problem in found.problems] == [
        (Subtype.AMBIGUOUS, "one", 2),
        (Subtype.AMBIGUOUS, "two", 7),
    ]
    assert found.events["con"].name == "Con!"


def test_events_that_authors_call_by_a_name_of_one() -> None:
    events = (Event("con-2020", "The Con"),)
    reports = (Report("one", event="the-con"),)
    found = catalogue(note("one", event="the-con"), reports=reports, events=events)
    assert [talk.name for talk in found.talks] == ["con-2020/t"]
    assert found.reports["one"].event == "con-2020"
    assert found.problems == ()


def test_what_is_said_of_people() -> None:
    people = (NamedPerson("Ann Lee", "", "Acme"), NamedPerson("Ann Lee", "", "Globex"))
    notes = [
        replace(note(docname), speakers=(who,)) for docname, who in zip("ab", people, strict=True)
    ]
    found = catalogue(*notes, speakers=(Speaker("ann-lee", "Ann Lee", aliases=("ANN LEE",)),))
    assert found.speakers["ann-lee"].affiliation == "Acme, Globex"
    assert found.problems == ()
