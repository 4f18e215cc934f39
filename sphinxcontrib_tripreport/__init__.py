"""Conference trip reports in Sphinx: every talk, speaker, event and topic known and linked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__version__ = "0.1.0"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register everything with Sphinx, in the order in which a build meets it."""
    from sphinxcontrib_tripreport.builders.epub import name_pages_alike
    from sphinxcontrib_tripreport.builders.exports import write_exports
    from sphinxcontrib_tripreport.builders.gettext import leave_out_wordless_pages
    from sphinxcontrib_tripreport.builders.html import add_assets
    from sphinxcontrib_tripreport.builders.isolated_names import IsolateNames
    from sphinxcontrib_tripreport.builders.languages import SurroundLanguages, SurroundTitles
    from sphinxcontrib_tripreport.builders.latex import (
        AnchorNames,
        add_latex_package,
        add_latex_style,
    )
    from sphinxcontrib_tripreport.builders.singlehtml import MendLinksWithin
    from sphinxcontrib_tripreport.directives.listing import DrawListsInCells
    from sphinxcontrib_tripreport.directives.sections import LiftTalks, NoteEntries, PlaceBelow
    from sphinxcontrib_tripreport.directives.toctree import TocTreeOfPosts
    from sphinxcontrib_tripreport.domain.domain import DATA_VERSION, TripDomain
    from sphinxcontrib_tripreport.domain.index_pages import (
        collect_index_pages,
        draw_index_page,
        link_index_pages,
    )
    from sphinxcontrib_tripreport.domain.index_references import NameIndices
    from sphinxcontrib_tripreport.domain.intersphinx import spell_as_inventory
    from sphinxcontrib_tripreport.domain.roles import warn_of_unknown_name
    from sphinxcontrib_tripreport.domain.short_names import add_short_names
    from sphinxcontrib_tripreport.freshness.stale import find_stale_pages, remember_pages
    from sphinxcontrib_tripreport.garbage import (
        collect_as_before,
        collect_less,
        pause_collecting,
        resume_collecting,
    )
    from sphinxcontrib_tripreport.matching.explain import read_all_to_explain
    from sphinxcontrib_tripreport.matching.transform import PlacePatternTalks, RememberPatternTalks
    from sphinxcontrib_tripreport.messages import add_translations
    from sphinxcontrib_tripreport.nodes import trip_placeholder
    from sphinxcontrib_tripreport.noting.translations import TranslateRecords, note_catalogues
    from sphinxcontrib_tripreport.pages.made import hide_source
    from sphinxcontrib_tripreport.pages.making import (
        add_page_suffix,
        make_pages,
        note_what_is_read,
        prepare_pages,
        put_off_pages,
    )
    from sphinxcontrib_tripreport.reading.data_files import load_data_files
    from sphinxcontrib_tripreport.reading.documents import finish_document
    from sphinxcontrib_tripreport.reading.drafts import hide_drafts, remove_pages_of_drafts
    from sphinxcontrib_tripreport.reading.encoding import read_leniently, warn_of_encoding
    from sphinxcontrib_tripreport.reading.listed_talks import OfferListedTalks, PlaceListedTalks
    from sphinxcontrib_tripreport.reading.myst import (
        enable_colon_fences,
        set_up_markdown,
        watch_heading_levels,
    )
    from sphinxcontrib_tripreport.reading.old_links import ResolveOldLinks
    from sphinxcontrib_tripreport.reading.old_paths import SoughtPaths
    from sphinxcontrib_tripreport.reading.one_title import GiveOneTitle
    from sphinxcontrib_tripreport.reading.sources import read_post
    from sphinxcontrib_tripreport.reading.transitions import DropIdleTransitions
    from sphinxcontrib_tripreport.settings import add_settings
    from sphinxcontrib_tripreport.views.drawing import DrawPlaceholders
    from sphinxcontrib_tripreport.views.listings.search_box import load_filter_script
    from sphinxcontrib_tripreport.views.videos import load_video_script

    add_translations(app)
    app.setup_extension("sphinx_design")
    set_up_markdown(app)
    watch_heading_levels()
    add_settings(app)
    add_latex_package(app)

    app.add_domain(TripDomain)
    app.add_directive("toctree", TocTreeOfPosts, override=True)
    app.add_env_collector(SoughtPaths)
    app.add_node(trip_placeholder)
    app.add_transform(GiveOneTitle)
    app.add_transform(LiftTalks)
    app.add_transform(PlaceBelow)
    app.add_transform(DrawListsInCells)
    app.add_transform(NoteEntries)
    app.add_transform(OfferListedTalks)
    app.add_transform(RememberPatternTalks)
    app.add_transform(TranslateRecords)
    app.add_transform(PlaceListedTalks)
    app.add_transform(PlacePatternTalks)
    app.add_transform(DropIdleTransitions)
    app.add_post_transform(DrawPlaceholders)
    app.add_post_transform(SurroundLanguages)
    app.add_post_transform(NameIndices)
    app.add_post_transform(ResolveOldLinks)
    app.add_post_transform(MendLinksWithin)
    app.add_post_transform(AnchorNames)
    app.add_post_transform(SurroundTitles)
    app.add_post_transform(IsolateNames)

    app.connect("config-inited", enable_colon_fences, priority=400)
    app.connect("config-inited", add_short_names, priority=900)
    app.connect("config-inited", add_page_suffix, priority=700)
    app.connect("builder-inited", load_data_files)
    app.connect("builder-inited", prepare_pages)
    app.connect("builder-inited", leave_out_wordless_pages)
    app.connect("builder-inited", add_assets)
    app.connect("builder-inited", add_latex_style)
    app.connect("builder-inited", name_pages_alike)
    # Before others decide what is to be read.
    app.connect("env-get-outdated", put_off_pages, priority=50)
    app.connect("env-get-outdated", hide_drafts, priority=100)
    app.connect("env-get-outdated", read_all_to_explain)
    app.connect("env-before-read-docs", read_leniently)
    app.connect("env-before-read-docs", note_what_is_read, priority=900)
    app.connect("source-read", pause_collecting, priority=100)
    app.connect("source-read", warn_of_encoding, priority=400)
    app.connect("source-read", note_catalogues)
    app.connect("source-read", read_post)
    app.connect("doctree-read", finish_document)
    app.connect("doctree-read", resume_collecting, priority=900)
    app.connect("build-finished", resume_collecting)
    app.connect("env-updated", make_pages, priority=100)
    app.connect("env-updated", remove_pages_of_drafts)
    app.connect("env-updated", find_stale_pages)
    app.connect("write-started", collect_less)
    app.connect("missing-reference", spell_as_inventory, priority=400)
    app.connect("warn-missing-reference", warn_of_unknown_name)
    app.connect("html-page-context", link_index_pages)
    app.connect("html-page-context", draw_index_page)
    app.connect("html-page-context", hide_source, priority=100)
    app.connect("html-page-context", load_filter_script)
    app.connect("html-page-context", load_video_script)
    app.connect("html-collect-pages", collect_index_pages)
    app.connect("build-finished", write_exports)
    app.connect("build-finished", remember_pages)
    app.connect("build-finished", collect_as_before)
    return {
        "version": __version__,
        "env_version": DATA_VERSION,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
