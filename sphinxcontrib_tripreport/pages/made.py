"""What is different where Sphinx reads a made document, rather than one that an author wrote."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes

from sphinxcontrib_tripreport.core.catalogue.pages import ROOT
from sphinxcontrib_tripreport.settings import page_kinds

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinxcontrib_tripreport.domain.domain import TripDomain


def is_made(app: Sphinx, docname: str) -> bool:
    """Whether a document is made."""
    return docname in cast("TripDomain", app.env.domains["trip"]).data["pages"]


def template_folders(app: Sphinx) -> list[Path]:
    """Where a project may have templates of its own."""
    return [Path(app.confdir) / path for path in app.config.templates_path]


def note_names(app: Sphinx, docname: str, source: str) -> None:
    """Keep that a document may name pages: when these come or go, its references change."""
    if f"{ROOT}/" in source and page_kinds(app.config):
        cast("TripDomain", app.env.domains["trip"]).data["names_pages"][docname] = True


def read_made(app: Sphinx, docname: str) -> str:
    """The source of a made document: in UTF-8, whatever ``source_encoding`` says of the posts."""
    return Path(app.env.doc2path(docname)).read_text(encoding="utf-8")


def finish_made(app: Sphinx, doctree: nodes.document) -> None:
    """Take a made document for one that needs no toctree, and whose words nobody translates."""
    domain = cast("TripDomain", app.env.domains["trip"])
    app.env.metadata[app.env.docname].setdefault("orphan", "")
    # Where it lies on this machine is nothing to publish.
    doctree["source"] = str(Path(app.srcdir) / app.env.doc2path(app.env.docname, base=False))
    domain.has_heading = any(True for _section in doctree.findall(nodes.section))
    for node in _ours(doctree, domain.template):
        node["translatable"] = False


def _ours(doctree: nodes.document, own_template: str) -> Iterator[nodes.Element]:
    """What holds names and words of ours, which have a catalogue of their own."""
    if own_template:
        # All but the heading is the author's.
        yield from list(doctree.findall(nodes.title))[:1]
    else:
        yield from doctree.findall(nodes.TextElement)


_LINKS = ("has_source", "display_github", "display_gitlab", "display_bitbucket")
"""What tells themes to link to a source; all but the first are sphinx-rtd-theme's."""


def hide_source(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object
) -> None:
    """Take from a theme what it makes links to the source of; for ``html-page-context``."""
    if is_made(app, pagename):
        context.update(dict.fromkeys(_LINKS, False), sourcename="", page_source_suffix="")
