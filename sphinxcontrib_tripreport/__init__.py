"""Conference trip reports in Sphinx: every talk, speaker, event and topic known and linked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__version__ = "0.1.0"

_HERE = Path(__file__).parent


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register everything with Sphinx, in the order in which a build meets it."""
    from sphinxcontrib_tripreport.assets import add_assets
    from sphinxcontrib_tripreport.directives.sections import LiftTalks, PlaceBelow
    from sphinxcontrib_tripreport.domain import DATA_VERSION, TripDomain
    from sphinxcontrib_tripreport.exports.writing import write_exports
    from sphinxcontrib_tripreport.freshness import find_stale_pages, remember_pages
    from sphinxcontrib_tripreport.index_pages import draw_index_page
    from sphinxcontrib_tripreport.index_references import NameIndices
    from sphinxcontrib_tripreport.loading import load_data_files
    from sphinxcontrib_tripreport.markdown import enable_colon_fences, set_up_markdown
    from sphinxcontrib_tripreport.messages import CATALOGUE
    from sphinxcontrib_tripreport.nodes import trip_placeholder
    from sphinxcontrib_tripreport.remote import spell_as_inventory
    from sphinxcontrib_tripreport.reports import (
        PlaceListedTalks,
        finish_report,
        read_post,
    )
    from sphinxcontrib_tripreport.roles import warn_of_unknown_name
    from sphinxcontrib_tripreport.settings import add_settings
    from sphinxcontrib_tripreport.short_names import add_short_names
    from sphinxcontrib_tripreport.views.drawing import DrawPlaceholders

    app.add_message_catalog(CATALOGUE, str(_HERE / "locale"))
    app.setup_extension("sphinx_design")
    set_up_markdown(app)
    add_settings(app)

    app.add_domain(TripDomain)
    app.add_node(trip_placeholder)
    app.add_transform(LiftTalks)
    app.add_transform(PlaceBelow)
    app.add_transform(PlaceListedTalks)
    app.add_post_transform(DrawPlaceholders)
    app.add_post_transform(NameIndices)

    app.connect("config-inited", enable_colon_fences, priority=400)
    app.connect("config-inited", add_short_names, priority=900)
    app.connect("builder-inited", load_data_files)
    app.connect("builder-inited", add_assets)
    app.connect("source-read", read_post)
    app.connect("doctree-read", finish_report)
    app.connect("env-updated", find_stale_pages)
    app.connect("missing-reference", spell_as_inventory, priority=400)
    app.connect("warn-missing-reference", warn_of_unknown_name)
    app.connect("html-page-context", draw_index_page)
    app.connect("build-finished", write_exports)
    app.connect("build-finished", remember_pages)
    return {
        "version": __version__,
        "env_version": DATA_VERSION,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
