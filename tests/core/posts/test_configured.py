"""Metadata from ``conf.py``, and fields whose names are nearly known."""

from __future__ import annotations

import datetime as dt
from fnmatch import fnmatch
from typing import Any

import pytest

from sphinxcontrib_tripreport.core.posts.configured import (
    check_configured,
    configured_fields,
    with_configured,
)
from sphinxcontrib_tripreport.core.posts.readers import read_metadata
from sphinxcontrib_tripreport.core.posts.report import read_report
from sphinxcontrib_tripreport.core.posts.unknown_fields import near_fields
from sphinxcontrib_tripreport.core.text.located import Located

SETTING: dict[object, object] = {
    "posts/*": {
        "event": "con",
        "authors": ["Ann Lee", "Bob Ng"],
        "date": dt.date(2020, 7, 23),
        "draft": True,
    },
    "posts/late*": {"author": "Cy Dow", "conference": "Late", "draft": None},
}


def report(lines: str, docname: str) -> Any:
    """The report of a post with these fields of its own."""
    own = read_metadata(f"---\n{lines}\n---\n", "markdown")
    fields = configured_fields(SETTING, lambda glob: fnmatch(docname, glob))
    read = read_report(with_configured(own, fields), docname)
    assert not read.problems
    return read.report


def test_a_folder_has_them_in_common() -> None:
    found = report("title: Day 1", "posts/a")
    assert (found.event, found.authors) == ("con", ("Ann Lee", "Bob Ng"))
    assert (found.date, found.draft, found.line) == (dt.date(2020, 7, 23), True, 0)
    assert report("title: Day 1", "a").event == ""


def test_a_post_has_its_own() -> None:
    found = report("conference: mine\nauthor: Di Fox\ndraft: false\ndate:", "posts/a")
    assert (found.event, found.authors, found.draft) == ("mine", ("Di Fox",), False)
    assert found.date == dt.date(2020, 7, 23)


def test_the_later_glob_counts() -> None:
    found = report("title: Day 1", "posts/late-1")
    assert (found.event, found.authors, found.draft) == ("late", ("Cy Dow",), False)


def test_what_is_wrong_is_said_with_its_glob() -> None:
    type_, date, name = check_configured({"a/*": "con", "b/*": {"date": "soon", "evnt": "con"}})
    expected = "expected a dict of metadata, which only conf.py can give."
    assert type_ == f"tripreport_metadata['a/*'] is of type str: {expected}"
    assert date.startswith("tripreport_metadata['b/*']: The metadata field “date” is “soon”")
    assert name.startswith("tripreport_metadata['b/*']: The metadata field “evnt” is not known.")
    assert name.endswith("Did you mean “event”?")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("evnt", "event"),
        ("evetn", "event"),
        ("events", "event"),
        ("conferene", "conference"),
        ("talk_patern", ""),
        ("talk-pattenrs", "talk-patterns"),
        ("auther", "author"),
        ("langauge", "language"),
        ("keyword", "keywords"),
        ("serie", "series"),
        ("data", ""),
        ("talk", ""),
        ("talk_pattern", ""),
        ("version", ""),
        ("event", ""),
    ],
)
def test_names_that_are_nearly_known(name: str, meant: str) -> None:
    problems = list(near_fields({name: Located("x", 4)}, is_report=True))
    assert [each.line for each in problems] == ([4] if meant else [])
    assert all(f"Did you mean “{meant}”?" in each.text for each in problems)


def test_of_other_documents_only_what_makes_a_report_is_said() -> None:
    fields = {"auther": Located("x", 1), "evnt": Located("con", 2)}
    (problem,) = near_fields(fields, is_report=False)
    assert problem.line == 2
