"""The talks.json of other sites, as records: both versions, and what is hostile or broken."""

from __future__ import annotations

import json
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.model.records import Note, Report
from sphinxcontrib_tripreport.core.model.sites import OtherSite, SiteRecords
from sphinxcontrib_tripreport.core.sites import reader
from sphinxcontrib_tripreport.core.sites.addresses import read_site_url
from sphinxcontrib_tripreport.core.sites.reader import is_readable, read_site
from sphinxcontrib_tripreport.core.text.links import Link
from sphinxcontrib_tripreport.core.text.names import NamedPerson

SITE = OtherSite("ann", "https://ann.example/notes/")
TALK: dict[str, Any] = {
    "key": "docker-and-python",
    "event": "europython-2020",
    "title": "Docker and Python",
    "kind": "keynote",
    "speakers": ["tania-allard", "nobody"],
    "topics": ["Docker", "Docker"],
    "start": "2020-07-23T09:00:00+01:00",
    "end": "2020-07-23T09:30:00+01:00",
    "day": "2020-07-23",
    "room": "Room 1",
    "track": None,
    "language": "en",
    "level": "beginner",
    "status": "watched",
    "rating": 4.5,
    "links": {"slides": "_downloads/1/slides.pdf", "video": "https://video.example/1"},
    "notes": [
        {
            "docname": "day 1",
            "anchor": "talk-docker",
            "report": "Day 1",
            "date": "2020-07-24",
            "authors": ["Ann Author"],
        }
    ],
}
FILE: dict[str, Any] = {
    "version": 1,
    "project": "Ann’s notes",
    "events": [
        {"key": "EuroPython 2020", "name": "EuroPython 2020", "start": "2020-07-23",
         "end": "2020-07-20", "place": "online",
         "coordinates": {"latitude": 53.3, "longitude": -6.2}, "url": "https://ep2020.europython.eu"},
        {"name": "without a key"},
    ],
    "speakers": [
        {"key": "tania-allard", "name": "Tania Allard", "aliases": ["T. Allard"],
         "affiliation": "Quansight", "links": {"homepage": "https://tania.example"}},
        {"key": "none", "name": "  "},
    ],
    "talks": [TALK],
    "reports": [
        {"docname": "day 1", "title": "Day 1", "event": "europython-2020", "date": "2020-07-24",
         "authors": ["Ann Author"], "language": "en", "topics": ["Python"], "series": "A week",
         "draft": False},
        {"docname": "day-2", "title": "Day 2", "draft": True},
        {"title": "nowhere"},
    ],
}  # fmt: skip


def read(**changes: Any) -> SiteRecords:
    """What is read of the file with other fields."""
    return read_site(json.dumps({**FILE, **changes}).encode(), SITE)


def problems(**changes: Any) -> list[str]:
    """What is said of the file with other fields."""
    return [problem.text for problem in read(**changes).problems]


def talk(**changes: Any) -> Note:
    """The first note on the talk with other fields."""
    return read(talks=[{**TALK, **changes}]).notes[0]


def test_the_first_version_is_read() -> None:
    found = read()
    assert found.site == ("ann", "https://ann.example/notes/", "Ann’s notes")
    assert found.problems == ()
    page = "https://ann.example/notes/day%201.html"
    assert found.notes == (
        Note(
            page,
            "talk-docker",
            0,
            "docker-and-python",
            "Docker and Python",
            event="europython-2020",
            speakers=(NamedPerson("Tania Allard"),),
            kind="keynote",
            topics=("Docker",),
            day=date(2020, 7, 23),
            start=time(9),
            end=time(9, 30),
            room="Room 1",
            language="en",
            level="beginner",
            status="watched",
            rating=4,
            links=(
                Link("slides", "https://ann.example/notes/_downloads/1/slides.pdf"),
                Link("video", "https://video.example/1"),
            ),
            site="ann",
        ),
    )
    assert found.reports == (
        Report(
            page,
            "Day 1",
            "europython-2020",
            date=date(2020, 7, 24),
            authors=("Ann Author",),
            language="en",
            topics=("Python",),
            series="A week",
            site="ann",
        ),
    )


def test_people_and_events_are_read() -> None:
    found = read()
    [speaker] = found.speakers
    assert (speaker.key, speaker.name, speaker.aliases) == (
        "tania-allard",
        "Tania Allard",
        ("T. Allard",),
    )
    assert speaker.links == (Link("homepage", "https://tania.example"),)
    [event] = found.events
    assert (event.key, event.name, event.place) == ("europython-2020", "EuroPython 2020", "online")
    assert event.url == "https://ep2020.europython.eu"
    assert event.coordinates == (53.3, -6.2)
    # It ends before it begins.
    assert (event.start, event.end) == (date(2020, 7, 23), None)


def test_the_second_version_says_more() -> None:
    note = talk(
        start=None, start_time="10:15", end_time="11:00", day=None, day_number=2, end=None,
        session="ABCDEF", excerpt="In  short", rating=None,
        notes=[{"address": "https://elsewhere.example/x.html#y", "docname": "day-1", "rating": 5,
                "status": "attended", "excerpt": "What Ann heard", "anchor": "z"}],
    )  # fmt: skip
    assert (note.day, note.start, note.end) == (2, time(10, 15), time(11))
    assert (note.programme, note.excerpt, note.rating) == ("ABCDEF", "What Ann heard", 5)
    assert (note.status, note.target) == ("attended", ("https://elsewhere.example/x.html", "y"))


def test_addresses_may_begin_at_the_site() -> None:
    note = talk(notes=[{"address": "a/b/#talk-1"}])
    assert note.target == ("https://ann.example/notes/a/b/", "talk-1")


def test_a_note_without_a_report_makes_one() -> None:
    [report] = read(reports=[]).reports
    assert (report.title, report.authors, report.site) == ("Day 1", ("Ann Author",), "ann")


def test_a_talk_of_an_archive_is_where_its_page_is() -> None:
    found = read(talks=[{**TALK, "notes": [], "address": "trip/talks/x.html"}], reports=[])
    [note] = found.notes
    assert note.target == ("https://ann.example/notes/trip/talks/x.html", "")
    assert (note.title, note.room, note.site) == ("Docker and Python", "Room 1", "ann")
    # Nobody wrote a report.
    assert found.reports == ()


def test_one_that_has_no_page_is_nowhere() -> None:
    assert read(talks=[{**TALK, "notes": [], "address": None}]).notes == ()


def test_a_talk_over_midnight_ends_on_another_day() -> None:
    assert talk(end="2020-07-24T00:30:00").end_day == date(2020, 7, 24)


def test_what_a_site_repeats_of_others_is_left_out() -> None:
    found = read(
        talks=[{**TALK, "site": "bob"}], reports=[{"docname": "x", "title": "X", "site": "bob"}]
    )
    assert (found.notes, found.reports) == ((), ())


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is not JSON"),
        (b"{", "is not JSON"),
        (b"\xff\xfe\xff", "is not JSON"),
        (b"[" * 100_000, "is not JSON: it is nested too deep"),
        (b"[]", "is no talks.json"),
        (b'{"version": "1", "talks": []}', "is no talks.json"),
        (b'{"version": true, "talks": []}', "is no talks.json"),
        (b'{"version": 1}', "is no talks.json"),
    ],
)
def test_what_is_no_such_file_is_said_once(content: bytes, reason: str) -> None:
    found = read_site(content, SITE)
    [problem] = found.problems
    assert reason in problem.text
    assert problem.text.endswith("Nothing of it is shown.")
    assert found.notes == ()
    assert found.site.name == "ann"
    assert not is_readable(content)


def test_a_file_that_is_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "LARGEST", 10)
    assert "has over 0 MB" in problems()[0]


def test_a_later_version_is_read_as_far_as_it_is_known() -> None:
    [text] = problems(version=3)
    assert text.endswith(" is of version 3: expected 2 at most; what is known of it is shown.")
    assert len(read(version=3).notes) == 1
    assert is_readable(json.dumps(FILE).encode())


def test_of_a_million_entries_the_first_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MOST", 3)
    assert problems(talks=[TALK] * 5) == [
        "The talks.json of the site “ann” has 5 talks: the first 3 are shown."
    ]
    assert len(read(talks=[TALK] * 5).notes) == 3


def test_so_many_notes_topics_and_authors_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MOST", 2)
    text = (
        "The talks.json of the site “ann” has over 2 notes, topics or authors: the first are shown."
    )
    many = {**TALK, "notes": TALK["notes"] * 3}
    assert problems(talks=[many], reports=[]) == [text]
    assert len(read(talks=[many], reports=[]).notes) == 2
    assert problems(talks=[{**TALK, "topics": ["a", "b", "c"]}], reports=[]) == [text]
    report = {"docname": "x", "authors": ["Ann", "Bob", "Eve"]}
    assert problems(talks=[], reports=[report]) == [text]
    assert read(talks=[], reports=[report]).reports[0].authors == ("Ann", "Bob")


def test_only_links_to_the_web_are_read() -> None:
    links = {
        "a": "javascript:alert(1)",
        "b": "data:text/html,x",
        "c": "file:///etc/passwd",
        "d": "java\nscript:alert(1)",
        "e": "https://[",
        "f": "x" * 3000,
        "g": "//[",
        "h": 3,
        "": "https://good.example/x",
    }
    found = read(talks=[{**TALK, "links": links}])
    assert found.notes[0].links == (Link("good.example", "https://good.example/x"),)
    [problem] = found.problems
    assert " has 7 links that are no addresses of the web: they are left out." in problem.text
    assert talk(links=["x"], notes=[{"address": "javascript:x", "docname": "d"}]).docname == (
        "https://ann.example/notes/d.html"
    )
    assert read(talks=[{**TALK, "notes": [{"address": "mailto:x", "anchor": "y"}, 3]}]).notes == ()


def test_words_that_nobody_knows_say_nothing() -> None:
    note = talk(kind="x", status="y", language="klingonese", rating=9, speakers="Ann", level=3,
                topics={}, day="2020-99-99", start="x", end=[], key=None)  # fmt: skip
    assert (note.kind, note.status, note.language, note.rating) == ("", "", "", None)
    assert (note.speakers, note.level, note.topics, note.day) == ((), "", (), None)
    assert note.key == "docker-and-python"
    assert talk(day=None, start=None, end=None, day_number=True, language=3).day is None
    assert read(talks=[{**TALK, "title": None}]).notes == ()


def test_texts_are_one_line_without_control_characters() -> None:
    note = talk(title="a\x00\n\tb" + "c" * 2000)
    assert note.title.startswith("a bccc")
    assert len(note.title) == 500


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("https://ann.example", "https://ann.example/"),
        ("https://ann.example/notes/", "https://ann.example/notes/"),
        (" https://ann.example/notes/talks.json#x ", "https://ann.example/notes/"),
    ],
)
def test_addresses_of_sites_end_in_a_slash(written: str, url: str) -> None:
    assert read_site_url(written) == url


@pytest.mark.parametrize("written", ["", "javascript:x", "notes/talks.json", "mailto:a@b.c"])
def test_other_addresses_are_of_no_site(written: str) -> None:
    with pytest.raises(ValueError, match="expected an address such as"):
        read_site_url(written)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*TALK, *FILE, "address"]) | st.text(), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(st.fixed_dictionaries({name: JSON for name in FILE if name != "version"}))
def test_nothing_in_a_file_raises(fields: dict[str, Any]) -> None:
    read(**fields)


@given(st.fixed_dictionaries(dict.fromkeys(TALK, JSON)), JSON)
def test_nothing_in_a_talk_raises(fields: dict[str, Any], note: Any) -> None:
    for each in read(talks=[{**fields, "notes": [note, TALK["notes"][0]]}]).notes:
        assert each.docname.startswith("http")
        assert all(link.url.startswith("http") for link in each.links)
