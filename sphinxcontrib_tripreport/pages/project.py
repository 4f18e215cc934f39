"""Sphinx's notion of the project, with documents whose sources lie outside the source directory."""

from __future__ import annotations

import os
from collections.abc import Iterable, Set
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.project import Project

from sphinxcontrib_tripreport.core.catalogue.page_names import is_page_name
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.settings import page_kinds

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util._pathlib import _StrPath

SUFFIX = ".trip"
"""Of the sources that are made, so that no project's own ``source_suffix`` matters to them."""


class ProjectWithPages(Project):
    """A project that has made documents beside those that its authors wrote.

    They are found, compared with their doctrees, translated and removed as all documents are.
    """

    def __init__(self, project: Project, folder: Path) -> None:
        super().__init__(project.srcdir, project.source_suffix)
        self.restore(project)
        self._folder = folder
        self._made: set[str] = set()

    def source_of(self, docname: str) -> Path:
        """Where the source of a made document is."""
        return Path(self._path_of(docname))

    def _path_of(self, docname: str) -> str:
        # Sphinx asks for all of them twice in each build, and paths are slow to put together.
        return f"{self._folder}{os.sep}{docname}{SUFFIX}"

    def add_made(self, docnames: Iterable[str]) -> None:
        """Have these documents, too."""
        self._made.update(docnames)
        self.docnames.update(self._made)

    def drop_made(self, docname: str) -> None:
        """No longer have a document, unless its author wrote it."""
        self._made.discard(docname)
        self.docnames.discard(docname)

    def discover(
        self, exclude_paths: Iterable[str] = (), include_paths: Iterable[str] = ("**",)
    ) -> set[str]:
        """Find all documents; one that an author wrote takes the place of a made one."""
        written = super().discover(exclude_paths, include_paths)
        self._made.difference_update(written)
        self._made = {docname for docname in self._made if self.source_of(docname).is_file()}
        self.docnames.update(self._made)
        return self.docnames

    @property
    def made_docnames(self) -> Set[str]:
        """The made documents."""
        return self._made

    def made_at(self, path: str) -> str:
        """The made document whose source is at a path; empty if there is none."""
        if not path.startswith(str(self._folder)):
            return ""
        docname = Path(path).relative_to(self._folder).with_suffix("").as_posix()
        return docname if docname in self._made else ""

    def doc2path(self, docname: str, absolute: bool) -> _StrPath:
        """The path of a document's source."""
        if docname in self._made:
            # Where it is on this machine is nothing to publish.
            return type(self.srcdir)(self._path_of(docname) if absolute else f"{docname}{SUFFIX}")
        return super().doc2path(docname, absolute)


def note_written_pages(app: Sphinx, env: BuildEnvironment) -> None:
    """Let views know the authors' documents in the place of pages; for ``env-updated``."""
    store_of(env).written_pages = written_pages(env)


def written_pages(env: BuildEnvironment) -> dict[str, str]:
    """The documents of authors that take the place of pages, by their names without case."""
    kinds = page_kinds(env.config)
    if not kinds or not isinstance(env.project, ProjectWithPages):
        return {}
    own = sorted(env.found_docs - env.project.made_docnames)
    return {name.casefold(): name for name in own if is_page_name(name, kinds)}


def read_made(app: Sphinx, docname: str) -> str:
    """The source of a made document: in UTF-8, whatever ``source_encoding`` says of the posts."""
    return Path(app.env.doc2path(docname)).read_text(encoding="utf-8")
