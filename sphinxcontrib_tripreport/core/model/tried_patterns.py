"""Patterns and how often they match, kept with the document on which they were tried."""

from __future__ import annotations

from typing import NamedTuple


class TriedPattern(NamedTuple):
    """A pattern that was tried on a document."""

    docname: str
    text: str
    line: int
    """In the document; 0 if it is in ``conf.py``."""
    matches: int
    """How many there are."""
    message: str = ""
    """What its author is told of it, if it is of the document and matches nothing."""
