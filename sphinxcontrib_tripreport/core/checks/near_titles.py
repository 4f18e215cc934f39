"""Talks of one event that seem to be one: their titles nearly agree, nothing else differs. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time
from functools import lru_cache
from typing import Final, NamedTuple

from sphinxcontrib_tripreport.core.checks.numbers_in_names import numbers_among
from sphinxcontrib_tripreport.core.checks.shared_parts import pairs_that_share
from sphinxcontrib_tripreport.core.text.nearest import is_one_slip
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.romanised import sound_of
from sphinxcontrib_tripreport.core.text.slugs import fold, slug

_SUBTITLE: Final = regex(r":\s|\s[-\u2013\u2014|/]+\s|[\u2014\uff1a]|[?!.]\s+(?=\S)|\s\(")
"""What is between a title and its subtitle; the first one counts."""
_ANY_LENGTH: Final = 1_000_000
_MOST_WORDS: Final = 40
"""A longer title is text that got there by a slip."""
_SHORT_WORD: Final = 2
_OWN: Final = 3
"""Of titles with fewer words, such as "Lightning talks", one event has several."""
_LEAST_LETTERS: Final = 8
"""Shorter titles are too near to others that have a subtitle or another letter."""
_SMALL_WORDS: Final = frozenset(
    (
        *("a", "an", "the", "of", "in", "on", "for", "to", "and", "with", "by", "at", "your", "my"),
        *("der", "die", "das", "ein", "eine", "und", "mit", "im", "von", "zu"),
        *("el", "la", "los", "las", "un", "una", "y", "en", "de", "del", "con"),
        *("le", "les", "du", "des", "et", "une", "dans", "avec", "o", "os", "as", "um", "uma", "e"),
        *("em", "do", "da", "dos", "das", "com", "il", "lo", "gli", "i", "di", "per", "het", "een"),
        *("van", "bin", "ibn"),
    )
)
"""Words without which a title is hardly another one, in languages of many conferences."""


class TalkTitle(NamedTuple):
    """A talk, as far as its title says which one it is."""

    name: str
    title: str
    event: str = ""
    """Its key; empty if nobody says at which event the talk was."""
    speakers: tuple[str, ...] = ()
    """Names."""
    day: date | None = None
    start: time | None = None
    session: str = ""
    """The id of its session in the programme."""
    docnames: frozenset[str] = frozenset()
    """The documents with notes on it."""


class NearTitles(NamedTuple):
    """Two talks that seem to be one."""

    one: TalkTitle
    """Which is better known: in a programme, or noted more often."""
    other: TalkTitle
    reasons: tuple[str, ...]
    """In plain words, what the titles differ in first."""


def near_titles(talks: Iterable[TalkTitle]) -> list[NearTitles]:
    """The pairs of talks of one event, or of none, that seem to be one; by their names.

    Talks are two if they are different sessions, begin at different times, are both in one
    document, or have speakers who have nothing in common; and if their titles have different
    numbers, as those of two parts have.
    """
    by_event: defaultdict[str, list[TalkTitle]] = defaultdict(list)
    for talk in sorted(talks, key=lambda each: each.name):
        by_event[talk.event].append(talk)
    found = []
    words = (set(_words(talk.title)) for at_one in by_event.values() for talk in at_one)
    often = Counter(word for each in words for word in each)
    for at_one in by_event.values():
        parts = (_parts(_words(talk.title)) for talk in at_one)
        for i, k in sorted(pairs_that_share(parts)):
            one, other = sorted((at_one[i], at_one[k]), key=_rank)
            reasons = _reasons(one, other, often)
            if reasons:
                found.append(NearTitles(one, other, tuple(reasons)))
    return found


def _rank(talk: TalkTitle) -> tuple[bool, int, str]:
    return not talk.session, -len(talk.docnames), talk.name


def _parts(words: tuple[str, ...]) -> Iterator[str]:
    if not 0 < len(words) <= _MOST_WORDS:
        return
    yield "".join(words)
    ordered = sorted(words)
    yield " ".join(ordered)
    yield from (" ".join(ordered[:i] + ordered[i + 1 :]) for i in range(len(ordered)))
    # What begins alike may be a title with and without a subtitle.
    yield from (
        "".join(words[:end]) + "\N{HORIZONTAL ELLIPSIS}" for end in range(2, len(words) + 1)
    )


def _reasons(one: TalkTitle, other: TalkTitle, often: Mapping[str, int]) -> list[str]:
    """Why two talks of one event seem to be one; nothing if they do not.

    :param often: how many talks have a word in their titles
    """
    difference = _difference(one.title, other.title)
    if difference is None or _are_two(one, other):
        return []
    if difference.slip and all(often[word] > 1 for word in difference.slip):
        return []  # "Python" and "Cython"
    shared = _sounds_of_speakers(one) & _sounds_of_speakers(other)
    is_said = bool(one.speakers and other.speakers)
    if not shared and (is_said or difference.needs_speakers or not one.event):
        return []
    reasons = [difference.text]
    if shared:
        reasons.append("they have a speaker in common")
    if one.start is not None and one.start == other.start:
        reasons.append("they begin at one time")
    return reasons


def _are_two(one: TalkTitle, other: TalkTitle) -> bool:
    return bool(
        (one.session and other.session)
        or (one.day and other.day and one.day != other.day)
        or (one.start is not None and other.start is not None and one.start != other.start)
        or one.docnames & other.docnames
    )


def _sounds_of_speakers(talk: TalkTitle) -> set[str]:
    """What the names of the speakers sound like, word by word."""
    words = (word for name in talk.speakers for word in slug(name).split("-"))
    return {
        sound_of(word) for word in words if len(word) > _SHORT_WORD and word not in _SMALL_WORDS
    }


class _Difference(NamedTuple):
    text: str
    needs_speakers: bool = False
    """Whether that is no reason unless the talks have a speaker in common."""
    slip: tuple[str, ...] = ()
    """The two words that differ by a letter."""


def _difference(one: str, other: str) -> _Difference | None:
    """The difference of two titles that may be one; None if they may not be."""
    words, others = _words(one), _words(other)
    if numbers_among(words) != numbers_among(others):
        return None
    if fold(one) == fold(other):
        is_own = len(words) >= _OWN
        return _Difference("the titles are the same", needs_speakers=True) if is_own else None
    if "".join(words) == "".join(others):
        return _Difference("the titles differ in blanks and punctuation")
    if sorted(words) == sorted(others):
        return _Difference("the titles differ in the order of words")
    if _is_main(words, other) or _is_main(others, one):
        return _Difference("one of the titles has a subtitle", needs_speakers=True)
    return _of_words(list((Counter(words) - Counter(others)).elements()), words, others)


def _of_words(
    mine: list[str], words: tuple[str, ...], others: tuple[str, ...]
) -> _Difference | None:
    """The difference of two titles that agree in all words but one."""
    theirs = list((Counter(others) - Counter(words)).elements())
    if len("".join(words)) < _LEAST_LETTERS or len(mine) + len(theirs) > 2:
        return None
    if len(mine) == len(theirs) == 1 and is_one_slip(mine[0], theirs[0]):
        return _Difference("the titles differ by one letter", slip=(mine[0], theirs[0]))
    if len(mine) != len(theirs) and _SMALL_WORDS.issuperset(mine + theirs):
        return _Difference(f"one of the titles has “{' '.join(mine + theirs)}”")
    return None


def _is_main(words: tuple[str, ...], longer: str) -> bool:
    """Whether a title is all that another one has before its subtitle of several words.

    One word, such as "Tutorial" or "Questions", says that there were two.
    """
    main = _SUBTITLE.split(longer, maxsplit=1)[0]
    added = len(_words(longer)) - len(words)
    return added > 1 and len("".join(words)) >= _LEAST_LETTERS and _words(main) == words


@lru_cache(maxsize=16384)
def _words(title: str) -> tuple[str, ...]:
    return tuple(filter(None, slug(title, _ANY_LENGTH).split("-")))
