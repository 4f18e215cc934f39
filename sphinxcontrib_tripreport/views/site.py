"""Where everything is on the site, absolute: what its base address is for."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from sphinxcontrib_tripreport.core.model.places import is_address
from sphinxcontrib_tripreport.noting.files import path_in_output

if TYPE_CHECKING:
    from sphinx.builders.html import StandaloneHTMLBuilder

    from sphinxcontrib_tripreport.core.model.places import Target
    from sphinxcontrib_tripreport.core.model.records import Note
    from sphinxcontrib_tripreport.core.model.talk import Talk
    from sphinxcontrib_tripreport.views.targets import Targets


class Site:
    """Addresses of one build; all that is not of the web is empty without ``html_baseurl``."""

    def __init__(self, builder: StandaloneHTMLBuilder, targets: Targets) -> None:
        base: str = builder.config.html_baseurl
        self._base = f"{base.rstrip('/')}/" if base else ""
        self.describes_pages: bool = builder.config.tripreport_structured_data
        """Whether pages say to search engines what they are about."""
        self._builder = builder
        self._targets = targets

    def page(self, docname: str) -> str:
        """The address of the page of a document, or of another site."""
        if is_address(docname):
            return docname
        return f"{self._base}{self._builder.get_target_uri(docname)}" if self._base else ""

    def note(self, note: Note) -> str:
        """The address of a note."""
        return self._address_of(note.target)

    def talk(self, talk: Talk) -> str:
        """The address of a talk's page, else of its first note; empty if it has neither."""
        target = self._targets.talk(talk) if self._base else None
        return self._address_of(target) if target is not None else ""

    def thing(self, role: str, key: str) -> str:
        """The address of what is about a person, an event or a topic alone."""
        target = self._targets.own_target(role, key) if self._base else None
        return self._address_of(target) if target is not None else ""

    def link(self, url: str) -> str:
        """The address that a link leads to: in the web, or of a file of the project."""
        if not url.startswith("/"):
            return url
        path = path_in_output(self._builder.env, url) if self._base else ""
        return f"{self._base}_downloads/{quote(path)}" if path else ""

    def picture(self, url: str) -> str:
        """The address of a picture: in the web, or one that the output has."""
        if not url.startswith("/"):
            return url
        known = self._builder.env.images.get(url[1:]) if self._base else None
        return f"{self._base}{self._builder.imagedir}/{quote(known[1])}" if known else ""

    def _address_of(self, target: Target) -> str:
        page = self.page(target.docname)
        return f"{page}#{target.anchor}" if page and target.anchor else page
