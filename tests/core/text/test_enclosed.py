"""Parts of a text between two marks."""

from __future__ import annotations

import re

import pytest

from sphinxcontrib_tripreport.core.text.enclosed import find_enclosed

OPENING, CLOSING = re.compile("<<"), re.compile(">>")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a <<b>> c <<d>>", ["<<b>>", "<<d>>"]),
        ("<<a <<b>> c>>", ["<<a <<b>>"]),
        ("<<a>> <<b <<c", ["<<a>>"]),
        (">>a<<", []),
    ],
)
def test_from_each_mark_to_the_next_that_closes(text: str, found: list[str]) -> None:
    assert [text[begin:end] for begin, end in find_enclosed(text, OPENING, CLOSING)] == found


def test_only_a_part_of_the_text_is_looked_at() -> None:
    assert list(find_enclosed("<<a>> <<b>>", OPENING, CLOSING, 2, 9)) == []
