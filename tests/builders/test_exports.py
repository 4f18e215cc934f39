"""``talks.json``: what it holds, and when it is written."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from tests.tools.building import Build, Built
from tests.tools.markup import MYST, RST
from tests.tools.repository import DOCS
from tests.tools.talks_schema import find_errors


def project() -> dict[str, str]:
    """Two reports on one event, one without an event, and descriptions."""
    event = {
        "start": "2020-07-23", "end": "2020-07-26", "timezone": "Europe/Dublin", "place": "Online",
    }  # fmt: skip
    talk = {
        "speakers": "Zoë Zed <https://zoe.example>, Ann Lee",
        "start": "2020-07-23 09:00",
        "duration": "45",
        "topics": "python, Bees",
        "rating": "4",
        "video": "https://v.example",
        "links": "Notes <https://n.example>\nA <https://a.example>",
        "room": "R1",
        "language": "en",
        "level": "easy",
        "track": "Web",
    }
    first = {"event": "con", "date": "2020-08-01", "author": "Ida Bee", "lang": "en", "tags": "x"}
    return {
        "people.md": MYST.document(
            "People",
            MYST.directive("speaker", "Ann Lee", {"github": "ann", "aliases": "z, annlee"}),
            MYST.directive("event", "Con", event),
        ),
        "a.md": MYST.document("Trip & more", MYST.talk("T", talk), metadata=first),
        "b.rst": RST.document("B", RST.talk("T", {"rating": "5"}), metadata={"event": "con"}),
        "c.rst": RST.document("C", RST.talk("Alone"), RST.talk("<b>Ünï</b>")),
    }


def test_it_is_what_its_schema_says(build: Build) -> None:
    assert find_errors(build(project()).talks_json()) == []
    assert find_errors(build({"a.rst": "A\n=\n"}, folder="empty").talks_json()) == []


def test_what_is_known_of_a_talk(build: Build) -> None:
    built = build(project())
    assert built.warnings == []
    data = built.talks_json()
    assert (data["version"], data["project"]) == (2, "Trips")
    talk = next(talk for talk in data["talks"] if talk["title"] == "T")
    assert talk == {
        "key": "t",
        "name": "con/t",
        "event": "con",
        "title": "T",
        "kind": "talk",
        "speakers": ["zoe-zed", "ann-lee"],
        "topics": ["Bees", "python"],
        "start": "2020-07-23T09:00:00+01:00",
        "end": "2020-07-23T09:45:00+01:00",
        "day": "2020-07-23",
        "day_number": 1,
        "start_time": "09:00",
        "end_time": "09:45",
        "room": "R1",
        "track": "Web",
        "language": "en",
        "level": "easy",
        "status": "attended",
        "rating": 4.5,
        "links": {
            "A": "https://a.example",
            "Notes": "https://n.example",
            "video": "https://v.example",
        },
        "excerpt": "Text.",
        "image": None,
        "session": None,
        "formerly": [],
        "deliveries": [],
        "site": None,
        "notes": [
            {
                "docname": "b",
                "anchor": "talk-t",
                "report": "B",
                "date": "2020-07-26",
                "authors": [],
                "rating": 5,
                "status": "attended",
                "excerpt": "Text.",
                "joined_by": None,
                "text": None,
                "address": "b.html#talk-t",
            },
            {
                "docname": "a",
                "anchor": "talk-t",
                "report": "Trip & more",
                "date": "2020-08-01",
                "authors": ["Ida Bee"],
                "rating": 4,
                "status": "attended",
                "excerpt": "Text.",
                "joined_by": None,
                "text": None,
                "address": "a.html#talk-t",
            },
        ],
        "address": "b.html#talk-t",
    }


def test_nothing_is_missing_and_everything_is_sorted(build: Build) -> None:
    data = build(project()).talks_json()
    for part in ("events", "speakers", "talks", "reports"):
        names = [tuple(item) for item in data[part]]
        assert len(set(names)) == 1, part
    keys: dict[str, Any] = {
        "events": lambda item: item["key"],
        "speakers": lambda item: item["key"],
        "talks": lambda item: "/".join(filter(None, (item["event"], item["key"]))),
        "reports": lambda item: item["docname"],
    }
    for part, key in keys.items():
        assert data[part] == sorted(data[part], key=key), part
    (alone,) = (talk for talk in data["talks"] if talk["title"] == "Alone")
    for name in ("event", "start", "end", "day", "room", "track", "language", "level", "rating"):
        assert alone[name] is None
    assert alone["speakers"] == alone["topics"] == []
    assert alone["links"] == {}


def test_places_lead_to_pages(build: Build) -> None:
    built = build(project())
    for talk in built.talks_json()["talks"]:
        for note in talk["notes"]:
            assert note["anchor"] in built.page(f"{note['docname']}.html").ids
    for part in ("speakers", "events"):
        for item in built.talks_json()[part]:
            if item["docname"]:
                assert item["anchor"] in built.page(f"{item['docname']}.html").ids


@pytest.mark.parametrize("zone", ["Europe/Dublin", "Asia/Kolkata", "America/St_Johns"])
def test_times_have_the_offset_of_their_day(build: Build, zone: str) -> None:
    sources = {
        "a.md": MYST.document(
            "Trip",
            MYST.directive("event", "Con", {"timezone": zone}),
            MYST.talk("Summer", {"start": "2020-07-23 09:00"}),
            MYST.talk("Winter", {"start": "2020-01-23 09:00"}),
            metadata={"event": "con"},
        )
    }
    summer, winter = build(sources).talks_json()["talks"]
    from zoneinfo import ZoneInfo

    for talk, month in ((summer, 7), (winter, 1)):
        moment = dt.datetime.fromisoformat(talk["start"])
        expected = dt.datetime(2020, month, 23, 9, tzinfo=ZoneInfo(zone))
        assert (moment, moment.utcoffset()) == (expected, expected.utcoffset())


def written(built: Built) -> int:
    """When the file was written last."""
    return (built.outdir / "talks.json").stat().st_mtime_ns


def test_it_is_written_only_when_it_changes(build: Build) -> None:
    sources = project()
    built = build(sources)
    before = written(built)
    built.rebuild()
    assert written(built) == before
    built.rebuild({"c.rst": sources["c.rst"].replace("Text.", "Text.\n\n   More text.")})
    assert written(built) == before
    built.rebuild({"c.rst": sources["c.rst"].replace("Alone", "Together")})
    assert written(built) != before
    assert "Together" in built.out("talks.json")


def test_one_record_a_line_readable_in_every_script(build: Build) -> None:
    text = build(project()).out("talks.json")
    assert "Ünï" in text
    assert "Zoë" in text
    lines = [line for line in text.splitlines() if '"Zoë Zed"' in line]
    assert len(lines) == 1


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml", "latex", "text", "epub"])
def test_builders_that_write_it(build: Build, builder: str) -> None:
    built = build(project(), builder=builder)
    there = (built.outdir / "talks.json").is_file()
    assert there == (builder in ("html", "dirhtml", "singlehtml"))


def test_the_example_of_the_reference_is_as_the_schema_says() -> None:
    page = (DOCS / "reference" / "talks-json.md").read_text(encoding="utf-8")
    example = json.loads(page.partition("## Example\n\n```json\n")[2].partition("```")[0])
    assert find_errors(example) == []
