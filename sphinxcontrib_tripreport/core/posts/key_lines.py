"""``Key: value`` lines at the very top of Markdown: the form of Pelican and Python-Markdown.

Python-Markdown's documentation of meta-data: keys have no case and consist of letters, digits,
underscores and dashes; lines indented by four or more spaces (here: two) belong to the key above;
the first blank line ends it all.
"""

from __future__ import annotations

from sphinxcontrib_tripreport.core.posts.field_lines import read_value
from sphinxcontrib_tripreport.core.posts.field_names import field_name, is_engine_name
from sphinxcontrib_tripreport.core.posts.metadata import Metadata
from sphinxcontrib_tripreport.core.posts.repeated_fields import repeated_fields
from sphinxcontrib_tripreport.core.text.located import Located
from sphinxcontrib_tripreport.core.text.regexes import regex

_LINE = regex(r" {0,3}([A-Za-z0-9_-]+):(?:\s+(.*))?$")
_CONTINUATION = regex(r"(?: {2}|\t)\s*\S")
_SURE = frozenset(("title", "event", "talks"))
"""Pelican takes no article without a title; an event is what makes a report."""


def read_key_lines(text: str) -> Metadata | None:
    """The fields of the lines at the top of *text*, or None if there are none.

    A paragraph may begin with a word and a colon too. So the first key must be one that engines
    have, one must be a title or an event, and nothing else may be in the lines before the
    first blank line or heading.
    """
    first = _LINE.match(text.partition("\n")[0])
    if first is None or not is_engine_name(first[1]):
        return None
    lines = text.split("\n")
    end = _end(lines)
    if end is None:
        return None
    starts = [number for number in range(end) if _LINE.match(lines[number])]
    fields: dict[str, Located] = {}
    repeated: list[tuple[str, int]] = []
    for start, stop in zip(starts, (*starts[1:], end), strict=True):
        if found := _LINE.match(lines[start]):
            name = found[1].lower()
            rest = lines[start + 1 : stop]
            repeated += [(name, start + 1)] if name in fields else []
            fields.setdefault(name, read_value(name, found[2] or "", rest, start + 1, "\n"))
    if not any(field_name(name) in _SURE for name in fields):
        return None
    return Metadata(fields, (range(end),), tuple(repeated_fields(repeated, "first")))


def _end(lines: list[str]) -> int | None:
    """The line that ends the fields, or None where something else is among them."""
    for number, line in enumerate(lines):
        if not line.strip() or line.startswith("#"):
            return number
        if not (_LINE.match(line) or _CONTINUATION.match(line)):
            return None
    return len(lines)
