"""Where the pages of another site are, and which of its links a page may have."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote, urldefrag, urljoin

from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.core.programmes.links_of_sessions import safe_url
from sphinxcontrib_tripreport.core.sites.fields import JsonRow, pairs_in, text_of
from sphinxcontrib_tripreport.core.text.links import Link

_WEB: Final = ("http://", "https://")
_LONGEST: Final = 2000
_FILE: Final = "talks.json"


def read_site_url(text: str) -> str:
    """The address of a site, with a slash at its end.

    :raises ValueError: if it is no address of the web
    """
    url = safe_url(text.strip())
    if not url:
        raise ValueError("expected an address such as https://ann.example/notes/")
    url = urldefrag(url).url.removesuffix(_FILE)
    return url if url.endswith("/") else f"{url}/"


class OtherSiteAddresses:
    """The addresses of one site."""

    def __init__(self, url: str) -> None:
        """:param url: of the site"""
        self._url = url
        self.unsafe = 0
        """How many links were left out, because no page may have them."""
        self._pages: dict[str, str] = {}

    def place(self, row: JsonRow) -> Target | None:
        """Where something is: by its address, else by its document and anchor.

        :return: the address of the page in place of a document; None if there is none
        """
        if address := self._join(text_of(row, "address", _LONGEST)):
            page, anchor = urldefrag(address)
            return Target(page, anchor)
        docname = text_of(row, "docname", _LONGEST)
        if not docname:
            return None
        if docname not in self._pages:
            self._pages[docname] = f"{self._url}{quote(docname)}.html"
        return Target(self._pages[docname], quote(text_of(row, "anchor")))

    def links(self, row: JsonRow) -> tuple[Link, ...]:
        """The links of a thing, which may be files of the site."""
        found = []
        for label, address in pairs_in(row, "links"):
            if url := self._join(address):
                found.append(Link(label or url.split("/")[2], url))
            else:
                self.unsafe += 1
        return tuple(found)

    def url_of(self, row: JsonRow, name: str) -> str:
        """An address of the web."""
        return self._join(text_of(row, name, _LONGEST))

    def _join(self, address: str) -> str:
        """An address that may begin at the site's; empty if no page may link to it."""
        address = address.strip()
        if not address or len(address) > _LONGEST:
            return ""
        if address.startswith(_WEB):
            return safe_url(address)
        try:
            return safe_url(urljoin(self._url, address))
        except ValueError:
            return ""
