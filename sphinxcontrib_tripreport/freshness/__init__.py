"""Which pages must be written again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register what finds stale pages, and what remembers the pages that were written."""
    from sphinxcontrib_tripreport.freshness.stale import (
        find_stale_pages,
        note_writing,
        open_memory,
        remember_pages,
    )

    app.connect("env-before-read-docs", open_memory)
    # After pages are made (100).
    app.connect("env-updated", find_stale_pages)
    app.connect("doctree-resolved", note_writing)
    # After exports are written (500), which are remembered, too.
    app.connect("build-finished", remember_pages, priority=600)
