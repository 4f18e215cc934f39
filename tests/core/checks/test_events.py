"""Days outside of an event, events without days and places, reports without event."""

from __future__ import annotations

from datetime import date

from sphinxcontrib_tripreport.core.checks.build_warnings import check_days
from sphinxcontrib_tripreport.core.checks.event_facts import check_dates, check_places
from sphinxcontrib_tripreport.core.checks.finding import DataEntry
from sphinxcontrib_tripreport.core.checks.report_events import check_reports
from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.core.model.records import Event, Report
from tests.core.checks.findings import found, said
from tests.core.records import note

MAY = Event("con", "Con", start=date(2024, 5, 1), end=date(2024, 5, 2), place="Rome")


def test_a_talk_outside_of_its_event() -> None:
    day = note(day=date(2024, 5, 3), line=7, kind="keynote")
    again = note("b", kind="panel")
    other = note(title="No event", key="n", event="", day=2)
    findings = found(check_days, day, again, other, events=(MAY,))
    assert [(each.docname, each.line, each.is_warned_of) for each in findings] == [
        ("a", 1, True),
        ("a", 7, True),
    ]
    assert findings[1].message.startswith("“T” is on 2024-05-03, outside the days of “con”")


def test_an_event_without_days() -> None:
    bare = Event("con", "con")
    notes = note(day=date(2024, 5, 3)), note(title="U", key="u", day=date(2024, 5, 1))
    (finding,) = found(check_dates, *notes, events=(bare,))
    assert finding.message == (
        "Nobody says when “con” was: expected “start” and “end”. Its talks are on 2024-05-01 to"
        " 2024-05-03."
    )
    days = (("start", "2024-05-01"), ("end", "2024-05-03"))
    assert finding.entry == DataEntry("events", "con", texts=days)
    assert said(check_dates, note(), events=(MAY,)) == []


def test_where_an_event_is_described() -> None:
    there = Event("con", "Con", described=Target("e", "con"), line=3)
    assert said(check_places, events=(there,)) == [
        "e:3 Nobody says where “Con” (con) was: expected “place”."
    ]
    places = {("events", "con"): "data/con.yaml:9"}
    (in_data,) = said(check_places, events=(Event("con", "Con"),), data_places=places)
    assert in_data.startswith("data/con.yaml:9 ")
    assert said(check_places, events=(Event("con", "Con", country="Italy"),)) == []


def test_where_an_event_is_named() -> None:
    (in_report,) = said(
        check_places, note("b"), reports=(Report("a", event="con", line=4), Report("b"))
    )
    assert in_report.startswith("a:4 ")
    (in_note,) = said(check_dates, note("b", line=6))
    assert in_note.startswith("b:6 ")
    (nowhere,) = said(check_dates, events=(Event("con", "Con"),))
    assert nowhere.startswith(":0 ")


def test_a_report_without_event() -> None:
    reports = (
        Report("a", title="My days at the CON"),
        Report("b", title="Icon of the century", line=3),
        Report("c", title="Talks elsewhere"),
        Report("d", event="con"),
    )
    findings = found(check_reports, note("c"), reports=reports, events=(MAY,))
    assert [(each.docname, each.line, each.suggestion) for each in findings] == [
        ("a", 1, ("event: con",)),
        ("b", 3, ()),
    ]
    assert findings[0].message == (
        "The report “My days at the CON” is on no event: expected “event” in its metadata. Its"
        " title names “con”."
    )
    assert len(found(check_reports, note("c", event=""), reports=(Report("c"),))) == 1
