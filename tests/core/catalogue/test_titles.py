"""Which of the titles that notes give a talk is its own."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.core.catalogue.titles import is_shouted, title_of
from tests.core.records import note


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (["GIL"], "GIL"),
        (["One", "Two"], "One"),
        (["One", "Two", "two"], "Two"),
        (["BEES", "Bees"], "Bees"),
        (["BEES", "BEES", "Bees"], "Bees"),
        (["BEES", "BEES"], "BEES"),
        (["蜜蜂", "Bees", "Bees"], "Bees"),
        (["蜜蜂", "BEES"], "蜜蜂"),
    ],
)
def test_the_title_of_a_talk(titles: list[str], expected: str) -> None:
    assert title_of([note(title=title) for title in titles]) == expected


@pytest.mark.parametrize(("title", "expected"), [("A", True), ("a", False), ("42 蜂", False)])
def test_shouted_titles(title: str, expected: bool) -> None:
    assert is_shouted(title) is expected
