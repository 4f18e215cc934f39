"""How much two names are alike, and in what they differ. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import combinations
from typing import Final, NamedTuple

from sphinxcontrib_tripreport.core.checks.name_words import NameWords, is_initial
from sphinxcontrib_tripreport.core.text.nearest import is_one_slip

MOST_MISSING: Final = 2
"""How many words may be missing in one of two names."""
_PARTICLES: Final = frozenset(
    (
        *("da", "das", "de", "del", "den", "der", "di", "do", "dos", "du"),
        *("la", "las", "los", "van", "von"),
    )
)
"""Words between names, which are missing or not with what is after them."""
_ONE_MORE: Final = 0.5
"""The doubt for each further word that is missing at one place."""
FEW_LETTERS: Final = 4
"""Words with no more letters differ by one letter from too many others."""


class Difference(Enum):
    """In what two names of one person differ; the values are as messages say it."""

    BLANKS = "the names agree but for blanks, hyphens and additions"
    SPELLING = "the names are two spellings of one sound"
    SCRIPT = "the names are the same in two scripts"
    ORDER = "the family name comes first in one of them"
    SLIP = "the names differ by one letter"
    INITIAL = "one of them has initials"
    MIDDLE = "one of them has another name in the middle"
    PARTICLE = "one of them has a word such as “van”, “de” or “da”"
    FAMILY = "one of them has a second family name"
    FIRST = "one of them has another name before"


class Variant(NamedTuple):
    """Two words that may be one: folded, or as they sound if they are in two scripts."""

    word: str
    meant: str
    is_slip: bool
    """Whether they differ by a letter, rather than in how one sound is spelled."""


class Likeness(NamedTuple):
    """What two names have in common."""

    differences: tuple[Difference, ...]
    doubt: float
    """How much says that they are two people: 0 if nothing does."""
    common: tuple[str, ...]
    """The words that both have, as they sound."""
    variants: tuple[Variant, ...] = ()


class _Match(NamedTuple):
    """A word of one name, as the word of another one that it may be."""

    common: str
    """What both words sound like; empty if they differ, or are one letter."""
    difference: Difference | None = None
    doubt: float = 0
    variant: Variant | None = None


_SLIP: Final = ((8, 1.0), (6, 1.5), (5, 2.0), (0, 3.0))
"""The doubt if two words differ by one letter, by the letters of the shorter word."""


def compare(one: NameWords, other: NameWords) -> Likeness | None:
    """What two names have in common, if they can be one person's; in whatever order they are."""
    if (len(one.words), one.words) > (len(other.words), other.words):
        one, other = other, one
    if one.letters == other.letters:
        return Likeness((Difference.BLANKS,), 0, one.sounds)
    found = list(_as_a_whole(one, other))
    missing = _whole_words(other) - _whole_words(one)
    if len(one.words) > 1 and missing <= MOST_MISSING:
        for order, doubt in _orders(len(one.words)):
            found += _align(one, other, order, doubt)
    return min(found, key=rank, default=None)


def rank(likeness: Likeness) -> tuple[float, int, bool]:
    """What says which of several likenesses of two people's names is the closest: the least."""
    differences = likeness.differences
    return likeness.doubt, len(differences), differences != (Difference.BLANKS,)


def _whole_words(name: NameWords) -> int:
    return sum(word not in _PARTICLES for word in name.words)


def _as_a_whole(one: NameWords, other: NameWords) -> Iterator[Likeness]:
    """What the names have in common if blanks and hyphens do not count."""
    crosses = one.scripts.isdisjoint(other.scripts)
    is_same = sorted(one.sounds) == sorted(other.sounds)
    if not is_same and set(one.sounds).isdisjoint(other.sounds):
        return
    spelling, doubt = (Difference.SCRIPT, 0) if crosses else (Difference.SPELLING, 1)
    if one.joined == other.joined and not is_same:
        yield Likeness((spelling,), doubt, one.sounds)
    elif one.joined in other.turned or other.joined in one.turned:
        if sorted(one.letters) == sorted(other.letters):
            yield Likeness((Difference.ORDER,), 1, one.sounds)
        else:
            yield Likeness((Difference.ORDER, spelling), 1 + doubt, one.sounds)


def _orders(count: int) -> Iterator[tuple[Sequence[int], float]]:
    """The orders that the words of a name may have been written in, and how doubtful each is."""
    yield range(count), 0
    yield (count - 1, *range(count - 1)), 1
    if count > 2:
        yield (*range(1, count), 0), 1


def _align(
    one: NameWords, other: NameWords, order: Sequence[int], doubt: float
) -> Iterator[Likeness]:
    """What the names have in common, with the words of the longer one that may be missing."""
    turned = () if isinstance(order, range) else (Difference.ORDER,)
    last = len(order) - 1
    for places in combinations(range(len(other.words)), len(order)):
        found = []
        for number, (i, k) in enumerate(zip(order, places, strict=True)):
            match = _match(one, i, other, k, is_middle=0 < number < last, is_last=number == last)
            if match is None:
                break
            found.append(match)
        else:
            common = tuple(match.common for match in found if match.common)
            found += _missing(other, places)
            variants = tuple(m.variant for m in found if m.variant is not None)
            differences = dict.fromkeys(m.difference for m in found if m.difference is not None)
            if common and sum(variant.is_slip for variant in variants) < 2:
                doubts = doubt + sum(match.doubt for match in found)
                reasons = (*turned, *differences) or (Difference.PARTICLE,)
                yield Likeness(reasons, doubts, common, variants)


def _match(
    one: NameWords, i: int, other: NameWords, k: int, *, is_middle: bool, is_last: bool
) -> _Match | None:
    word, meant = one.words[i], other.words[k]
    sound, meant_sound = one.sounds[i], other.sounds[k]
    crosses = one.scripts.isdisjoint(other.scripts)
    if is_initial(word) or is_initial(meant):
        if word == meant:
            return _Match("")
        begins = sound[:1] == meant_sound[:1] if crosses else word[0] == meant[0]
        return _Match("", Difference.INITIAL, 0.5 if is_middle else 2 + is_last) if begins else None
    if word == meant:
        return _Match(sound)
    if crosses:
        if sound == meant_sound:
            return _Match(sound, Difference.SCRIPT)
        word, meant = sound, meant_sound
    elif sound == meant_sound:
        is_plain = _without_e(word) == _without_e(meant)
        variant = None if is_plain else Variant(word, meant, is_slip=False)
        return _Match(sound, Difference.SPELLING, 1, variant)
    if max(len(word), len(meant)) >= FEW_LETTERS and is_one_slip(word, meant):
        doubt = _doubt_of_slip(word, meant, is_first=i == 0)
        return _Match("", Difference.SLIP, doubt, Variant(word, meant, is_slip=True))
    return None


def _without_e(word: str) -> str:
    """A word with ä, ö and ü as they are without their dots, rather than as ae, oe and ue."""
    return word.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def _doubt_of_slip(word: str, meant: str, *, is_first: bool) -> float:
    """How probable it is that words which differ by one letter are two names.

    They are in short words, in the first letter (``Riley`` and ``Wiley``), and in the last letter
    of given names (``Mario`` and ``Maria``).
    """
    length = min(len(word), len(meant))
    doubt = next(doubt for least, doubt in _SLIP if length >= least)
    if word[0] != meant[0] and word[1] != meant[0]:
        doubt += 1
    if is_first and word[: length - 1] == meant[: length - 1]:
        doubt += 1
    return doubt


def _missing(other: NameWords, places: Sequence[int]) -> Iterator[_Match]:
    """The words of the longer name that are not in the shorter one, without particles."""
    is_more: set[Difference] = set()
    for place, word in enumerate(other.words):
        if place in places or word in _PARTICLES:
            continue
        if place > places[-1]:
            difference, doubt = Difference.FAMILY, 2.0
        elif place < places[0]:
            difference, doubt = Difference.FIRST, 1 if is_initial(word) else 2.5
        else:
            difference, doubt = Difference.MIDDLE, 0.5 if is_initial(word) else 1
        yield _Match("", difference, _ONE_MORE if difference in is_more else doubt)
        is_more.add(difference)
