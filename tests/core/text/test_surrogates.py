"""Characters in two halves."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.text.surrogates import join_escaped, join_halves

FACE = "\N{GRINNING FACE}"


@given(st.text(st.characters(exclude_categories=())))
def test_what_is_joined_can_be_written(text: str) -> None:
    joined = join_halves(text)
    joined.encode("utf-8")
    assert join_halves(joined) == joined


@given(st.text())
def test_whole_characters_stay(text: str) -> None:
    assert join_halves(text) == text
    halves = text.encode("utf-16-be")
    split = "".join(
        chr(int.from_bytes(halves[at : at + 2], "big")) for at in range(0, len(halves), 2)
    )
    assert join_halves(split) == text


def test_pairs_that_are_escaped() -> None:
    assert join_escaped(r'a: "\ud83d\ude00 \uD83D\uDE00"') == f'a: "{FACE} {FACE}"'
    assert join_escaped(r'"\\ud83d\ude00"') == r'"\\ud83d\ude00"'
    assert join_escaped(r'"\\\ud83d\ude00"') == rf'"\\{FACE}"'
    assert join_escaped(r'"\ud83d"') == r'"\ud83d"'
