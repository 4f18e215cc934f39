"""The table of contents that ``sphinx_external_toc`` reads from a file, as Jupyter Book does.

What ``TocTreeOfPosts`` is to the directive: drafts are passed over, and documents that name pages
are read again when these are made.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sphinx.addnodes import toctree
from sphinx.util.matching import patfilter
from sphinx_external_toc.api import FileItem, GlobItem
from sphinx_external_toc.events import InsertToctrees, remove_suffix

from sphinxcontrib_tripreport.core.catalogue.page_names import is_page_name
from sphinxcontrib_tripreport.noting.store import Store, store_of
from sphinxcontrib_tripreport.settings import page_kinds

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx_external_toc.api import Document, SiteMap


def await_pages(app: Sphinx) -> None:
    """Put our transform in the place of the extension's own."""
    transforms = app.registry.get_transforms()
    transforms[transforms.index(InsertToctrees)] = InsertToctreesOfPosts


class InsertToctreesOfPosts(InsertToctrees):
    """Puts tables of contents into a document, without what there is not yet, or not now."""

    def apply(self, **kwargs: Any) -> None:
        """Let the extension make the tables of what there is."""
        store = store_of(self.env)
        document = self._document()
        if store.is_made(self.env.docname):
            if document is None or not document.subtrees:
                return  # the table of our template stays, of which the extension would warn
            for table in list(self.document.findall(toctree)):
                table.parent.remove(table)
        with self._without_missing_documents(store, document):
            super().apply(**kwargs)

    def _document(self) -> Document | None:
        """What the file says of this document."""
        contents: SiteMap = self.env.external_site_map  # type: ignore[attr-defined]  # it is theirs
        name = self.env.docname
        names = (name, *(f"{name}{suffix}" for suffix in self.config.source_suffix))
        return next((contents[each] for each in names if each in contents), None)

    @contextmanager
    def _without_missing_documents(self, store: Store, document: Document | None) -> Iterator[None]:
        """Have the file not name drafts, nor pages that may yet be made."""
        tables = list(document.subtrees) if document is not None else []
        before = [table.items for table in tables]
        for table in tables:
            table.items = [item for item in table.items if not self._is_passed_over(store, item)]
        try:
            yield
        finally:
            for table, items in zip(tables, before, strict=True):
                table.items = items

    def _is_passed_over(self, store: Store, item: object) -> bool:
        kinds, docname = page_kinds(self.config), self.env.docname
        if isinstance(item, GlobItem):
            # Whatever matches nothing yet may match a page.
            matched = kinds and (store.pages_are_made or patfilter(self.env.found_docs, str(item)))
            is_awaited = bool(kinds) and not matched
        elif isinstance(item, FileItem):
            name = remove_suffix(str(item), list(self.config.source_suffix))
            if name in store.hidden:
                store.note_skipped(docname, {name})
                return True
            is_missing = is_page_name(name, kinds) and name not in self.env.found_docs
            is_awaited = is_missing and not store.pages_are_made
        else:
            return False
        if is_awaited:
            store.note_awaited(docname, [str(item)])
        return is_awaited
