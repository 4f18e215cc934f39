"""What the output directory has anyway, by the files that documents and others are written to."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.views.own_files import OwnFile, extra_files

if TYPE_CHECKING:
    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.environment import BuildEnvironment


class TakenFiles:
    """The files of one build. If file names have no case, names that differ by it are one."""

    def __init__(
        self, env: BuildEnvironment, builder: StandaloneHTMLBuilder, others: Collection[str]
    ) -> None:
        """:param others: the names of pages that are no documents"""
        self._builder = builder
        self._owners = {self._file(name): "" for name in others}
        self._owners |= {self._file(docname): docname for docname in env.found_docs}

    def _file(self, name: str) -> str:
        path = self._builder.get_output_path(name)
        return path.relative_to(self._builder.outdir).as_posix().casefold()

    def owner(self, file: str) -> str | None:
        """The document whose page a file is; empty if it is of something else; None if it is free.

        :param file: its path in the output directory
        """
        key = file.casefold()
        if key in self._owners:
            return self._owners[key]
        first, *more = key.split("/")
        folders = [first]
        for part in more[:-1]:
            folders.append(f"{folders[-1]}/{part}")
        # What begins so is Sphinx's own: pictures, styles, sources.
        taken = first.startswith("_") or any(folder in self._owners for folder in folders)
        return "" if taken or self.extra_file(file) is not None else None

    def extra_file(self, file: str) -> OwnFile | None:
        """What the project copies to a file of the output directory."""
        if not self._builder.config.html_extra_path:
            return None
        return dict(extra_files(self._builder, (file,))).get(file)
