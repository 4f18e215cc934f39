"""What a project holds in the place of something on an old site."""

from __future__ import annotations

from typing import NamedTuple


class Held(NamedTuple):
    """Where the project holds something."""

    path: str
    """From the source directory, beginning with a slash; a document with its suffix."""
    document: str = ""
    """The docname, if it is a document."""
