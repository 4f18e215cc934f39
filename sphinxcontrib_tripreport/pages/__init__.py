"""Documents of their own for talks, events, people, topics and years."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def setup(app: Sphinx) -> None:
    """Register what makes pages: most of it only if a project has some."""
    from sphinxcontrib_tripreport.pages.sorted_toctrees import sort_toctrees

    # After the settings are known to be of their types (801 is too late: Sphinx reads suffixes).
    app.connect("config-inited", read_page_sources, priority=700)
    app.connect("builder-inited", set_up_pages)
    # When pages are made (100), before others look at the order of documents (500).
    app.connect("env-updated", sort_toctrees, priority=110)


def read_page_sources(app: Sphinx, config: Config) -> None:
    """Have Sphinx read the sources of pages, if there are any; for ``config-inited``."""
    if config.tripreport_pages:
        from sphinxcontrib_tripreport.pages.making import add_page_suffix

        add_page_suffix(app, config)


def set_up_pages(app: Sphinx) -> None:
    """Register what is different with pages, if there are or were some; for ``builder-inited``."""
    if not _may_have_pages(app):
        return
    from sphinxcontrib_tripreport.pages.made_documents import (
        finish_page,
        hide_source,
        let_go_of_page,
        read_page,
    )
    from sphinxcontrib_tripreport.pages.making import (
        make_pages,
        note_what_is_read,
        prepare_pages,
        put_off_pages,
    )
    from sphinxcontrib_tripreport.pages.project import note_written_pages

    prepare_pages(app)
    # Before anyone else decides what is to be read.
    app.connect("env-get-outdated", put_off_pages, priority=50)
    # When all others have said what is to be read.
    app.connect("env-before-read-docs", note_what_is_read, priority=900)
    # Before others look at the source (500), which is none yet.
    app.connect("source-read", read_page, priority=490)
    app.connect("doctree-read", finish_page)
    app.connect("doctree-resolved", let_go_of_page)
    # Before views answer (50).
    app.connect("env-updated", note_written_pages, priority=40)
    # Before others look at all documents: from then on pages are as the authors' own.
    app.connect("env-updated", make_pages, priority=100)
    # Before themes and extensions make links of what is taken away here.
    app.connect("html-page-context", hide_source, priority=100)


def _may_have_pages(app: Sphinx) -> bool:
    """Whether a project has pages, or an earlier build left some, or asks for them wrongly."""
    from sphinxcontrib_tripreport.noting.store import store_of
    from sphinxcontrib_tripreport.pages.state import sources_of_pages
    from sphinxcontrib_tripreport.settings import TALK_NOTES

    config = app.config
    return (
        bool(config.tripreport_pages or store_of(app.env).data["pages"])
        or config.tripreport_talk_notes not in TALK_NOTES
        or sources_of_pages(app).is_dir()
    )
