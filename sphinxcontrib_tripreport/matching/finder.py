"""Finds the talks and the days of a document: patterns are tried on every place, in order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from docutils import nodes

from sphinxcontrib_tripreport.core.languages.day_names import Day
from sphinxcontrib_tripreport.core.patterns.fields import read_day, read_talk, say_wrong_day
from sphinxcontrib_tripreport.core.patterns.found_talk import FoundTalk, share_facts
from sphinxcontrib_tripreport.core.patterns.pattern import Pattern, PlaceKind
from sphinxcontrib_tripreport.core.patterns.repeats import looks_repeated
from sphinxcontrib_tripreport.core.patterns.rules import UsableRules, WrittenRule
from sphinxcontrib_tripreport.matching.candidates import (
    HOLD_LINES,
    Candidate,
    heading_candidate,
    is_paragraph,
    item_candidate,
    paragraph_candidate,
    row_candidate,
)
from sphinxcontrib_tripreport.matching.pieces import Names, Piece, match_pieces, match_several
from sphinxcontrib_tripreport.noting.anchors import is_marked


@dataclass(frozen=True, eq=False)
class TalkMatch:
    """A talk and what it was found in."""

    candidate: Candidate
    pattern: Pattern
    pieces: tuple[Piece, ...]
    talk: FoundTalk
    day: Day | None
    number: int | None = None
    """Of the talk in its line, from 0, if the line has several."""


@dataclass
class Findings:
    """What was found in a document, and what the author may want to know of it."""

    talks: list[TalkMatch] = field(default_factory=list)
    days: list[tuple[Candidate, Day]] = field(default_factory=list)
    counts: dict[WrittenRule, int] = field(default_factory=dict)
    """How often each pattern matched."""
    wrong_days: list[tuple[Candidate, str]] = field(default_factory=list)
    """Places that look like a day that no year has, and what is wrong with each."""
    unmatched: list[Candidate] = field(default_factory=list)
    """Headings that no pattern matched, and that were not to be skipped."""
    several: dict[tuple[WrittenRule, str], list[Candidate]] = field(default_factory=dict)
    """By pattern and separator, lines that seem to have several talks of that pattern."""
    title: Candidate | None = None
    """The title of the post, if it looks like a talk, and is none."""
    title_text: str = ""
    """The title of the post, whatever it looks like."""


class Finder:
    """Walks through one document."""

    def __init__(
        self,
        rules: UsableRules,
        title: nodes.section | None,
        level_of: Callable[[nodes.section], int],
        names: Names,
    ) -> None:
        self.rules = rules
        self.title = title
        self.level_of = level_of
        self.names = names
        self.findings = Findings(
            counts=dict.fromkeys((w for w, _ in (*rules.talks, *rules.days)), 0)
        )
        self._day: Day | None = None
        patterns = [pattern for _, pattern in (*rules.talks, *rules.days)]
        self._places = {place for pattern in patterns for place in pattern.places}

    def find(self, document: nodes.document) -> Findings:
        """Everything that the patterns find."""
        self._walk(document, skips=False, in_talk=False)
        return self.findings

    def takes(self, candidate: Candidate) -> bool:
        """Whether a place is a talk or a day, wherever it is."""
        return self._try(candidate, only_days=False) or bool(self.findings.days)

    def _walk(self, parent: nodes.Element, *, skips: bool, in_talk: bool) -> None:
        """Look at what *parent* holds.

        :param skips: whether it is below a heading that is skipped with all below it
        :param in_talk: whether it belongs to a talk: there are no talks in it, but maybe days
        """
        in_paragraph_talk = False
        for child in parent.children:
            if isinstance(child, nodes.section):
                in_paragraph_talk = False
                self._heading(child, skips=skips, in_talk=in_talk)
            elif isinstance(child, nodes.list_item):
                self._item(child, skips=skips, in_talk=in_talk)
            elif isinstance(child, nodes.Element) and is_paragraph(child):
                days = len(self.findings.days)
                is_talk = self._paragraph(child, skips or in_talk)
                if is_talk or len(self.findings.days) > days:
                    in_paragraph_talk = is_talk
            elif isinstance(child, nodes.table):
                self._rows(child, skips or in_talk or in_paragraph_talk)
            elif isinstance(child, HOLD_LINES):
                self._walk(child, skips=skips, in_talk=in_talk or in_paragraph_talk)

    def _rows(self, table: nodes.table, only_days: bool) -> None:
        if PlaceKind.ROW in self._places:
            for row in table.findall(nodes.row):
                candidate = row_candidate(row)
                if candidate is not None:
                    self._try(candidate, only_days)

    def _item(self, item: nodes.list_item, *, skips: bool, in_talk: bool) -> None:
        is_talk = is_marked(item)
        if not is_talk and PlaceKind.ITEM in self._places:
            candidate = item_candidate(item)
            is_talk = candidate is not None and self._try(candidate, skips or in_talk)
        self._walk(item, skips=skips, in_talk=in_talk or is_talk)

    def _paragraph(self, paragraph: nodes.Element, only_days: bool) -> bool:
        if PlaceKind.PARAGRAPH not in self._places:
            return False
        candidate = paragraph_candidate(paragraph)
        return candidate is not None and self._try(candidate, only_days)

    def _heading(self, section: nodes.section, *, skips: bool, in_talk: bool) -> None:
        if is_marked(section):
            self._walk(section, skips=skips, in_talk=True)
            return
        candidate = heading_candidate(section, self.level_of(section))
        if candidate is not None and section is self.title:
            in_talk = self._title(candidate)
        elif candidate is not None:
            text = candidate.first.marked.text
            skips = skips or self.rules.skips_below(text)
            days = len(self.findings.days)
            is_talk = self._try(candidate, skips or in_talk)
            if not (is_talk or skips or in_talk or len(self.findings.days) > days):
                self.findings.unmatched.append(candidate)
            in_talk = in_talk or is_talk
        self._walk(section, skips=skips, in_talk=in_talk)

    def _title(self, candidate: Candidate) -> bool:
        """Whether the whole post is a talk; if not, it can still be called by its day."""
        self.findings.title_text = candidate.first.marked.text
        self._try(candidate, only_days=True)
        if self._try(replace(candidate, where=PlaceKind.TITLE, level=None), only_days=False):
            return True
        if any(match_pieces(pattern, candidate, self.names) for _, pattern in self.rules.talks):
            self.findings.title = candidate
        return False

    def _try(self, candidate: Candidate, only_days: bool) -> bool:
        """Whether *candidate* is a talk; a day is noted, too."""
        for written, pattern in self.rules.days:
            pieces = match_pieces(pattern, candidate, self.names)
            matched = [piece.as_matched_line for piece in pieces]
            day = read_day(matched) if pieces else None
            if day is None and (wrong := say_wrong_day(matched)):
                self.findings.wrong_days.append((candidate, wrong))
            if day is not None:
                self._day = day
                self.findings.days.append((candidate, day))
                self.findings.counts[written] += 1
                return False
        return not only_days and self._try_talks(candidate)

    def _try_talks(self, candidate: Candidate) -> bool:
        several = ""
        for written, pattern in self.rules.talks:
            if pattern.repeat and self._take_several(candidate, written, pattern):
                return True
            pieces = match_pieces(pattern, candidate, self.names)
            if not pieces:
                continue
            several = several or self._separator(pattern, pieces)
            if several:
                self.findings.several.setdefault((written, several), []).append(candidate)
                continue
            found = self._take(candidate, written, pattern, pieces)
            if found is not None:
                return found
        return False

    def _take(
        self,
        candidate: Candidate,
        written: WrittenRule,
        pattern: Pattern,
        pieces: tuple[Piece, ...],
    ) -> bool | None:
        """Note a talk; whether it is one, or None if other patterns may know it."""
        matched = [piece.as_matched_line for piece in pieces]
        talk = read_talk(matched, self.names.language, self.names.words)
        if talk is None:
            return None
        if self.rules.skips(candidate.first.marked.text, talk.title):
            return False
        self.findings.counts[written] += 1
        day = talk.day if talk.day is not None else self._day
        self.findings.talks.append(TalkMatch(candidate, pattern, pieces, talk, day))
        return True

    def _separator(self, pattern: Pattern, pieces: tuple[Piece, ...]) -> str:
        """What separates the talks of a line if it seems to have several."""
        if pattern.repeat or len(pieces) > 1:
            return ""
        return looks_repeated(pieces[0].line.as_one_line, pattern.lines[0], pattern.tails)

    def _take_several(self, candidate: Candidate, written: WrittenRule, pattern: Pattern) -> bool:
        """Note all talks of a line; whether it has several."""
        several = match_several(pattern, candidate)
        talks: list[TalkMatch] = []
        for number, piece in enumerate(several):
            talk = read_talk([piece.as_matched_line], self.names.language, self.names.words)
            if talk is None:
                return False
            if number:
                talk = share_facts(talk, talks[0].talk, {field.name for field in piece.fields})
            day = talk.day if talk.day is not None else self._day
            talks.append(TalkMatch(candidate, pattern, (piece,), talk, day, number))
        self.findings.talks += talks
        self.findings.counts[written] += bool(talks)
        return bool(talks)
