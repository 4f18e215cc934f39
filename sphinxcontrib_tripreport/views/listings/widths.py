"""How wide the columns of a printed table are, which nobody can make wider or move sideways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from docutils import nodes
from docutils.utils import column_width

_LINE = 100
"""How many letters fit side by side in a table of many columns."""
_LONGEST = 20
"""Words with more letters are hyphenated, or are out."""
_MARGIN = 2

LETTERS = frozenset({"text", "texinfo"})
"""Outputs that take the widths of columns as letters rather than as shares, and cut words."""
_LETTERS_OF_LINE = 78
_LONGEST_IN_LETTERS = 40
_BORDER = 3
"""The line between two columns, with the space around it."""
_NOTE = len("*note : 1234.")
"""What Texinfo writes around a reference, which it does not break."""


def fit_widths(weights: Sequence[int], rows: Iterable[nodes.row]) -> list[int]:
    """The widths of the columns, in letters: of each its longest word, and its share of the rest.

    :param weights: how much of the rest each column takes
    """
    needs = [0] * len(weights)
    for row in rows:
        for column, entry in enumerate(row.findall(nodes.entry)):
            longest = max(map(len, entry.astext().split()), default=0)
            needs[column] = max(needs[column], min(longest, _LONGEST) + _MARGIN)
    rest = max(_LINE - sum(needs), 0)
    total = sum(weights)
    return [need + rest * weight // total for need, weight in zip(needs, weights, strict=True)]


def fit_letters(group: nodes.tgroup, output: str) -> None:
    """Gives each column of a table room for its longest word, and for more if there is room.

    No column becomes narrower than it is. A cell across several columns has room anyway.

    :param output: the builder's format, one of :data:`LETTERS`
    """
    notes = _NOTE if output == "texinfo" else 0
    columns = list(group.findall(nodes.colspec))
    widths: list[int] = [each["colwidth"] for each in columns]
    wishes = [1] * len(columns)
    for row in group.findall(nodes.row):
        for column, entry in enumerate(row.findall(nodes.entry)):
            if "morecols" not in entry:
                widths[column] = max(widths[column], *_lengths_of_parts(entry, notes))
                wishes[column] = max(wishes[column], column_width(entry.astext()))
    for _ in range(_LETTERS_OF_LINE - sum(widths) - _BORDER * len(widths)):
        # Where cells have the most lines, another letter saves the most.
        lines = [wish / width for wish, width in zip(wishes, widths, strict=True)]
        most = max(lines)
        if most <= 1:
            break
        widths[lines.index(most)] += 1
    for each, letters in zip(columns, widths, strict=True):
        each["colwidth"] = letters


def _lengths_of_parts(entry: nodes.entry, notes: int) -> Iterator[int]:
    """How long each part of a cell is that is in one line."""
    longest = max(map(column_width, entry.astext().split()), default=0)
    yield min(longest, _LONGEST_IN_LETTERS)
    if notes:
        yield from (column_width(each.astext()) + notes for each in entry.findall(nodes.reference))
