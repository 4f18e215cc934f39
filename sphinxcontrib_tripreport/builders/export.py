"""A file for other programs beside the pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Export(NamedTuple):
    """A file that is written."""

    name: str
    """Its path in the output directory."""
    about: str
    """What warnings call it."""
    render: Callable[[], str]
    """Makes its text. What this needs is loaded when it is called: most builds write nothing."""
