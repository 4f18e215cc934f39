"""Takeaways and actions: what they belong to, what they are called, who owns them."""

from __future__ import annotations

import datetime as dt
import json

from sphinxcontrib_tripreport.core.catalogue.page_facts import facts_of
from sphinxcontrib_tripreport.core.catalogue.pages import Page
from sphinxcontrib_tripreport.core.exports.talks_json import render_talks
from sphinxcontrib_tripreport.core.model.records import Report, Takeaway
from tests.core.records import catalogue, note

ANN = Report("a", event="con", date=dt.date(2024, 5, 2), authors=("Ann Lee",))


def taken(docname: str = "a", key: str = "k", kind: str = "takeaway", **fields: object) -> Takeaway:
    """A takeaway of the report ``a``."""
    return Takeaway(docname, f"{kind}-{key}", 3, key, kind, key, **fields)  # type: ignore[arg-type]


def test_a_takeaway_belongs_to_the_talk_around_it() -> None:
    known = catalogue(
        note("a", "Wax", topics=("bees",)),
        reports=(ANN,),
        takeaways=(
            taken(note="talk-wax"),
            taken(key="own", topics=("Moss",), note="talk-wax"),
            taken(key="alone", note="gone"),
            taken("stray", key="stray"),
        ),
    )
    wax, own, alone, stray = known.takeaways.all
    assert (wax.talk, wax.event, wax.topics) == (known.talks[0], "con", ("bees",))
    assert own.topics == ("Moss",)
    assert "moss" in known.topics
    assert (alone.talk, alone.event, alone.topics) == (None, "con", ())
    assert (stray.talk, stray.event) == (None, "")
    assert known.date_of_takeaway(alone) == dt.date(2024, 5, 2)
    assert known.date_of_takeaway(wax) == dt.date(2024, 5, 2)
    assert known.date_of_takeaway(stray) is None
    assert known.takeaways.takeaway_at("a", "takeaway-k") is wax
    assert known.takeaways.takeaway_at("a", "nothing") is None


def test_names() -> None:
    known = catalogue(takeaways=(taken(), taken("b"), taken(key="other")), reports=(ANN,))
    assert [each.name for each in known.takeaways.all] == ["a/k", "b/k", "other"]
    assert [each.name for each in known.takeaways.find("K")] == ["a/k", "b/k"]
    assert [each.name for each in known.takeaways.find("B/k")] == ["b/k"]
    assert known.takeaways.find("nothing") == ()
    assert known.names.near("takeaway", "othar") == ("other",)


def test_owners() -> None:
    known = catalogue(
        reports=(ANN,),
        takeaways=(
            taken(kind="action", owner="ann lee"),
            taken(key="x", kind="action", owner="Ann Lea"),
        ),
    )
    assert [each.owner for each in known.takeaways.all] == ["ann-lee", ""]
    (problem,) = known.problems
    assert problem.line == 3
    assert problem.text == (
        "Nobody is known as “Ann Lea”, who owns an action: expected the name of an author, a"
        " speaker, or somebody who is described. Did you mean “Ann Lee”?"
    )


def test_counts_of_pages() -> None:
    known = catalogue(
        note("a", "Wax", topics=("bees",)),
        reports=(ANN,),
        takeaways=(taken(note="talk-wax"), taken(key="do", kind="action")),
    )
    count = known.takeaways.count
    assert count("takeaway", "event", "con") == count("action", "event", "con") == 1
    assert count("takeaway", "talk", "con/wax") == count("takeaway", "topic", "bees") == 1
    assert count("action", "topic", "bees") == count("action", "talk", "nothing") == 0
    facts = facts_of(known, Page("x", "event", "con"), ())
    assert (facts["takeaways"], facts["actions"]) == (1, 1)
    facts = facts_of(known, Page("x", "archive"), ())
    assert (facts["takeaways"], facts["actions"]) == (1, 1)


def test_what_the_data_file_says() -> None:
    act = taken(kind="action", owner="Ann Lee", due=dt.date(2024, 6, 1), topics=("b", "a"))
    known = catalogue(note("a", "Wax"), reports=(ANN,), takeaways=(act,))
    content = json.loads(render_talks(known, "Trips", str))
    assert content["takeaways"] == [
        {
            "key": "k", "kind": "action", "text": "k", "topics": ["a", "b"], "owner": "ann-lee",
            "due": "2024-06-01", "done": False, "event": "con", "talk": None, "docname": "a",
            "anchor": "action-k", "address": None,
        }
    ]  # fmt: skip
    (author,) = content["authors"]
    assert (author["key"], author["name"], author["speaker"]) == ("ann-lee", "Ann Lee", None)
