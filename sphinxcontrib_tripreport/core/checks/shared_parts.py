"""What is worth comparing: pairs that have a part in common, which few others have. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from typing import Final

_MOST: Final = 50
"""If more have a part in common, that is how all of them are made."""


def pairs_that_share(parts: Iterable[Iterable[str]]) -> set[tuple[int, int]]:
    """The pairs of things that have a part in common, by their numbers, the lower one first.

    :param parts: those of each thing
    """
    having: defaultdict[str, set[int]] = defaultdict(set)
    for number, texts in enumerate(parts):
        for text in texts:
            having[text].add(number)
    blocks = (block for block in having.values() if len(block) <= _MOST)
    return {pair for block in blocks for pair in combinations(sorted(block), 2)}
