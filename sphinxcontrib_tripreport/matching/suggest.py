"""The pattern that an author may be looking for, and what nearly matches."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from docutils import nodes

from sphinxcontrib_tripreport.core.patterns.fields import read_day, read_talk
from sphinxcontrib_tripreport.core.patterns.found import FoundTalk
from sphinxcontrib_tripreport.core.patterns.marked import LINK
from sphinxcontrib_tripreport.core.patterns.pattern import Pattern, Where, read_pattern
from sphinxcontrib_tripreport.core.patterns.rules import Rules, Written, make_usable
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.matching.candidates import Candidate, all_candidates
from sphinxcontrib_tripreport.matching.finder import Finder, Findings
from sphinxcontrib_tripreport.matching.pieces import Names, match_pieces
from sphinxcontrib_tripreport.matching.shapes import Group, groups_of, shapes_for

_FEW_WORDS: Final = range(2, 5)
_LONGEST_CJK: Final = 12
_PARTICLES: Final = frozenset(("van", "von", "de", "der", "den", "del", "della", "di", "da", "dos",
                               "la", "le", "bin", "al", "el", "y", "zu", "und"))  # fmt: skip
_OF_COMPANIES: Final = regex(
    r"\b(?:inc|ltd|llc|gmbh|ag|corp|company|university|universit\w+|labs?|foundation|institute|"
    r"software|systems|technologies|solutions|consulting|group|team|project)\b\.?",
    re.IGNORECASE,
)
_LEFT_OVER: Final = (
    re.compile(r"^\W*\d{1,2}[:.h]\d\d"),
    re.compile(r"^\W*\d{1,3}[.)]\s"),
    re.compile(r"[(（][^()（）]*[)）]\s*$"),
    re.compile(r"(?:\s[-–—|/]|,)\s+[^\W\d_]\S*\s+[^\W\d_]\S*\s*$"),
    re.compile(r"\sby\s", re.IGNORECASE),
)
"""What in a title would be better in a field of its own."""
_FEWEST: Final = 2
"""One heading is no pattern."""
_FEWEST_OF_ITEMS: Final = 1 / 5
"""Fewer of a post's list items are sentences that look like talks by chance."""
_TELLING: Final = frozenset(("time", "title", "speakers"))
"""With all of these, one place is enough."""
_WITHOUT_PEOPLE, _OF_FIELD, _OF_BAD, _OF_LEFT = 0.6, 0.1, 0.5, 0.3
"""What a talk counts that has no people, and more for each field; and what speaks against one."""
_MOST_TRIED: Final = 60
"""So many places of a kind are tried with each shape."""
_DAYS: Final = ("{weekday} {day}", "{weekday}, {day}", "{weekday}", "{day}", "{day} ({weekday})")
_WORD_AND_NUMBER: Final = regex(r"\W*([^\W\d_]{2,12})\s+\d{1,2}\b")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What to write so that the talks of a post are known."""

    pattern: str
    matched: int
    """How many talks it gives."""
    places: int
    """How many places of that kind there are."""
    skipped: tuple[str, ...] = ()
    """Headings that match, and are no talks."""
    days: tuple[str, ...] = ()
    """Patterns of the headings that group talks by day."""


@dataclass(frozen=True, slots=True)
class _Tried:
    """How well the places of a group look like a pattern."""

    text: str
    pattern: Pattern
    good: int
    bad: tuple[str, ...]
    """The places that match without giving a talk with likely people."""
    score: tuple[float, float]


def suggest(
    document: nodes.document,
    title: nodes.section | None,
    level_of: Callable[[nodes.section], int],
    names: Names,
) -> Suggestion | None:
    """The one pattern that finds most talks; None if none finds two.

    :param title: the section that is the whole page
    :param level_of: the level of a section's heading, from 1
    :param names: how names are listed in the post
    """
    groups = groups_of(all_candidates(document, title, level_of))
    tried = (_best(group, names) for group in groups)
    best = max(filter(None, tried), key=lambda each: each.score, default=None)
    if best is None:
        return None
    days = tuple(_days(groups, best))
    found = find_with(rules_of([best.text], days, best.bad), document, title, level_of, names)
    places = sum(
        len(group.candidates)
        for group in groups
        if group.where is best.pattern.where and best.pattern.level in (None, group.level)
    )
    return Suggestion(best.text, len(found.talks), places, best.bad, days)


def rules_of(talks: Iterable[str], days: Iterable[str] = (), skipped: Iterable[str] = ()) -> Rules:
    """Rules of patterns and headings that nobody wrote yet."""
    return Rules(*(tuple(map(Written, texts)) for texts in (talks, days, skipped)))


def find_with(
    rules: Rules,
    document: nodes.document,
    title: nodes.section | None,
    level_of: Callable[[nodes.section], int],
    names: Names,
) -> Findings:
    """What a document's author would get with such rules."""
    usable, _ = make_usable(rules)
    return Finder(usable, title, level_of, names).find(document)


def _best(group: Group, names: Names) -> _Tried | None:
    best: _Tried | None = None
    for text in shapes_for(group):
        tried = _try(text, group, names)
        if tried is not None and (best is None or tried.score > best.score):
            best = tried
    return best


def _try(text: str, group: Group, names: Names) -> _Tried | None:
    pattern = read_pattern(text)
    good: list[FoundTalk] = []
    bad: list[str] = []
    for each in group.candidates[:_MOST_TRIED]:
        if pieces := match_pieces(pattern, each, names):
            talk = read_talk([piece.matched for piece in pieces], names.language)
            if talk is not None and _is_likely(pattern, talk, each):
                good.append(talk)
            else:
                bad.append(" ".join(each.first.marked.text.split()))
    is_rare = group.where is Where.ITEM and len(good) < len(group.candidates) * _FEWEST_OF_ITEMS
    fields = pattern.fields - {""}
    fewest = 1 if fields >= _TELLING else _FEWEST
    if len(good) < fewest or is_rare or len(bad) > len(good):
        return None
    of_each = (1 if "speakers" in fields else _WITHOUT_PEOPLE) + _OF_FIELD * len(fields)
    left = sum(bool(sign.search(talk.title)) for talk in good for sign in _LEFT_OVER)
    score = len(good) * of_each - _OF_BAD * len(bad) - _OF_LEFT * left
    length = sum(len(talk.title) for talk in good) / len(good)
    return _Tried(text, pattern, len(good), tuple(dict.fromkeys(bad)), (round(score, 3), -length))


def _is_likely(pattern: Pattern, talk: FoundTalk, place: Candidate) -> bool:
    """Whether the speakers look like people: a few words with capital letters each.

    Without people, a time or a number tells a talk, or that it is a link in a numbered list.
    """
    if "speakers" not in pattern.fields:
        is_numbered = isinstance(place.node.parent, nodes.enumerated_list)
        is_link = any(mark.kind == LINK and not mark.start for mark in place.first.marked.marks)
        return bool(pattern.fields & {"time", "number"}) or (is_numbered and is_link)
    people = talk.values.get("speakers", ())
    return bool(people) and all(_is_name(person.name) for person in people)


def _is_name(name: str) -> bool:
    if any("\u3040" <= character <= "\uffdc" for character in name):
        return len(name) <= _LONGEST_CJK
    if re.fullmatch(r"@[\w.-]+", name):
        return True
    words = [word for word in name.split() if word.lower() not in _PARTICLES]
    if _OF_COMPANIES.search(name) or any(character.isdigit() for character in name):
        return False
    return len(words) in _FEW_WORDS and all(word[0].isupper() for word in words)


def _days(groups: Sequence[Group], talks: _Tried) -> Iterator[str]:
    """The pattern of the headings that name days, if several do and are no talks."""
    for group in groups:
        same = group.where is talks.pattern.where and group.level == talks.pattern.level
        if group.where is not Where.HEADING or same:
            continue
        texts = [each.first.marked.text for each in group.candidates]
        learned = {found[1] for text in texts if (found := _WORD_AND_NUMBER.match(text))}
        for text in (*(f"{word} {{day}}" for word in sorted(learned)), *_DAYS):
            pattern = read_pattern(group.mark + text)
            matched = (match_pieces(pattern, each) for each in group.candidates)
            days = (read_day([piece.matched for piece in pieces]) for pieces in matched if pieces)
            if sum(day is not None for day in days) >= _FEWEST:
                yield group.mark + text
                break


def near_miss(patterns: Iterable[tuple[str, Pattern]], candidate: Candidate) -> str:
    """Why a heading is no talk although it nearly looks like one; empty if it does not."""
    for text, pattern in patterns:
        if pattern.where is not Where.HEADING:
            continue
        if pattern.level not in (None, candidate.level):
            other = replace(pattern, level=None)
            if match_pieces(other, candidate):
                return f"“{text}” asks for level {pattern.level}, this is level {candidate.level}"
            continue
        first = replace(pattern, lines=pattern.lines[:1])
        if len(pattern.lines) > 1 and match_pieces(first, candidate):
            line = next(iter(candidate.following()), None)
            shown = f"“{line.marked.text.strip()[:60]}”" if line is not None else "nothing"
            return f"“{text}” asks for other lines below it; below it is {shown}"
    return ""
