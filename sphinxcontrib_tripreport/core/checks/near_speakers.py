"""People who seem to be one: what their names have in common, and what else says so. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import product
from typing import Final, NamedTuple

from sphinxcontrib_tripreport.core.checks.blocks import pairs_to_compare
from sphinxcontrib_tripreport.core.checks.evidence import Evidence
from sphinxcontrib_tripreport.core.checks.likeness import Difference, Likeness, compare, rank
from sphinxcontrib_tripreport.core.checks.name_words import NameWords, names_in
from sphinxcontrib_tripreport.core.checks.people import Person
from sphinxcontrib_tripreport.core.text.romanised import sound_of

_MOST_DOUBT: Final = 3.0
_FREQUENT: Final = ((2, 0.0), (5, 0.5), (15, 1.0), (50, 1.5))
"""How many people have a word of a name, at most, and how much doubt that is."""
_MOST_FREQUENT: Final = 2.0
_TWO_NAMES: Final = 2.5
"""The doubt if both words that differ by a letter are names of others, too, or if all words of
names in the other order are given names and family names of others."""
_TWO_SPELLINGS: Final = 1.0
"""The doubt if both spellings of one sound are names of others, too."""
_SAFE: Final = 2
"""If two names have this many words in common, it does not matter how frequent these are."""
_NEW_NAMES: Final = 0.5
"""The doubt if neither of the words that differ by a letter is."""
_LONG_WORD: Final = 7
"""Names of this many letters that differ by one letter alone are hardly two names."""
_RIVAL: Final = 1.5
"""The doubt for everybody else whom initials can mean."""
_SHORTENED: Final = frozenset((Difference.INITIAL, Difference.FAMILY, Difference.FIRST))


class NearPair(NamedTuple):
    """Two people who seem to be one."""

    one: Person
    """Whose name is to stay."""
    other: Person
    reasons: tuple[str, ...]
    """In plain words, what the names differ in first."""
    doubt: float
    """0 or less if there is none."""


def near_people(people: Sequence[Person]) -> list[NearPair]:
    """The pairs among *people* that seem to be one person, those with the least doubt first.

    The order of *people* makes no difference, and who is in a talk together with somebody is
    somebody else.
    """
    people = sorted(people)
    names = [_names(person) for person in people]
    words = _NameCounts(names)
    evidence = Evidence(people)
    likenesses: dict[tuple[int, int], Likeness] = {}
    for i, k in sorted(pairs_to_compare(names)):
        likeness = _closest(names[i], names[k])
        if likeness is not None and not evidence.are_two(people[i], people[k]):
            likenesses[i, k] = likeness._replace(doubt=likeness.doubt + words.doubt(likeness))
    rivals = _rivals(likenesses)
    found = []
    for (i, k), likeness in likenesses.items():
        signs = list(evidence.signs(people[i], people[k]))
        doubt = likeness.doubt - sum(sign.weight for sign in signs)
        if _is_short(likeness):
            doubt += _RIVAL * max(len(rivals[i] - rivals[k]), len(rivals[k] - rivals[i]))
        if doubt <= _most_doubt(people[i], people[k], likeness):
            reasons = [each.value for each in likeness.differences]
            reasons += [sign.reason for sign in signs]
            found.append(NearPair(*_stays_first(people[i], people[k]), tuple(reasons), doubt))
    return sorted(found, key=lambda pair: (pair.doubt, pair.one.key, pair.other.key))


def _rivals(likenesses: Iterable[tuple[int, int]]) -> defaultdict[int, set[int]]:
    """Everybody with all who may be the same person, and with themselves."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    for i, k in likenesses:
        found[i] |= {i, k}
        found[k] |= {i, k}
    return found


def _names(person: Person) -> list[NameWords]:
    return [words for name in (person.names or (person.name,)) for words in names_in(name)]


def _closest(one: Iterable[NameWords], other: Iterable[NameWords]) -> Likeness | None:
    found = (compare(a, b) for a, b in product(one, other))
    likely = (likeness for likeness in found if likeness is not None)
    return min(likely, key=rank, default=None)


def _is_short(likeness: Likeness) -> bool:
    return not _SHORTENED.isdisjoint(likeness.differences)


def _most_doubt(one: Person, other: Person, likeness: Likeness) -> float:
    """How much doubt there may be. Whoever describes two people has told them apart."""
    if one.is_declared and other.is_declared:
        return 0.0 if likeness.differences == (Difference.BLANKS,) else -_MOST_DOUBT
    return _MOST_DOUBT


def _stays_first(one: Person, other: Person) -> tuple[Person, Person]:
    """Two people, the one with the better name first: described, frequent, whole, with accents."""

    def rank(person: Person) -> tuple[bool, int, int, int, str]:
        accents = sum(not char.isascii() for char in person.name)
        return not person.is_declared, -len(person.talks), -len(person.name), -accents, person.key

    first, second = sorted((one, other), key=rank)
    return first, second


class _NameCounts:
    """How many people have each word in their names."""

    def __init__(self, names: Sequence[Sequence[NameWords]]) -> None:
        self._people = Counter(
            word
            for each in names
            for word in {w for name in each for w in (*name.words, *name.sounds)}
        )

        spoken = {name.sounds for each in names for name in each}
        self._first = Counter(sounds[0] for sounds in spoken)
        self._last = Counter(sounds[-1] for sounds in spoken)

    def doubt(self, likeness: Likeness) -> float:
        """How much the words that two names have in common, or do not have, say against them."""
        doubt = 0.0
        spelled = {sound_of(variant.word) for variant in likeness.variants}
        others = [sound for sound in likeness.common if sound not in spelled]
        often = self._doubt_by_frequency(others or likeness.common)
        counts_often = len(likeness.common) < _SAFE or _is_short(likeness)
        for variant in likeness.variants:
            known = [self._people[word] > 1 for word in (variant.word, variant.meant)]
            counts_often |= variant.is_slip or all(known)
            if variant.is_slip:
                doubt += _TWO_NAMES if all(known) else 0 if any(known) else _NEW_NAMES
                if min(len(variant.word), len(variant.meant)) >= _LONG_WORD:
                    often /= 2
            elif all(known):
                doubt += _TWO_SPELLINGS
        if Difference.ORDER in likeness.differences and all(map(self._is_both, likeness.common)):
            doubt += _TWO_NAMES
        return doubt + often if counts_often else doubt

    def _is_both(self, sound: str) -> bool:
        """Whether others have a word as a given name, and others as a family name."""
        return self._first[sound] > 1 and self._last[sound] > 1

    def _doubt_by_frequency(self, common: Sequence[str]) -> float:
        """The doubt because of how many people have the rarest of the words."""
        fewest = min(self._people[sound] for sound in common)
        return next((doubt for most, doubt in _FREQUENT if fewest <= most), _MOST_FREQUENT)
