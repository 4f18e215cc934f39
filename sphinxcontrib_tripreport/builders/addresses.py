"""Where things are on the site, for files that others read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinxcontrib_tripreport.core.model.places import Target


def address_of_page(app: Sphinx, docname: str) -> str:
    """The address of a document: absolute if the site has one, else from its home page."""
    base = app.config.html_baseurl.rstrip("/")
    uri = app.builder.get_target_uri(docname)
    return f"{base}/{uri}" if base else uri


def address_of(app: Sphinx, target: Target | None) -> str:
    """The same of a place in a document; empty for none."""
    if target is None:
        return ""
    anchor = f"#{target.anchor}" if target.anchor else ""
    return f"{address_of_page(app, target.docname)}{anchor}"
