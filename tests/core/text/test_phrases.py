"""Ends of messages."""

from __future__ import annotations

from sphinxcontrib_tripreport.core.text.phrases import (
    counted,
    did_you_mean,
    expected_one_of,
    quoted,
)


def test_near_matches() -> None:
    assert did_you_mean([]) == ""
    assert did_you_mean(["a", "b"]) == " Did you mean “a” or “b”?"
    assert expected_one_of(["a", "b"]) == "expected one of a, b."
    assert expected_one_of(["a", "b"], ["a"]) == "expected one of a, b. Did you mean “a”?"


def test_what_an_author_wrote() -> None:
    assert quoted(["a", "b c"]) == ["“a”", "“b c”"]


def test_numbers_of_things() -> None:
    assert counted(1, "talk") == "1 talk"
    assert counted(0, "talk") == "0 talks"
    assert counted(2, "person", "people") == "2 people"
