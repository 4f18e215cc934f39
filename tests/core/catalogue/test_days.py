"""Dates of reports and days of talks, as their events tell them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.catalogue.records import Records
from sphinxcontrib_tripreport.core.languages.day_names import DayName
from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.core.model.records import Event, Note, Report

MARCH, APRIL = dt.date(2024, 3, 4), dt.date(2024, 4, 3)
START = dt.date(2020, 7, 23)


def catalogue(*notes: Note, report: Report | None = None, event: Event | None = None) -> Catalogue:
    """What is known from these."""
    reports = {report.docname: report} if report else {}
    return Catalogue(Records(notes, reports, events=(event,) if event else ()))


def note(**fields: Any) -> Note:
    """A note on a talk."""
    return Note("a", "talk-t", 7, "t", "Bees", **fields)


@pytest.mark.parametrize(
    ("start", "end", "language", "day", "warns"),
    [
        (dt.date(2024, 3, 1), dt.date(2024, 3, 5), "", MARCH, False),
        (dt.date(2024, 4, 3), None, "", APRIL, False),
        (dt.date(2024, 3, 1), dt.date(2024, 4, 30), "", APRIL, True),
        (dt.date(2024, 5, 1), None, "en", APRIL, True),
        (dt.date(2024, 5, 1), None, "es", APRIL, False),
        (dt.date(2024, 3, 4), None, "es", MARCH, False),
        (None, None, "", APRIL, True),
    ],
)
def test_a_date_that_can_be_read_two_ways(
    start: dt.date | None, end: dt.date | None, language: str, day: dt.date, warns: bool
) -> None:
    report = Report("a", event="con", date=APRIL, other_date=MARCH, language=language, date_line=3)
    found = catalogue(report=report, event=Event("con", "Con", start=start, end=end))
    assert found.reports["a"].date == day
    said = [(each.subtype, each.line, each.docname) for each in found.problems]
    assert said == ([(Subtype.AMBIGUOUS, 3, "a")] if warns else [])
    if warns:
        assert "Write “2024-04-03” or “2024-03-04”." in found.problems[0].text


def test_a_report_without_a_date_has_that_of_the_last_day() -> None:
    report = Report("a", event="con")
    for end in (None, dt.date(2020, 7, 26)):
        found = catalogue(report=report, event=Event("con", "Con", start=START, end=end))
        assert found.reports["a"].date == (end or START)
    assert catalogue(report=report).reports["a"].date is None


def test_an_event_with_a_start_alone_lasts_one_day() -> None:
    found = catalogue(note(event="con"), event=Event("con", "Con", start=START))
    assert found.events["con"].end == START
    assert found.talks[0].day == START


@pytest.mark.parametrize(("number", "agree"), [(1, True), (3, False)])
def test_the_number_of_a_day_beside_its_date(number: int, agree: bool) -> None:
    talk = note(event="con", day=START, day_number=number, start=dt.time(9))
    event = Event("con", "Con", start=START, end=dt.date(2020, 7, 26))
    found = catalogue(talk, event=event)
    assert [each.subtype for each in found.problems] == [Subtype.CONTRADICTION] * (not agree)
    assert found.talks[0].day == START
    assert catalogue(talk).problems == ()


@pytest.mark.parametrize(
    ("fields", "warns"),
    [
        ({"start": dt.time(9)}, True),
        ({"day": 2}, True),
        ({"day": DayName(weekday=0)}, True),
        ({"day": START, "start": dt.time(9)}, False),
        ({"day": 2, "event": "con"}, False),
        ({"start": dt.time(9), "event": "con"}, False),
        ({}, False),
    ],
)
def test_a_day_or_a_time_without_an_event(fields: dict[str, Any], warns: bool) -> None:
    problems = catalogue(note(**fields)).problems
    assert [(each.subtype, each.line) for each in problems] == [(Subtype.DATES, 7)] * warns


def test_a_weekday_is_known_from_the_date_of_the_report() -> None:
    found = catalogue(note(day=DayName(weekday=0)), report=Report("a", date=START))
    assert found.problems == ()
