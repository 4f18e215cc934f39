"""The headings of a post that name days, and patterns for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from docutils import nodes

from sphinxcontrib_tripreport.core.patterns.fields import read_day
from sphinxcontrib_tripreport.core.patterns.pattern import PlaceKind, read_pattern
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.matching.candidates import Candidate
from sphinxcontrib_tripreport.matching.groups import PlaceGroup
from sphinxcontrib_tripreport.matching.pieces import match_pieces

_SHAPES: Final = (
    *("{weekday} {day}", "{weekday}, {day}", "{weekday}", "{day}", "{day} ({weekday})"),
    *("{weekday} {day}: {}", "{weekday}, {day}: {}", "{weekday}: {}", "{day}: {}"),
)
_WORD_AND_NUMBER: Final = regex(r"\W*([^\W\d_]{2,12})\s+\d{1,2}\b")
_FEWEST: Final = 2


class DayHeadings(NamedTuple):
    """Headings of one level that name days."""

    text: str
    """The pattern for them."""
    level: int | None
    sections: tuple[nodes.Element, ...]


def day_headings(groups: Sequence[PlaceGroup]) -> Iterator[DayHeadings]:
    """The headings of days of each level that has several."""
    for group in groups:
        if group.where is not PlaceKind.HEADING:
            continue
        texts = [each.first.marked.text for each in group.candidates]
        learned = {found[1] for text in texts if (found := _WORD_AND_NUMBER.match(text))}
        words = [f"{word} {{day}}" for word in sorted(learned)]
        for shape in (*words, *_SHAPES, *(f"{word}: {{}}" for word in words)):
            text = group.mark + shape
            sections = tuple(each.node for each in group.candidates if _is_day(text, each))
            if len(sections) >= _FEWEST:
                yield DayHeadings(text, group.level, sections)
                break


def _is_day(text: str, place: Candidate) -> bool:
    pieces = match_pieces(read_pattern(text), place)
    return bool(pieces) and read_day([piece.as_matched_line for piece in pieces]) is not None
