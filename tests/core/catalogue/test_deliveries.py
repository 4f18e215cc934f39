"""Which talks of several events are one, and what else a reader of a talk may want."""

from __future__ import annotations

import datetime as dt

import pytest

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.catalogue.related_talks import MOST, related_to
from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.core.model.records import Report
from tests.core.records import Post, known


def given(*talks: tuple[str, str, dict[str, str]], **more: dict[str, dict[str, str]]) -> Catalogue:
    """Talks as events, titles and options; each event is a year after the one before it."""
    events: dict[str, dict[str, dict[str, str]]] = {}
    for event, title, options in talks:
        events.setdefault(event, {})[title] = options
    return known(
        *(
            Post(Report(f"on-{event}", event=event, date=dt.date(2020 + year, 1, 1)), of_event)
            for year, (event, of_event) in enumerate(events.items())
        )
    )


def others(found: Catalogue, name: str) -> list[str]:
    """What the other times are called that a talk was given."""
    return [talk.name for talk in found.deliveries_of(found.talk_called(name))]


def test_one_title_and_a_speaker_in_common() -> None:
    found = given(
        ("a", "Bees", {"speakers": "Ann Lee, Bob"}),
        ("b", "BEES", {"speakers": "Ann Lee"}),
        ("c", "Bees", {"speakers": "Cy"}),
    )
    assert others(found, "a/bees") == ["b/bees"]
    assert others(found, "b/bees") == ["a/bees"]
    assert others(found, "c/bees") == []
    assert not found.problems


@pytest.mark.parametrize("title", ["Keynote", "Lightning talks"])
def test_titles_that_only_say_a_kind(title: str) -> None:
    found = given(("a", title, {"speakers": "Ann"}), ("b", title, {"speakers": "Ann"}))
    assert not any(map(found.deliveries_of, found.talks))


def test_twice_at_one_event_are_two_talks() -> None:
    options = {"speakers": "Ann"}
    found = given(("a", "Bees", {**options, "key": "x"}), ("a", "bees", {**options, "key": "y"}))
    assert not any(map(found.deliveries_of, found.talks))


def test_again_names_a_talk_of_another_title() -> None:
    found = given(
        ("a", "Bees", {"speakers": "Ann"}),
        ("b", "Wasps", {"again": "a/bees"}),
        ("c", "Hornets", {"again": "b/wasps"}),
    )
    assert others(found, "a/bees") == ["b/wasps", "c/hornets"]
    assert others(found, "c/hornets") == ["a/bees", "b/wasps"]


@pytest.mark.parametrize(
    ("again", "subtype", "said"),
    [
        ("a/beez", Subtype.REFERENCE, "expected “event/key”. Did you mean “a/bees”?"),
        ("", None, ""),
        ("b/wasps", Subtype.VALUE, "which is the same talk"),
        ("twice", Subtype.AMBIGUOUS, "could be “a/twice” (on-a, line 2), “c/twice”"),
    ],
)
def test_what_can_be_wrong_with_again(again: str, subtype: Subtype | None, said: str) -> None:
    found = given(
        ("a", "Bees", {}),
        ("a", "Twice", {}),
        ("b", "Wasps", {"again": again}),
        ("c", "Twice", {}),
    )
    problems = [(problem.subtype, problem.docname, problem.line) for problem in found.problems]
    assert problems == ([(subtype, "on-b", 1)] if subtype is not None else [])
    assert all(said in problem.text for problem in found.problems)
    assert others(found, "b/wasps") == []


def test_related_talks() -> None:
    both = {"speakers": "Ann", "topics": "x, y"}
    found = given(
        ("a", "Bees", both),
        ("a", "One topic", {"topics": "x"}),
        ("b", "Both topics", {"topics": "Y, x"}),
        ("c", "Later", {"topics": "x"}),
        ("c", "By Ann", {"speakers": "Ann", "topics": "x"}),
        ("d", "Bees", both),
        ("e", "Something else", {"speakers": "Bob"}),
    )
    related = related_to(found, found.talk_called("a/bees"))
    assert [talk.name for talk in related.by_speakers] == ["c/by-ann"]
    assert [talk.name for talk in related.on_topics] == ["b/both-topics", "c/later", "a/one-topic"]
    assert related_to(found, found.talk_called("e/something-else")) == ((), ())


def test_few_related_talks_of_many() -> None:
    many = {f"Talk {number}": {"speakers": "Ann", "topics": "x"} for number in range(20)}
    found = known(Post(Report("a"), many))
    related = related_to(found, found.talks[0])
    assert len(related.by_speakers) == len(related.on_topics) == MOST
    assert not {*related.by_speakers} & {*related.on_topics}
