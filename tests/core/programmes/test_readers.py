"""Each reader of programmes, on small files in the shape of what each producer writes."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from sphinxcontrib_tripreport.core.model.programme import Programme, Session
from sphinxcontrib_tripreport.core.programmes import LARGEST, read_folder, read_programme
from sphinxcontrib_tripreport.core.text.links import Link

BERLIN = ZoneInfo("Europe/Berlin")


def read(value: object, path: str = "programme.json") -> Programme:
    """What is read of a value as JSON, of a text, or of bytes."""
    if isinstance(value, str):
        value = value.encode()
    content = value if isinstance(value, bytes) else json.dumps(value).encode()
    return read_programme(content, path)


def only(programme: Programme) -> Session:
    """The one session of a programme."""
    assert not programme.problems
    (session,) = programme.sessions
    return session


def names(session: Session) -> list[str]:
    return [person.name for person in session.people]


def in_schedule(*events: object, **conference: object) -> dict[str, object]:
    """A schedule.json with *events* in one room of one day."""
    days = [{"index": 1, "date": "2024-12-27", "rooms": {"Red Hall": list(events)}}]
    return {
        "schedule": {
            "base_url": "https://bees.example/",
            "conference": {
                "title": "BeeConf",
                "time_zone_name": "Europe/Berlin",
                "days": days,
                **conference,
            },
        }
    }


PRETALX = {
    "guid": "6d0a6d0e-5b1c-5d1b-9d4b-1f6a2f5f3f10",
    "code": "BEE42X",
    "id": 7,
    "date": "2024-12-27T10:30:00+01:00",
    "start": "10:30",
    "duration": "00:45",
    "room": "Red Hall",
    "slug": "beeconf-7-bees-at-work",
    "url": "https://bees.example/talk/BEE42X/",
    "title": "Bees  at Work",
    "subtitle": "",
    "track": {"en": "Insects", "de": "Insekten"},
    "type": "Talk 30 min + 10min Q&A",
    "language": "de-formal",
    "abstract": "All on *bees*.",
    "description": "More.",
    "persons": [
        {"code": "ANNLEE", "public_name": "Ann Lee", "url": "https://bees.example/speaker/ANNLEE/"},
        {"id": 3, "name": "Bob Ray"},
    ],
    "links": [
        "https://www.youtube.com/watch?v=abcdefghijk",
        {"title": "Feedback", "url": "https://f.example"},
    ],
    "attachments": [
        {"title": "The slides", "url": "https://bees.example/bees.pdf"},
        {"title": "Bad", "url": "javascript:alert(1)"},
        {"title": "Own", "url": "media/a.pdf"},
    ],
}


def test_schedule_json_of_pretalx() -> None:
    programme = read(in_schedule(PRETALX))
    assert (programme.format, programme.title) == ("schedule.json", "BeeConf")
    assert (programme.timezone, programme.url) == ("Europe/Berlin", "https://bees.example/")
    session = only(programme)
    assert session.title == "Bees at Work"
    assert session.ids == (PRETALX["guid"], "BEE42X", "beeconf-7-bees-at-work", PRETALX["url"], "7")
    assert session.id == PRETALX["guid"]
    assert session.begins == datetime(2024, 12, 27, 10, 30, tzinfo=BERLIN)
    assert session.ends == datetime(2024, 12, 27, 11, 15, tzinfo=BERLIN)
    assert (session.track, session.kind, session.language) == ("Insects", "talk", "de")
    assert [(person.name, person.key) for person in session.people] == [
        ("Ann Lee", "ANNLEE"),
        ("Bob Ray", ""),
    ]
    assert session.links == (
        Link("video", "https://www.youtube.com/watch?v=abcdefghijk"),
        Link("slides", "https://bees.example/bees.pdf"),
    )
    assert (session.abstract, session.abstract_markup) == ("All on *bees*.\n\nMore.", "markdown")
    assert [(day, room) for day in programme.days() for room in programme.rooms()] == [
        (date(2024, 12, 27), "Red Hall")
    ]


def test_moments_are_those_of_date_in_the_named_zone() -> None:
    """Some write ``start`` in local time, ``date`` in UTC, and the day of the day before."""
    event = {"title": "A", "date": "2024-12-27T23:30:00Z", "start": "00:30", "duration": "1:30"}
    session = only(read(in_schedule(event)))
    assert session.begins == datetime(2024, 12, 28, 0, 30, tzinfo=BERLIN)
    assert session.day == date(2024, 12, 28)
    assert session.ends == datetime(2024, 12, 28, 2, 0, tzinfo=BERLIN)


def test_without_date_the_night_belongs_to_the_day_before() -> None:
    late = {"title": "Late", "start": "00:30", "duration": 20}
    assert only(read(in_schedule(late))).begins == datetime(2024, 12, 28, 0, 30, tzinfo=BERLIN)
    unknown = only(
        read(in_schedule({"title": "A", "start": "09:00"}, time_zone_name="Mars/Phobos"))
    )
    assert unknown.begins == datetime(2024, 12, 27, 9, 0)


@pytest.mark.parametrize(
    ("language", "code"),
    [
        ("English", "en"),
        ("deu", "de"),
        ("de-formal", "de"),
        ("klingon", ""),
        ("en, de", ""),
        ("", ""),
    ],
)
def test_languages(language: str, code: str) -> None:
    assert only(read(in_schedule({"title": "A", "language": language}))).language == code


def test_schedule_json_of_the_second_version() -> None:
    programme = read(
        {
            "schedule": {
                "conference": {
                    "title": "BeeConf",
                    "tracks": [{"slug": "ins", "name": "Insects"}],
                    "time_zone_name": "Europe/Berlin",
                },
                "persons": [{"guid": "p1", "name": "Ann Lee"}],
                "events": [
                    {
                        "guid": "e1",
                        "title": {"de": "Bienen", "en": "Bees"},
                        "start": "2024-12-27T10:00:00+01:00",
                        "end": "2024-12-27T11:00:00+01:00",
                        "room": {"name": "Red", "slug": "red"},
                        "track": {"slug": "ins"},
                        "participants": [{"guid": "p1"}, {"guid": "p2", "name": "Bob Ray"}],
                    }
                ],
            }
        }
    )
    session = only(programme)
    assert (session.title, session.rooms, session.track) == ("Bees", ("Red",), "Insects")
    assert names(session) == ["Ann Lee", "Bob Ray"]
    assert session.ends == datetime(2024, 12, 27, 11, tzinfo=BERLIN)


def test_one_broken_event_loses_nothing_else() -> None:
    programme = read(
        in_schedule(
            {"title": ""},
            "nonsense",
            None,
            {"title": ["x"], "persons": 5},
            {
                "title": "Good",
                "persons": [None, 7, {"x": 1}, "Ann Lee"],
                "duration": {},
                "date": "x",
                "links": [None, 4, {"url": 5}],
                "language": "en, de",
                "type": None,
            },
        )
    )
    assert [(s.title, names(s), s.language) for s in programme.sessions] == [
        ("Good", ["Ann Lee"], "")
    ]
    assert [problem.text for problem in programme.problems] == [
        "schedule.conference.days[0].rooms[Red Hall][0] has no title: left out.",
        "schedule.conference.days[0].rooms[Red Hall][3] has no title: left out.",
    ]


XML = """<?xml version="1.0" encoding="utf-8"?>
<schedule><version>1</version>
<conference><title>BeeConf</title><time_zone_name>Europe/Brussels</time_zone_name></conference>
<day index="1" date="2026-01-31">
 <event id="20"><start>16:40</start><duration>00:15</duration><room>Ferrer</room>
  <title>wasp: an introduction</title><abstract>&lt;p&gt;On wasps.&lt;/p&gt;</abstract>
  <persons><person id="2">Ann &amp; Co</person></persons><end/></event>
 <room name="Red">
  <event id="8376" guid="9c3ebb8c-7716-5130-b9fe-ff8544f5636d">
   <date>2026-01-31T09:30:00+01:00</date>
   <start>09:30</start><duration>0:20:00</duration><room>Red</room><slug>BEE42X-bees</slug>
   <url>https://bees.example/BEE42X-bees/</url><title>[CANCELLED] Bees</title>
   <subtitle>at work</subtitle><track slug="i">Insects</track><type>keynote</type>
   <language>en</language><abstract>Plain.</abstract>
   <feedback_url>https://pretalx.example/bee/talk/BEE42X/feedback/</feedback_url>
   <persons><person guid="p-1">Ann Lee</person><person>Bob Ray</person><person/></persons>
   <attachments><attachment href="https://bees.example/x.pdf">Talk slides</attachment></attachments>
   <links><link href="https://video.fosdem.org/2026/bees.webm">Video recording (WebM)</link>
    <link href="https://chat.example/">Chat room(web)</link></links>
  </event>
  <event id="3"><title/></event>
 </room>
</day></schedule>"""


def test_schedule_xml() -> None:
    programme = read(XML, "schedule.xml")
    old, new = programme.sessions
    assert (programme.title, programme.timezone) == ("BeeConf", "Europe/Brussels")
    assert [problem.text for problem in programme.problems] == [
        "event 3 of day 1 has no title: left out."
    ]
    assert (old.title, old.rooms, old.ids, names(old)) == (
        "wasp: an introduction",
        ("Ferrer",),
        ("20",),
        ["Ann & Co"],
    )
    assert old.begins == datetime(2026, 1, 31, 16, 40, tzinfo=ZoneInfo("Europe/Brussels"))
    assert old.abstract_markup == "html"
    assert (new.title, new.subtitle, new.is_cancelled, new.kind) == (
        "Bees",
        "at work",
        True,
        "keynote",
    )
    assert new.ids[:3] == ("9c3ebb8c-7716-5130-b9fe-ff8544f5636d", "BEE42X", "BEE42X-bees")
    assert [(person.name, person.key) for person in new.people] == [
        ("Ann Lee", "p-1"),
        ("Bob Ray", ""),
    ]
    assert new.ends == datetime(2026, 1, 31, 9, 50, tzinfo=ZoneInfo("Europe/Brussels"))
    assert [link.label for link in new.links] == ["slides", "video"]
    assert new.abstract_markup == "markdown"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '<!DOCTYPE schedule [<!ENTITY a "b">]><schedule/>',
            "Not read: it has a DOCTYPE (schedule)",
        ),
        ("<schedule><day>", "Not read: no element found"),
        ("<html><body/></html>", "Is XML of no format that is known (<html>)"),
        ("<a>" * 60, "Not read: its elements are nested more than 40 deep"),
        ('<?xml version="1.0" encoding="klingon"?><a/>', "Not read: unknown encoding"),
    ],
)
def test_xml_that_is_refused(text: str, said: str) -> None:
    (problem,) = read(text, "schedule.xml").problems
    assert problem.text.startswith(said)


def test_conference_json_of_symposion() -> None:
    programme = read(
        {
            "conference": {"title": "BeeCon"},
            "schedule": [
                {
                    "name": "Lunch",
                    "kind": "break",
                    "conf_key": 1,
                    "start": "2025-05-17T12:00:00-04:00",
                },
                {"name": "Slot", "kind": "talk", "conf_key": 2},
                {
                    "name": "Bees",
                    "kind": "tutorial",
                    "conf_key": 98,
                    "rooms": ["A", "B"],
                    "duration": 90,
                    "conf_url": "https://bees.example/presentation/98/",
                    "start": "2025-05-17T07:30:00-04:00",
                    "speakers": [{"id": 1, "name": "Ann Lee", "bio": ""}],
                    "tags": "hives, Honey",
                    "description": "<p>On bees.</p>",
                    "cancelled": True,
                },
            ],
        }
    )
    lunch, slot, bees = programme.sessions
    assert (lunch.is_talk, slot.is_talk, bees.is_talk) == (False, False, True)
    assert bees.begins == datetime(2025, 5, 17, 7, 30, tzinfo=timezone(timedelta(hours=-4)))
    assert bees.ends == datetime(2025, 5, 17, 13, 0, tzinfo=UTC)
    assert (bees.rooms, bees.kind, bees.topics) == (("A", "B"), "tutorial", ("hives", "Honey"))
    assert (bees.is_cancelled, bees.abstract_markup) == (True, "html")
    assert list(programme.talks()) == [bees]


def test_sessionize() -> None:
    session = only(
        read(
            {
                "sessions": [
                    {
                        "id": "246345",
                        "title": "Bees",
                        "startsAt": "2021-04-16T10:00:00",
                        "endsAt": "2021-04-16T10:50:00",
                        "speakers": ["u-1", "u-9"],
                        "categoryItems": [1, 2, 3, 4],
                        "roomId": 5,
                        "description": "A\r\nB",
                        "questionAnswers": [
                            {"questionId": 7, "answerValue": "https://youtu.be/abcdefghijk"},
                            {"questionId": 7, "answerValue": "yes"},
                        ],
                        "isServiceSession": False,
                        "isPlenumSession": True,
                    }
                ],
                "speakers": [
                    {
                        "id": "u-1",
                        "firstName": "Ann",
                        "lastName": "Lee",
                        "fullName": "Ann Lee",
                        "links": [{"title": "Twitter", "url": "https://twitter.com/annlee"}],
                    }
                ],
                "questions": [{"id": 7, "question": "Video"}],
                "categories": [
                    {"title": "Track", "items": [{"id": 1, "name": "Insects"}]},
                    {"title": "Language", "items": [{"id": 2, "name": "German"}]},
                    {"title": "Level", "items": [{"id": 3, "name": "Introductory"}]},
                    {"title": "Colour", "items": [{"id": 4, "name": "red"}]},
                ],
                "rooms": [{"id": 5, "name": "Red"}],
            }
        )
    )
    assert (session.track, session.language, session.level) == ("Insects", "de", "Introductory")
    assert (session.rooms, session.kind, session.abstract) == (("Red",), "keynote", "A\nB")
    assert session.begins == datetime(2021, 4, 16, 10, 0)
    (person,) = session.people
    assert (person.name, person.key) == ("Ann Lee", "u-1")
    assert person.links == (Link("twitter", "https://twitter.com/annlee"),)
    assert session.links == (Link("video", "https://youtu.be/abcdefghijk"),)


def test_submissions_of_pretalx() -> None:
    programme = read(
        {
            "count": 2,
            "next": None,
            "results": [
                {
                    "code": "BEE42X",
                    "title": "Bees",
                    "state": "confirmed",
                    "speakers": [{"code": "A", "name": "Ann Lee"}],
                    "submission_type": {"en": "Tutorial", "de": "Kurs"},
                    "track": {"en": "Insects"},
                    "tags": ["hives"],
                    "slot": {
                        "room": {"en": "Red"},
                        "start": "2023-07-01T10:00:00+02:00",
                        "end": "2023-07-01T11:00:00+02:00",
                    },
                    "resources": [
                        {"description": "Slides", "resource": "https://bees.example/x.pdf"}
                    ],
                    "content_locale": "en",
                    "abstract": "A.",
                    "description": "B.",
                },
                {"code": "WASP", "title": "Wasps", "state": "rejected", "speakers": []},
                {
                    "code": "ANT",
                    "title": "Ants",
                    "state": "canceled",
                    "speakers": [],
                    "slots": [{"room": "Blue", "start": "2023-07-01T12:00:00+02:00"}],
                },
            ],
        }
    )
    bees, ants = programme.sessions
    assert (bees.kind, bees.track, bees.rooms, bees.topics) == (
        "tutorial",
        "Insects",
        ("Red",),
        ("hives",),
    )
    assert bees.begins == datetime(2023, 7, 1, 8, 0, tzinfo=UTC)
    assert bees.links == (Link("slides", "https://bees.example/x.pdf"),)
    assert (ants.is_cancelled, ants.rooms) == (True, ("Blue",))


def test_both_files_of_europython() -> None:
    speaker = {"code": "A", "name": "Ann Lee", "website_url": "https://ep.example/speaker/ann-lee"}
    session = only(
        read(
            {
                "BEE42X": {
                    "code": "BEE42X",
                    "title": "Bees",
                    "speakers": ["A"],
                    "session_type": "Poster",
                    "level": "beginner",
                    "track": "Insects",
                    "start": "2024-07-10T10:00:00+02:00",
                    "room": "Red",
                    "duration": "45",
                    "website_url": "https://ep.example/session/bees",
                    "resources": None,
                }
            }
        )
    )
    assert (session.kind, session.level, session.rooms) == ("poster", "beginner", ("Red",))
    programme = read(
        {
            "days": {
                "2024-07-10": {
                    "rooms": ["Red"],
                    "events": [
                        {
                            "event_type": "break",
                            "title": "Coffee",
                            "rooms": ["Red"],
                            "start": "2024-07-10T09:30:00+02:00",
                        },
                        {
                            "event_type": "session",
                            "code": "BEE42X",
                            "title": "Bees",
                            "speakers": [speaker],
                            "rooms": ["Red", "Blue"],
                            "start": "2024-07-10T10:00:00+02:00",
                            "duration": 30,
                        },
                    ],
                }
            }
        }
    )
    coffee, bees = programme.sessions
    assert (coffee.is_talk, bees.is_talk, bees.rooms) == (False, True, ("Red", "Blue"))
    assert names(bees) == ["Ann Lee"]
    assert bees.ends == datetime(2024, 7, 10, 8, 30, tzinfo=UTC)


def test_a_folder_of_pyvideo() -> None:
    video = {
        "title": "Keynote: Bees",
        "speakers": ["Dr. Ann Lee", "Bob Ray, Cy Dow"],
        "recorded": "2018-07-07",
        "description": "*On* bees.",
        "duration": 1800.5,
        "language": "deu",
        "tags": ["hives"],
        "videos": [{"type": "youtube", "url": "https://www.youtube.com/watch?v=abcdefghijk"}],
        "related_urls": [
            "https://bees.example/code",
            {"label": "slides", "url": "https://bees.example/s"},
        ],
    }
    programme = read_folder(
        {
            "category.json": json.dumps({"title": "BeeConf"}).encode(),
            "videos/bees.json": json.dumps(video).encode(),
            "videos/broken.json": b"{",
            "videos/other.json": b"[1]",
        }
    )
    (session,) = programme.sessions
    assert programme.title == "BeeConf"
    assert names(session) == ["Dr. Ann Lee", "Bob Ray", "Cy Dow"]
    assert (session.day, session.begins, session.language) == (date(2018, 7, 7), None, "de")
    assert [link.label for link in session.links] == ["video", "slides", "bees.example"]
    assert session.abstract_markup == "rst"
    assert [(p.docname, p.text) for p in programme.problems] == [
        (
            "videos/broken.json",
            "Not JSON: Expecting property name enclosed in double quotes (column 2).",
        ),
        ("", "“videos/other.json” is no file of pyvideo: left out."),
    ]
    assert only(read({**video, "duration": "x"})).title == "Keynote: Bees"


RUBY = """
- id: bees-2024
  title: Bees
  speakers: [Ann Lee, Bob Ray]
  kind: lightning_talk
  date: 2024-05-07
  time: 10:30
  video_provider: youtube
  video_id: abcdefghijk
  slides_url: https://bees.example/s
  additional_resources: [{name: Code, url: "https://bees.example/c"}]
- title: Lightning talks
  video_provider: children
  date: 2024-05-08
  talks:
    - {title: Ants, speakers: [Cy Dow], video_provider: parent}
"""


def test_rubyevents() -> None:
    bees, ants = read(RUBY, "videos.yml").sessions
    assert (bees.kind, names(bees)) == ("lightning", ["Ann Lee", "Bob Ray"])
    assert bees.begins == datetime(2024, 5, 7, 10, 30)
    assert bees.links[0] == Link("video", "https://www.youtube.com/watch?v=abcdefghijk")
    assert (ants.title, ants.day) == ("Ants", date(2024, 5, 8))


def test_write_the_docs() -> None:
    session = only(
        read(
            "- {title: <em>Bees</em> at work, slug: bees, abstract: <p>On bees.</p>,\n"
            "   youtubeId: abcdefghijk,\n   speakers: [{name: Ann Lee, slug: ann-lee, website: 'https://ann.example/'}]}\n",
            "s.yaml",
        )
    )
    assert (session.title, session.abstract_markup) == ("Bees at work", "html")
    assert session.people[0].links == (Link("website", "https://ann.example/"),)
    assert session.links[0].label == "video"


OWN = """
title: Bee meetup
timezone: Europe/Berlin
sessions:
  - title: Bees
    speakers: Ann Lee (Acme); Bob Ray
    start: 2024-05-07 19:00
    duration: 45
    abstract: |
      All *on* bees.
  - {title: Ants, day: 2024-05-08, start: "19:00", speker: Cy}
  - {title: Wasps, start: "19:00"}
  - {title: Moths, day: someday}
"""


def test_yaml_of_the_project() -> None:
    programme = read(OWN, "meetup.yaml")
    bees, ants, wasps, moths = programme.sessions
    assert (programme.title, programme.timezone) == ("Bee meetup", "Europe/Berlin")
    assert bees.begins == datetime(2024, 5, 7, 19, 0, tzinfo=BERLIN)
    assert bees.ends == datetime(2024, 5, 7, 19, 45, tzinfo=BERLIN)
    assert [(p.name, p.affiliation) for p in bees.people] == [("Ann Lee", "Acme"), ("Bob Ray", "")]
    assert ants.begins == datetime(2024, 5, 8, 19, 0, tzinfo=BERLIN)
    assert (wasps.begins, moths.day) == (None, None)
    assert [(p.line, p.text) for p in programme.problems] == [
        (11, "Unknown field “speker” is not read. Did you mean “speakers”?"),
        (12, "“start: 19:00”: without a day."),
        (13, "“day: someday”: expected a date such as 2020-07-23."),
    ]


@pytest.mark.parametrize("head", ["title,start,end", "title,day,start"])
def test_a_start_that_is_only_a_day(head: str) -> None:
    session = only(read(f"{head}\nBees,2024-05-07,2024-05-08\n", "x.csv"))
    day = date(2024, 5, 7) if "end" in head else date(2024, 5, 8)
    assert (session.begins, session.ends, session.day) == (None, None, day)
    whole = only(read("- title: Bees\n  start: 2024-05-07\n  end: 2024-05-08\n", "x.yaml"))
    assert (whole.begins, whole.day) == (None, date(2024, 5, 7))


def test_json_of_the_project_and_a_mapping_of_sessions() -> None:
    assert only(read([{"Title": "Bees", "Tags": ["a, b"], "ID": "b1"}])).topics == ("a, b",)
    assert only(read({"talks": {"b": {"title": "Bees", "kind": "Workshop"}}})).kind == "workshop"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_csv(encoding: str) -> None:
    table = (
        "Title;Speaker;Date;Time;Room\r\nBienenstöcke;Ann Lee;2024-05-07;19:00;Rot\r\n"
        ";;;;\r\n;x;;;\r\n"
    )
    programme = read(table.encode(encoding), "sessions.csv")
    (session,) = programme.sessions
    assert (session.title, names(session), session.rooms) == ("Bienenstöcke", ["Ann Lee"], ("Rot",))
    assert session.begins == datetime(2024, 5, 7, 19, 0)
    assert [(p.line, p.text) for p in programme.problems] == [(4, "Has no title: left out.")]


def test_csv_without_a_title_or_that_is_none() -> None:
    (problem,) = read("제목,발표자\nA,B\n", "x.csv").problems
    assert problem.text == "No column is called “title”: the first row has “제목”, “발표자”."
    (problem,) = read('title\n"' + "x" * 200_000 + '"\n', "x.csv").problems
    assert problem.text.startswith("Not a row: field larger than field limit")
    assert read(" \r\n", "x.csv").problems[0].text.startswith("Is empty")


def test_talks_json_of_another_project() -> None:
    session = only(
        read(
            {
                "version": 1,
                "project": "Ann's notes",
                "events": [],
                "reports": [],
                "speakers": [
                    {
                        "key": "ann-lee",
                        "name": "Ann Lee",
                        "links": {"homepage": "https://ann.example"},
                    }
                ],
                "talks": [
                    {
                        "key": "bees",
                        "event": "beeconf",
                        "title": "Bees",
                        "kind": "keynote",
                        "speakers": ["ann-lee", "x"],
                        "start": "2024-05-07T10:00:00",
                        "day": "2024-05-07",
                        "room": "Red",
                        "topics": ["hives"],
                        "links": {
                            "url": "https://bees.example/",
                            "video": "https://youtu.be/abcdefghijk",
                        },
                    }
                ],
            }
        )
    )
    assert (session.ids, session.kind, names(session)) == (
        ("beeconf/bees", "bees"),
        "keynote",
        ["Ann Lee"],
    )
    assert (session.url, session.topics) == ("https://bees.example/", ("hives",))
    assert session.links == (Link("video", "https://youtu.be/abcdefghijk"),)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "Not JSON: Expecting property name"),
        (b"[" * 100_000, "Not JSON: it is nested too deep."),
        (b'{"a": 1}', "Is of no format that is known: expected a schedule.json"),
        (b"[1, 2]", "Is of no format that is known"),
        (b"", "Is empty: expected a schedule.json"),
        (b"\xef\xbb\xbf \n", "Is empty"),
        (b"a: [", "Not YAML: "),
        (b"just text", "Is of no format that is known"),
        (b"\x00\xff\xfe", "Is no text: expected"),
        (b"a: \x01", "Not YAML: "),
    ],
)
def test_what_cannot_be_read(content: bytes, said: str) -> None:
    programme = read(content, "x")
    assert programme.sessions == []
    assert programme.problems[0].text.startswith(said)


def test_a_file_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sphinxcontrib_tripreport.core.programmes.LARGEST", 10)
    assert LARGEST > 50_000_000
    assert read(b" " * 11).problems[0].text == "Has over 0 MB: not read."


def test_comments_alone_are_no_programme() -> None:
    found = read_programme(b"# Nothing yet.\n", "programme.yaml")
    assert not found.sessions
    assert len(found.problems) == 1
