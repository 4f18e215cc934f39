"""The options of takeaways and actions."""

from __future__ import annotations

import datetime as dt

import pytest

from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.core.model.records import Takeaway
from sphinxcontrib_tripreport.core.options.option import read_options
from sphinxcontrib_tripreport.core.options.takeaway import (
    ACTION_OPTIONS,
    key_of,
    make_takeaway,
    read_done,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("yes", True), ("", True), ("x", True), ("2024-05-01", True), ("no", False), ("Off", False)],
)
def test_done(text: str, expected: bool) -> None:
    assert read_done(text) is expected


def test_what_is_not_done() -> None:
    with pytest.raises(ValueError, match="expected yes, no, or the day"):
        read_done("soon")


def test_a_record() -> None:
    given = {"owner": "Ann  Lee", "due": "1 May 2024", "done": "no", "tags": "a, b"}
    values, problems = read_options(given, ACTION_OPTIONS, "action")
    assert problems == []
    made = make_takeaway("action", "Do it", values, docname="a", anchor="x", key="k", line=1)
    assert made == Takeaway(
        "a", "x", 1, "k", "action", "Do it", ("a", "b"), "Ann Lee", dt.date(2024, 5, 1)
    )
    assert made.target == Target("a", "x")


def test_keys() -> None:
    assert key_of("Always bound your queues!", "takeaway") == "always-bound-your-queues"
    assert len(key_of("word " * 40, "takeaway")) <= 48
    assert key_of("\u200b", "action") == "action"
