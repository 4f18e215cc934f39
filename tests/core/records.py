"""Catalogues made of records: what is known from notes, reports, people and events."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.catalogue.records import Records
from sphinxcontrib_tripreport.core.model.records import Event, Note, Report, Speaker
from sphinxcontrib_tripreport.core.options.earlier_notes import EarlierNotes
from sphinxcontrib_tripreport.core.options.note import make_note
from sphinxcontrib_tripreport.core.options.option import read_options
from sphinxcontrib_tripreport.core.options.tables import TALK_OPTIONS
from sphinxcontrib_tripreport.core.text.names import NamedPerson
from sphinxcontrib_tripreport.core.text.slugs import slug

Options = Mapping[str, str]
"""The options of a directive, as authors write them."""


def note(docname: str = "a", title: str = "T", speakers: str = "", **fields: Any) -> Note:
    """A note on a talk of the event ``con``."""
    key = fields.pop("key", slug(title))
    people = tuple(NamedPerson(name.strip()) for name in speakers.split(",") if name.strip())
    values = {"event": "con", "line": 1, "anchor": f"talk-{key}", **fields}
    return Note(docname=docname, title=title, key=key, speakers=people, **values)


def catalogue(*notes: Note, **records: Any) -> Catalogue:
    """What is known from these notes and records."""
    reports = {report.docname: report for report in records.pop("reports", ())}
    return Catalogue(Records(notes=notes, reports=reports, **records))


class Post(NamedTuple):
    """A report, and the talks in it: titles, and options as authors write them."""

    report: Report
    talks: Mapping[str, Options] = {}

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes on the talks, with nothing wrong in them."""
        notes: list[Note] = []
        for line, (title, options) in enumerate(self.talks.items(), 1):
            values, wrong = read_options(options, TALK_OPTIONS, "talk")
            values.setdefault("event", self.report.event)
            made, problems = make_note(
                title,
                values,
                docname=self.report.docname,
                line=line,
                earlier=EarlierNotes(notes),
                free_anchor=str,
            )
            assert not wrong
            assert not problems
            notes.append(made)
        return tuple(notes)


def known(
    *posts: Post, speakers: tuple[Speaker, ...] = (), events: tuple[Event, ...] = ()
) -> Catalogue:
    """What is known from posts and descriptions."""
    notes = tuple(note for post in posts for note in post.notes)
    reports = {post.report.docname: post.report for post in posts}
    return Catalogue(Records(notes, reports, speakers, events))
