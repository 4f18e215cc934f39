"""What is done for one kind of builder alone, and the files that builds write for others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register our own builder, and what finds out which builder it is that others are for."""
    from sphinxcontrib_tripreport.builders.tripcheck import TripcheckBuilder

    app.add_builder(TripcheckBuilder)
    app.connect("builder-inited", warn_of_settings)
    app.connect("builder-inited", set_up_for_builder)


def warn_of_settings(app: Sphinx) -> None:
    """Say what is wrong with settings of what HTML builders write; for ``builder-inited``."""
    if app.config.tripreport_exports:
        from sphinxcontrib_tripreport.builders.exports import warn_of_formats

        warn_of_formats(app)
    if app.config.tripreport_redirects:
        from sphinxcontrib_tripreport.builders.redirects import warn_of_patterns

        warn_of_patterns(app)


def set_up_for_builder(app: Sphinx) -> None:
    """Register what the builder of this build needs, and nothing for others."""
    from sphinx.builders.gettext import MessageCatalogBuilder

    # Builders that others made of Sphinx's have names of their own, and make the same.
    formats = {"html": _set_up_html, "latex": _set_up_latex, "text": _set_up_text}
    if isinstance(app.builder, MessageCatalogBuilder):
        from sphinxcontrib_tripreport.builders.gettext import leave_out_wordless_pages

        leave_out_wordless_pages(app, app.builder)
    elif app.builder.format in formats:
        formats[app.builder.format](app)


def _set_up_html(app: Sphinx) -> None:
    from sphinxcontrib_tripreport.builders.html import add_assets, load_search_script
    from sphinxcontrib_tripreport.builders.inventory_file import keep_inventory
    from sphinxcontrib_tripreport.builders.languages import SurroundLanguages
    from sphinxcontrib_tripreport.builders.page_context import describe_page, show_neighbours
    from sphinxcontrib_tripreport.builders.search_index_file import keep_search_index
    from sphinxcontrib_tripreport.outputs import has_scripts, is_one_page
    from sphinxcontrib_tripreport.transforms import add_post_transforms

    add_assets(app)
    keep_inventory(app)
    keep_search_index(app)
    add_post_transforms(app, [(SurroundLanguages, 6, "after placeholders are drawn (5)")])
    app.connect("doctree-resolved", keep_stems)  # Sphinx makes its index after "write-started"
    app.connect("html-collect-pages", forget_stems, priority=100)  # before large pages are made
    # Before extensions that read descriptions, and before themes make links of neighbours (500).
    app.connect("html-page-context", describe_page, priority=400)
    app.connect("html-page-context", show_neighbours, priority=400)
    app.connect("html-page-context", load_search_script)
    if getattr(app.builder, "embedded", False):
        _set_up_books(app)
    if is_one_page(app.builder):
        _set_up_one_page(app)
    if has_scripts(app.builder):
        _set_up_exports(app)


def _set_up_books(app: Sphinx) -> None:
    from sphinxcontrib_tripreport.builders.epub import (
        LinkRemoteImages,
        WriteXhtml,
        declare_drawings,
        name_pages_alike,
    )
    from sphinxcontrib_tripreport.builders.isolated_names import IsolateNames
    from sphinxcontrib_tripreport.transforms import add_post_transforms

    post_transforms = (
        (WriteXhtml, 4, "before placeholders are drawn (5): what is drawn is XHTML already"),
        (LinkRemoteImages, 300, "after Sphinx has fetched (100) and converted (200) images"),
        (IsolateNames, 950, "what roles name is known when references are resolved"),
    )
    add_post_transforms(app, post_transforms)
    name_pages_alike(app)
    declare_drawings(app)


def _set_up_one_page(app: Sphinx) -> None:
    from sphinxcontrib_tripreport.builders.singlehtml import (
        MendLinksWithin,
        mend_tables_of_contents,
    )
    from sphinxcontrib_tripreport.transforms import add_post_transforms

    reason = "after all references are resolved, ours, Sphinx's and MyST's"
    add_post_transforms(app, [(MendLinksWithin, 900, reason)])
    # Before themes put the tables into the page.
    app.connect("html-page-context", mend_tables_of_contents, priority=400)


def _set_up_exports(app: Sphinx) -> None:
    from sphinxcontrib_tripreport.builders.exports import write_exports
    from sphinxcontrib_tripreport.builders.redirects import note_other_page, write_redirects

    if app.config.tripreport_exports:
        from sphinxcontrib_tripreport.builders.feeds import link_feeds
        from sphinxcontrib_tripreport.builders.page_bodies import (
            find_reports_without_body,
            keep_body,
        )

        app.connect("html-page-context", link_feeds)
        # After other extensions have changed what is on the page.
        app.connect("html-page-context", keep_body, priority=900)
        # After stale pages are found (500).
        app.connect("env-updated", find_reports_without_body, priority=600)
    app.connect("html-page-context", note_other_page)
    app.connect("build-finished", write_exports)
    # After exports, whose places are taken.
    app.connect("build-finished", write_redirects, priority=510)


def _set_up_latex(app: Sphinx) -> None:
    from sphinxcontrib_tripreport.builders.languages import SurroundLanguages, SurroundTitles
    from sphinxcontrib_tripreport.builders.latex import (
        AnchorNames,
        AnchorTakeaways,
        BreakAddresses,
        KeepHeadingsWithTables,
        add_latex_package,
        add_latex_style,
    )
    from sphinxcontrib_tripreport.builders.latex_scripts import warn_of_scripts
    from sphinxcontrib_tripreport.transforms import add_post_transforms

    post_transforms = (
        (SurroundLanguages, 6, "after placeholders are drawn (5)"),
        (AnchorNames, 900, "after all references are resolved"),
        (AnchorTakeaways, 900, "after all references are resolved"),
        (KeepHeadingsWithTables, 900, "after placeholders are drawn (5)"),
        (BreakAddresses, 940, "after all else has looked at the words of the text"),
        (SurroundTitles, 950, "what roles name is known when references are resolved"),
    )
    add_post_transforms(app, post_transforms)
    add_latex_package(app)
    add_latex_style(app)
    app.connect("write-started", warn_of_scripts)


def _set_up_text(app: Sphinx) -> None:
    from sphinxcontrib_tripreport.builders.text import SayImages
    from sphinxcontrib_tripreport.transforms import add_post_transforms

    reason = "after Sphinx has fetched (100) and converted (200) images"
    add_post_transforms(app, [(SayImages, 900, reason)])


def keep_stems(app: Sphinx, *document: Any) -> None:
    """Have the index of the search page keep stems of words; for ``doctree-resolved``."""
    if (index := getattr(app.builder, "indexer", None)) is not None:
        from sphinxcontrib_tripreport.builders.search_stems import keep_stems

        keep_stems(index)


def forget_stems(app: Sphinx) -> list[Any]:
    """Have it forget them; for ``html-collect-pages``."""
    if (index := getattr(app.builder, "indexer", None)) is not None:
        from sphinxcontrib_tripreport.builders.search_stems import forget_stems

        forget_stems(index)
    return []
