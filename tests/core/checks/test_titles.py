"""The checks of titles and of names of events: where they find what, and what to write there."""

from __future__ import annotations

import datetime as dt

from sphinxcontrib_tripreport.core.checks.event_names import check_events
from sphinxcontrib_tripreport.core.checks.finding import Finding
from sphinxcontrib_tripreport.core.checks.talk_titles import check_titles
from sphinxcontrib_tripreport.core.model.programme import Programme, Session
from sphinxcontrib_tripreport.core.model.records import Event, Report
from tests.core.checks.findings import found, said
from tests.core.records import note


def test_two_notes_on_one_talk() -> None:
    first = note("a", "Docker and Python", "Ann Lee", line=3)
    second = note("b", "Dokcer and Python", "Ann Lee", line=7)
    assert found(check_titles, first, second) == [
        Finding(
            "titles",
            "“Dokcer and Python” and “Docker and Python” (a, line 3) seem to be one talk, because"
            " the titles differ by one letter, and they have a speaker in common: expected one"
            " title, or one key.",
            "b",
            7,
            suggestion=(":key: docker-and-python",),
        )
    ]


def test_lightning_talks_are_several() -> None:
    talks = (
        note(docname, title, "Ann Lee", kind="lightning")
        for docname, title in (("a", "Docker and Python"), ("b", "Docker and Pyhton"))
    )
    assert not found(check_titles, *talks)


def test_reports_without_event() -> None:
    first = note("a", "Docker and Python", "Ann Lee", event="")
    second = note("b", "Docker and Pyhton", "Ann Lee", event="")
    [finding] = found(check_titles, first, second)
    assert finding.message.endswith("expected one event.")
    assert finding.suggestion == ()


def test_a_note_and_a_session() -> None:
    begins = dt.datetime(2024, 6, 1, 9)
    session = Session("Python and Docker", ("s1",), begins=begins, day=begins.date())
    event = Event("con", "Con", line=1, scope="all")
    noted = note("a", "Docker and Python", line=7, programme="none")
    [finding] = found(
        check_titles,
        noted,
        events=(event,),
        programmes={"con": Programme("x", sessions=[session])},
    )
    assert (finding.docname, finding.line) == ("a", 7)
    assert finding.suggestion == (":programme: s1",)
    assert "the title that the programme has" in finding.message


def test_two_events_that_are_one() -> None:
    reports = [
        Report("a", event="pycon-de-2023", event_name="PyCon DE 2023", line=2),
        Report("b", event="pyconde-2023", event_name="PyConDE 2023", line=4),
    ]
    noted = note("a", "Queues", event="pycon-de-2023")
    [finding] = found(check_events, noted, reports=reports)
    assert finding == Finding(
        "events",
        "“PyConDE 2023” and “PyCon DE 2023” seem to be one event, because the names differ in"
        " blanks and punctuation: expected the key “pycon-de-2023”.",
        "b",
        4,
        suggestion=("event: pycon-de-2023",),
    )


def test_two_descriptions_of_one_event() -> None:
    events = (
        Event("pycon-de-2023", "PyCon DE 2023", line=3),
        Event("pyconde-2023", "PyConDE 2023", line=9),
    )
    places = {("events", "pyconde-2023"): "events.yaml:9"}
    [finding] = found(check_events, events=events, data_places=places)
    assert finding.included_at == "events.yaml:9"
    assert finding.suggestion == ()
    assert said(check_events, events=events)[0].endswith("expected one description.")
