"""Quotation marks round titles, and what ends no title."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.core.patterns.quotes import begins_quoted, is_quoted, title_within


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bees", "Bees"),
        ("  Bees at work ", "Bees at work"),
        ('"Bees"', "Bees"),
        ("« Bees » ;", "Bees"),
        ("« La « vie » du web ».", "La « vie » du web"),
        ("“Bees” and “Ants”", "“Bees” and “Ants”"),
        ('"Bees" and "Ants"', '"Bees" and "Ants"'),
        ("「Bees」", "Bees"),
        ("Bees:", "Bees"),
        ("Bees –", "Bees"),
        ("Bees-", "Bees-"),
        ("What is C++?", "What is C++?"),
        ("And so on...", "And so on..."),
        ("Bees.", "Bees."),
        ("“”", "“”"),
        (":", ":"),
    ],
)
def test_title_within(text: str, expected: str) -> None:
    start, end = title_within(f"x{text}x", 1, len(text) + 1)
    assert f"x{text}x"[start:end] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [('"Bees" by Ann', True), (" „Bees“", True), ("「Bees」", True), ("Bees", False), ("", False)],
)
def test_begins_quoted(text: str, expected: bool) -> None:
    assert begins_quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("「Bees」", True), ('"Bees" by Ann', False), ("", False), ("“”", False)]
)
def test_is_quoted(text: str, expected: bool) -> None:
    assert is_quoted(text) == expected
