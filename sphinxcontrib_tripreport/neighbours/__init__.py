"""Other extensions that projects use beside this one: one module for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def setup(app: Sphinx) -> None:
    """Register what looks for the others, in whatever order a project lists them."""
    # When all are set up, and before anything is read.
    app.connect("config-inited", meet_others, priority=950)


def meet_others(app: Sphinx, config: Config) -> None:
    """Have each of the others that is there know what is different with our documents."""
    if "sphinx.ext.autosectionlabel" in app.extensions:
        from sphinxcontrib_tripreport.neighbours.autosectionlabel import label_only_sections

        label_only_sections(app)
    if "sphinx_external_toc" in app.extensions:
        from sphinxcontrib_tripreport.neighbours.external_toc import await_pages

        await_pages(app)
    if "sphinxext.opengraph" in app.extensions:
        from sphinxcontrib_tripreport.neighbours.opengraph import describe_page

        # After others have filled the head, and before it looks there (500).
        app.connect("html-page-context", describe_page, priority=490)
    if "sphinx_llms_txt" in app.extensions:
        from sphinxcontrib_tripreport.neighbours.llms_txt import leave_out_pages

        # Before its own files are written (500).
        app.connect("build-finished", leave_out_pages, priority=400)
