"""The lines of one place that look as the lines of a pattern do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from sphinxcontrib_tripreport.core.languages.talk_words import and_expression
from sphinxcontrib_tripreport.core.patterns.continued_lines import (
    continues_names,
    continues_title,
    goes_on_surely,
)
from sphinxcontrib_tripreport.core.patterns.found_talk import MatchedLine
from sphinxcontrib_tripreport.core.patterns.line import Field, LinePattern
from sphinxcontrib_tripreport.core.patterns.pattern import Pattern, PlaceKind
from sphinxcontrib_tripreport.core.patterns.repeats import find_repeated
from sphinxcontrib_tripreport.core.patterns.statuses import BOX
from sphinxcontrib_tripreport.matching.candidates import MOST_LINES, Candidate
from sphinxcontrib_tripreport.matching.lines import TextLine

_OF_PEOPLE: Final = ("speakers", "affiliation")


@dataclass(frozen=True, eq=False)
class Piece:
    """A line that matched one line of a pattern."""

    line: TextLine
    fields: tuple[Field, ...]
    is_only_any: bool
    """Whether the pattern asks for nothing in it."""

    @property
    def as_matched_line(self) -> MatchedLine:
        """The line without its nodes."""
        return MatchedLine(self.line.as_one_line, self.fields)


@dataclass(frozen=True)
class Names:
    """How names are listed in a report."""

    language: str = "en"
    words: tuple[str, ...] = ()
    """More words that mean "and"."""

    @property
    def and_words(self) -> str:
        """A regular expression for the words that mean "and"."""
        return and_expression(self.language, self.words)


def match_pieces(
    pattern: Pattern, candidate: Candidate, names: Names = Names()
) -> tuple[Piece, ...]:
    """The lines that look as *pattern* does; none if one of them looks otherwise."""
    if candidate.where not in pattern.places or pattern.level not in (None, candidate.level):
        return ()
    pieces: list[Piece] = []
    lines: Iterator[TextLine] = iter((candidate.first,))
    for number, wanted in enumerate(pattern.lines):
        if number == 1:
            lines = iter(islice(candidate.following(), MOST_LINES))
        line = next((each for each in lines if not pieces or not pieces[-1].line.holds(each)), None)
        if line is None:
            return ()
        if not number and candidate.where is PlaceKind.ITEM:
            line = _without_box(line, wanted)
        may_join = number > 0 or candidate.where is PlaceKind.ITEM
        is_last = number == len(pattern.lines) - 1
        piece = _match_line(wanted, line, names, may_join=may_join, is_last=is_last)
        if piece is None:
            return ()
        pieces.append(piece)
    return tuple(pieces)


def match_several(pattern: Pattern, candidate: Candidate) -> list[Piece]:
    """The talks of one line, if it has several that look as *pattern* does; none if not."""
    if candidate.where not in pattern.places or pattern.level not in (None, candidate.level):
        return []
    line, wanted = candidate.first, pattern.lines[0]
    if candidate.where is PlaceKind.ITEM:
        line = _without_box(line, wanted)
    for form in (line, line.rest_of_paragraph) if line.goes_on else (line,):
        found = find_repeated(form.as_one_line, wanted, pattern.tails, pattern.repeat)
        if found:
            return [
                Piece(
                    form.part(before.end if before else 0, each.start, each.end), each.fields, False
                )
                for before, each in zip((None, *found), found, strict=False)
            ]
    return []


def _match_line(
    wanted: LinePattern, line: TextLine, names: Names, *, may_join: bool, is_last: bool
) -> Piece | None:
    """The line, with the lines that continue it, if it matches; None if not.

    :param may_join: whether the whole paragraph is tried, too
    :param is_last: whether no other line of the pattern may want what follows
    """
    forms = [line]
    if line.goes_on:
        forms = [
            *_with_next_lines(line, names),
            line,
            *([line.rest_of_paragraph] if may_join else []),
        ]
    for form in forms:
        fields = wanted.match(form.as_one_line)
        if fields is not None:
            used, fields = (
                _with_names_below(wanted, form, fields, names) if is_last else (form, fields)
            )
            is_only_any = wanted.fields == ("",) and not wanted.literal.strip()
            return Piece(used, fields, is_only_any)
    return None


def _with_next_lines(line: TextLine, names: Names) -> Sequence[TextLine]:
    """The line with those that it surely goes on in; nothing if it does not."""
    longer = line
    while longer.goes_on and _is_unfinished(longer, names):
        longer = longer.with_next
    return () if longer is line else (longer,)


def _is_unfinished(line: TextLine, names: Names) -> bool:
    if line.has_open_mark:
        return True
    if line.has_hard_end:
        return False
    text = line.words.text
    return goes_on_surely(text[line.start : line.end], text[line.end :], names.and_words)


def _with_names_below(
    wanted: LinePattern, line: TextLine, fields: tuple[Field, ...], names: Names
) -> tuple[TextLine, tuple[Field, ...]]:
    """The line with those that its last field goes on in."""
    while fields and line.goes_on and not line.has_hard_end:
        last = fields[-1]
        text = line.as_one_line.text
        following = line.next_text
        if last.end < len(text.rstrip()) or not _continues(last, text, following, names):
            break
        longer = line.with_next
        more = wanted.match(longer.as_one_line)
        if more is None or line.next_has_mark:
            break
        line, fields = longer, more
    return line, fields


def _continues(last: Field, text: str, following: str, names: Names) -> bool:
    if last.name == "title":
        return continues_title(text, following)
    return last.name in _OF_PEOPLE and continues_names(
        text[last.start : last.end], following, names.and_words
    )


def _without_box(line: TextLine, wanted: LinePattern) -> TextLine:
    """An item's line without the box of a task, if the pattern does not ask for one."""
    found = BOX.match(line.marked.text)
    if found is None or "status" in wanted.fields or re.match(r"\s*\[", wanted.literal):
        return line
    return line.without_start(found.end())
