"""Steps over a text: what they take is what going back and trying again would find first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.patterns.steps import (
    Run,
    Shape,
    Skip,
    Step,
    TextPlaces,
    spans_of_fields,
)

Spans = list[tuple[str, tuple[int, int]]]

_CHARACTERS = "ab- "


@st.composite
def runs(draw: st.DrawFn) -> Run:
    least = draw(st.integers(0, 2))
    most = draw(st.sampled_from([None, least, least + 1, least + 2]))
    return Run(
        draw(st.text(_CHARACTERS, max_size=2)),
        least,
        most,
        are_others=draw(st.booleans()),
        is_lazy=most is None and draw(st.booleans()),
        field=draw(st.sampled_from([None, "title", ""])),
    )


_SHAPES = st.sampled_from(["a(?: b)?|b", "ab|a(?!b)", "-{1,3}"]).map(lambda e: Shape(e, "kind"))


@st.composite
def steps(draw: st.DrawFn) -> list[Step]:
    found: list[Step] = []
    for _ in range(draw(st.integers(0, 5))):
        inner = draw(st.lists(runs() | _SHAPES, min_size=1, max_size=2))
        found += [Skip(len(inner)), *inner] if draw(st.booleans()) else inner
    return found


def tried_again(
    steps: Sequence[Step],
    text: str,
    place: int = 0,
    in_vain: set[tuple[int, int]] | None = None,
) -> Iterator[Spans]:
    """Every way in which steps match a text, the preferred one first.

    :param in_vain: how many steps were left, and at which place, when none was found; filled here
    """
    in_vain = set() if in_vain is None else in_vain
    here = len(steps), place
    # Else some steps would be tried for half a minute.
    if here in in_vain:
        return
    is_found = False
    for spans in _tried_here(steps, text, place, in_vain):
        is_found = True
        yield spans
    if not is_found:
        in_vain.add(here)


def _tried_here(
    steps: Sequence[Step], text: str, place: int, in_vain: set[tuple[int, int]]
) -> Iterator[Spans]:
    if not steps:
        if place == len(text):
            yield []
        return
    step, rest = steps[0], steps[1:]
    if isinstance(step, Skip):
        yield from tried_again(rest[step.steps :], text, place, in_vain)
        yield from tried_again(rest, text, place, in_vain)
        return
    ends = step.ends(text, place) if isinstance(step, Shape) else run_ends(step, text, place)
    own = [] if step.field is None else [step.field]
    for end in ends:
        for spans in tried_again(rest, text, end, in_vain):
            yield [*((name, (place, end)) for name in own), *spans]


def run_ends(run: Run, text: str, start: int) -> list[int]:
    most = len(text) if run.most is None else run.most
    ends = [start]
    for place in range(start, min(len(text), start + most)):
        if (text[place] in run.characters) is run.are_others:
            break
        ends.append(place + 1)
    ends = ends[run.least :]
    return ends if run.is_lazy else ends[::-1]


@given(steps(), st.text(_CHARACTERS, max_size=8))
def test_the_preferred_way_is_found(steps: list[Step], text: str) -> None:
    expected = next(tried_again(steps, text), None)
    assert spans_of_fields(steps, TextPlaces(text)) == expected


def test_a_shape_may_be_shorter_where_no_word_is_cut() -> None:
    shape = Shape("5 minutes|5 min|5", "duration")
    assert list(shape.ends("5 minutes", 0)) == [9, 1]
    assert list(shape.ends("5 min utes", 0)) == [5, 1]
    assert list(shape.ends("6 minutes", 0)) == []


def test_a_shape_is_found_wherever_it_begins() -> None:
    text = "ab" * 20
    steps = (Run("", 0, None, are_others=True), Shape("aba|ab", "kind"), Run("b", 0))
    assert spans_of_fields(steps, TextPlaces(text)) == [("kind", (38, 40))]


class CountedPattern:
    """A regular expression's place in a shape, which counts the places that it is tried at."""

    def __init__(self, expression: str) -> None:
        self.real = re.compile(expression)
        self.tried = 0

    def match(self, text: str, place: int) -> re.Match[str] | None:
        self.tried += 1
        return self.real.match(text, place)

    def fullmatch(self, text: str, place: int, end: int) -> re.Match[str] | None:
        self.tried += 1
        return self.real.fullmatch(text, place, end)


def test_each_place_is_tried_once_however_many_fields_there_are() -> None:
    for fields in (1, 2, 4, 8):
        text = "5-" * 300
        shape = Shape("5", "number")
        counted = CountedPattern("5")
        vars(shape)["at"] = counted
        anything = Run("", 1, None, are_others=True, is_lazy=True, field="title")
        steps: list[Step] = [*[anything, Run("-")] * fields, shape, Run("!")]
        assert spans_of_fields(steps, TextPlaces(text)) is None
        assert counted.tried <= 300
