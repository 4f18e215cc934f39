"""How long bars are, how dark cells are, and which charts fit as columns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.queries.chart_shapes import (
    LEVELS,
    SHADES,
    level,
    name_size,
    room_for_columns,
    shade,
    share,
)

NUMBERS = st.integers(min_value=0, max_value=10_000)


@given(NUMBERS, NUMBERS)
def test_longer_and_darker_is_more(one: int, other: int) -> None:
    less, more = sorted((one, other))
    assert 0 <= share(less, more) <= share(more, more) <= 100
    assert 0 <= level(less, more) <= level(more, more) <= LEVELS
    if less:
        assert share(less, more) >= 0.5
        assert level(less, more) >= 1


def test_nothing_is_no_bar() -> None:
    assert share(0, 0) == share(0, 7) == 0
    assert level(0, 0) == level(0, 7) == 0
    assert share(1, 3) == 33.3


def test_parts_look_different() -> None:
    assert [shade(place) for place in range(SHADES)] == list(range(1, SHADES + 1))
    assert shade(SHADES) == 1


def test_room() -> None:
    assert name_size(["2020"]) == "short"
    assert name_size(["February"]) == "medium"
    assert name_size(["Write the Docs 2020"]) == "long"
    assert name_size([]) == "short"
    assert room_for_columns(["2020"] * 5) == 18
    assert room_for_columns(["2020"] * 12) == 34
    assert room_for_columns(["2020"] * 30) == 0
    assert room_for_columns(["Write the Docs 2020"] * 3) == 34
