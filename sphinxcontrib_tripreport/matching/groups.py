"""The places of a post by kind: headings of one level, list items, paragraphs, rows of tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from docutils import nodes

from sphinxcontrib_tripreport.core.patterns.marked_text import BORDER
from sphinxcontrib_tripreport.core.patterns.pattern import PlaceKind
from sphinxcontrib_tripreport.matching.candidates import Candidate

_FEWEST: Final = 2


@dataclass(frozen=True)
class PlaceGroup:
    """The places of one kind."""

    where: PlaceKind
    level: int | None
    """Of headings."""
    size: int
    """How deep list items are in other lists, or how many columns rows have."""
    candidates: Sequence[Candidate]

    @property
    def mark(self) -> str:
        """How a pattern for them begins."""
        if self.where is PlaceKind.HEADING:
            return f"{'#' * (self.level or 0)} ".lstrip()
        return "* " if self.where is PlaceKind.ITEM else ""


def groups_of(candidates: Iterable[Candidate]) -> list[PlaceGroup]:
    """The places of a document by kind: those that are at least two.

    Items of lists within lists are a kind of their own, and among all items, too.
    """
    found: dict[tuple[PlaceKind, int | None, int], list[Candidate]] = {}
    for each in candidates:
        found.setdefault((each.where, each.level, _size(each)), []).append(each)
        if each.where is PlaceKind.ITEM:
            found.setdefault((each.where, each.level, -1), []).append(each)
    return [
        PlaceGroup(where, level, size, members)
        for (where, level, size), members in found.items()
        if len(members) >= _FEWEST
    ]


def _size(place: Candidate) -> int:
    if place.where is PlaceKind.ROW:
        return place.first.marked.text.count(BORDER) + 1
    if place.where is not PlaceKind.ITEM:
        return 0
    depth, parent = 0, place.node.parent
    while parent is not None:
        depth += isinstance(parent, nodes.list_item)
        parent = parent.parent
    return depth
