"""Attributes at the end of a heading, as Hugo, Pandoc, Quarto and Docusaurus have them. Pure.

``## Bees {#bees .wide}``; https://pandoc.org/MANUAL.html#extension-header_attributes
"""

from __future__ import annotations

from typing import Final, NamedTuple

from sphinxcontrib_tripreport.core.text.regexes import regex

_ONE: Final = r"""(?:[#.][\w:.-]+|[\w-]+=(?:"[^"{}]*"|'[^'{}]*'|[^\s"'{}]+)|-)"""
_AT_END: Final = regex(rf"\s*\{{:?\s*({_ONE}(?:\s+{_ONE})*)\s*\}}\s*$")
_ID: Final = regex(r"(?:^|\s)#([\w:.-]+)")


class HeadingAttributes(NamedTuple):
    """What is in braces at a heading's end."""

    start: int
    """Where the heading's own text ends."""
    anchor: str
    """Empty if they name none."""


def find_attributes(text: str) -> HeadingAttributes | None:
    """The attributes at the end of a heading's text; None if there are none."""
    found = _AT_END.search(text)
    if found is None:
        return None
    anchor = _ID.search(found[1])
    return HeadingAttributes(found.start(), anchor[1] if anchor else "")
