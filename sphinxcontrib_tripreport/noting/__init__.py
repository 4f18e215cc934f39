"""What every way of writing a talk, a speaker or an event has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register the placeholder, what translates records, programmes, and other sites."""
    from sphinxcontrib_tripreport.nodes import trip_placeholder
    from sphinxcontrib_tripreport.noting.programmes import load_programmes
    from sphinxcontrib_tripreport.noting.sites import load_sites
    from sphinxcontrib_tripreport.noting.translations import TranslateRecords, note_catalogues
    from sphinxcontrib_tripreport.transforms import add_transforms

    app.add_node(trip_placeholder)
    reason = "after Sphinx's own translations (20), before other records are made (250)"
    add_transforms(app, [(TranslateRecords, 30, reason)])
    app.connect("source-read", note_catalogues)
    # Before questions are answered (50).
    app.connect("env-updated", load_programmes, priority=40)
    app.connect("env-updated", load_sites, priority=40)
