"""Which catalogues Sphinx's ``gettext`` builder writes of made documents: those with words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sphinx.builders.gettext import Catalog, MessageCatalogBuilder
from sphinx.util.i18n import docname_to_domain

from sphinxcontrib_tripreport.noting.store import Store, store_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def leave_out_wordless_pages(app: Sphinx, builder: MessageCatalogBuilder) -> None:
    """Have no catalogue written for made documents without words.

    Sphinx writes one for every document: translators would get an empty one for every speaker.
    """
    store = store_of(app.env)
    builder.catalogs = CatalogsWithWords(store, app.config.gettext_compact, builder.catalogs)


class CatalogsWithWords(defaultdict[str, Catalog]):
    """Catalogues by name; those of made documents are among its items if they have messages."""

    def __init__(self, store: Store, compact: bool | str, catalogs: Mapping[str, Catalog]) -> None:
        """Take what will know the made documents, and how documents share catalogues."""
        super().__init__(Catalog, catalogs)
        self._store = store
        self._compact = compact

    def items(self) -> Any:
        """The catalogues to write."""
        pages = self._store.data["pages"]
        of_pages = {docname_to_domain(docname, self._compact) for docname in pages}
        written = {
            name: catalog
            for name, catalog in super().items()
            if name not in of_pages or catalog.messages
        }
        return written.items()
