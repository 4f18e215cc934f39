"""Documents of their own for events, speakers, topics and years."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register what makes pages, and what is different when Sphinx reads them."""
    from sphinxcontrib_tripreport.pages.made import finish_page, hide_source, read_page
    from sphinxcontrib_tripreport.pages.making import (
        add_page_suffix,
        make_pages,
        note_what_is_read,
        prepare_pages,
        put_off_pages,
    )
    from sphinxcontrib_tripreport.pages.project import note_written_pages
    from sphinxcontrib_tripreport.pages.sorted_toctrees import sort_toctrees

    # After the settings are known to be of their types (801 is too late: Sphinx reads suffixes).
    app.connect("config-inited", add_page_suffix, priority=700)
    app.connect("builder-inited", prepare_pages)
    # Before anyone else decides what is to be read.
    app.connect("env-get-outdated", put_off_pages, priority=50)
    # When all others have said what is to be read.
    app.connect("env-before-read-docs", note_what_is_read, priority=900)
    # Before others look at the source (500), which is none yet.
    app.connect("source-read", read_page, priority=490)
    app.connect("doctree-read", finish_page)
    # Before views answer (50).
    app.connect("env-updated", note_written_pages, priority=40)
    # Before others look at all documents: from then on pages are as the authors' own.
    app.connect("env-updated", make_pages, priority=100)
    # When pages are made (100), before others look at the order of documents (500).
    app.connect("env-updated", sort_toctrees, priority=110)
    # Before themes and extensions make links of what is taken away here.
    app.connect("html-page-context", hide_source, priority=100)
