"""``talks.json`` read back: what a build wrote, and what anybody else may have."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.exports.read_back import TalksFile, read_talks
from sphinxcontrib_tripreport.core.exports.talks_file import VERSION
from sphinxcontrib_tripreport.core.exports.talks_json import render_talks
from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.core.model.records import Event, Report, Speaker
from sphinxcontrib_tripreport.core.model.talk import Talk
from sphinxcontrib_tripreport.core.text.coordinates import Coordinates
from sphinxcontrib_tripreport.core.text.links import Link
from tests.core.records import Post, known

REPORT = Report("a", "Trip", "con", date=dt.date(2024, 5, 20), authors=("Ida Bee",), language="en")

NOT_READ_BACK = {
    "notes", "day_number", "image", "excerpt", "excerpt_roles", "session", "abstract",
    "abstract_markup",
}  # fmt: skip
"""The fields of talks that no program without a build needs, or that are read in other tests."""


def read(**members: Any) -> TalksFile:
    """What is read of a file with these members."""
    return read_talks(json.dumps({"version": 1, **members}).encode())


def test_all_that_was_written_is_read() -> None:
    options = {
        "speakers": "Ann Lee",
        "topics": "bees, wax",
        "start": "2024-05-07 09:00",
        "end": "2024-05-08 00:30",
        "room": "Red",
        "track": "Data",
        "language": "nl",
        "level": "for beginners",
        "rating": "4",
        "status": "watched",
        "kind": "keynote",
        "slides": "https://ann.example/s.pdf",
    }
    event = Event(
        "con", "Con", dt.date(2024, 5, 7), dt.date(2024, 5, 8), "Ghent", "Belgium",
        coordinates=Coordinates(51.05, 3.72), timezone="Europe/Brussels",
        described=Target("con", "event-con"),
    )  # fmt: skip
    speakers = (Speaker("ann-lee", "Ann Lee", aliases=("A. Lee",), affiliation="Acme"),)
    before = known(Post(REPORT, {"Bees": options}), speakers=speakers, events=(event,))
    found = read_talks(render_talks(before, "Trips", str))
    assert found.project == "Trips"
    after = found.catalogue
    assert after.events == before.events
    assert after.reports["a"].authors == ("Ida Bee",)
    assert after.speakers["ann-lee"].aliases == ("A. Lee",)
    assert set(after.authors) == {"ida-bee"}
    (talk,) = after.talks
    (expected,) = before.talks
    for field in dataclasses.fields(Talk):
        if field.name not in NOT_READ_BACK:
            value = getattr(expected, field.name)
            assert value != field.default, f"the talk above has no {field.name}"
            assert getattr(talk, field.name) == value, field.name
    assert talk.links == (Link("slides", "https://ann.example/s.pdf"),)


def test_addresses_and_texts() -> None:
    page = "https://s.example/a.html#bees"
    note = {"docname": "a", "anchor": "bees", "address": page, "text": "They hum."}
    talk = {"key": "bees", "name": "con/bees", "title": "Bees", "notes": [note], "address": page}
    found = read(talks=[talk], events=[{"key": "con", "address": "javascript:x()"}])
    assert found.addresses == {("talks", "con/bees"): page, ("events", "con"): ""}
    assert found.notes == {Target("a", "bees"): page}
    assert found.texts == {Target("a", "bees"): "They hum."}


def test_days_by_number_and_times_without_a_day() -> None:
    note = {"docname": "a", "anchor": "x"}
    talk = {"key": "x", "title": "X", "notes": [note], "day_number": 2, "start_time": "09:00:00",
            "end_time": "9 h", "start": "soon", "kind": "song", "status": "asleep"}  # fmt: skip
    (found,) = read(talks=[talk]).catalogue.talks
    assert (found.day_number, found.start, found.end) == (2, dt.time(9), None)
    assert (found.kind, found.status) == ("talk", "attended")


def test_what_cannot_be_read_is_left_out() -> None:
    event = {"key": "con", "name": 3, "start": "soon", "timezone": "Moon/Sea", "url": "data:x",
             "docname": "con"}  # fmt: skip
    talks = [{"key": "x", "notes": [{"docname": "a"}]}, 3, {"notes": [3]}]
    found = read(talks=talks, events=[event], speakers="Ann", authors=[{"key": "x"}], reports=[{}])
    assert found.catalogue.events["con"] == Event("con", "con")
    assert not found.catalogue.talks
    assert not found.catalogue.people
    assert not found.catalogue.reports


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"{", "it is no JSON"),
        (b"\xff\xfe\xfa", "it is no JSON"),
        (b"[" * 100_000, "it is no JSON"),
        (b"[]", "it is no talks.json"),
        (b'{"version": "1"}', "it is no talks.json"),
        (b'{"version": 0}', "it is no talks.json"),
        (f'{{"version": {VERSION + 1}}}'.encode(), "Is there a later release?"),
    ],
)
def test_files_of_other_kinds(content: bytes, message: str) -> None:
    with pytest.raises(ValueError, match=message.replace("?", r"\?")):
        read_talks(content)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.floats(),
    lambda each: (
        st.lists(each, max_size=3) | st.dictionaries(st.text(max_size=5), each, max_size=3)
    ),
    max_leaves=6,
)
NAMES = st.sampled_from(
    ("key", "name", "title", "notes", "docname", "day", "start", "links", "speakers", "address")
)
MEMBERS = st.lists(st.dictionaries(NAMES, VALUES, max_size=5) | VALUES, max_size=3)


@given(st.dictionaries(st.sampled_from(("talks", "events", "speakers", "authors", "reports")),
                       MEMBERS))  # fmt: skip
def test_any_file_is_read(members: dict[str, Any]) -> None:
    assert isinstance(read(**members), TalksFile)


def test_talks_of_archives_that_nobody_noted() -> None:
    found = read(
        events=[
            {"key": "con", "name": "Con", "scope": "all"},
            {"key": "other", "name": "Other", "scope": "noted"},
        ],
        talks=[
            {"key": "bees", "event": "con", "title": "Bees", "notes": []},
            {"key": "wax", "event": "other", "title": "Wax", "notes": []},
        ],
    )
    assert [talk.title for talk in found.catalogue.talks] == ["Bees"]
