"""Attribute lists of kramdown, Jekyll's Markdown: ``{:.class}`` and its like."""

from __future__ import annotations

import re

from sphinxcontrib_tripreport.core.posts.leftovers.changes import Changes
from sphinxcontrib_tripreport.core.posts.leftovers.kinds import LeftoverKind
from sphinxcontrib_tripreport.core.text.enclosed import find_enclosed
from sphinxcontrib_tripreport.core.text.regexes import regex

# What begins as an attribute does; a format such as “{:>10}” or “{:d}” in the text does not.
_ATTRIBUTES = regex(
    r"\{:(?:\s*(?:[.#][\w-]|[\w-]+=[\"'\w])[^{}\n]*|\s*(?:toc|no_toc|footnotes)\s*"
    r"|[\w-]+:\s[^{}\n]*|:(?:options|nomarkdown)[^{}\n]*|:?/\w*)\}"
)
_OTHER_NAME = regex(r"^[ \t]*(\{:[\w-]+\})[ \t]*$", re.MULTILINE)
_COMMENT = regex(r"\{::comment\}")
_END_OF_COMMENT = regex(r"\{:/(?:comment)?\}")
_CONTENTS = regex(r"[ \t]*(?:[*+-]|\d+\.)[ \t]+[^\n]*\n[ \t]*\Z")


def change_kramdown(changes: Changes) -> None:
    """Remove attribute lists, and the list that only says where a table of contents goes."""
    text = changes.text
    for span in find_enclosed(text, _COMMENT, _END_OF_COMMENT):
        if changes.is_free(span):
            changes.replace(span)
    for pattern, group in ((_ATTRIBUTES, 0), (_OTHER_NAME, 1)):
        for found in pattern.finditer(text):
            if not changes.is_free(found.span(group)):
                continue
            start, end = found.span(group)
            if "toc" in found[group] and "no_toc" not in found[group]:
                start = _start_of_contents(text, start)
            changes.replace((start, end), kind=LeftoverKind.ATTRIBUTES)


def _start_of_contents(text: str, start: int) -> int:
    """Where the item begins that kramdown replaces by a table of contents."""
    line = text.rfind("\n", 0, max(0, text.rfind("\n", 0, start))) + 1
    found = _CONTENTS.match(text, line, start)
    before = text[:line].rstrip(" \t")
    return line if found and (not before or before.endswith("\n\n")) else start
