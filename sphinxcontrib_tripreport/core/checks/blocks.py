"""Which names are worth comparing: those that have a part in common. Pure.

Every name is put under a few short texts, and only names under one text are compared: never each
with each other. For slips these are the name with any one letter left out, as in SymSpell
(https://github.com/wolfgarbe/SymSpell): two words that differ by one letter have one of these in
common.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sphinxcontrib_tripreport.core.checks.likeness import FEW_LETTERS
from sphinxcontrib_tripreport.core.checks.name_words import NameWords, is_initial

_MOST_COMPARED: Final = 2_000
"""A text with more pairs is too frequent to tell anybody by."""


def pairs_to_compare(names: Sequence[Sequence[NameWords]]) -> set[tuple[int, int]]:
    """The pairs of people whose names may be one person's, by their numbers, the lower one first.

    :param names: those of each person
    """
    whole = _Blocks()
    parts = _Blocks()
    for number, each in enumerate(names):
        for name in each:
            for text in _wholes(name):
                whole.put(text, number, is_short=True)
            for text in _slips(name):
                whole.put(text, number, is_short=True)
            for text, is_short in _parts(name):
                parts.put(text, number, is_short=is_short)
    return {*whole.pairs(), *parts.pairs()}


class _Blocks:
    """Numbers by texts: most texts have only one."""

    def __init__(self) -> None:
        self._first: dict[str, tuple[int, bool]] = {}
        self._more: defaultdict[str, dict[int, bool]] = defaultdict(dict)

    def put(self, text: str, number: int, *, is_short: bool) -> None:
        """:param is_short: whether the number may pair with each, rather than with short ones"""
        first = self._first.setdefault(text, (number, is_short))
        if first[0] == number and first[1] >= is_short:
            return
        more = self._more[text]
        more[number] = more.get(number, False) or is_short

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Two numbers under one text, of which one is short."""
        for text, more in self._more.items():
            number, is_short = self._first[text]
            block = {**more, number: is_short or more.get(number, False)}
            short = [each for each, its in block.items() if its]
            if len(short) * len(block) <= _MOST_COMPARED:
                yield from ((min(a, b), max(a, b)) for a in short for b in block if a != b)


def _wholes(name: NameWords) -> Iterable[str]:
    return {name.joined, *name.turned} if len(name.words) > 1 else (name.joined,)


def _slips(name: NameWords) -> Iterator[str]:
    """The name with one letter left out, and as it is; its words in the order of the alphabet."""
    if len(name.words) < 2:
        return
    for place, (word, sound) in enumerate(zip(name.words, name.sounds, strict=True)):
        others = sorted(name.sounds[:place] + name.sounds[place + 1 :])
        start = f"{' '.join(others)}|"
        for form in {word, sound}:
            if len(form) >= FEW_LETTERS - 1:
                yield start + form
                yield from {f"{start}{form[:i]}{form[i + 1 :]}" for i in range(len(form))}


def _parts(name: NameWords) -> Iterator[tuple[str, bool]]:
    """What of a name stays if words are left out or shortened, and whether they are in this one."""
    sounds = name.sounds
    if len(sounds) < 2:
        return
    is_short = len(sounds) > 2 or any(map(is_initial, name.words))
    first, last = sounds[0], sounds[-1]
    yield f"{first[:1]} {last}", is_short
    yield f"{first} {last[:1]}.", is_initial(name.words[-1])
    if len(sounds) > 2:
        yield f"{sounds[1][:1]} {first}", True
        yield f"{last[:1]} {sounds[-2]}", True
        yield f"{last[:1]} {first}", True
        yield f"{first} {sounds[1]} …", True
        yield f"… {sounds[-2]} {last}", True
    else:
        yield f"{first} {last} …", False
        yield f"… {first} {last}", False
    if is_initial(name.words[-1]):
        yield f"{last} {first}", True
