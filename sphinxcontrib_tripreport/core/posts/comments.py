"""Nikola's metadata: comments of reStructuredText, ``.. title: Day 1``, at the top of a post.

Nikola's handbook: they are at the top of the file, in Markdown inside of an HTML comment, and
a blank line separates them from the post.
"""

from __future__ import annotations

from dataclasses import replace

from sphinxcontrib_tripreport.core.posts.field_lines import read_value
from sphinxcontrib_tripreport.core.posts.field_names import has_known
from sphinxcontrib_tripreport.core.posts.metadata import Metadata
from sphinxcontrib_tripreport.core.text.located import Located
from sphinxcontrib_tripreport.core.text.regexes import regex

_COMMENT = regex(r"\s*\.\. ([A-Za-z][\w-]*):(?!:)(?:\s+(.*))?$")
_CONTINUATION = regex(r"\s{2,}\S")


def read_comments(text: str) -> Metadata | None:
    """The fields of comments at the top of reStructuredText, which docutils hides."""
    if not text.lstrip().startswith(".. "):
        return None
    lines = text.split("\n")
    return _read(lines, _top(lines))


def read_comments_in_markdown(text: str) -> Metadata | None:
    """The fields of such comments at the top of Markdown: in an HTML comment, or bare."""
    if (bare := read_comments(text)) is not None:
        return replace(bare, hidden=(_top(text.split("\n")),))
    if not text.lstrip().startswith("<!--"):
        return None
    before, _, rest = text.partition("<!--")
    inner, closed, after = rest.partition("-->")
    if not closed:
        return None
    start = before.count("\n")
    lines = [*[""] * start, *inner.split("\n")]
    found = _read(lines, range(start, len(lines)))
    if found is None or after.partition("\n")[0].strip():
        return found
    # Builders and the search would take the comment for a part of the page.
    return replace(found, hidden=(range(start, len(lines)),))


def _top(lines: list[str]) -> range:
    """The first lines that are not blank."""
    start = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    end = next((n for n in range(start, len(lines)) if not lines[n].strip()), len(lines))
    return range(start, end)


def _read(lines: list[str], span: range) -> Metadata | None:
    """The comments in a *span* of lines; None if a report knows none of them."""
    fields: dict[str, Located] = {}
    number = span.start
    while number < span.stop:
        found = _COMMENT.match(lines[number])
        first = number
        number += 1
        if found is None:
            continue
        while number < span.stop and _is_continuation(lines[number]):
            number += 1
        name = found[1].lower()
        rest = lines[first + 1 : number]
        fields.setdefault(name, read_value(name, found[2] or "", rest, first + 1))
    return Metadata(fields) if has_known(fields) else None


def _is_continuation(line: str) -> bool:
    return _CONTINUATION.match(line) is not None and not _COMMENT.match(line)
