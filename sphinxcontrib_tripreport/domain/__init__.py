"""The domain ``trip``: roles, indices and the inventory."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register the domain, its indices, and what makes them pages and links."""
    from sphinxcontrib_tripreport.domain.domain import TripDomain
    from sphinxcontrib_tripreport.domain.index_pages import (
        collect_index_pages,
        draw_index_page,
        link_index_pages,
    )
    from sphinxcontrib_tripreport.domain.index_references import (
        NameIndices,
        lead_to_overviews,
        note_named_indices,
    )
    from sphinxcontrib_tripreport.domain.indices import INDICES
    from sphinxcontrib_tripreport.domain.intersphinx import find_in_inventories
    from sphinxcontrib_tripreport.domain.roles import warn_of_unknown_name
    from sphinxcontrib_tripreport.domain.short_names import add_short_names
    from sphinxcontrib_tripreport.transforms import add_post_transforms

    app.add_domain(TripDomain)
    for index in INDICES:
        app.add_index_to_domain("trip", index)
    reason = "before Sphinx resolves references, and there are many more nodes to look through"
    add_post_transforms(app, [(NameIndices, 4, reason)])
    app.connect("doctree-read", note_named_indices)
    # After pages are made (100), and before intersphinx and others look for labels.
    app.connect("env-updated", lead_to_overviews, priority=200)
    # After every extension is set up, in whatever order they are listed.
    app.connect("config-inited", add_short_names, priority=900)
    # Before intersphinx looks for the name (500).
    app.connect("missing-reference", find_in_inventories, priority=400)
    app.connect("warn-missing-reference", warn_of_unknown_name)
    app.connect("html-page-context", link_index_pages)
    app.connect("html-page-context", draw_index_page)
    app.connect("html-collect-pages", collect_index_pages)
