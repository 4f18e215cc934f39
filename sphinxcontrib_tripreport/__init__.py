"""Conference trip reports in Sphinx: every talk, speaker, event and topic known and linked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__version__ = "0.1.0"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register everything with Sphinx, in the order in which a build meets it."""
    from sphinxcontrib_tripreport.assets import add_assets
    from sphinxcontrib_tripreport.collecting import (
        collect_as_before,
        collect_less,
        pause_collecting,
        resume_collecting,
    )
    from sphinxcontrib_tripreport.directives.listing import DrawListsInCells
    from sphinxcontrib_tripreport.directives.sections import LiftTalks, NoteEntries, PlaceBelow
    from sphinxcontrib_tripreport.directives.toctree import TocTreeOfPosts
    from sphinxcontrib_tripreport.domain import DATA_VERSION, TripDomain
    from sphinxcontrib_tripreport.drafts import hide_drafts, remove_pages_of_drafts
    from sphinxcontrib_tripreport.epub import name_pages_alike
    from sphinxcontrib_tripreport.explain import read_all_to_explain
    from sphinxcontrib_tripreport.exports.writing import write_exports
    from sphinxcontrib_tripreport.filters import load_filter_script
    from sphinxcontrib_tripreport.freshness import find_stale_pages, remember_pages
    from sphinxcontrib_tripreport.index_pages import (
        collect_index_pages,
        draw_index_page,
        link_index_pages,
    )
    from sphinxcontrib_tripreport.index_references import NameIndices
    from sphinxcontrib_tripreport.isolation import IsolateNames
    from sphinxcontrib_tripreport.languages import SurroundLanguages, SurroundTitles
    from sphinxcontrib_tripreport.latex import AnchorNames, add_latex_package, add_latex_style
    from sphinxcontrib_tripreport.listed_talks import OfferListedTalks, PlaceListedTalks
    from sphinxcontrib_tripreport.loading import load_data_files
    from sphinxcontrib_tripreport.markdown import enable_colon_fences, set_up_markdown
    from sphinxcontrib_tripreport.messages import add_translations
    from sphinxcontrib_tripreport.nodes import trip_placeholder
    from sphinxcontrib_tripreport.old_links import ResolveOldLinks
    from sphinxcontrib_tripreport.pages.making import (
        add_page_suffix,
        make_pages,
        note_what_is_read,
        prepare_pages,
        put_off_pages,
    )
    from sphinxcontrib_tripreport.pages.messages_of_pages import leave_out_wordless_pages
    from sphinxcontrib_tripreport.pages.source_links import hide_source
    from sphinxcontrib_tripreport.patterns.transform import PlacePatternTalks, RememberPatternTalks
    from sphinxcontrib_tripreport.remote import spell_as_inventory
    from sphinxcontrib_tripreport.reports import finish_document, read_post
    from sphinxcontrib_tripreport.roles import warn_of_unknown_name
    from sphinxcontrib_tripreport.settings import add_settings
    from sphinxcontrib_tripreport.short_names import add_short_names
    from sphinxcontrib_tripreport.single_page import MendLinksWithin
    from sphinxcontrib_tripreport.site_links import SoughtPaths
    from sphinxcontrib_tripreport.source_encoding import read_leniently, warn_of_encoding
    from sphinxcontrib_tripreport.titles import GiveOneTitle, watch_heading_levels
    from sphinxcontrib_tripreport.transitions import DropIdleTransitions
    from sphinxcontrib_tripreport.translating import TranslateRecords, note_catalogues
    from sphinxcontrib_tripreport.views.drawing import DrawPlaceholders
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
