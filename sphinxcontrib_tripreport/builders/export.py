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
    render: Callable[[], str | bytes]
    """Makes its text, a long one in UTF-8. What it needs is loaded then: most builds write none."""
    other_inputs: str = ""
    """A digest of all that it is made from apart from the records."""
