"""What is known of a document when all of it is read: its report, with a byline and a language."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from docutils import nodes

from sphinxcontrib_tripreport.core.languages.codes import is_same
from sphinxcontrib_tripreport.core.posts.metadata import Metadata
from sphinxcontrib_tripreport.core.posts.report import read_report
from sphinxcontrib_tripreport.matching.explain import explain_post
from sphinxcontrib_tripreport.nodes import LANGUAGE, MARKED, trip_placeholder
from sphinxcontrib_tripreport.noting.conditions import conditions_of
from sphinxcontrib_tripreport.noting.shown_titles import take_shown_titles
from sphinxcontrib_tripreport.noting.store import KINDS, Store, store_of
from sphinxcontrib_tripreport.noting.translations import is_mostly_translated, is_translated
from sphinxcontrib_tripreport.reading.sources import is_post

if TYPE_CHECKING:
    from sphinx.application import Sphinx


_WITHOUT_TEXT = (nodes.Invisible, trip_placeholder)


def mark_language(doctree: nodes.document, language: str, project_language: str) -> None:
    """Give the text of a document the class of its language, where that is not the project's."""
    if not language or is_same(language, project_language):
        return
    for node in doctree.children:
        if isinstance(node, nodes.Element) and not isinstance(node, _WITHOUT_TEXT):
            node["classes"].append(f"{LANGUAGE}{language}")
            node[MARKED] = language


def finish_document(app: Sphinx, doctree: nodes.document) -> None:
    """All of a document is known: note the report that it may be; for ``doctree-read``."""
    store, docname = store_of(app.env), app.env.docname
    if store.is_made(docname):
        return
    take_shown_titles(store, docname, doctree)
    records = [record for kind in KINDS for record in store.records_in(kind, docname)]
    if conditions := conditions_of(records, doctree):
        store.data["conditions"][docname] = conditions
    _finish_report(app, store, docname, doctree)
    store.seal(docname)
    explain_post(app, doctree)


def _finish_report(app: Sphinx, store: Store, docname: str, doctree: nodes.document) -> None:
    """Decide whether a document is a report, and give it its byline."""
    report = store.data["reports"].pop(docname, None)
    if report is None:
        report = read_report(Metadata(), docname).report  # what the file's name tells
    if not (report.event or is_post(app, docname) or store.notes_in(docname)):
        return
    title = app.env.titles.get(docname)
    section = next(iter(doctree.findall(nodes.section)), None)
    if section is not None and title is not None:
        report = replace(report, title=" ".join(title.astext().split()), anchor=section["ids"][0])
        said = (report.event, report.date, report.authors, report.series, report.draft)
        if any(said):
            store.note_shown(docname, "report", docname)
            section.insert(1, trip_placeholder(view="report", subject=docname, docname=docname))
    if report.language and is_translated(app.env, app.config):
        report = replace(report, is_translated=is_mostly_translated(doctree))
    mark_language(doctree, report.text_language, app.config.language or "en")
    store.note_report(report)
