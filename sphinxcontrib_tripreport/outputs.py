"""Which documents a builder's output holds, and what it wrote of those that are no longer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.builders.html import StandaloneHTMLBuilder

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

_LISTS_OF_BOOKS = {"latex": "latex_documents", "texinfo": "texinfo_documents", "man": "man_pages"}
"""By builder, the config value that names the documents with which a book begins."""


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
        name = self._builder.name if self._builder is not None else ""
        if name == "singlehtml":
            first = [self._env.config.root_doc]
        elif name in _LISTS_OF_BOOKS:
            first = [book[0] for book in getattr(self._env.config, _LISTS_OF_BOOKS[name])]
        else:
            return None
        found: set[str] = set()
        while first:
            docname = first.pop()
            if docname not in found:
                found.add(docname)
                first += self._env.toctree_includes.get(docname, ())
        return found


def remove_pages(app: Sphinx, docnames: Iterable[str]) -> None:
    """Remove the files that an earlier build wrote of documents."""
    for docname in docnames:
        for path in _written_of(app, docname):
            with suppress(OSError):
                path.unlink()
                if path.stem == "index":
                    path.parent.rmdir()  # of a page in a folder of its own


def _written_of(app: Sphinx, docname: str) -> Iterator[Path]:
    """The files that a builder with one page a document writes of it."""
    builder, outdir = app.builder, Path(app.outdir)
    if isinstance(builder, StandaloneHTMLBuilder):
        yield Path(builder.get_output_path(docname))
        ending = app.config.html_sourcelink_suffix
        for suffix in app.config.source_suffix:
            copy = suffix if suffix == ending else suffix + ending
            yield outdir / "_sources" / f"{docname}{copy}"
    elif suffix := getattr(builder, "out_suffix", ""):
        yield outdir / f"{docname}{suffix}"
