"""What producers of programmes do in fact, beside what their formats are meant to be."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from sphinxcontrib_tripreport.core.model.programme import Programme, Session
from tests.core.programmes.test_readers import in_schedule, names, only, read

BERLIN = ZoneInfo("Europe/Berlin")


def of_talk(**fields: Any) -> Session:
    """The one session of a schedule.json with one entry."""
    return only(read(in_schedule({"title": "Bees", **fields})))


def in_xml(*events: str, head: str = "", day: str = 'date="2024-12-27"', room: str = "Red") -> str:
    """A schedule.xml with *events* in one room of one day."""
    rooms = f'<room name="{room}">{"".join(events)}</room>'
    return f"<schedule><conference>{head}</conference><day {day}>{rooms}</day></schedule>"


def breaks(programme: Programme) -> list[str]:
    return [session.title for session in programme.sessions if not session.is_talk]


# schedule.json


def test_breaks_that_pretalx_has_as_talks() -> None:
    kinds = {"Registration": "Registration", "Lunch": "Break", "Morning Tea": "Morning Tea"}
    entries = [{"title": title, "type": kind, "persons": []} for title, kind in kinds.items()]
    programme = read(in_schedule(*entries, {"title": "Bees", "type": "Talk", "persons": []}))
    assert breaks(programme) == list(kinds)
    assert [talk.title for talk in programme.talks()] == ["Bees"]


def test_rooms_and_texts_that_are_null() -> None:
    nothing = dict.fromkeys(("room", "track", "language", "abstract", "subtitle", "url", "end"))
    session = of_talk(**nothing, persons=None, links=None, attachments=None)
    assert (session.rooms, session.track, session.language) == (("Red Hall",), "", "")
    assert (session.abstract, session.people, session.links) == ("", (), ())


def test_frab_of_2019() -> None:
    people = [{"id": 12, "public_name": "Ann Lee"}, {"id": 12, "public_name": "Bob Ray"}]
    session = of_talk(
        title=" Bees ", subtitle="and\r\nhoney ", id=12, abstract="One\r\ntwo", persons=people
    )
    assert (session.title, session.subtitle, session.abstract) == ("Bees", "and honey", "One\ntwo")
    # One number is two people's.
    assert [(person.name, person.key) for person in session.people] == [
        ("Ann Lee", ""),
        ("Bob Ray", ""),
    ]


def test_a_merge_of_many_sources() -> None:
    date_of = "2024-12-28T00:45:00+01:00"
    twice = {"guid": "G", "title": "Workshop", "language": "ab", "duration": "1:30"}
    programme = read(
        in_schedule(
            {**twice, "date": date_of, "links": ["https://bees.example/x.pdf", ""]},
            {**twice, "date": "2024-12-29T10:00:00+01:00", "links": [{"url": "https://b.example"}]},
        )
    )
    first, second = programme.sessions
    assert not programme.problems
    assert (first.begins, first.day) == (
        datetime(2024, 12, 28, 0, 45, tzinfo=BERLIN),
        date(2024, 12, 28),
    )
    assert first.ends == datetime(2024, 12, 28, 2, 15, tzinfo=BERLIN)
    assert [link.label for each in (first, second) for link in each.links] == [
        "slides",
        "b.example",
    ]


def test_the_hub_of_a_congress() -> None:
    data = in_schedule(
        {
            "title": "Bees",
            "persons": [{"guid": "p-1", "name": "Ann Lee"}],
            "track": None,
            "language": None,
            "date": "2024-12-27T10:00:00+01:00",
            "duration": "00:40",
        },
        start="2024-12-27T09:00:00+01:00",
        end="2024-12-30T18:00:00+01:00",
    )
    session = only(read(data))
    assert [(person.name, person.key) for person in session.people] == [("Ann Lee", "p-1")]
    assert session.ends == datetime(2024, 12, 27, 10, 40, tzinfo=BERLIN)


def test_an_online_event_without_a_zone() -> None:
    event = {"title": "Bees", "start": "10:00", "duration": "00:30", "type": "Talk 30 min"}
    programme = read(in_schedule(event, time_zone_name=None))
    assert (programme.timezone, only(programme).kind) == ("", "talk")
    assert only(programme).begins == datetime(2024, 12, 27, 10)


def test_names_in_several_languages() -> None:
    session = of_talk(
        title={"de": "Bienen", "en": "Bees"},
        track={"de": "Tiere"},
        type={"en": "Lightning talk", "fr": "Présentation éclair"},
        description={},
    )
    assert (session.title, session.track, session.kind) == ("Bees", "Tiere", "lightning")


def test_a_submission_without_speakers() -> None:
    row = {
        "code": "HACK", "title": "Hackathon", "speakers": [], "track": {"en": "Insects"},
        "submission_type": {"en": "Workshop"},
        "slot": {"room": {"en": "Red"}, "start": "2023-07-25T09:00:00-04:00", "end": None},
    }  # fmt: skip
    session = only(read([row]))
    assert (session.people, session.rooms, session.kind) == ((), ("Red",), "workshop")
    assert session.begins == datetime(2023, 7, 25, 13, tzinfo=UTC)


# schedule.xml


def test_fosdem_before_2013() -> None:
    event = (
        '<event id="7"><start>10:30</start><duration>00:15</duration><room>Janson</room>'
        "<tag>bees</tag><title>Bees</title><track>Keynotes</track><type></type><language/>"
        "<abstract>&lt;p&gt;On bees.&lt;/p&gt;</abstract><persons><person id='2'>Ann Lee</person>"
        "</persons><end>10:45</end><video>https://video.example/bees.ogv</video></event>"
    )
    day = f'<day index="1" date="2010-02-06">{event}</day>'
    session = only(read(f"<schedule><conference/>{day}</schedule>", "s.xml"))
    assert (session.rooms, session.ids, session.kind) == (("Janson",), ("7",), "")
    assert (session.begins, session.ends) == (
        datetime(2010, 2, 6, 10, 30),
        datetime(2010, 2, 6, 10, 45),
    )
    assert [link.label for link in session.links] == ["video"]


def test_fosdem_with_a_list_of_all_persons() -> None:
    event = (
        '<event id="1" guid="g"><title>Bees</title><slug>fosdem-2026-1-bees</slug>'
        "<persons><person id='1'>Ann Lee</person></persons></event>"
    )
    everybody = "<persons><person id='1'><name>Ann Lee</name></person><person>Cy</person></persons>"
    text = in_xml(event).replace("</schedule>", f"{everybody}</schedule>")
    assert [person.name for person in read(text, "s.xml").people()] == ["Ann Lee"]


def test_a_virtual_room_without_events_is_no_room() -> None:
    text = in_xml("<event id='1'><title>Bees</title></event>")
    text = text.replace("</day>", '<room name="D.empty"/></day>')
    assert read(text, "s.xml").rooms() == ["Red"]


def test_the_hub_as_xml() -> None:
    talk = (
        '<event id="1" guid="g-1"><date>2024-12-27T11:00:00+01:00</date><start>11:00</start>'
        "<duration>00:40</duration><room>Saal 1</room><title>Bees</title><type>Talk</type>"
        "<origin_url>https://hub.example/event/bees</origin_url>"
        "<persons><person guid='p-1'>Ann Lee</person></persons></event>"
    )
    other = '<event id="2" guid="g-2"><title>Get together</title><type>other</type></event>'
    day = 'date="2024-12-27" start="2024-12-27T05:00:00+00:00" end="2024-12-28T04:00:00+01:00"'
    head = "<time_zone_name>Europe/Berlin</time_zone_name>"
    programme = read(in_xml(talk, other, head=head, day=day, room="Somewhere"), "s.xml")
    bees, together = programme.sessions
    assert (bees.url, bees.rooms) == ("https://hub.example/event/bees", ("Saal 1",))
    assert bees.people[0].key == "p-1"
    assert (bees.is_talk, together.is_talk) == (True, False)


def test_wafer_whose_days_are_one_off() -> None:
    event = (
        '<event id="3" guid="g"><date>2023-09-10T05:30:00+00:00</date><start>11:00</start>'
        "<duration>00:45</duration><title>Bees</title></event>"
    )
    meal = '<event id="4"><title>Breakfast</title><persons/></event>'
    head = "<time_zone_name>Asia/Kolkata</time_zone_name>"
    programme = read(in_xml(event, meal, head=head, day='date="2023-09-09"'), "s.xml")
    bees, _meal = programme.sessions
    assert bees.begins == datetime(2023, 9, 10, 11, tzinfo=ZoneInfo("Asia/Kolkata"))
    assert (bees.day, breaks(programme)) == (date(2023, 9, 10), ["Breakfast"])


def test_frab_and_scripts_of_its_own() -> None:
    talk = (
        '<event guid="fiY1iSGUjvq3YcgI6dYBwA" id="9"><start>00:30</start>'
        "<duration>0:45:00</duration><title>Bees</title>"
        "<persons><person>Ann Lee</person><person>  </person></persons></event>"
    )
    bees, ants = read(in_xml(talk, "<event><title>Ants</title></event>"), "s.xml").sessions
    assert bees.ids == ("fiY1iSGUjvq3YcgI6dYBwA", "9")
    assert names(bees) == ["Ann Lee"]
    # What is before three o'clock is in the night after the day.
    assert (bees.begins, bees.ends) == (
        datetime(2024, 12, 28, 0, 30),
        datetime(2024, 12, 28, 1, 15),
    )
    assert (ants.ids, ants.begins, ants.day) == ((), None, date(2024, 12, 27))


# Other files


ENTRY = """
<entry id="1"><category>{kind}</category><audience>Novice</audience>
<topics><topic>Honey</topic><topic>Wax</topic></topics><start>{start}</start>
<duration>45</duration><room id="1">{room}</room><title>{title}</title>
<abstract>Bees</abstract><description>Bees fly.</description>
<speakers>{speakers}</speakers></entry>"""
ANN = """<speaker id="13"><name>Ann  Lee</name><profile>https://ep.example/profile/13/</profile>
<description>Keeps bees.</description><image>none</image></speaker>"""


def test_europython_2014_whose_breaks_and_talks_have_the_same_numbers() -> None:
    entries = (
        ENTRY.format(kind="", start="0930", room="C01, B05/B06", title="Breakfast", speakers=""),
        ENTRY.format(kind="Keynote", start="1100", room="C01", title="Bees", speakers=ANN),
        ENTRY.format(kind="Talk", start="late", room="", title="", speakers=""),
    )
    programme = read(
        f'<schedule created="x"><day date="2014-07-21">{"".join(entries)}</day></schedule>'
    )
    assert programme.format == "EuroPython's XML"
    breakfast, bees = programme.sessions
    assert (breakfast.is_talk, breakfast.rooms) == (False, ("C01", "B05/B06"))
    assert (bees.kind, bees.level, bees.topics) == ("keynote", "Novice", ("Honey", "Wax"))
    assert (bees.begins, bees.ends) == (datetime(2014, 7, 21, 11), datetime(2014, 7, 21, 11, 45))
    assert (bees.abstract, bees.ids, breakfast.ids) == ("Bees fly.", (), ())
    (ann,) = bees.people
    assert (ann.name, ann.key, ann.links[0].url) == (
        "Ann Lee",
        "",
        "https://ep.example/profile/13/",
    )
    assert [problem.text for problem in programme.problems] == [
        "entry 1 of day 1 has no title: left out."
    ]


def test_submissions_in_a_grid_of_days_times_and_rooms() -> None:
    submission = {
        "code": "BEE42X", "title": "Abeilles", "speakers": [{"code": "ANN", "name": "Ann Lee"}],
        "submission_type": {"en": "Tutorial", "fr": "Atelier"}, "description": {},
        "slot": {"room": {"en": "Red", "fr": "Rouge"}, "start": "2024-11-02T09:00:00+01:00",
                 "end": "2024-11-02T09:30:00+01:00"},
    }  # fmt: skip
    lunch = {"id": "lunch", "title": {"en": "Lunch", "fr": "Déjeuner"}}
    rooms = [{"id": 1, "guid": None, "name": {"en": "Red", "fr": "Rouge"}}]
    grid = {"2024-11-02": {"510": {}, "540": {"1": submission}}, "2024-11-03": {"510": {}}}
    programme = read({"schedule": grid, "extra": {"2024-11-02": {"750": lunch}}, "rooms": rooms})
    (session,) = programme.sessions
    assert (programme.format, session.id, session.kind) == ("pretalx's API", "BEE42X", "tutorial")
    assert (session.rooms, names(session), session.abstract) == (("Red",), ["Ann Lee"], "")


def test_sessionize_as_it_is_published() -> None:
    entries = [
        {"id": "1", "title": "Lunch", "isServiceSession": True, "startsAt": None, "speakers": []},
        {
            "id": "2", "title": "Bees\r\n", "description": "One\r\n\r\ntwo", "roomId": 99,
            "startsAt": "2021-04-17T09:00:00", "endsAt": "2021-04-17T09:50:00",
            "speakers": ["c0ffee00-0000"], "categoryItems": [404], "status": "Accepted",
        },
    ]  # fmt: skip
    speakers = [{"id": "c0ffee00-0000", "firstName": "Ann", "lastName": "Lee"}]
    file = {"sessions": entries, "speakers": speakers, "questions": [], "categories": []}
    programme = read(file | {"rooms": []})
    lunch, bees = programme.sessions
    assert (lunch.is_talk, lunch.begins) == (False, None)
    assert (bees.title, bees.abstract, bees.rooms) == ("Bees", "One\n\ntwo", ())
    assert (names(bees), bees.people[0].key) == (["Ann Lee"], "c0ffee00-0000")
    assert bees.begins == datetime(2021, 4, 17, 9)


def test_pycon_us_with_plenaries_and_open_spaces() -> None:
    rows = [
        {"name": "Keynote - Ann Lee", "kind": "plenary", "conf_key": 1, "speakers": []},
        {"name": "Break", "kind": "break", "conf_key": 2, "room": "Hall, A"},
        {"name": "Abejas", "kind": "charla", "conf_key": 3, "duration": 30, "contact": "redacted",
         "start": "2025-05-16T10:00:00-04:00", "room": "Room 301", "rooms": ["Room 301"],
         "authors": ["Bob Ray"], "speakers": [{"id": 4, "name": "Bob Ray", "photo": None}]},
    ]  # fmt: skip
    keynote, pause, bees = read({"schedule": rows}).sessions
    assert (keynote.is_talk, keynote.people, pause.is_talk) == (True, (), False)
    assert (names(bees), bees.people[0].key, bees.rooms) == (["Bob Ray"], "", ("Room 301",))
    assert bees.ends is not None
    assert bees.ends.time() == time(10, 30)


def test_pyvideo_with_several_dates_and_nobody() -> None:
    video: dict[str, Any] = {
        "title": "Lightning talks", "speakers": [], "recorded": "2019-05-04T10:00:00-05:00",
        "videos": [{"type": "archive.org", "url": "https://archive.org/details/bees"}],
        "related_urls": [], "duration": None, "tags": None,
    }  # fmt: skip
    session = only(read(video))
    assert (session.people, session.day) == ((), date(2019, 5, 4))


def test_railsconf_whose_talks_all_have_the_first_day() -> None:
    rows = "".join(
        f"- {{title: T{n}, date: '2014-04-22', video_provider: youtube, video_id: id{n}aaaaaaaa}}\n"
        for n in range(2)
    )
    sessions = read(rows, "videos.yml").sessions
    assert {session.day for session in sessions} == {date(2014, 4, 22)}
    assert len({session.id for session in sessions}) == 2


@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_tables_of_spreadsheets(bom: str, separator: str) -> None:
    rows = (
        ("TITLE", "Presenter", "Begins", "Minutes"),
        ("Bees", "Ann Lee", "2024-05-07 9:30", "45"),
    )
    text = bom + "\r\n".join(separator.join(row) for row in rows)
    session = only(read(text, "table.csv"))
    assert (names(session), session.begins) == (["Ann Lee"], datetime(2024, 5, 7, 9, 30))
    assert session.ends == datetime(2024, 5, 7, 10, 15)


def test_a_row_of_a_table_that_is_broken() -> None:
    long = "x" * 200_000
    programme = read(
        f'title,room,abstract\nAnts,Red,"One\ntwo"\n"Wasps,Red\nMoths,Red,{long}\nBees,Red,\r\n',
        "table.csv",
    )
    assert [session.title for session in programme.sessions] == ["Ants", "Bees"]
    assert programme.sessions[0].abstract == "One\ntwo"
    assert [(problem.line, problem.text[:30]) for problem in programme.problems] == [
        (4, "Not a row: field larger than f"),
        (5, "Not a row: field larger than f"),
    ]
    open_quote = read('title,room\nAnts,Red\n"Wasps,Red\nBees,Red\n', "table.csv")
    assert [session.title for session in open_quote.sessions] == ["Ants", "Bees"]
    assert [(problem.line, problem.text) for problem in open_quote.problems] == [
        (3, "A quotation mark in this row is not closed: left out.")
    ]
    stray = read('title,room\n"Wasps,Red\nAnts,Red\nBees,"Red"\n', "table.csv")
    assert [session.title for session in stray.sessions] == ["Ants", "Bees"]
    assert read("title\rAnts\rBees\r", "mac.csv").sessions[1].title == "Bees"
