"""The file with the index of the search page: left alone if it would say the same.

Sphinx loads and writes it in each build, also in one with nothing to do; and for each word it goes
through all documents. With pages of 4,000 talks that takes half of a build with nothing to do.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sphinxcontrib_tripreport.builders.other_objects import digest_of_other_objects
from sphinxcontrib_tripreport.core.model.digests import digest_of
from sphinxcontrib_tripreport.freshness.stale import is_fresh, note_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Set

    from sphinx.application import Sphinx
    from sphinx.search import IndexBuilder


def keep_search_index(app: Sphinx) -> None:
    """Have the builder leave an index alone that is right; for ``builder-inited``."""
    if getattr(app.builder, "search", False) and hasattr(app.builder, "load_indexer"):
        _SearchIndexFile(app).replace_methods()


class _SearchIndexFile:
    """What is in the place of the builder's methods that load and write the index."""

    def __init__(self, app: Sphinx) -> None:
        self._app = app
        self._builder = cast("Any", app.builder)
        self._load, self._dump = self._builder.load_indexer, self._builder.dump_search_index
        self._is_right = False

    def replace_methods(self) -> None:
        """Have Sphinx call those of this object."""
        vars(self._builder).update(load_indexer=self.load, dump_search_index=self.dump)

    def load(self, docnames: Set[str]) -> None:
        """Load the index, unless no document is written and it is right.

        :param docnames: the documents that are going to be written
        """
        self._is_right = not docnames and is_fresh(self._app, self._name, self._made_from())
        if not self._is_right:
            _look_up_documents(self._builder.indexer)
            self._load(docnames)

    def dump(self) -> None:
        """Write the index, unless it is right."""
        if not self._is_right:
            self._dump()
            note_file(self._app, self._name, self._made_from())

    @property
    def _name(self) -> str:
        return str(self._builder.searchindex_filename)

    def _made_from(self) -> str:
        """A digest of what it is made from beside the documents and everything of ours.

        Who changes it when it is written, does so again with each build: it is ours no longer.
        """
        path = Path(self._builder.outdir, self._name)
        found = path.stat() if path.is_file() else None
        left = [found.st_mtime_ns, found.st_size] if found is not None else []
        return digest_of(digest_of_other_objects(self._app.env), left)


def _look_up_documents(index: IndexBuilder) -> None:
    """Have an *index* look for the documents of a word among all, not for all among them.

    It does so with a set, and Sphinx hands it a dict.
    """
    prune = index.prune

    def prune_by_set(docnames: Iterable[str]) -> None:
        prune(frozenset(docnames))

    vars(index)["prune"] = prune_by_set
