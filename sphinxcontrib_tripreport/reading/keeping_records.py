"""What a document with talks, or a report, says: kept when all of it is read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from docutils import nodes

from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.core.model.records import Note, Report, Takeaway
from sphinxcontrib_tripreport.core.posts.field_names import FOR_ENGINES_ALONE
from sphinxcontrib_tripreport.core.posts.old_addresses import (
    OF_OLD_PLACES,
    OldPlace,
    read_old_place,
)
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.nodes import trip_placeholder
from sphinxcontrib_tripreport.noting.anchors import keep_old_anchors
from sphinxcontrib_tripreport.noting.conditions import conditions_of
from sphinxcontrib_tripreport.noting.places import location_of
from sphinxcontrib_tripreport.noting.post import Post, current_post
from sphinxcontrib_tripreport.noting.shown_titles import take_shown_titles
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.noting.stored_data import SaidByDocument
from sphinxcontrib_tripreport.noting.title_references import parts_of
from sphinxcontrib_tripreport.noting.title_words import is_number, text_of
from sphinxcontrib_tripreport.noting.translations import is_mostly_translated, is_translated
from sphinxcontrib_tripreport.noting.unfinished import has_takeaways, unfinished_in
from sphinxcontrib_tripreport.reading.excerpts import take_excerpts
from sphinxcontrib_tripreport.reading.making_posts import warn_of_fields
from sphinxcontrib_tripreport.reading.marked_language import mark_language
from sphinxcontrib_tripreport.reading.programmes import named_programmes
from sphinxcontrib_tripreport.settings import is_post, page_kinds

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def keep_said(app: Sphinx, docname: str, doctree: nodes.document) -> None:
    """Keep what a document says, which is all known now, and give a report its byline."""
    store = store_of(app.env)
    _keep_old_place(app, docname)
    unfinished = unfinished_in(app.env)
    later = take_shown_titles(unfinished, doctree)
    report = _finish_report(app, docname, doctree, has_talks=bool(unfinished.notes))
    if report is not None:
        report = take_excerpts(app.env, doctree, unfinished, report)
        store.note_shown(docname, "structured", docname)
        if app.config.tripreport_neighbours:
            store.note_shown(docname, "neighbours", docname)
    said = SaidByDocument(
        unfinished.complete(unfinished.notes),
        unfinished.complete(unfinished.speakers),
        unfinished.complete(unfinished.events),
        report,
        _finish_takeaways(app, doctree, unfinished.notes),
    )
    if said.report is None:
        _warn_of_takeaways(app, said.takeaways)
    if said.report is not None and (heading := _heading(doctree)) is not None:
        later |= {"": parts} if (parts := parts_of(heading)) else {}
    if later:
        store.data["title_references"][docname] = later
    keep_old_anchors(doctree, said.notes)
    store.keep(docname, said, conditions_of(said.records(), doctree))
    if said.notes and "talks" in page_kinds(app.config):
        from sphinxcontrib_tripreport.noting.note_texts import texts_of

        store.data["note_texts"][docname] = texts_of(said.notes, doctree)


def _keep_old_place(app: Sphinx, docname: str) -> None:
    """Keep where a post was on its old site, if its metadata says anything of that."""
    post = current_post(app.env)
    if post is None or OF_OLD_PLACES.isdisjoint(post.fields):
        return
    place = read_old_place(post.fields, docname, post.engine)
    if place != OldPlace():
        store_of(app.env).data["old_places"][docname] = place


def _finish_takeaways(
    app: Sphinx, doctree: nodes.document, notes: Iterable[Note]
) -> list[Takeaway]:
    """The takeaways and actions of a document: nearly all have none."""
    if not has_takeaways(app.env):
        return []
    from sphinxcontrib_tripreport.noting.takeaways import takeaways_in

    return list(takeaways_in(doctree, app.env.docname, notes))


def _warn_of_takeaways(app: Sphinx, takeaways: Iterable[Takeaway]) -> None:
    for each in takeaways:
        text = (
            f"The “{each.kind}” is in no report: expected it in a document about an event, or in a"
            " talk. It is listed without an event."
        )
        place = location_of(app.env, each.docname, each.line, each.included_at)
        warn(Subtype.PLACE, text, place)


def _heading(doctree: nodes.document) -> nodes.title | None:
    section = next(iter(doctree.findall(nodes.section)), None)
    return next(iter(section.findall(nodes.title)), None) if section is not None else None


def _finish_report(
    app: Sphinx, docname: str, doctree: nodes.document, *, has_talks: bool
) -> Report | None:
    """The report that a document is, which gets its byline; None if it is none."""
    post = current_post(app.env)
    # Without metadata it is what the file's name tells.
    report = (post or Post(docname, {})).read.report
    if not (report.event or is_post(app.config, docname) or has_talks):
        return None
    if post is not None and not (post.is_report or post.read.is_meant):
        warn_of_fields(docname, post.read)  # it is one because of its talks
    for name in FOR_ENGINES_ALONE & app.env.metadata[docname].keys():
        del app.env.metadata[docname][name]
    if report.programme and post is not None:
        report = replace(report, programme=named_programmes(app.env, post))
    title = app.env.titles.get(docname)
    section = next(iter(doctree.findall(nodes.section)), None)
    if section is not None and title is not None:
        heading = _heading(doctree)
        has_number = heading is not None and any(map(is_number, heading.children))
        text = text_of(heading) if heading is not None and has_number else title.astext()
        report = replace(report, title=" ".join(text.split()), anchor=section["ids"][0])
        said = (report.event, report.date, report.authors, report.series, report.draft)
        if any(said):
            store_of(app.env).note_shown(docname, "report", docname)
            section.insert(1, trip_placeholder(view="report", subject=docname, docname=docname))
    if report.language and is_translated(app.env, app.config):
        report = replace(report, is_translated=is_mostly_translated(doctree))
    mark_language(doctree, report.text_language, app.config.language or "en")
    return report
