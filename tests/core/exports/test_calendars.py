"""Calendars: read back by the package icalendar, and by the musts of RFC 5545."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.exports.icalendar import render_all, render_events, render_talks
from sphinxcontrib_tripreport.core.exports.notes_csv import COLUMNS, render_csv
from sphinxcontrib_tripreport.core.exports.uids import uids
from sphinxcontrib_tripreport.core.model.programme import Programme, Session
from sphinxcontrib_tripreport.core.model.records import Event, Report
from sphinxcontrib_tripreport.core.text.coordinates import Coordinates
from sphinxcontrib_tripreport.core.text.links import Link
from tests.core.records import catalogue, note

icalendar = pytest.importorskip("icalendar", reason="the extra “ical” is not installed")

CON = Event(
    "con",
    "Con; one, two\\",
    date(2024, 5, 7),
    date(2024, 5, 8),
    "Ghent",
    coordinates=Coordinates(51.05, 0),
    timezone="Europe/Brussels",
)


def known(*notes: object, event: Event = CON) -> Catalogue:
    report = Report("a", "A", "con", date=date(2024, 5, 20), authors=("Ida Bee",))
    return catalogue(*notes, events=(event,), reports=(report,))  # type: ignore[arg-type]  # notes


def talks_of(found: Catalogue) -> str:
    event = found.events["con"]
    return render_talks(
        found, event, found.talks_at("con"), lambda talk: f"https://s.example/{talk.key}"
    )


def read(text: str) -> list[Any]:
    check(text)
    calendar = icalendar.Calendar.from_ical(text)
    assert (calendar["VERSION"], bool(calendar["PRODID"])) == ("2.0", True)
    events = calendar.walk("VEVENT")
    for event in events:
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= event.keys()
        assert "errors" not in event or not event.errors
    return list(events)


def check(text: str) -> None:
    """What holds for all lines: CRLF at each end, at most 75 octets."""
    assert text.endswith("END:VCALENDAR\r\n")
    for line in text.encode().removesuffix(b"\r\n").split(b"\r\n"):
        assert len(line) <= 75
        assert b"\n" not in line
        assert b"\r" not in line


def test_events() -> None:
    found = known(note("a", "Bees"), note("b", "Ants", event="other"))
    (event,) = read(
        render_events(found, "My, trips", lambda event: f"https://s.example/{event.key}")
    )
    assert event["GEO"].to_ical() == "51.05;0.0"
    assert (event["SUMMARY"], event["LOCATION"], event["URL"]) == (
        "Con; one, two\\",
        "Ghent",
        "https://s.example/con",
    )
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (
        date(2024, 5, 7),
        date(2024, 5, 9),
    )
    assert event.decoded("DTSTAMP") == datetime(2024, 5, 20, tzinfo=UTC)


def test_talks() -> None:
    day = date(2024, 5, 7)
    found = known(
        note(
            "a", "Bees", "Ann Lee, Bob Ray", day=day, start=time(10), end=time(10, 45), room="Red"
        ),
        note("a", "Ants", day=day, status="planned"),
        note(
            "a",
            "Moths",
            day=day,
            start=time(23),
            end=time(1),
            end_day=date(2024, 5, 8),
            status="cancelled",
        ),
        note("a", "Whenever"),
    )
    ants, bees, moths = sorted(read(talks_of(found)), key=lambda each: str(each["SUMMARY"]))
    assert bees["SUMMARY"] == "Bees – Ann Lee, Bob Ray"
    assert bees.decoded("DTSTART") == datetime(2024, 5, 7, 8, tzinfo=UTC)
    assert bees.decoded("DTEND") == datetime(2024, 5, 7, 8, 45, tzinfo=UTC)
    assert (bees["UID"], bees["URL"], bees["LOCATION"]) == (
        "con/bees@tripreport",
        "https://s.example/bees",
        "Red",
    )
    assert ants["CATEGORIES"].cats == ["planned"]
    assert (ants.decoded("DTSTART"), ants.decoded("DTEND")) == (day, date(2024, 5, 8))
    assert (moths["STATUS"], moths.decoded("DTEND")) == (
        "CANCELLED",
        datetime(2024, 5, 7, 23, tzinfo=UTC),
    )


def test_what_is_said_of_a_talk_and_where_there_is_more() -> None:
    day = date(2024, 5, 7)
    links = (
        Link("video", "https://v.example/a,b;c.mp4"),
        Link("slides", "/slides.pdf"),
        Link("code", "https://c.example/"),
    )
    found = known(note("a", "Bees", day=day, excerpt="Wax, honey; and\\ more", links=links))
    (bees,) = read(talks_of(found))
    assert bees["DESCRIPTION"] == "Wax, honey; and\\ more"
    # A file of the project has no address here.
    assert bees["ATTACH"] == "https://v.example/a,b;c.mp4"


def test_the_programme_tells_of_talks_that_nobody_noted() -> None:
    wax = Session(
        "Wax", day=date(2024, 5, 7), abstract="All *about* it.", abstract_markup="markdown"
    )
    event = Event("con", "Con", scope="all")
    found = catalogue(events=(event,), programmes={"con": Programme("x", sessions=[wax])})
    (entry,) = read(talks_of(found))
    assert entry["DESCRIPTION"] == "All about it."


@pytest.mark.parametrize(
    ("base", "beginning", "expected"),
    [
        ("", "", "con/bees@tripreport"),
        ("no address", "", "con/bees@tripreport"),
        ("https://s.example", "", "con/bees@s.example"),
        ("https://ann.example/my/notes/", "", "my/notes/con/bees@ann.example"),
        ("https://new.example", "tag:old.example,2020:notes/", "notes/con/bees@old.example"),
        ("https://new.example", "https://old.example/n/", "n/con/bees@old.example"),
        ("https://new.example", "urn:x:1", "urn:x:1:con/bees@tripreport"),
        ("", "http://[", "http://[:con/bees@tripreport"),
    ],
)
def test_ids_are_those_of_no_other_site(base: str, beginning: str, expected: str) -> None:
    assert uids(base, beginning)("con/bees") == expected


def test_ids_stay_when_a_talk_is_renamed() -> None:
    found = known(note("a", "Wax", day=date(2024, 5, 7), formerly=("bees",)))
    (wax,) = read(talks_of(found))
    assert wax["UID"] == "con/bees@tripreport"


def test_without_a_zone_times_are_those_of_any_clock() -> None:
    event = Event("con", "Con")
    (bees,) = read(
        talks_of(known(note("a", "Bees", day=date(2024, 5, 7), start=time(10)), event=event))
    )
    assert bees.decoded("DTSTART") == datetime(2024, 5, 7, 10)
    assert "DTEND" not in bees


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("No/Where", date(2024, 5, 7)),
        ("Asia/Tokyo", date(1, 1, 1)),
        ("America/New_York", date(9999, 12, 31)),
    ],
)
def test_times_that_have_no_place_in_utc_are_those_of_any_clock(zone: str, day: date) -> None:
    clock = time(1) if day.year == 1 else time(23)
    event = Event("con", "Con", timezone=zone)
    (bees,) = read(talks_of(known(note("a", "Bees", day=day, start=clock), event=event)))
    assert bees.decoded("DTSTART") == datetime.combine(day, clock)
    found = known(event=Event("con", "Con", day, day))
    (con,) = read(render_events(found, "My", lambda event: ""))
    assert con.decoded("DTSTART") == day


@given(st.text(min_size=1), st.text())
def test_any_text(title: str, room: str) -> None:
    found = known(note("a", title, key="x", room=room, day=date(2024, 5, 7)))
    (event,) = read(talks_of(found))
    assert len(str(event["SUMMARY"])) <= len(title)


def test_long_lines_are_folded() -> None:
    title = "Bées " * 40
    text = talks_of(known(note("a", title.strip(), day=date(2024, 5, 7))))
    assert max(len(line.encode()) for line in text.split("\r\n")) == 75
    (event,) = read(text)
    assert str(event["SUMMARY"]) == title.strip()


@pytest.mark.parametrize("shift", range(4))
@pytest.mark.parametrize("character", ["é", "云", "🐝"])
def test_lines_are_folded_between_characters(character: str, shift: int) -> None:
    title = "x" * shift + character * 80
    text = talks_of(known(note("a", title, day=date(2024, 5, 7))))
    [event] = read(text)
    assert event["SUMMARY"] == title


def test_all_events_with_their_talks() -> None:
    found = known(note("a", "Bees", day=date(2024, 5, 7)), note("a", "Undated"))
    text = render_all(
        found,
        "Trips",
        lambda event: f"https://s.example/{event.key}",
        lambda talk: f"https://s.example/{talk.key}",
    )
    events = {str(event["SUMMARY"]): str(event["URL"]) for event in read(text)}
    assert events == {
        "Con; one, two\\": "https://s.example/con",
        "Bees": "https://s.example/bees",
    }


def test_the_table_of_notes() -> None:
    found = known(
        note(
            "a",
            "=1+1",
            "Ann Lee, Bob Ray",
            day=date(2024, 5, 7),
            start=time(10),
            rating=4,
            topics=("a", "b"),
        ),
        note("b", 'Bees, "at" work'),
    )
    text = render_csv(
        found, lambda note: f"{note.docname}.html#{note.anchor}", lambda talk: f"{talk.key}.html"
    )
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert tuple(rows[0]) == COLUMNS
    by_report = {row["address"].partition(".")[0]: row for row in rows}
    first = by_report["a"]
    assert (first["title"], first["speakers"], first["topics"]) == (
        "'=1+1",
        "Ann Lee; Bob Ray",
        "a; b",
    )
    assert (first["day"], first["start"], first["rating"], first["authors"]) == (
        "2024-05-07",
        "10:00",
        "4",
        "Ida Bee",
    )
    assert by_report["b"]["title"] == 'Bees, "at" work'
    assert text.count("\r\n") == 3


def test_the_table_has_talks_that_nobody_noted() -> None:
    session = Session("Wax")
    found = catalogue(
        events=(Event("con", "Con", scope="all"),),
        programmes={"con": Programme("table", sessions=[session])},
    )
    (row,) = csv.DictReader(io.StringIO(render_csv(found, str, lambda talk: f"{talk.key}.html")))
    assert (row["title"], row["report"], row["status"], row["address"]) == (
        "Wax",
        "",
        "",
        "wax.html",
    )
