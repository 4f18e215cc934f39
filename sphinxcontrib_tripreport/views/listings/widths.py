"""How wide the columns of a printed table are, which nobody can make wider or move sideways."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docutils import nodes

_LINE = 100
"""How many letters fit side by side in a table of many columns."""
_LONGEST = 20
"""Words with more letters are hyphenated, or stand out."""
_MARGIN = 2


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
