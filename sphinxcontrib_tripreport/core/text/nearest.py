"""What somebody may have meant by an unknown name. Standard library and slugs only."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from difflib import SequenceMatcher
from typing import Final

from sphinxcontrib_tripreport.core.text.slugs import fold

_CUTOFF: Final = 0.6
_FEW_LETTERS: Final = 4
_LONGEST: Final = 300
"""A longer word is no slip of a name, and takes long to compare."""


def nearest(word: str, known: Iterable[str], count: int = 3) -> tuple[str, ...]:
    """The names among ``known`` that are most like ``word``: at most ``count``, best first.

    Names are compared folded; one that holds ``word`` as whole words is near too, and of
    ``event/key`` the key alone is compared as well.
    """
    wanted = fold(word)
    if not wanted or len(wanted) > _LONGEST:
        return ()
    whole = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)")
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    rated = sorted((-_rate(matcher, fold(name)), name) for name in set(known))
    best: list[tuple[float, str]] = []
    for bound, name in rated:
        if len(best) >= count and (not best or bound > best[-1][0]):
            break  # the others cannot be nearer
        score = _score(matcher, fold(name), whole)
        if score >= _CUTOFF:
            best = sorted([*best, (-score, name)])[:count]
    return tuple(name for _, name in best)


class NearNames:
    """Near matches of many unknown words: each is looked for once, and all have a limit.

    A page with thousands of unknown names is compared with thousands of known ones otherwise.
    """

    def __init__(self, most: int = 200_000) -> None:
        """Offer near matches until *most* names were compared, which takes a few seconds."""
        self._left = most
        self._found: dict[tuple[str, str, int], tuple[str, ...]] = {}
        self._known: dict[str, tuple[str, ...]] = {}

    def find(
        self, kind: str, word: str, known: Callable[[], Iterable[str]], count: int = 3
    ) -> tuple[str, ...]:
        """What :func:`nearest` does; nothing for a new word once the limit is reached.

        :param known: all names of the *kind*; asked once
        """
        key = (kind, word, count)
        if key not in self._found:
            if kind not in self._known:
                self._known[kind] = tuple(known())
            self._left -= len(self._known[kind])
            found = nearest(word, self._known[kind], count) if self._left >= 0 else ()
            self._found[key] = found
        return self._found[key]


def is_one_slip(word: str, meant: str) -> bool:
    """Whether *word* is *meant* with one letter left out, added, exchanged or in the wrong place.

    In words of less than five letters none is exchanged, because they have too many neighbours.
    """
    if word == meant or abs(len(word) - len(meant)) > 1:
        return False
    start = 0
    while start < min(len(word), len(meant)) and word[start] == meant[start]:
        start += 1
    rest, other = word[start:], meant[start:]
    if len(rest) != len(other):
        shorter, longer = sorted((rest, other), key=len)
        return shorter == longer[1:]
    is_swapped = rest[:2] == other[:2][::-1] and rest[2:] == other[2:]
    return is_swapped or (len(meant) > _FEW_LETTERS and rest[1:] == other[1:])


def _forms(folded: str) -> set[str]:
    return {folded, folded.rpartition("/")[2]}


def _rate(matcher: SequenceMatcher[str], folded: str) -> float:
    """An upper bound of the score, which is much faster to find."""
    bound = _CUTOFF  # of a name that only holds the word
    for form in _forms(folded):
        matcher.set_seq1(form)
        if matcher.real_quick_ratio() > bound:
            bound = max(bound, matcher.quick_ratio())
    return bound


def _score(matcher: SequenceMatcher[str], folded: str, whole: re.Pattern[str]) -> float:
    score = _CUTOFF if whole.search(folded) else 0.0
    for form in _forms(folded):
        matcher.set_seq1(form)
        if matcher.quick_ratio() >= max(score, _CUTOFF):
            score = max(score, matcher.ratio())
    return score
