"""Which pages must be written again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register what finds stale pages, and what remembers the pages that were written."""
    from sphinxcontrib_tripreport.freshness.private_files import (
        forget_words_of_nobody,
        hide_source,
        remove_private_files,
    )
    from sphinxcontrib_tripreport.freshness.stale import (
        find_stale_pages,
        note_writing,
        open_memory,
        remember_pages,
    )

    app.connect("env-before-read-docs", open_memory)
    # After pages are made (100).
    app.connect("env-updated", find_stale_pages)
    app.connect("env-updated", remove_private_files)
    app.connect("html-page-context", hide_source)
    app.connect("html-collect-pages", forget_words_of_nobody)
    app.connect("doctree-resolved", note_writing)
    # After exports are written (500), which are remembered, too.
    app.connect("build-finished", remember_pages, priority=600)
