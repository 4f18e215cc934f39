"""``talks.json``, made of records."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from sphinxcontrib_tripreport.core.exports.talks_file import VERSION
from sphinxcontrib_tripreport.core.exports.talks_json import render_talks
from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.core.model.records import Event, Report, Speaker
from tests.core.records import Options, Post, known


def rendered(talk: Options, zone: str = "", **report: Any) -> dict[str, Any]:
    """What the file says of one talk of one report."""
    fields: dict[str, Any] = {"event": "con", "title": "Trip", **report}
    found = known(
        Post(Report("a", **fields), {"T": talk}),
        speakers=(Speaker("ann-lee", "Ann Lee", described=Target("p", "ann")),),
        events=(Event("con", "Con", timezone=zone),) if zone else (),
    )
    content: dict[str, Any] = json.loads(render_talks(found, "Trips", lambda url: f"<{url}>"))
    return content


def test_what_is_unknown_is_null_or_empty() -> None:
    content = rendered({}, event="", title="")
    assert content["version"] == VERSION
    assert content["project"] == "Trips"
    assert content["events"] == []
    assert content["talks"] == [
        {
            "key": "t", "name": "t", "event": None, "title": "T", "kind": "talk",
            "speakers": [], "topics": [],
            "start": None, "end": None, "day": None, "day_number": None, "start_time": None,
            "end_time": None, "room": None, "track": None, "language": None,
            "level": None, "status": "attended", "rating": None, "links": {},
            "excerpt": None, "image": None, "session": None, "formerly": [],
            "deliveries": [], "site": None,
            "notes": [
                {"docname": "a", "anchor": "talk-t", "report": None, "date": None, "authors": [],
                 "rating": None, "status": "attended", "excerpt": None, "joined_by": None,
                 "text": None, "address": None}
            ],
            "address": None,
        }
    ]  # fmt: skip
    assert content["reports"] == [
        {
            "docname": "a", "title": None, "event": None, "date": None, "authors": [],
            "language": None, "topics": [], "series": None, "draft": False,
            "excerpt": None, "image": None, "updated": None, "feed_id": None,
            "reading_time": None, "site": None, "address": None,
        }
    ]  # fmt: skip


def test_where_somebody_is_described() -> None:
    (ann,) = rendered({"speakers": "Ann Lee"})["speakers"]
    assert (ann["docname"], ann["anchor"]) == ("p", "ann")


@pytest.mark.parametrize(
    ("zone", "start", "end"),
    [
        ("", "2020-07-23T23:30:00", "2020-07-24T00:15:00"),
        ("Europe/Dublin", "2020-07-23T23:30:00+01:00", "2020-07-24T00:15:00+01:00"),
        ("Asia/Kolkata", "2020-07-23T23:30:00+05:30", "2020-07-24T00:15:00+05:30"),
        # A zone that this machine does not know says nothing.
        ("Nowhere/Land", "2020-07-23T23:30:00", "2020-07-24T00:15:00"),
    ],
)
def test_times_have_the_offset_of_their_event(zone: str, start: str, end: str) -> None:
    (talk,) = rendered({"start": "2020-07-23 23:30", "duration": "45"}, zone)["talks"]
    assert (talk["start"], talk["end"], talk["day"]) == (start, end, "2020-07-23")


def test_links_of_one_name_are_numbered() -> None:
    links = "Notes <https://b.example>\nNotes <https://a.example>\nNotes <https://c.example>"
    (talk,) = rendered({"video": "https://v.example", "links": links})["talks"]
    assert talk["links"] == {
        "Notes": "<https://a.example>",
        "Notes (2)": "<https://b.example>",
        "Notes (3)": "<https://c.example>",
        "video": "<https://v.example>",
    }


def test_one_record_a_line_in_every_script() -> None:
    found = known(
        Post(Report("a", "旅", "con", date=dt.date(2020, 1, 1)), {"数据": {}, "Zürich": {}})
    )
    text = render_talks(found, "Trips", str).decode()
    (line,) = (line for line in text.splitlines() if "数据" in line)
    assert line.startswith('{"key": ')


@pytest.mark.parametrize(
    ("day", "number"), [("2020-07-23", 1), ("2020-07-25", 3), ("2020-07-22", None), ("2", 2)]
)
def test_the_number_of_a_day(day: str, number: int | None) -> None:
    con = Event("con", "Con", start=dt.date(2020, 7, 23), end=dt.date(2020, 7, 26))
    found = known(Post(Report("a", event="con"), {"T": {"day": day}}), events=(con,))
    (talk,) = json.loads(render_talks(found, "Trips", str))["talks"]
    assert talk["day_number"] == number
