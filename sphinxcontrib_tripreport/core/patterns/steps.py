"""Matches a line step by step, in time that is linear in the line for each step. Pure.

Going back and trying again, as regular expressions do, takes the n-th power of a line's length for
n fields. Here all places of a text are tried at once, each as one bit of a number: forwards to
where every step can come, back to where the rest can follow, and then along the places that are
left, where each step takes what it likes best. That is what going back and trying again would have
found first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

_FEW = 8
"""Up to this many places are tried one by one."""
_ONE = ord("1")


@dataclass(frozen=True, slots=True)
class Run:
    """A step over so many of some characters, or of all others."""

    characters: str
    least: int = 1
    most: int | None = 1
    """None: any number."""
    are_others: bool = False
    """Whether the characters are those that it does not step over."""
    is_lazy: bool = False
    """Whether it takes as few as it can, not as many."""
    field: str | None = None
    """The name of the field that it is, if it is one."""
    pairs: tuple[str, str] = ("", "")
    """Characters that open and close: it does not end between two that belong together. In a text
    each has its partner, and no pair is in another."""


@dataclass(frozen=True)
class Shape:
    """A step over what an expression matches: its first form, or a shorter one."""

    expression: str
    """Matches the longest of its forms first."""
    field: str

    @cached_property
    def anchored_expression(self) -> re.Pattern[str]:
        """What is tried at one place."""
        return re.compile(self.expression)

    @cached_property
    def overlapping_expression(self) -> re.Pattern[str]:
        """What finds every place, also those within what begins at another."""
        return re.compile(f"(?={self.expression})")

    def ends(self, text: str, start: int) -> Iterator[int]:
        """Where the forms end that begin at *start*, the longest first.

        A shorter one ends neither within a word or a number nor after a space.
        """
        found = self.anchored_expression.match(text, start)
        if found is None:
            return
        yield found.end()
        for end in range(found.end() - 1, start, -1):
            if not text[end].isalnum() and not text[end - 1].isspace():
                shorter = self.anchored_expression.fullmatch(text, start, end)
                if shorter is not None:
                    yield end


@dataclass(frozen=True, slots=True)
class Skip:
    """Leaves out so many of the steps that follow, if the rest matches without them."""

    steps: int


Step = Run | Shape | Skip


class TextPlaces:
    """A text, and where in it which characters are: bit n is the place before its character n."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.all = (1 << len(text)) - 1
        self._of: dict[tuple[str, bool], int] = {("", True): self.all}
        self._within: dict[tuple[str, str], int] = {("", ""): 0}

    def places_of(self, run: Run) -> int:
        """The places of the characters that a run steps over."""
        key = (run.characters, run.are_others)
        places = self._of.get(key)
        if places is None:
            places = 0
            for character in run.characters:
                places |= self._of_one(character)
            places = self._of[key] = places ^ self.all if run.are_others else places
        return places

    def ends(self, run: Run) -> int:
        """The places at which a run may end, as far as pairs are concerned."""
        within = self._within.get(run.pairs)
        if within is None:
            opening, closing = (self.places_of(Run(characters)) for characters in run.pairs)
            within = self._within[run.pairs] = (closing - opening) << 1
        return ~within

    def _of_one(self, character: str) -> int:
        digits = bytearray(b"0") * len(self.text)
        place = self.text.find(character)
        while place >= 0:
            digits[~place] = _ONE
            place = self.text.find(character, place + 1)
        return int(digits or b"0", 2)


def spans_of_fields(
    steps: Sequence[Step], places: TextPlaces
) -> list[tuple[str, tuple[int, int]]] | None:
    """The fields of a text that *steps* match as a whole, by name, in order; None: they do not."""
    size = len(places.text)
    reached = [1, *[0] * len(steps)]
    forms: dict[int, dict[int, list[int]]] = {}
    for number, step in enumerate(steps):
        here = reached[number]
        if not here:
            continue
        if isinstance(step, Run):
            reached[number + 1] |= _run_over(here, step, places.places_of(step)) & places.ends(step)
        elif isinstance(step, Skip):
            reached[number + 1] |= here
            reached[number + 1 + step.steps] |= here
        else:
            forms[number] = dict(_forms(step, places.text, here))
            for ends in forms[number].values():
                for end in ends:
                    reached[number + 1] |= 1 << end
    if not reached[-1] >> size & 1:
        return None
    _keep_useful(steps, places, reached, forms)
    return list(_choose_fields(steps, places, reached, forms))


def _forms(shape: Shape, text: str, here: int) -> Iterator[tuple[int, list[int]]]:
    """Where a shape begins among the places *here*, and where its forms end."""
    starts: Iterator[int]
    if here.bit_count() <= _FEW:
        starts = _bits(here)
    else:
        found = (each.start() for each in shape.overlapping_expression.finditer(text))
        starts = (start for start in found if here >> start & 1)
    for start in starts:
        if ends := list(shape.ends(text, start)):
            yield start, ends


def _bits(number: int) -> Iterator[int]:
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest


def _run_over(here: int, run: Run, matching: int) -> int:
    """Where a run from one of the places *here* can end."""
    for _ in range(run.least):
        here = (here & matching) << 1
    if run.most is None:
        # The sum carries through all that is in a row; https://doi.org/10.1109/HPCA.2012.6169041
        return here | (((here & matching) + matching) ^ matching)
    for _ in range(run.most - run.least):
        here |= (here & matching) << 1
    return here


def _run_back(there: int, run: Run, matching: int, everything: int) -> int:
    """Where a run can begin that ends at one of the places *there*."""
    if run.most is not None:
        for _ in range(run.most - run.least):
            there |= (there >> 1) & matching
    elif matching == everything:
        there = (1 << there.bit_length()) - 1
    else:
        row, length = matching, 1  # where so many of them are in a row
        while row:
            there |= (there >> length) & row
            row &= row >> length
            length *= 2
    for _ in range(run.least):
        there = (there >> 1) & matching
    return there


def _keep_useful(
    steps: Sequence[Step],
    places: TextPlaces,
    reached: list[int],
    forms: Mapping[int, Mapping[int, list[int]]],
) -> None:
    """Drop the reached places from where the rest of the text cannot be matched."""
    reached[-1] = 1 << len(places.text)
    for number in range(len(steps) - 1, -1, -1):
        step, there = steps[number], reached[number + 1]
        if isinstance(step, Run):
            before = _run_back(there & places.ends(step), step, places.places_of(step), places.all)
        elif isinstance(step, Skip):
            before = there | reached[number + 1 + step.steps]
        else:
            before = 0
            for start, ends in forms.get(number, {}).items():
                if any(there >> end & 1 for end in ends):
                    before |= 1 << start
        reached[number] &= before


def _choose_fields(
    steps: Sequence[Step],
    places: TextPlaces,
    useful: Sequence[int],
    forms: Mapping[int, Mapping[int, list[int]]],
) -> Iterator[tuple[str, tuple[int, int]]]:
    """The fields, where each step goes to the best of the places from where the rest matches."""
    place = number = 0
    while number < len(steps):
        step, there = steps[number], useful[number + 1]
        number += 1
        if isinstance(step, Skip):
            number += step.steps if useful[number + step.steps] >> place & 1 else 0
            continue
        start = place
        if isinstance(step, Shape):
            place = next(end for end in forms[number - 1][start] if there >> end & 1)
        elif step.is_lazy:
            later = (there & places.ends(step)) >> (start + step.least)
            place = start + step.least + (later & -later).bit_length() - 1
        elif step.most == 1 == step.least:
            place += 1
        else:
            place = _longest(step, start, places.places_of(step), there & places.ends(step))
        if step.field is not None:
            yield step.field, (start, place)


def _longest(run: Run, start: int, matching: int, there: int) -> int:
    """The last of the places *there* to which a run from *start* comes."""
    missing = ~matching >> start
    length = (missing & -missing).bit_length() - 1
    if run.most is not None:
        length = min(length, run.most)
    return (there & ((1 << (start + length + 1)) - 1)).bit_length() - 1
