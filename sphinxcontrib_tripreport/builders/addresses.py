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


class SiteAddresses:
    """Addresses for all that is written at the end of a build; each page's is made once."""

    def __init__(self, app: Sphinx) -> None:
        self._app = app
        self._pages: dict[str, str] = {}

    def of_page(self, docname: str) -> str:
        """The address of a document."""
        if docname not in self._pages:
            self._pages[docname] = address_of_page(self._app, docname)
        return self._pages[docname]

    def address_of(self, target: Target | None) -> str:
        """The address of a place in a document; empty for none."""
        if target is None:
            return ""
        page = self.of_page(target.docname)
        return f"{page}#{target.anchor}" if target.anchor else page
