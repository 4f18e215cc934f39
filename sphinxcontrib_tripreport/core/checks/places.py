"""Findings at the places of records. Pure."""

from __future__ import annotations

from sphinxcontrib_tripreport.core.checks.finding import DataEntry, Finding
from sphinxcontrib_tripreport.core.checks.project import Project
from sphinxcontrib_tripreport.core.model.records import Event, Note, Speaker, Takeaway


def at_note(
    check: str, record: Note | Takeaway, message: str, suggestion: tuple[str, ...] = ()
) -> Finding:
    """A finding where a note or a takeaway is.

    :param suggestion: lines to write there
    """
    return Finding(check, message, record.docname, record.line, record.included_at, suggestion)


def at_event(
    check: str, project: Project, event: Event, message: str, entry: DataEntry | None = None
) -> Finding:
    """A finding where an event is described; else where the first report or note names it."""
    docname, line, included_at = described_at(project, "events", event)
    if not (docname or included_at):
        docname, line, included_at = _first_mention_of_event(project, event)
    return Finding(check, message, docname, line, included_at, entry=entry)


def at_person(
    check: str, project: Project, person: Speaker, message: str, entry: DataEntry | None = None
) -> Finding:
    """A finding where a person is described; else where the first note or report names them."""
    docname, line, included_at = described_at(project, "people", person)
    if not (docname or included_at):
        docname, line, included_at = _first_mention_of_person(project, person)
    return Finding(check, message, docname, line, included_at, entry=entry)


_Place = tuple[str, int, str]
"""As docname, line and included_at of a finding."""


def described_at(project: Project, section: str, record: Event | Speaker) -> _Place:
    """Where a person or an event is described: docname, line and ``included_at``.

    :param section: ``people`` or ``events``
    """
    if record.described is not None:
        return record.described.docname, record.line, record.included_at
    return "", 0, project.data_places.get((section, record.key), "")


def _first_mention_of_event(project: Project, event: Event) -> _Place:
    catalogue = project.catalogue
    for report in catalogue.reports_on(event.key):
        if not report.site:
            return report.docname, report.line, ""
    for talk in catalogue.talks_at(event.key):
        if talk.notes:
            return talk.notes[0].docname, talk.notes[0].line, talk.notes[0].included_at
    return "", 0, ""


def _first_mention_of_person(project: Project, person: Speaker) -> _Place:
    catalogue = project.catalogue
    for talk in catalogue.talks_by(person.key):
        for note in talk.notes:
            if person.key in (catalogue.key_of_person(each.name) for each in note.speakers):
                return note.docname, note.line, note.included_at
    written = sorted(
        (report.docname, report.line)
        for report in catalogue.reports.values()
        if person.key in map(catalogue.key_of_person, report.authors)
    )
    return (*written[0], "") if written else ("", 0, "")
