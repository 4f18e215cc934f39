"""What pages show: an answer of plain values, then standard nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register what answers and draws, and the scripts of what is drawn."""
    from sphinxcontrib_tripreport.transforms import add_post_transforms
    from sphinxcontrib_tripreport.views.answers import start_answering
    from sphinxcontrib_tripreport.views.components import spare_pages_without_components
    from sphinxcontrib_tripreport.views.design_icons import icons_read_late
    from sphinxcontrib_tripreport.views.drawing import DrawPlaceholders
    from sphinxcontrib_tripreport.views.listings.search_box import load_filter_script
    from sphinxcontrib_tripreport.views.pictures import bring_pictures
    from sphinxcontrib_tripreport.views.videos import load_video_script

    with icons_read_late():
        app.setup_extension("sphinx_design")
    spare_pages_without_components(app)
    reason = "before Sphinx resolves references (10) and prepares images for the builder"
    add_post_transforms(app, [(DrawPlaceholders, 5, reason)])
    # Before pages are made (100) and compared with what was written (500).
    app.connect("env-updated", start_answering, priority=50)
    app.connect("doctree-resolved", bring_pictures)
    app.connect("html-page-context", load_filter_script)
    app.connect("html-page-context", load_video_script)
