"""Where brackets begin and end, and lists that were cut within them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.text.brackets import find_stretches, join_cut, split_outside


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", [("", "")]),
        ("a", [("a", "")]),
        ("a (b [c]) d", [("a ", ""), ("b [c]", "()"), (" d", "")]),
        ("a (b] c", [("a ", ""), ("b", "(]"), (" c", "")]),
        ("a) b (c)", [("a) b ", ""), ("c", "()"), ("", "")]),
        ("a (b\nc (d", [("a ", ""), ("b", "("), ("\nc ", ""), ("d", "("), ("", "")]),
        ("a (b (c\nd) e", [("a ", ""), ("b (c", "("), ("\nd) e", "")]),
    ],
)
def test_stretches(text: str, shown: list[tuple[str, str]]) -> None:
    found = [(text[start:end], brackets) for start, end, brackets in find_stretches(text)]
    assert found == shown


@given(st.text(alphabet="([ab)],\n", max_size=30))
def test_stretches_and_their_brackets_are_the_whole_text(text: str) -> None:
    place = 0
    for stretch in find_stretches(text):
        assert stretch.start - bool(stretch.brackets) == place
        place = stretch.end + (len(stretch.brackets) == 2)
    assert place == len(text)


def test_parts_between_separators() -> None:
    text = "a, b (c, d), e; f"

    def is_last(found: re.Match[str]) -> bool:
        return found[0] == ";"

    def parts(*is_no_separator: Callable[[re.Match[str]], bool]) -> list[tuple[str, str]]:
        found = split_outside(text, find_stretches(text), re.compile("[,;]"), *is_no_separator)
        return [(text[part.start : part.end], part.separator_before) for part in found]

    assert parts() == [("a", ""), (" b (c, d)", ","), (" e", ","), (" f", ";")]
    assert parts(is_last) == [("a", ""), (" b (c, d)", ","), (" e; f", ",")]


@given(st.lists(st.text(alphabet="([ab)]\n", max_size=6), max_size=8))
def test_items_are_joined_until_no_bracket_is_open(items: list[str]) -> None:
    joined = join_cut(items, ", ")
    # What is never closed was not cut.
    assert ", ".join(joined) == ", ".join(items)
    for item in joined[:-1]:
        is_open = any(stretch.is_open for stretch in find_stretches(item))
        assert not is_open or item in items
