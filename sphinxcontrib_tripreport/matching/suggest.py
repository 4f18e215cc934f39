"""The patterns that an author may be looking for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from docutils import nodes

from sphinxcontrib_tripreport.core.patterns.fields import read_talk
from sphinxcontrib_tripreport.core.patterns.found_talk import FoundTalk
from sphinxcontrib_tripreport.core.patterns.pattern import Pattern, PlaceKind, read_pattern
from sphinxcontrib_tripreport.core.patterns.rules import Rules, WrittenRule, make_usable
from sphinxcontrib_tripreport.core.text.slugs import fold
from sphinxcontrib_tripreport.matching.candidates import Candidate, all_candidates
from sphinxcontrib_tripreport.matching.day_headings import day_headings
from sphinxcontrib_tripreport.matching.finder import Finder, Findings
from sphinxcontrib_tripreport.matching.groups import PlaceGroup, groups_of
from sphinxcontrib_tripreport.matching.likely_talks import JudgedPlaces, judge_people, judge_titles
from sphinxcontrib_tripreport.matching.pieces import Names, match_pieces
from sphinxcontrib_tripreport.matching.shapes import shapes_for

_LEFT_OVER: Final = (
    re.compile(r"^\W*\d{1,2}[:.h]\d\d"),
    re.compile(r"^\W*\d{1,3}[.)]\s"),
    re.compile(r"[(（][^()（）]*[)）]\s*$"),
    re.compile(r"(?:\s[-–—―|/]|,)\s+[^\W\d_]\S*\s+[^\W\d_]\S*\s*$"),
    re.compile(r".[「『《].*[」』》]|[-–—―]\S+[-–—―]$"),
    re.compile(r"\sby\s", re.IGNORECASE),
)
"""Parts of a title that should be in a field of their own."""
_FEWEST: Final = 2
"""One heading is no pattern."""
_FEWEST_OF_ITEMS: Final = 1 / 5
"""Fewer of a post's list items are sentences that look like talks by chance."""
_TELLING: Final = frozenset(("time", "title", "speakers"))
"""If a pattern has all of these fields, one place is enough."""
_FAR: Final = "// {} // {speakers}"
_FEWEST_FAR: Final = 3
"""What is two lines below may be anything."""
_WITHOUT_PEOPLE, _OF_FIELD, _OF_BAD, _OF_UNSURE, _OF_LEFT = 0.4, 0.1, 0.5, 0.5, 0.3
"""What a talk counts that has no people, and more for each field; and what speaks against one."""
_MOST_TRIED: Final = 60
"""How many places of a kind are tried with each shape."""
_MOST_PATTERNS: Final = 3
_MOST_BAD_OF_OTHERS: Final = 1 / 4
"""The share of wrong places that a further pattern may have: it must be better than the first."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What to write so that the talks of a post are known."""

    patterns: tuple[str, ...]
    """The first one that matches a place counts."""
    matched: int
    """How many talks they give."""
    places: int
    """How many places of those kinds there are."""
    skipped: tuple[str, ...] = ()
    """Headings that match, and are no talks."""
    days: tuple[str, ...] = ()
    """Patterns of the headings that group talks by day."""


@dataclass(frozen=True, slots=True)
class _TriedPattern:
    """How well the places of a group look like a pattern."""

    text: str
    pattern: Pattern
    group: PlaceGroup
    judged: JudgedPlaces
    score: tuple[float, float]


class _Suggester:
    """Looks for the patterns of one post."""

    def __init__(
        self, places: Sequence[Candidate], title: nodes.section | None, names: Names
    ) -> None:
        self.places = places
        self.title = title
        self.names = names
        self.days = list(day_headings(groups_of(places)))
        self.sections = {section for each in self.days for section in each.sections}
        self.chosen: list[_TriedPattern] = []

    def choose(self) -> None:
        """Take the best pattern, then others as long as they give further talks."""
        while len(self.chosen) < _MOST_PATTERNS:
            best = self._best_pattern(self._places_left(with_bad=True))
            if best is not None and any(self._takes(best, each) for each in self._good_places()):
                best = self._best_pattern(self._places_left(with_bad=False))
                if best is not None:
                    self.chosen.append(best)
            elif best is not None:
                # What was no talk by the others is one by this: it has to be tried before them.
                self.chosen.insert(0, best)
            if best is None:
                break
        self._add_without_people()

    def _add_without_people(self) -> None:
        """The talks of which only the kind and the title are written, beside those with people."""
        for tried in list(self.chosen):
            text = tried.text.partition("{title}")[0] + "{title}"
            if "{kind}" in text and "speakers" in tried.pattern.fields:
                rest = self._places_left(with_bad=False)
                group = replace(tried.group, candidates=rest)
                other = self._try(text, group)
                if other is not None and not other.judged.bad:
                    self.chosen.append(other)

    def skipped(self) -> tuple[str, ...]:
        """What looks like a talk and is none, of those that nothing else takes."""
        good = set(map(id, self._good_places()))
        bad = (each for tried in self.chosen for each in tried.judged.bad)
        texts = (" ".join(each.first.marked.text.split()) for each in bad if id(each) not in good)
        return tuple(dict.fromkeys(texts))

    def _good_places(self) -> list[Candidate]:
        return [place for tried in self.chosen for place in tried.judged.good]

    def _places_left(self, *, with_bad: bool) -> list[Candidate]:
        """The places that the chosen patterns leave; what is in a talk is none."""
        taken = self._good_places()
        if not with_bad:
            taken += [place for tried in self.chosen for place in tried.judged.bad]
        known = set(map(id, taken))
        holders = {
            id(each.node) for each in self._good_places() if not isinstance(each.node, nodes.row)
        }
        return [
            place
            for place in self.places
            if id(place) not in known and holders.isdisjoint(_ancestors(place.node))
        ]

    def _takes(self, tried: _TriedPattern, place: Candidate) -> bool:
        return bool(match_pieces(tried.pattern, place, self.names))

    def _best_pattern(self, places: Sequence[Candidate]) -> _TriedPattern | None:
        tried = (
            self._try(text, group) for group in groups_of(places) for text in shapes_for(group)
        )
        enough = [each for each in tried if each is not None and self._is_worth_it(each)]
        best = max(enough, key=_score, default=None)
        if best is None or "speakers" in best.pattern.fields:
            return best
        # Those that name people come first, because titles alone would take them, too.
        people = [
            each
            for each in enough
            if "speakers" in each.pattern.fields
            and each.group is best.group
            and len(each.judged.bad) <= len(each.judged.good) * _MOST_BAD_OF_OTHERS
        ]
        return max(people, key=_score, default=best)

    def _is_worth_it(self, tried: _TriedPattern) -> bool:
        """Whether a pattern may join those that are chosen."""
        judged = tried.judged
        if not self.chosen:
            return len(judged.bad) <= len(judged.good)
        known = {fold(talk.title) for each in self.chosen for talk in each.judged.talks}
        if sum(fold(talk.title) not in known for talk in judged.talks) < _FEWEST:
            return False
        if len(judged.bad) > len(judged.good) * _MOST_BAD_OF_OTHERS:
            return False
        if "speakers" in tried.pattern.fields or "kind" in tried.pattern.fields:
            return True
        # Who names the speakers of most talks names them of all: the rest is something else.
        first = self.chosen[0].group
        same = tried.group.where is first.where and tried.group.level == first.level
        return same and len(judged.good) > len(self._good_places())

    def _try(self, text: str, group: PlaceGroup) -> _TriedPattern | None:
        pattern = read_pattern(text)
        found: list[tuple[Candidate, FoundTalk]] = []
        for each in group.candidates[:_MOST_TRIED]:
            pieces = match_pieces(pattern, each, self.names)
            matched = [piece.as_matched_line for piece in pieces]
            talk = read_talk(matched, self.names.language) if pieces else None
            if talk is not None:
                found.append((each, talk))
        fields = pattern.fields - {""}
        if "speakers" in fields:
            judged = judge_people(found)
        else:
            judged = judge_titles(found, group, fields, self.sections, self.title)
        good = judged.talks
        is_rare = (
            group.where is PlaceKind.ITEM and len(good) < len(group.candidates) * _FEWEST_OF_ITEMS
        )
        if len(good) < self._fewest(pattern) or is_rare:
            return None
        of_each = (1 if "speakers" in fields else _WITHOUT_PEOPLE) + _OF_FIELD * len(fields)
        of_each += _OF_FIELD * ("*{speakers}*" in text and not judged.bad)
        left = sum(bool(sign.search(talk.title)) for talk in good for sign in _LEFT_OVER)
        bad = _OF_BAD * len(judged.bad) + _OF_UNSURE * judged.unsure
        score = len(good) * of_each - bad - _OF_LEFT * left
        length = sum(len(talk.title) for talk in good) / len(good)
        # In a row the longest column has the titles; elsewhere a long title is left over.
        second = length if group.where is PlaceKind.ROW else -length
        return _TriedPattern(text, pattern, group, judged, (round(score, 3), second))

    def _fewest(self, pattern: Pattern) -> int:
        """How many talks a pattern has to give."""
        if self.chosen:
            first = self.chosen[0].pattern
            is_same = (pattern.where, pattern.level) == (first.where, first.level)
            return 1 if is_same and "kind" in pattern.fields else _FEWEST
        if pattern.fields >= _TELLING:
            return 1
        return _FEWEST_FAR if _FAR in pattern.text else _FEWEST


def _score(tried: _TriedPattern) -> tuple[float, float]:
    return tried.score


def suggest(
    document: nodes.document,
    title: nodes.section | None,
    level_of: Callable[[nodes.section], int],
    names: Names,
) -> Suggestion | None:
    """The patterns that find most talks; None if none finds two.

    :param title: the section that is the whole page
    :param level_of: the level of a section's heading, from 1
    :param names: how names are listed in the post
    """
    places = list(all_candidates(document, title, level_of))
    suggester = _Suggester(places, title, names)
    suggester.choose()
    if not suggester.chosen:
        return None
    texts = tuple(each.text for each in suggester.chosen)
    skipped = suggester.skipped()
    kinds = {(each.group.where, each.group.level) for each in suggester.chosen}
    days = tuple(e.text for e in suggester.days if (PlaceKind.HEADING, e.level) not in kinds)
    found = find_with(rules_of(texts, days, skipped), document, title, level_of, names)
    places_of_kinds = sum((each.where, each.level) in kinds for each in places)
    return Suggestion(texts, len(found.talks), places_of_kinds, skipped, days)


def _ancestors(node: nodes.Node) -> Iterator[int]:
    parent = node.parent
    while parent is not None:
        yield id(parent)
        parent = parent.parent


def rules_of(talks: Iterable[str], days: Iterable[str] = (), skipped: Iterable[str] = ()) -> Rules:
    """Rules of patterns and headings that nobody wrote yet."""
    return Rules(*(tuple(map(WrittenRule, texts)) for texts in (talks, days, skipped)))


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
