"""Pages that are made have no source to show or to edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinxcontrib_tripreport.pages.reading import is_made

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def hide_source(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object
) -> None:
    """Take from a theme what it makes links to the source of; for ``html-page-context``."""
    if is_made(app, pagename):
        context.update(sourcename="", has_source=False, page_source_suffix="")
