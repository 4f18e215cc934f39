"""Which pages must be written again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register what finds stale pages, and what remembers the pages that were written."""
    from sphinxcontrib_tripreport.freshness.stale import find_stale_pages, remember_pages

    # After pages are made (100).
    app.connect("env-updated", find_stale_pages)
    # After exports are written (500), which are remembered, too.
    app.connect("build-finished", remember_pages, priority=600)
