"""A line of text with its marks (strong, emphasis, links), as patterns see it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from sphinxcontrib_tripreport.core.patterns.pairs import find_pairs
from sphinxcontrib_tripreport.core.patterns.wide_marks import BESIDE_WIDE, find_wide_dashes, is_wide
from sphinxcontrib_tripreport.core.text.slugs import fold

STRONG: Final = "strong"
EMPHASIS: Final = "emphasis"
LINK: Final = "link"

OPENS: Final = {STRONG: "\ue001", EMPHASIS: "\ue002", LINK: "\ue003"}
CLOSES: Final = {STRONG: "\ue004", EMPHASIS: "\ue005", LINK: "\ue006"}
BORDER: Final = "\ue007"
"""Separates two cells of a row."""
SIGNS: Final = "".join((BESIDE_WIDE, *OPENS.values(), *CLOSES.values()))
"""All of these characters."""


_ASCII: Final = str.maketrans('"`', "''")


class Mark(NamedTuple):
    """One mark: its kind, where it is in the text, and for a link where it leads."""

    kind: str
    start: int
    end: int
    url: str = ""


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text and its marks."""

    text: str
    marks: tuple[Mark, ...] = ()

    def part(self, start: int, end: int) -> MarkedText:
        """The text between two places, with its marks."""
        marks = (mark for mark in self.marks if mark.start < end and mark.end > start)
        return MarkedText(
            self.text[start:end],
            tuple(
                mark._replace(start=max(mark.start, start) - start, end=min(mark.end, end) - start)
                for mark in marks
            ),
        )

    def links(self) -> list[Mark]:
        """The links, in order."""
        return [mark for mark in self.marks if mark.kind == LINK]


class EncodedText(NamedTuple):
    """A text as patterns compare it, with the place of each character in the text it is of."""

    text: str
    places: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the original text of a span here, without signs and spaces at its ends."""
        while start < end and _is_blank(self.text[start]):
            start += 1
        while start < end and _is_blank(self.text[end - 1]):
            end -= 1
        if start == end:
            if start < len(self.places):
                return self.places[start], self.places[start]
            place = self.places[-1] + 1 if self.places else 0
            return place, place
        return self.places[start], self.places[end - 1] + 1


def encode(marked: MarkedText, kinds: Iterable[str]) -> EncodedText:
    """*marked* without case, width and kinds of quotes and dashes; with signs for some marks.

    :param kinds: the kinds of marks that get a sign where they begin and end
    """
    wanted = [kind for kind in (STRONG, EMPHASIS, LINK) if kind in kinds]
    signs: dict[int, str] = {}
    for kind in wanted:
        for mark in _join_touching(mark for mark in marked.marks if mark.kind == kind):
            # Closing signs first; the kinds always in one order, however they are nested.
            signs[mark.end] = CLOSES[kind] + signs.get(mark.end, "")
            signs[mark.start] = signs.get(mark.start, "") + OPENS[kind]
    brackets = find_pairs(marked.text)
    if not signs and not brackets and marked.text.isascii() and marked.text.isprintable():
        # Nearly every line, and quick: each character stays one.
        return EncodedText(marked.text.lower().translate(_ASCII), range(len(marked.text)))
    dashes = find_wide_dashes(marked.text)
    text: list[str] = []
    places: list[int] = []
    for place, character in enumerate(marked.text):
        shown = dashes.get(place) or plain(character)
        if place in brackets:
            shown = shown.replace(brackets[place].character, brackets[place].sign)
        shown = signs.get(place, "") + shown
        text.append(shown)
        places += [place] * len(shown)
    last = signs.get(len(marked.text), "")
    return EncodedText("".join(text) + last, places + [max(len(marked.text) - 1, 0)] * len(last))


@lru_cache(maxsize=4096)
def plain(character: str) -> str:
    """A character as patterns compare it: one space for any, nothing for an invisible one."""
    if character.isspace():
        return " "
    folded = fold(character)
    if len(folded) != 1 or folded.isalnum() or not is_wide(character):
        return folded
    return f"{BESIDE_WIDE}{folded}{BESIDE_WIDE}"


def _is_blank(character: str) -> bool:
    return character.isspace() or "\ue000" <= character <= "\ue006"


def _join_touching(marks: Iterable[Mark]) -> list[Mark]:
    """Marks of one kind, those that touch as one."""
    joined: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: mark.start):
        if joined and joined[-1].end >= mark.start and mark.kind != LINK:
            joined[-1] = joined[-1]._replace(end=max(mark.end, joined[-1].end))
        elif mark.end > mark.start:
            joined.append(mark)
    return joined
