"""Lists of takeaways and actions."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.catalogue.records import Records
from sphinxcontrib_tripreport.core.model.records import Event, Report, Takeaway
from tests.core.queries.questions import ask
from tests.core.records import Options, Post


def _known() -> Catalogue:
    posts = (
        Post(
            Report("a", "A", event="con", date=dt.date(2020, 5, 4), authors=("Ann Lee",)),
            {"Wax": {"rating": "5", "speakers": "Zoe Quist", "topics": "bees",
                     "status": "watched", "kind": "panel"}},
        ),
        Post(
            Report("b", "B", event="den", date=dt.date(2021, 5, 4), authors=("Bob Ray",),
                   language="de", series="S"),
            {"Moss": {}},
        ),
    )  # fmt: skip
    action = Takeaway("a", "act", 9, "act", "action", "Act", owner="Bob Ray")
    return Catalogue(
        Records(
            tuple(note for post in posts for note in post.notes),
            {post.report.docname: post.report for post in posts},
            events=(Event("con", "Con", series="Cons"),),
            takeaways=(
                Takeaway("a", "one", 3, "one", "takeaway", "One", note="talk-wax"),
                Takeaway("b", "two", 3, "two", "takeaway", "Two", topics=("moss",)),
                Takeaway("c", "three", 3, "three", "takeaway", "Three"),
                action,
                replace(action, anchor="do", key="do", text="Do", due=dt.date(2020, 6, 1),
                        owner="Ann Lee", note="talk-wax"),
                replace(action, docname="b", anchor="end", key="end", text="End", owner="",
                        due=dt.date(2020, 1, 1), is_done=True),
            ),
        )
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "options", "expected"),
    [
        ("takeaway", {}, ["One", "Two", "Three"]),
        ("takeaway", {"event": "con"}, ["One"]),
        ("takeaway", {"talk": "Wax"}, ["One"]),
        ("takeaway", {"talk": "con/wax"}, ["One"]),
        ("takeaway", {"speaker": "Zoe Quist"}, ["One"]),
        ("takeaway", {"author": "Bob Ray"}, ["Two"]),
        ("takeaway", {"topic": "bees, moss"}, ["One", "Two"]),
        ("takeaway", {"kind": "panel"}, ["One"]),
        ("takeaway", {"status": "watched"}, ["One"]),
        ("takeaway", {"rating": ">=4"}, ["One"]),
        ("takeaway", {"language": "de"}, ["Two"]),
        ("takeaway", {"report": "b"}, ["Two"]),
        ("takeaway", {"series": "cons, s"}, ["One", "Two"]),
        ("takeaway", {"year": "2021"}, ["Two"]),
        ("takeaway", {"sort": "-text"}, ["Two", "Three", "One"]),
        ("takeaway", {"sort": "author"}, ["One", "Two", "Three"]),
        ("takeaway", {"sort": "-event"}, ["Two", "One", "Three"]),
        ("action", {}, ["End", "Do", "Act"]),
        ("action", {"open": "yes"}, ["Do", "Act"]),
        ("action", {"open": "no"}, ["End"]),
        ("action", {"owner": "bob ray"}, ["Act"]),
        ("action", {"sort": "owner"}, ["Do", "Act", "End"]),
        ("action", {"sort": "done, text"}, ["Act", "Do", "End"]),
    ],
)
def test_lists(kind: str, options: Options, expected: list[str]) -> None:
    answer = ask(_known(), kind, options)
    assert answer.names == expected
    assert answer.problems == []


@pytest.mark.parametrize(
    ("kind", "group_by", "headings"),
    [
        ("takeaway", "event", ["con", "den", ""]),
        ("takeaway", "talk", ["con/wax", ""]),
        ("takeaway", "speaker", ["zoe-quist", ""]),
        ("takeaway", "author", ["ann-lee", "bob-ray", ""]),
        ("takeaway", "topic", ["bees", "moss", ""]),
        ("takeaway", "-year", ["2021", "2020", ""]),
        ("action", "owner", ["ann-lee", "bob-ray", ""]),
    ],
)
def test_groups(kind: str, group_by: str, headings: list[str]) -> None:
    assert ask(_known(), kind, {"group-by": group_by}).headings == headings


def test_whose_page_it_is() -> None:
    mine = ask(_known(), "action", {"owner": "this"}, subject=("author", "ann-lee"))
    assert mine.names == ["Do"]
    here = ask(_known(), "takeaway", {"topic": "this"}, subject=("topic", "moss"))
    assert here.names == ["Two"]


def test_neither_yes_nor_no() -> None:
    (problem,) = ask(_known(), "action", {"open": "perhaps"}).problems
    assert problem == "“open” is “perhaps”: expected yes or no."


def test_a_text_after_the_name() -> None:
    (problem,) = ask(_known(), "action", argument="Ann Lee").problems
    assert "Did you mean “:owner: Ann Lee”?" in problem
