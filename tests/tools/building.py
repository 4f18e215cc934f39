"""Builds small projects whose sources are given as texts, and looks at what came out."""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

from sphinx.testing.util import SphinxTestApp
from sphinx.util.inventory import InventoryFile

from sphinxcontrib_tripreport.views.answers import catalogue_of
from tests.tools.pages import Page
from tests.tools.remembered import remembered

if TYPE_CHECKING:
    from docutils import nodes

    from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue

Sources = Mapping[str, str | bytes | None]
"""By path from the source directory; None deletes a file."""

_CONF = """\
extensions = ["sphinxcontrib_tripreport"]
project = "Trips"
author = copyright = "Ann Author"
version = "1"
html_theme = "basic"
html_sidebars = {"**": []}
html_copy_source = False
# Sphinx adds what extensions read to its own default, where the next build would find it.
source_suffix = {".rst": "restructuredtext"}
"""
_TERMINAL = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_WRITTEN_OVER = re.compile(r"[^\n]*\r(?=[^\n])|\r")
"""Whether Sphinx writes colours and over its own lines depends on where the tests run."""
_SOURCE = re.compile(r"\.(rst|md)$")


class Build(Protocol):
    """Writes a project into the test's own folder and builds it."""

    def __call__(
        self,
        sources: Sources,
        conf: str = "",
        *,
        builder: str = "html",
        parallel: int = 0,
        tags: tuple[str, ...] = (),
        folder: str = "project",
        overrides: Mapping[str, str] | None = None,
    ) -> Built:
        """Build; where there is no index, one that lists every document is added."""


class Built:
    """A project and its latest build."""

    def __init__(
        self,
        folder: Path,
        sources: Sources,
        conf: str = "",
        *,
        builder: str = "html",
        parallel: int = 0,
        tags: tuple[str, ...] = (),
        overrides: Mapping[str, str] | None = None,
    ) -> None:
        """:param overrides: values that the command line gives"""
        self.folder = folder
        self.source = folder / "source"
        self._builder = builder
        self._parallel = parallel
        self._tags = tags
        self._overrides = dict(overrides or {})
        self.app: SphinxTestApp
        self.said: str
        """What Sphinx said beside warnings, as a terminal shows it in the end."""
        self.warnings: list[str]
        """The lines of all warnings, with paths from the source directory."""
        all_sources: dict[str, str | bytes | None] = {"conf.py": _CONF + conf, **sources}
        if "index.rst" not in sources and "index.md" not in sources:
            names = [_SOURCE.sub("", name) for name in sources if _SOURCE.search(name)]
            lines = ["Home", "====", "", ".. toctree::", "", *(f"   /{name}" for name in names)]
            all_sources["index.rst"] = "\n".join(lines) + "\n"
        self.rebuild(all_sources)

    def rebuild(
        self,
        sources: Sources | None = None,
        *,
        builder: str = "",
        parallel: int | None = None,
        tags: tuple[str, ...] | None = None,
    ) -> Built:
        """Change some files and build again, going on from what is there."""
        for name, content in (sources or {}).items():
            _write(self.source / name, content)
        self._builder = builder or self._builder
        self._tags = self._tags if tags is None else tags
        output = StringIO()
        with remembered():
            self.app = SphinxTestApp(
                self._builder,
                srcdir=self.source,
                builddir=self.folder / "build" / self._builder,
                freshenv=False,
                confoverrides=dict(self._overrides),
                parallel=self._parallel if parallel is None else parallel,
                tags=list(self._tags),
                warning=output,
            )
            try:
                self.app.build()
            finally:
                self.app.cleanup()
        said = _TERMINAL.sub("", self.app.status.getvalue())
        self.said = _WRITTEN_OVER.sub("", said)
        text = _TERMINAL.sub("", output.getvalue()).replace(f"{self.source}{os.sep}", "")
        assert "Traceback" not in text, text
        self.warnings = [line for line in text.splitlines() if line.strip()]
        return self

    @property
    def outdir(self) -> Path:
        """Where the builder wrote."""
        return Path(self.app.outdir)

    @property
    def catalogue(self) -> Catalogue:
        """All that the project knows."""
        return catalogue_of(self.app.env)

    def out(self, path: str) -> str:
        """The text of a file that was written."""
        return (self.outdir / path).read_text(encoding="utf-8")

    def page(self, path: str) -> Page:
        """An HTML page that was written."""
        return Page.read(self.out(path))

    def doctree(self, docname: str) -> nodes.document:
        """The document as it was read."""
        return self.app.env.get_doctree(docname)

    def talks_json(self) -> dict[str, Any]:
        """The content of the data file."""
        return cast("dict[str, Any]", json.loads(self.out("talks.json")))

    def inventory(self) -> dict[str, dict[str, tuple[str, str]]]:
        """The inventory: by type and name, the address and the text shown."""
        with (self.outdir / "objects.inv").open("rb") as file:
            found = InventoryFile.load(file, "", _join)
        return {
            kind: {name: _address_and_text(item) for name, item in items.items()}
            for kind, items in getattr(found, "data", found).items()
        }

    def written(self) -> dict[str, int]:
        """When each file was written last, in nanoseconds."""
        return {
            path.relative_to(self.outdir).as_posix(): path.stat().st_mtime_ns
            for path in self.outdir.rglob("*")
            if path.is_file()
        }


def _join(base: str, path: str) -> str:
    return f"{base}{path}"


def _address_and_text(item: Any) -> tuple[str, str]:
    # Sphinx 8.2 has tuples.
    return item[2:4] if isinstance(item, tuple) else (item.uri, item.display_name)


def _write(path: Path, content: str | bytes | None) -> None:
    if content is None:
        path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    # The kernel's own times are coarser than those that Sphinx compares.
    now = time.time_ns()
    os.utime(path, ns=(now, now))
