"""The parts of a text with markup, as far as pages show it. Pure."""

from __future__ import annotations

from typing import NamedTuple

Content = tuple["RichPart | str", ...]


class RichPart(NamedTuple):
    """A part of a text: a block with words or blocks in it, or words that are set apart."""

    name: str
    """``paragraph``, ``heading``, ``code-block``, ``quote``, ``bullets``, ``numbers`` or ``item``;
    of words ``emphasis``, ``strong``, ``code``, ``sub``, ``sup``, ``link`` or ``break``."""
    content: Content = ()
    url: str = ""
    """Of a link: one that is safe to follow."""
