"""Calendars as conferences and their apps write them."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from sphinxcontrib_tripreport.core.model.programme import Programme
from sphinxcontrib_tripreport.core.programmes import read_programme

pytest.importorskip("icalendar", reason="the extra “ical” is not installed")


def calendar(*events: str, head: str = "") -> bytes:
    inside = "".join(f"BEGIN:VEVENT\r\n{event}\r\nEND:VEVENT\r\n" for event in events)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{head}{inside}END:VCALENDAR\r\n".encode()


def read(content: bytes) -> Programme:
    return read_programme(content, "x.ics")


EVENT = (
    "UID:{uid}\r\nSUMMARY:{title}\r\nDTSTART:20240507T100000Z\r\nDTEND:20240507T104500Z\r\n"
    "LOCATION:Red\\, upstairs\r\nURL:https://bees.example/talk/BEE42X/"
)


def event(title: str = "Bees", uid: str = "1", more: str = "") -> str:
    return EVENT.format(title=title, uid=uid) + (f"\r\n{more}" if more else "")


def test_an_event() -> None:
    programme = read(
        calendar(event(), head="X-WR-CALNAME:BeeConf\r\nX-WR-TIMEZONE:Europe/Berlin\r\n")
    )
    (session,) = programme.sessions
    assert (programme.title, programme.timezone, programme.problems) == (
        "BeeConf",
        "Europe/Berlin",
        [],
    )
    assert (session.title, session.rooms) == ("Bees", ("Red, upstairs",))
    assert session.begins == datetime(2024, 5, 7, 12, tzinfo=ZoneInfo("Europe/Berlin"))
    assert session.ends == datetime(2024, 5, 7, 10, 45, tzinfo=UTC)
    assert session.ids == ("1", "https://bees.example/talk/BEE42X/")


def test_zones_floating_times_days_and_durations() -> None:
    programme = read(
        calendar(
            "SUMMARY:A\r\nDTSTART;TZID=/vendor.example/Europe/Berlin:20240507T100000\r\nDURATION:PT30M",
            "SUMMARY:B\r\nDTSTART;VALUE=DATE:20240507",
            "SUMMARY:C\r\nDTSTART:20240507T100000",
            "SUMMARY:D\r\nDTSTART:x",
        )
    )
    zoned, whole_day, floating, broken = programme.sessions
    assert zoned.begins == datetime(2024, 5, 7, 8, tzinfo=UTC)
    assert zoned.ends == datetime(2024, 5, 7, 8, 30, tzinfo=UTC)
    assert (whole_day.begins, whole_day.day) == (None, date(2024, 5, 7))
    assert floating.begins == datetime(2024, 5, 7, 10)
    assert (broken.begins, broken.day) == (None, None)


@pytest.mark.parametrize(
    ("content", "title", "names"),
    [
        (
            calendar(event("Bees - Ann Lee, Bob Ray, Cy Dow", "pretalx-bee-X@x")),
            "Bees",
            ["Ann Lee", "Bob Ray", "Cy Dow"],
        ),
        (
            calendar(
                event("Bees - Ann Lee, CTO, Acme & Bob Ray, Globex", more="X:1"),
                head="PRODID:-//hacksw/sched.com//\r\n",
            ),
            "Bees",
            ["Ann Lee", "Bob Ray"],
        ),
        (calendar(event("Bees - a story")), "Bees - a story", []),
        (
            calendar(event(more='ATTENDEE;CN="Ann Lee":https://bees.example/ann')),
            "Bees",
            ["Ann Lee"],
        ),
        (calendar(event(more="ATTENDEE;CN=ann@x.example:mailto:ann@x.example")), "Bees", []),
        (
            calendar(event(more="DESCRIPTION:Speakers: Ann Lee\\, Bob Ray\\nOn bees.")),
            "Bees",
            ["Ann Lee", "Bob Ray"],
        ),
        (calendar(event("[tutorial] Bees", more="DESCRIPTION:von: Ann Lee")), "Bees", ["Ann Lee"]),
    ],
)
def test_speakers(content: bytes, title: str, names: list[str]) -> None:
    (session,) = read(content).sessions
    assert (session.title, [person.name for person in session.people]) == (title, names)


def test_lines_that_are_folded_inside_of_a_character() -> None:
    content = calendar(event("Bienenstöcke")).replace("ö".encode(), b"\xc3\r\n \xb6")
    assert read(content).sessions[0].title == "Bienenstöcke"


def test_a_broken_line_loses_nothing_else() -> None:
    content = b"<!--\n" + calendar(event(), "no line\r\n" + event("Ants", "2"))
    programme = read(content)
    assert [session.title for session in programme.sessions] == ["Bees", "Ants"]
    assert [problem.text for problem in programme.problems] == [
        "“no line” is no line of a calendar: left out."
    ]


def test_a_calendar_within_html_and_one_zone_within_another() -> None:
    zoned = (
        "SUMMARY:A\r\nDTSTART;TZID=America/Lima:20240507T100000\r\nBEGIN:VALARM\r\nTRIGGER:-PT5M"
    )
    content = b"<html>\n" + calendar(zoned, event("B"), head="X-WR-TIMEZONE:Europe/Berlin\r\n")
    first, second = read(content).sessions
    assert (first.title, second.title) == ("A", "B")
    assert first.begins == datetime(2024, 5, 7, 17, tzinfo=ZoneInfo("Europe/Berlin"))


def test_many_events_of_one_uid_and_recurring_ones() -> None:
    programme = read(calendar(event(), event("Ants"), event("Wasps", "3", "RRULE:FREQ=DAILY")))
    bees, ants, wasps = programme.sessions
    assert (bees.id, ants.id, wasps.id) == (bees.url, ants.url, "3")
    assert [problem.text for problem in programme.problems] == [
        "1 UIDs are those of several events: they tell no event apart.",
        "1 events recur: each is taken once, on its first day.",
    ]


def test_cancelled_and_other_encodings() -> None:
    content = calendar(event("Bienenstöcke", more="STATUS:CANCELLED")).decode().encode("cp1252")
    (session,) = read(content).sessions
    assert (session.title, session.is_cancelled) == ("Bienenstöcke", True)


def test_without_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icalendar.parser", None)
    (problem,) = read(calendar(event())).problems
    assert "pip install 'sphinxcontrib-tripreport[ical]'" in problem.text


def test_a_date_that_is_none_loses_nothing_else() -> None:
    text = (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:tomorrow\nSUMMARY:Bees\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    programme = read_programme(text.encode(), "x.ics")
    assert [session.title for session in programme.sessions] == ["Bees"]
    (problem,) = programme.problems
    assert (problem.text, problem.line) == ("“tomorrow” is no moment: read without one.", 2)


def test_sixteen_bits() -> None:
    text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Bienenstöcke\nEND:VEVENT\nEND:VCALENDAR\n"
    (session,) = read_programme(text.encode("utf-16"), "x.ics").sessions
    assert session.title == "Bienenstöcke"
    xml = "<?xml version='1.0' encoding='utf-16'?><schedule><day date='2024-01-01'><room name='A'>"
    xml += "<event id='1'><title>Ä</title></event></room></day></schedule>"
    assert [each.title for each in read_programme(xml.encode("utf-16"), "x.xml").sessions] == ["Ä"]


JRES = """\
UID:presentation_129@jres.example\r
DTSTAMP;TZID=Europe/Paris:20220516T012116\r
DTSTART;TZID=Europe/Paris:20220517T140000\r
DTEND;TZID=Europe/Paris:20220517T160000\r
LOCATION;CHARSET=UTF-8;ENCODING=8BIT:Amphithéâtre 1200\r
SUMMARY;CHARSET=UTF-8;ENCODING=8BIT:182 - Abeilles numériques\r
DESCRIPTION;CHARSET=UTF-8;ENCODING=8BIT:Les abeilles parlent.\r\r
 \\n\r
 Nous écoutons.\r\r
 \\n\r
 **__Intervenants__** : \r\r
 \\n\r
   * Anne Leroy – Ingénieure – Ruche SA\r\r
 \\n\r
   * Bob Ray"""


def test_jres_with_numbers_a_list_of_speakers_and_two_carriage_returns() -> None:
    programme = read(calendar(JRES, event("34 - Fourmis", "2"), event("Pause", "3")))
    assert programme.problems == []
    bees, ants, pause = programme.sessions
    assert (bees.title, ants.title, pause.is_talk) == ("Abeilles numériques", "Fourmis", False)
    assert [person.name for person in bees.people] == ["Anne Leroy", "Bob Ray"]
    assert bees.abstract.split() == ["Les", "abeilles", "parlent.", "Nous", "écoutons."]
    assert bees.rooms == ("Amphithéâtre 1200",)
    assert bees.begins == datetime(2022, 5, 17, 12, tzinfo=UTC)


def test_a_number_that_begins_one_title_stays() -> None:
    programme = read(calendar(event("12 - 12 bees"), event("Ants", "2"), event("Wasps", "3")))
    assert [session.title for session in programme.sessions] == ["12 - 12 bees", "Ants", "Wasps"]


def test_a_list_at_the_end_that_names_nobody() -> None:
    text = "DESCRIPTION:On bees.\\n\\nYou learn:\\n* honey\\n* wax"
    (session,) = read(calendar(event(more=text))).sessions
    assert (session.people, session.abstract) == ((), "On bees.\n\nYou learn:\n* honey\n* wax")


def test_nobody_is_after_a_title_that_has_nothing_before_it() -> None:
    programme = read(calendar(event(" - Bees"), event("Wax", "2"), head="PRODID:pretalx\r\n"))
    assert [session.people for session in programme.sessions] == [(), ()]


def test_a_calendar_far_down_in_a_page() -> None:
    page = b"<html>&nope;" + b" " * 5000 + b"\r\n" + calendar(event())
    assert [session.title for session in read(page).sessions] == ["Bees"]


COMPANION = """\
UID:2571@2024@be.digitalia.fosdem\r
DTSTAMP:20240202T152338Z\r
DTSTART:20240203T115500Z\r
DTEND:20240203T123500Z\r
SUMMARY:Bees in the kernel\r
DESCRIPTION:Bees are small. \r
 \r
 They fly.\r
X-ALT-DESC:<p>Bees are small.</p>\\n<p>They fly.</p>\r
CLASS:PUBLIC\r
CATEGORIES:Insects\r
URL:https://fosdem.example/2024/schedule/event/fosdem-2024-2571-bees/\r
LOCATION:H.1308 (Red)\r
ATTENDEE;ROLE=REQ-PARTICIPANT;CUTYPE=INDIVIDUAL;CN="Ann Lee":https://fosdem.example/speaker/ann/"""


def test_the_starred_talks_of_fosdem_companion() -> None:
    programme = read(calendar(COMPANION))
    assert programme.problems == []
    (session,) = programme.sessions
    assert (session.title, session.track, session.rooms) == (
        "Bees in the kernel", "Insects", ("H.1308 (Red)",)
    )  # fmt: skip
    # What the programme of FOSDEM calls the event.
    assert session.ids[:2] == ("2571@2024@be.digitalia.fosdem", "2571")
    assert [person.name for person in session.people] == ["Ann Lee"]
    assert session.abstract.split() == ["Bees", "are", "small.", "They", "fly."]


def test_symposion_with_several_rooms_and_meals_of_a_part() -> None:
    def in_rooms(title: str, uid: str, place: str) -> str:
        return event(title, uid).replace("Red\\, upstairs", place.replace(",", "\\,"))

    programme = read(
        calendar(
            in_rooms("Main Conference: room changeover", "1", "Arena, Room 8"),
            in_rooms("Main Conference: lunch", "2", "Arena"),
            in_rooms("Main Conference: on lunch", "3", "Room 8"),
            in_rooms("Bees", "4", "Room 8, upstairs"),
        )
    )
    assert [session.is_talk for session in programme.sessions] == [False, False, True, True]
    assert [session.rooms for session in programme.sessions] == [
        ("Arena", "Room 8"), ("Arena",), ("Room 8",), ("Room 8, upstairs",),
    ]  # fmt: skip
