"""One module a builder: everything that is said for it alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def setup(app: Sphinx) -> None:
    """Register what single builders need."""
    from sphinxcontrib_tripreport.builders.epub import (
        LinkRemoteImages,
        WriteXhtml,
        declare_drawings,
        name_pages_alike,
    )
    from sphinxcontrib_tripreport.builders.exports import warn_of_formats, write_exports
    from sphinxcontrib_tripreport.builders.gettext import leave_out_wordless_pages
    from sphinxcontrib_tripreport.builders.html import add_assets, load_search_script
    from sphinxcontrib_tripreport.builders.inventory_file import keep_inventory
    from sphinxcontrib_tripreport.builders.isolated_names import IsolateNames
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
    from sphinxcontrib_tripreport.builders.page_context import describe_page, show_neighbours
    from sphinxcontrib_tripreport.builders.redirects import (
        note_other_page,
        warn_of_patterns,
        write_redirects,
    )
    from sphinxcontrib_tripreport.builders.singlehtml import (
        MendLinksWithin,
        mend_tables_of_contents,
    )
    from sphinxcontrib_tripreport.builders.text import SayImages
    from sphinxcontrib_tripreport.builders.tripcheck import TripcheckBuilder
    from sphinxcontrib_tripreport.transforms import add_post_transforms

    app.add_builder(TripcheckBuilder)
    add_latex_package(app)
    post_transforms = (
        (WriteXhtml, 4, "before placeholders are drawn (5): what is drawn is XHTML already"),
        (SurroundLanguages, 6, "after placeholders are drawn (5)"),
        (LinkRemoteImages, 300, "after Sphinx has fetched (100) and converted (200) images"),
        (MendLinksWithin, 900, "after all references are resolved, ours, Sphinx's and MyST's"),
        (AnchorNames, 900, "after all references are resolved"),
        (AnchorTakeaways, 900, "after all references are resolved"),
        (KeepHeadingsWithTables, 900, "after placeholders are drawn (5)"),
        (SayImages, 900, "after Sphinx has fetched (100) and converted (200) images"),
        (BreakAddresses, 940, "after all else has looked at the words of the text"),
        (SurroundTitles, 950, "what roles name is known when references are resolved"),
        (IsolateNames, 950, "what roles name is known when references are resolved"),
    )
    add_post_transforms(app, post_transforms)
    app.connect("builder-inited", leave_out_wordless_pages)
    app.connect("builder-inited", add_assets)
    app.connect("builder-inited", keep_inventory)
    app.connect("builder-inited", add_latex_style)
    app.connect("builder-inited", name_pages_alike)
    app.connect("builder-inited", declare_drawings)
    app.connect("builder-inited", warn_of_formats)
    app.connect("builder-inited", warn_of_patterns)
    app.connect("html-page-context", mend_tables_of_contents)
    app.connect("write-started", warn_of_scripts)
    app.connect("doctree-resolved", keep_stems)  # Sphinx makes its index after "write-started"
    app.connect("html-collect-pages", forget_stems, priority=100)  # before large pages are made
    # Before extensions that read descriptions, and before themes make links of neighbours (500).
    app.connect("html-page-context", describe_page, priority=400)
    app.connect("html-page-context", show_neighbours, priority=400)
    app.connect("html-page-context", load_search_script)
    app.connect("html-page-context", link_to_feeds)
    # After other extensions have changed what is on the page.
    app.connect("html-page-context", keep_bodies, priority=900)
    # After stale pages are found (500).
    app.connect("env-updated", find_lost_bodies, priority=600)
    app.connect("html-page-context", note_other_page)
    app.connect("build-finished", write_exports)
    # After exports, whose places are taken.
    app.connect("build-finished", write_redirects, priority=510)


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


def link_to_feeds(app: Sphinx, *page: Any) -> None:
    """Tell browsers which feeds there are; for ``html-page-context``."""
    if app.config.tripreport_exports:
        from sphinxcontrib_tripreport.builders.feeds import link_feeds

        link_feeds(app, *page)


def keep_bodies(app: Sphinx, *page: Any) -> None:
    """Keep what is on pages for feeds; for ``html-page-context``."""
    if app.config.tripreport_exports:
        from sphinxcontrib_tripreport.builders.page_bodies import keep_body

        keep_body(app, *page)


def find_lost_bodies(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """The documents of which feeds lack the text; for ``env-updated``."""
    if not app.config.tripreport_exports:
        return []
    from sphinxcontrib_tripreport.builders.page_bodies import find_reports_without_body

    return find_reports_without_body(app, env)
