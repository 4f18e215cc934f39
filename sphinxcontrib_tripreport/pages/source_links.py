"""Pages that are made have no source to show or to edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinxcontrib_tripreport.pages.reading import is_made

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_LINKS = ("has_source", "display_github", "display_gitlab", "display_bitbucket")
"""What tells themes to link to a source; all but the first are sphinx-rtd-theme's."""


def hide_source(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object
) -> None:
    """Take from a theme what it makes links to the source of; for ``html-page-context``."""
    if is_made(app, pagename):
        context.update(dict.fromkeys(_LINKS, False), sourcename="", page_source_suffix="")
