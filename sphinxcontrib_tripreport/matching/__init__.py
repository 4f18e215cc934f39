"""Patterns tried on a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register what finds the talks of patterns, and what explains the finds."""
    from sphinxcontrib_tripreport.matching.explain_events import explain_events
    from sphinxcontrib_tripreport.matching.explain_tag import read_all_to_explain
    from sphinxcontrib_tripreport.matching.transform import PlacePatternTalks, RememberPatternTalks
    from sphinxcontrib_tripreport.transforms import add_transforms

    transforms = (
        (
            RememberPatternTalks,
            12,
            "after the parts of a document were moved (10), before Sphinx translates (20)",
        ),
        (
            PlacePatternTalks,
            700,
            (
                "after the addresses of references are known (docutils' ExternalTargets, 640),"
                " before quotes become typographic (750) and tables of contents are collected (880)"
            ),
        ),
    )
    add_transforms(app, transforms)
    app.connect("env-get-outdated", read_all_to_explain)
    app.connect("env-updated", explain_events)
