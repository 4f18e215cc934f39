"""Parts of a text between two marks. Standard library only."""

from __future__ import annotations

import re
from collections.abc import Iterator


def find_enclosed(
    text: str,
    opening: re.Pattern[str],
    closing: re.Pattern[str],
    start: int = 0,
    end: int | None = None,
) -> Iterator[tuple[int, int]]:
    """Where each opening mark begins, and where the next closing mark ends.

    What an expression with ``.*?`` between both finds, but no part of the text is looked at twice,
    also if many marks open that none closes.
    """
    end = len(text) if end is None else end
    while begin := opening.search(text, start, end):
        last = closing.search(text, begin.end(), end)
        if last is None:
            return
        start = last.end()
        yield begin.start(), start
