"""The stylesheet, for HTML builders; and what changes the search page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinxcontrib_tripreport.outputs import has_scripts

if TYPE_CHECKING:
    from sphinx.application import Sphinx


STATIC = Path(__file__).parents[1] / "static"
STATIC_EPUB = Path(__file__).parents[1] / "static_epub"
"""For books: their readers, and those who check them, know little CSS and no scripts."""
STYLESHEET = "tripreport.css"
SEARCH_SCRIPT = "tripreport-search.js"


def add_assets(app: Sphinx) -> None:
    """Bring the stylesheet into the output; for ``builder-inited``."""
    if app.builder.format != "html":
        return
    static = STATIC_EPUB if getattr(app.builder, "embedded", False) else STATIC
    paths = [str(path) for path in app.config.html_static_path]
    # A new list: the old one may be the user's own. First, so that theirs can replace our file.
    app.config.html_static_path = [str(static), *paths]
    app.add_css_file(STYLESHEET)


def load_search_script(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object
) -> None:
    """Let the search page find each talk once; for ``html-page-context``."""
    if pagename == "search" and has_scripts(app.builder):
        app.add_js_file(SEARCH_SCRIPT, loading_method="defer")
