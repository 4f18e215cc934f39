"""Reports, as Sphinx reads them: metadata before parsing, talks they list, the byline after it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import is_directive_registered
from sphinx.util.matching import Matcher

from sphinxcontrib_tripreport.files import take_files
from sphinxcontrib_tripreport.messages import _, warn
from sphinxcontrib_tripreport.model import Note, Report
from sphinxcontrib_tripreport.nodes import trip_placeholder
from sphinxcontrib_tripreport.notes import make_note
from sphinxcontrib_tripreport.options import TALK_OPTIONS
from sphinxcontrib_tripreport.posts.metadata import Metadata, shown_text
from sphinxcontrib_tripreport.posts.readers import plain_text, read_metadata
from sphinxcontrib_tripreport.posts.report import ListedTalk, read_report
from sphinxcontrib_tripreport.settings import listed
from sphinxcontrib_tripreport.text.slugs import fold

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinxcontrib_tripreport.domain import TripDomain

_LISTED = "tripreport_talks"
_MARKUP = {".rst": "restructuredtext", ".md": "markdown"}
"""By file name; where ``source_suffix`` names a parser, that decides."""


def read_post(app: Sphinx, docname: str, source: list[str]) -> None:
    """Read a post's metadata and hide what Sphinx would show of it; for ``source-read``."""
    text = plain_text(source[0])
    metadata = read_metadata(
        text,
        _markup(app, docname),
        hide_post_directive=not is_directive_registered("post"),
    )
    read = read_report(metadata, docname)
    for problem in read.problems:
        warn(problem.subtype, problem.text, (docname, problem.line))
    source[0] = shown_text(text, metadata)
    if metadata.fields:
        domain = cast("TripDomain", app.env.domains["trip"])
        domain.note_report(read.report)
        app.env.current_document[_LISTED] = read.talks


def _markup(app: Sphinx, docname: str) -> str:
    suffix = PurePosixPath(app.env.doc2path(docname)).suffix
    parser = app.config.source_suffix.get(suffix) or ""
    if parser in ("markdown", "myst-nb") and suffix != ".ipynb":
        return "markdown"
    return parser or _MARKUP.get(suffix, "")


class PlaceListedTalks(SphinxTransform):
    """Gives the talks that a report's metadata lists a place in the document.

    The first role that names one makes its place; those that no role names are listed at the end.
    """

    # Before references are resolved by name (docutils, 300 and later) and before the tables of
    # contents are collected.
    default_priority = 250

    def apply(self, **kwargs: Any) -> None:
        """Note the listed talks, and mark or make their places."""
        talks: tuple[ListedTalk, ...] = tuple(self.env.current_document.get(_LISTED) or ())
        if not talks:
            return
        self.trip = cast("TripDomain", self.env.domains["trip"])
        roles = [
            node
            for node in self.document.findall(pending_xref)
            if (node.get("refdomain"), node.get("reftype")) == ("trip", "talk")
        ]
        unnamed: list[nodes.section] = []
        for talk in talks:
            note = self._note(talk)
            names = {fold(name) for name in (note.key, f"{note.event}/{note.key}", note.title)}
            role = next((node for node in roles if fold(node["reftarget"]) in names), None)
            if role is None:
                unnamed.append(self._section(note))
            else:
                roles.remove(role)
                self._mark(role, note)
        if unnamed:
            self._append(unnamed)

    def _note(self, talk: ListedTalk) -> Note:
        docname = self.env.docname
        values, missing = take_files(self.env, talk.values, TALK_OPTIONS)
        note, problems = make_note(
            talk.title,
            {"event": self.trip.event_of(docname), **values},
            docname=docname,
            line=talk.line,
            earlier=self.trip.notes_in(docname),
            free_anchor=self._free_anchor,
        )
        for problem in (*(wrong.at(talk.line) for wrong in missing), *problems):
            warn(problem.subtype, problem.text, (docname, problem.line))
        self.trip.note("notes", docname, note)
        return note

    def _free_anchor(self, wanted: str) -> str:
        anchor, number = wanted, 2
        while anchor in self.document.ids:
            anchor, number = f"{wanted}-{number}", number + 1
        return anchor

    def _mark(self, role: pending_xref, note: Note) -> None:
        """Make the words of a role the place of the talk, instead of a link to themselves."""
        target = nodes.target("", "", ids=[note.anchor])
        self.document.ids[note.anchor] = target
        text = role.astext() if role["refexplicit"] else note.title
        role.replace_self([target, nodes.inline("", text, classes=["trip-talk"])])

    def _section(self, note: Note) -> nodes.section:
        """The talk as a section with a byline, below the post's own text."""
        self.trip.note_shown(note.docname, "talk", note.anchor)
        section = nodes.section(ids=[note.anchor], classes=["trip-talk"])
        section.source, section.line = self.document["source"], note.line
        title = nodes.title("", note.title)
        title.source, title.line = section.source, note.line
        section += title
        section += trip_placeholder(view="talk", subject=note.anchor, docname=note.docname)
        self.document.ids[note.anchor] = section
        return section

    def _append(self, talks: list[nodes.section]) -> None:
        anchor = self._free_anchor("trip-talks")
        heading = nodes.section(ids=[anchor], classes=["trip-listed"])
        heading += [nodes.title("", str(_("Talks"))), *talks]
        self.document.ids[anchor] = heading
        root: nodes.Element = next(iter(self.document.findall(nodes.section)), self.document)
        root.append(heading)


def finish_report(app: Sphinx, doctree: nodes.document) -> None:
    """Decide whether a document is a report, and give it its byline; for ``doctree-read``."""
    docname = app.env.docname
    domain = cast("TripDomain", app.env.domains["trip"])
    report: Report | None = domain.data["reports"].pop(docname, None)
    if report is None:
        report = read_report(Metadata(), docname).report  # what the file's name tells
    is_post = Matcher(list(listed(app.config.tripreport_posts)))(docname)
    if not (report.event or is_post or domain.notes_in(docname)):
        return
    title = app.env.titles.get(docname)
    section = next(iter(doctree.findall(nodes.section)), None)
    if section is not None and title is not None:
        report = replace(report, title=" ".join(title.astext().split()), anchor=section["ids"][0])
        if report.event or report.date or report.authors:
            domain.note_shown(docname, "report", docname)
            section.insert(1, trip_placeholder(view="report", subject=docname, docname=docname))
    domain.note_report(report)
