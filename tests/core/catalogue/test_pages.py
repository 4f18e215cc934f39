"""Which pages there are, what they are called, and what their templates can ask."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping

import pytest

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.catalogue.page_facts import (
    MOST_IN_TOCTREE,
    VARIABLES,
    facts_of,
)
from sphinxcontrib_tripreport.core.catalogue.page_names import KINDS, is_page_name
from sphinxcontrib_tripreport.core.catalogue.pages import Page, Pages, name_pages
from sphinxcontrib_tripreport.core.model.records import Event, Report, Speaker
from tests.core.records import Post, known


def trips() -> Catalogue:
    """A report with two talks on two days, and one without an event."""
    talks = {
        "One": {"speakers": "Ann Lee", "topics": "Bees", "day": "2020-07-23"},
        "Two": {"speakers": "Ann Lee", "day": "2020-07-24"},
    }
    return known(
        Post(Report("a", event="days", date=dt.date(2021, 1, 1), topics=("bees",)), talks),
        Post(Report("b")),
    )


def pages(
    found: Catalogue, kinds: Collection[str] = KINDS, written: Mapping[str, str] | None = None
) -> list[Page]:
    """The pages of these kinds."""
    return list(name_pages(found, kinds, written or {}))


def test_every_kind_has_its_pages() -> None:
    assert [page.docname for page in pages(trips())] == [
        "trip/events/index",
        "trip/events/days",
        "trip/speakers/index",
        "trip/speakers/ann-lee",
        "trip/authors/index",
        "trip/topics/index",
        "trip/topics/bees",
        "trip/years/index",
        "trip/years/2021",
        "trip/years/2020",
        "trip/talks/index",
        "trip/talks/days/one",
        "trip/talks/days/two",
        "trip/archive",
        "trip/statistics",
    ]


def test_only_kinds_that_are_asked_for() -> None:
    assert [page.docname for page in pages(trips(), ["archive"])] == ["trip/archive"]
    assert pages(trips(), []) == []


def test_names_that_no_file_can_have_get_a_number() -> None:
    events = (Event("index", "I"), Event("con", "C"), Event("aux", "A"))
    found = [page.docname for page in pages(known(events=events), ["events"])]
    assert found == [
        "trip/events/index",
        "trip/events/aux-2",
        "trip/events/con-2",
        "trip/events/index-2",
    ]


def test_talks_have_names_within_their_events() -> None:
    found = known(
        Post(Report("a", event="con"), {"Index": {}, "Bees": {}}),
        Post(Report("b", event="days"), {"Bees": {}}),
        Post(Report("c"), {"Con": {}, "Days": {}}),
    )
    assert [(page.docname, page.key) for page in pages(found, ["talks"])] == [
        ("trip/talks/index", ""),
        ("trip/talks/con-3", "con"),
        ("trip/talks/con-2/bees", "con/bees"),
        ("trip/talks/con-2/index-2", "con/index"),
        ("trip/talks/days-2", "days"),
        ("trip/talks/days/bees", "days/bees"),
    ]
    assert Pages(pages(found, ["talks"])).has_talks
    assert not Pages(pages(found, ["events"])).has_talks


def test_a_talk_that_is_called_as_another_has_no_page() -> None:
    found = known(
        Post(Report("con"), {"Bees": {}}),
        Post(Report("b"), {"Bees": {}}),
        Post(Report("c", event="con"), {"Bees": {}}),
    )
    assert [page.key for page in pages(found, ["talks"])] == ["", "b/bees", "con/bees"]


def test_facts_of_a_talk() -> None:
    found = known(
        Post(Report("a", title="A", event="con", authors=("Ann", "Bob")), {"Bees": {}}),
        Post(Report("b", event="con"), {"Bees": {"topics": "x"}, "Wasps": {"topics": "x"}}),
    )
    page = Page("trip/talks/con/bees", "talk", "con/bees", "Bees")
    facts = facts_of(found, page, ())
    assert facts["notes"] == [
        {"title": "A", "authors": ["Ann", "Bob"], "docname": "a", "anchor": "talk-bees"},
        {"title": "b", "authors": [], "docname": "b", "anchor": "talk-bees"},
    ]
    assert (facts["talks"], facts["reports"], facts["events"], facts["related"]) == (1, 2, 1, 1)


def test_a_document_of_the_author_stands_in_place_of_a_page() -> None:
    own = {"trip/events/days": "trip/Events/DAYS"}
    assert [page.docname for page in pages(trips(), ["events"], own)] == [
        "trip/events/index",
        "trip/Events/DAYS",
    ]


def test_pages_by_their_subject() -> None:
    found = Pages(pages(trips()))
    assert found.docname_of("speaker", "ann-lee") == "trip/speakers/ann-lee"
    assert found.docname_of("speaker", "bob") is None
    assert found.subject_of("trip/speakers/ann-lee") == ("speaker", "ann-lee")
    assert found.subject_of("trip/speakers/index") is None
    assert found.subject_of("a") is None


@pytest.mark.parametrize(
    ("docname", "expected"),
    [
        ("trip/events/con", True),
        ("Trip/EVENTS/con", True),
        ("trip/archive", False),
        ("trips/events/con", False),
        ("events/con", False),
    ],
)
def test_names_that_pages_could_have(docname: str, expected: bool) -> None:
    assert is_page_name(docname, ["events"]) is expected


@pytest.mark.parametrize(
    ("docname", "facts"),
    [
        ("trip/speakers/ann-lee", {"talks": 2, "reports": 0, "events": 1, "days": 2}),
        ("trip/events/days", {"talks": 2, "reports": 1, "events": 1, "days": 2}),
        ("trip/topics/bees", {"talks": 1, "reports": 1, "events": 1, "days": 1}),
        ("trip/years/2020", {"talks": 2, "reports": 0, "events": 1}),
        ("trip/years/2021", {"talks": 0, "reports": 1, "events": 0, "days": 0}),
        ("trip/statistics", {"talks": 2, "kinds": 1, "years": 1, "ratings": 0, "talk_topics": 1}),
        ("trip/archive", {"talks": 2, "reports": 2, "events": 1, "kind": "archive"}),
        ("trip/speakers/ann-lee", {"name": "Ann Lee", "key": "ann-lee", "kind": "speaker"}),
        ("trip/speakers/index", {"pages": ["trip/speakers/ann-lee"], "key": ""}),
    ],
)
def test_what_a_template_can_ask(docname: str, facts: dict[str, object]) -> None:
    found = trips()
    every = pages(found)
    (page,) = (each for each in every if each.docname == docname)
    told = facts_of(found, page, every)
    assert told.keys() == VARIABLES.keys()
    assert {name: told[name] for name in facts} == facts
    assert told["docname"] == docname


def test_more_pages_than_a_toctree_holds() -> None:
    people = tuple(Speaker(f"a{n}", f"A {n}") for n in range(MOST_IN_TOCTREE + 1))
    found = known(speakers=people)
    overview, *_ = every = pages(found, ["speakers"])
    assert facts_of(found, overview, every)["pages"] == []


def test_long_lists_are_split() -> None:
    found = Pages(name_pages(trips(), ("years", "archive"), {}, 1))
    names = ["trip/years/index", "trip/years/page-2", "trip/years/2021", "trip/years/2020",
             "trip/archive", "trip/archive/page-2"]  # fmt: skip
    assert list(found.by_docname) == names
    first, second = found.by_docname["trip/archive"], found.by_docname["trip/archive/page-2"]
    assert (second.number, second.page_count) == (2, 2)
    assert found.pages_beside("trip/archive") == (None, second)
    assert found.pages_beside(second.docname) == (first, None)
    assert found.pages_beside("trip/years/2021") == (None, None)
    assert found.docname_of("archive", "") == "trip/archive"
    assert first.part_of("ab") == ["a"]
    assert second.part_of("ab") == ["b"]
    assert Page("trip/archive", "archive").part_of("ab") == ["a", "b"]
    assert first.lists("report")
    assert not first.lists("speaker")
    # A speaker may be called like a page.
    named = known(Post(Report("a"), {"T": {"speakers": "Page 2, Ann"}}))
    assert "trip/speakers/page-2-2" in Pages(name_pages(named, ("speakers",), {}, 1)).by_docname
    # What an author wrote is not split.
    own = Pages(name_pages(trips(), ("archive",), {"trip/archive": "trip/archive"}, 1))
    assert own.by_docname["trip/archive"].size == 0
