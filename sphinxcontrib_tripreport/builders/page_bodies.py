"""The bodies of the reports' pages, kept beside the doctrees: feeds have them, without scripts.

A build writes a few pages, and feeds want those of others too. Workers write pages, so each body
is a file of its own.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sphinxcontrib_tripreport.builders.addresses import address_of_page
from sphinxcontrib_tripreport.core.text.portable_html import (
    Portable,
    PortablePages,
    without_heading,
    words_of,
)
from sphinxcontrib_tripreport.freshness.memory import path_of
from sphinxcontrib_tripreport.freshness.output_files import has_page
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.outputs import has_scripts, is_one_page
from sphinxcontrib_tripreport.settings import as_list

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_tripreport.core.model.records import Note

WANTED_BY: Final = ("atom", "text")
"""The formats that have the text of pages."""
_MOST: Final = 64
"""How many bodies are held at a time: all of them can be as large as everything else."""


@dataclass
class _Keeping:
    """What is known while pages are written."""

    pages: PortablePages = field(default_factory=PortablePages)
    folder: Path | None = None
    """Where bodies are kept; None before the first one."""


def are_kept(app: Sphinx) -> bool:
    """Whether a format is asked for that has the text of pages, and there is one each."""
    asked = app.config.tripreport_exports
    if not asked or not has_scripts(app.builder) or is_one_page(app.builder):
        return False
    return not set(WANTED_BY).isdisjoint(as_list(asked))


def keep_body(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Keep what is on the page of a report; for ``html-page-context``."""
    store = store_of(app.env)
    if doctree is None or pagename not in store.data["reports"] or not are_kept(app):
        return
    anchors = [note.anchor for note in store.data["notes"].get(pagename, ())]
    keeping = store.state(_Keeping)
    if keeping.folder is None:
        keeping.folder = _folder(app)
        keeping.folder.mkdir(exist_ok=True)
    body = keeping.pages.page(context.get("body", ""), address_of_page(app, pagename), anchors)
    (keeping.folder / _name_of(pagename)).write_bytes(json.dumps([body.html, body.parts]).encode())


def find_reports_without_body(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """The documents to write again, because their bodies are lost; for ``env-updated``."""
    if not are_kept(app):
        return []
    names = store_of(env).data["reports"].keys() & env.all_docs.keys()
    folder = _folder(app)
    kept = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    return [name for name in sorted(names) if _name_of(name) not in kept and has_page(app, name)]


class Bodies:
    """The bodies of the pages of one output directory."""

    def __init__(self, app: Sphinx, docnames: Iterable[str]) -> None:
        """:param docnames: the reports; the bodies of others are removed, because they are gone"""
        self._folder = _folder(app)
        self._read_ones: dict[str, Portable] = {}
        names = set(map(_name_of, docnames))
        self.state: list[tuple[str, int, int]] = []
        """What is different if one of them is."""
        with suppress(OSError), os.scandir(self._folder) as entries:
            for entry in entries:
                if entry.name in names:
                    status = entry.stat()
                    self.state.append((entry.name, status.st_size, status.st_mtime_ns))
                else:
                    Path(entry).unlink(missing_ok=True)
        self.state.sort()

    def of_report(self, docname: str) -> str:
        """What is on the page of a report, without its heading."""
        return without_heading(self._read(docname).html)

    def of_note(self, note: Note) -> str:
        """What a note says, as HTML."""
        return self._read(note.docname).part(note.anchor)

    def words_of_note(self, note: Note) -> str:
        """What a note says, in plain text."""
        return words_of(self._read(note.docname).own_part(note.anchor))

    def _read(self, docname: str) -> Portable:
        if docname not in self._read_ones:
            if len(self._read_ones) >= _MOST:
                self._read_ones.clear()
            self._read_ones[docname] = _read(self._folder / _name_of(docname))
        return self._read_ones[docname]


def _read(path: Path) -> Portable:
    try:
        html, parts = json.loads(path.read_text(encoding="utf-8"))
        return Portable(html, {anchor: (begin, end) for anchor, (begin, end) in parts.items()})
    except (OSError, ValueError, AttributeError, TypeError):
        return Portable("", {})


def _folder(app: Sphinx) -> Path:
    return path_of(app.builder, "-bodies")


def _name_of(docname: str) -> str:
    # Names of documents can be longer than those of files.
    return blake2b(docname.encode(), digest_size=12).hexdigest()
