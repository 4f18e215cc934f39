"""A picture beside what it is of."""

from __future__ import annotations

from typing import NamedTuple


class Picture(NamedTuple):
    """A picture that is shown of something elsewhere."""

    url: str
    """``/path`` from the source directory, or an address of the web."""
    alt: str = ""
    is_chosen: bool = False
    """Whether the author named it, rather than it being the first in the text."""
    stamp: str = ""
    """Of a file, its size and when it was changed: another stamp may be another picture."""
    width: int = 0
    """In pixels; 0 if it is not known."""
    height: int = 0
