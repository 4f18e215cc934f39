"""Whether a line goes on in the next one."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.core.languages.talk_words import and_expression
from sphinxcontrib_tripreport.core.patterns.continued_lines import (
    continues_names,
    continues_title,
    goes_on_surely,
)

AND = and_expression("en", ())


@pytest.mark.parametrize(
    ("line", "rest", "expected"),
    [
        ("Bees (Ann", "\nLee)", True),
        ("Bees (Ann", "\nLee", False),
        ("By Ann Lee and", "\nBob Ray", True),
        ("Ann und", "\nBob", True),
        ("Ann,", "\nBob", True),
        ("Bees -", "\nAnn", True),
        ("Ann,", "\nwho was very good", False),
        ("Ann Lee", "\nBob Ray", False),
        ("Bees:", "\nAnn", False),
    ],
)
def test_lines_that_are_not_complete(line: str, rest: str, expected: bool) -> None:
    assert goes_on_surely(line, rest, AND) is expected


@pytest.mark.parametrize(
    ("before", "following", "expected"),
    [
        ("Ann", "Lee", True),
        ("Bob Ray, Cy", "Dow and Di Fox", True),
        ("Ann Lee", "and Bob Ray", True),
        ("Ludwig", "van Beethoven", True),
        ("Ann Lee", "(Acme and others)", True),
        ("Ann Lee", "Jr.", True),
        ("Ann", "B. Lee", True),
        ("Ann Lee", "It was good.", False),
        ("Ann Lee", "Great.", False),
        ("Ann Lee", "Room: 5", False),
        ("Ann Lee", "Room 5", False),
        ("Ann Lee", "Slides", False),
        ("Ann Lee", "Video, Slides", False),
        ("Ann Lee", "Keynote", False),
        ("Ann Lee", "Python Software Foundation", False),
        ("Ann Lee", "spoke of bees", False),
        ("Ann Lee", "and it was good", False),
        ("Ann Lee", "---", False),
    ],
)
def test_names_that_go_on(before: str, following: str, expected: bool) -> None:
    assert continues_names(before, following, AND) is expected


@pytest.mark.parametrize(
    ("line", "following", "expected"),
    [
        ("Ann: Bees", "and how they work", True),
        ("Ann: Bees at", "Work with us", True),
        ("Ann: Bees", "Working in Hives", True),
        ("Ann: Bees", "It was good", False),
        ("Ann: Bees", "which was good.", False),
        ("Ann: Bees", "Slides", False),
        ("Ann: Bees", "", False),
    ],
)
def test_titles_that_go_on(line: str, following: str, expected: bool) -> None:
    assert continues_title(line, following) is expected
