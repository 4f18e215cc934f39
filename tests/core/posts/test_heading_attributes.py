"""Attributes at the end of a heading."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.core.posts.heading_attributes import find_attributes


@pytest.mark.parametrize(
    ("text", "rest", "anchor"),
    [
        ("Bees {#bees}", "Bees", "bees"),
        ("Bees {.wide #bees}", "Bees", "bees"),
        ("Bees { #bees }", "Bees", "bees"),
        ("Bees {#sec-a}", "Bees", "sec-a"),
        ("Bees{#b:1.2}  ", "Bees", "b:1.2"),
        ("Bees {.unnumbered}", "Bees", ""),
        ("Bees {-}", "Bees", ""),
        ('Bees {#bees data-x="a b"}', "Bees", "bees"),
        ("Bees {: #bees}", "Bees", "bees"),
    ],
)
def test_attributes(text: str, rest: str, anchor: str) -> None:
    found = find_attributes(text)
    assert found is not None
    assert (text[: found.start], found.anchor) == (rest, anchor)


@pytest.mark.parametrize("text", ["Bees", "{title}", "Sets {1, 2}", "C# {#}", "{#a} Bees", "f{x}"])
def test_other_braces(text: str) -> None:
    assert find_attributes(text) is None
