"""Which documents a builder's output holds, and what it wrote of those that are no longer."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeGuard

from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.builders.latex import LaTeXBuilder
from sphinx.builders.manpage import ManualPageBuilder
from sphinx.builders.singlehtml import SingleFileHTMLBuilder
from sphinx.builders.texinfo import TexinfoBuilder
from sphinxcontrib.serializinghtml import SerializingHTMLBuilder

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment


_LISTS_OF_BOOKS = (
    (LaTeXBuilder, "latex_documents"),
    (TexinfoBuilder, "texinfo_documents"),
    (ManualPageBuilder, "man_pages"),
)
"""By builder, the config value that names the documents with which a book begins.

Builders that others made of these have names of their own, and make the same of documents.
"""


class Output:
    """What the output of a builder holds."""

    def __init__(self, env: BuildEnvironment, builder: Builder | None) -> None:
        self._env = env
        self._builder = builder

    def has(self, docname: str) -> bool:
        """Whether a document is in the output: in books, where a table of contents leads to it."""
        return self._in_books is None or docname in self._in_books

    @cached_property
    def _in_books(self) -> set[str] | None:
        first = self._beginnings()
        if first is None:
            return None
        found: set[str] = set()
        while first:
            docname = first.pop()
            if docname not in found:
                found.add(docname)
                first += self._env.toctree_includes.get(docname, ())
        return found

    def _beginnings(self) -> list[str] | None:
        """The documents that all others are below; None if there are no books."""
        if is_one_page(self._builder):
            return [self._env.config.root_doc]
        for kind, name in _LISTS_OF_BOOKS:
            if isinstance(self._builder, kind):
                return [book[0] for book in getattr(self._env.config, name)]
        return None


def is_one_page(builder: Builder | None) -> TypeGuard[SingleFileHTMLBuilder]:
    """Whether a builder writes all documents into one page of HTML."""
    return isinstance(builder, SingleFileHTMLBuilder)


def has_scripts(builder: Builder | None) -> TypeGuard[StandaloneHTMLBuilder]:
    """Whether a builder writes whole pages for browsers, which load scripts.

    Those that make files for the readers of other programs, or parts of pages, load none.
    """
    return (
        isinstance(builder, StandaloneHTMLBuilder)
        and not builder.embedded
        and not isinstance(builder, SerializingHTMLBuilder)
    )


def has_links(builder: Builder) -> bool:
    """Whether links within the project lead anywhere: man pages print their addresses."""
    return builder.format != "man"
