"""Pages of an earlier release whose subjects are called otherwise by now."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.catalogue.renamed_pages import EarlierRelease
from sphinxcontrib_tripreport.core.exports.talks_json import render_talks
from sphinxcontrib_tripreport.core.model.records import Event, Report, Speaker, Topic
from sphinxcontrib_tripreport.core.text.names import name_key
from tests.core.records import catalogue, note


def release(known: Catalogue) -> EarlierRelease:
    return EarlierRelease(json.loads(render_talks(known, "P", str)))


def renamed(before: Catalogue, now: Catalogue) -> dict[str, str]:
    return {each.docname: each.key for each in release(before).renamed_pages(now)}


def project(event: str = "meet", title: str = "Bees", speaker: str = "Ann Lee", **more: Any) -> Any:
    noted = note("a", title, speaker, event=event, start=dt.time(10), **more.pop("noted", {}))
    report = Report("a", "A", event, authors=(more.pop("author", "Bob Ray"),))
    return catalogue(noted, reports=(report,), **more)


def test_nothing_is_renamed() -> None:
    assert renamed(project(), project()) == {}


def test_events() -> None:
    found = renamed(project(), project("meet-2024"))
    assert found == {"trip/events/meet": "meet-2024", "trip/talks/meet/bees": "meet-2024/bees"}
    named = project("meet-2024", events=(Event("meet-2024", "Meet"),))
    before = project(events=(Event("meet", "Meet"),))
    assert renamed(before, named)["trip/events/meet"] == "meet-2024"


def test_talks() -> None:
    found = renamed(project(), project(title="Ants"))
    assert found == {"trip/talks/meet/bees": "meet/ants"}
    former = project(title="Wax", noted={"formerly": ("bees",), "day": dt.date(2024, 1, 1)})
    assert renamed(project(), former) == {"trip/talks/meet/bees": "meet/wax"}
    other = project(title="Wax", speaker="Eve Day")
    assert "trip/talks/meet/bees" not in renamed(project(), other)


def test_people() -> None:
    other = project(speaker="Ann Day", author="Cy Co")
    found = renamed(project(), other)
    assert found == {"trip/speakers/ann-lee": name_key("Ann Day")}
    known = Speaker(name_key("Cy Co"), "Cy Co", aliases=("Bob Ray", "Ann Lee"), is_author=True)
    found = renamed(project(), project(speaker="Cy Co", author="Cy Co", speakers=(known,)))
    assert found["trip/authors/bob-ray"] == known.key
    assert found["trip/speakers/ann-lee"] == known.key


def test_topics() -> None:
    before = project(noted={"topics": ("kube", "Bees")})
    topics = (Topic("k8s", "Kubernetes", ("kube",)), Topic("hives", "Hives", ("Bees",)))
    now = project(noted={"topics": ("Kubernetes",)}, topics=topics)
    assert renamed(before, now) == {"trip/topics/kube": "k8s"}
    found = json.loads(render_talks(before, "P", str))
    del found["topics"]
    found["reports"][0]["topics"] = [None, "KUBE"]
    older = [each for each in EarlierRelease(found).renamed_pages(now) if each.kind == "topic"]
    assert [(each.docname, each.key) for each in older] == [("trip/topics/kube", "k8s")]


@pytest.mark.parametrize("found", [None, [], {}, {"talks": 1}])
def test_what_is_no_release(found: object) -> None:
    with pytest.raises(ValueError, match="expected the file"):
        EarlierRelease(found)


def test_damaged_and_hostile_records() -> None:
    previous = EarlierRelease(
        {
            "talks": [
                1,
                {"key": ["a"], "speakers": 3},
                {"key": "../../x", "event": "../..", "notes": [1, {"docname": {}}]},
            ],
            "events": [{"key": "../.."}, {"key": ""}],
            "speakers": 5,
        }
    )
    assert all(".." not in each.docname for each in previous.renamed_pages(project()))
