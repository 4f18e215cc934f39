"""What is different where Sphinx reads a made document, rather than one that an author wrote."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinxcontrib_tripreport.core.catalogue.page_names import ROOT
from sphinxcontrib_tripreport.nodes import trip_placeholder
from sphinxcontrib_tripreport.noting.pickled_doctrees import forget_pickled_doctree
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.pages.project import read_made
from sphinxcontrib_tripreport.pages.state import pages_of
from sphinxcontrib_tripreport.settings import page_kinds
from sphinxcontrib_tripreport.views.answers import context_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def read_page(app: Sphinx, docname: str, source: list[str]) -> None:
    """Give Sphinx the source of a page as it is, and note who may name pages; for ``source-read``.

    When pages come or go, the references of a document that names them change.
    """
    store = store_of(app.env)
    if store.is_made(docname):
        source[0] = read_made(app, docname)
    if f"{ROOT}/" in source[0] and page_kinds(app.config):
        store.data["names_pages"][docname] = True


def finish_page(app: Sphinx, doctree: nodes.document) -> None:
    """Have a page need no toctree, and no translation of its words; for ``doctree-read``."""
    if not store_of(app.env).is_made(app.env.docname):
        return
    state, store, docname = pages_of(app.env), store_of(app.env), app.env.docname
    store.note_shown(docname, "description", docname)
    store.note_shown(docname, "structured", docname)
    if app.config.tripreport_page_size > 0 and not _subject_of(app.env, docname):
        store.note_shown(docname, "pager", docname)
        section = next(iter(doctree.findall(nodes.section)), None)
        if section is not None:
            section += trip_placeholder(view="pager", subject=docname, docname=docname)
    app.env.metadata[app.env.docname].setdefault("orphan", "")
    # Where it lies on this machine is nothing to publish.
    doctree["source"] = str(Path(app.srcdir) / app.env.doc2path(app.env.docname, base=False))
    state.has_heading = any(True for _section in doctree.findall(nodes.section))
    for node in _ours(doctree, state.template):
        node["translatable"] = False


def let_go_of_page(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Keep nothing of the doctree of a page that is being written; for ``doctree-resolved``."""
    if store_of(app.env).is_made(docname):
        forget_pickled_doctree(app.env, docname)


def _subject_of(env: BuildEnvironment, docname: str) -> object:
    return context_of(env).pages.subject_of(docname)


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
    if store_of(app.env).is_made(pagename):
        context.update(dict.fromkeys(_LINKS, False), sourcename="", page_source_suffix="")
