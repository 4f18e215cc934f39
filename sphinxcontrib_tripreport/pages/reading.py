"""What is different where Sphinx reads a made document, rather than one that an author wrote."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

from docutils import nodes

from sphinxcontrib_tripreport.pages.templates import FOLDER

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinxcontrib_tripreport.domain import TripDomain


def is_made(app: Sphinx, docname: str) -> bool:
    """Whether a document is made."""
    return docname in cast("TripDomain", app.env.domains["trip"]).data["pages"]


def template_folders(app: Sphinx) -> list[Path]:
    """Where a project may have templates of its own."""
    return [Path(app.confdir) / path for path in app.config.templates_path]


def read_made(app: Sphinx, docname: str) -> str:
    """The source of a made document: in UTF-8, whatever ``source_encoding`` says of the posts."""
    return Path(app.env.doc2path(docname)).read_text(encoding="utf-8")


def finish_made(app: Sphinx, doctree: nodes.document) -> None:
    """Take a made document for one that needs no toctree, and whose words nobody translates."""
    docname = app.env.docname
    app.env.metadata[docname].setdefault("orphan", "")
    for node in _ours(app, docname, doctree):
        node["translatable"] = False


def _ours(app: Sphinx, docname: str, doctree: nodes.document) -> Iterator[nodes.Element]:
    """What holds names and words of ours, which have a catalogue of their own."""
    page = cast("TripDomain", app.env.domains["trip"]).desk.pages.by_docname.get(docname)
    template = f"{FOLDER}/{page.kind if page is not None else ''}.rst"
    if any((folder / template).is_file() for folder in template_folders(app)):
        # All but the heading is the author's.
        yield from list(doctree.findall(nodes.title))[:1]
    else:
        yield from doctree.findall(nodes.TextElement)
