"""Several talks in one line: ``Bees (Ann) / Ants (Bob)``. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from sphinxcontrib_tripreport.core.patterns.line import Field, LinePattern
from sphinxcontrib_tripreport.core.patterns.marked_text import MarkedText
from sphinxcontrib_tripreport.core.patterns.plausible import is_full_name
from sphinxcontrib_tripreport.core.text.brackets import find_stretches, split_outside
from sphinxcontrib_tripreport.core.text.regexes import regex

_MARK: Final = regex(r"\s*([/|;+•·,、；／])\s*(?:…|\.{3})\s*$")
LIKELY: Final = "/|;+•·"
"""What separates talks of one line, also if no pattern says so."""
_MOST: Final = 12
"""The most talks of one line; a line with more parts is something else."""


class RepeatedTalk(NamedTuple):
    """One talk of a line."""

    start: int
    """Where it begins in the line, a separator before it not with it."""
    end: int
    line: LinePattern
    """The pattern that it looks like: the whole one, or one without its first fields."""
    fields: tuple[Field, ...]
    """Their places are those in this part of the line."""


def take_mark(pattern: str) -> tuple[str, str]:
    """A pattern's line without the repeat mark at its end, and what it separates talks with.

    The mark is a separator and an ellipsis: `` / …``. Without one the separator is empty.
    """
    found = _MARK.search(pattern)
    return (pattern[: found.start()], found[1]) if found else (pattern, "")


def find_repeated(
    marked: MarkedText, whole: LinePattern, tails: Sequence[LinePattern], separator: str
) -> list[RepeatedTalk]:
    """The talks of a line that has several; none if it is not made of such.

    :param whole: what the first has to look like
    :param tails: what others may look like, which share what the first begins with
    """
    parts = list(_parts(marked.text, separator))
    if not 1 < len(parts) <= _MOST:
        return []

    @cache
    def rest(number: int) -> tuple[RepeatedTalk, ...] | None:
        """The talks from a part on."""
        if number == len(parts):
            return ()
        start = parts[number][0]
        lines = (whole, *tails) if number else (whole,)
        for last in range(number, len(parts)):
            end = parts[last][1]
            part = marked.part(start, end)
            for line in lines:
                fields = line.match(part)
                others = rest(last + 1) if fields is not None else None
                if fields is not None and others is not None:
                    return (RepeatedTalk(start, end, line, fields), *others)
        return None

    found = rest(0)
    return list(found) if found is not None and len(found) > 1 else []


def looks_repeated(marked: MarkedText, whole: LinePattern, tails: Sequence[LinePattern]) -> str:
    """What separates the talks of a line that seems to have several; empty if it has one.

    Each of them has to name people, as far as one can see.
    """
    if not {"title", "speakers"} <= set(whole.fields):
        return ""
    tails = [tail for tail in tails if "speakers" in tail.fields]
    for separator in LIKELY:
        if separator in marked.text:
            found = find_repeated(marked, whole, tails, separator)
            if found and all(_names_people(marked, each) for each in found):
                return separator
    return ""


def _parts(text: str, separator: str) -> Iterator[tuple[int, int]]:
    """Where the parts are; a slash needs its spaces, because words have it, too."""
    sign = re.escape(separator)
    expression = regex(rf"\s+{sign}\s+" if separator in "/+" else rf"\s*{sign}\s*")
    for part in split_outside(text, find_stretches(text), expression):
        yield part.start, part.end


def _names_people(marked: MarkedText, talk: RepeatedTalk) -> bool:
    text = marked.text[talk.start : talk.end]
    return all(
        is_full_name(text[field.start : field.end])
        for field in talk.fields
        if field.name == "speakers"
    )
