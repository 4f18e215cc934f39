"""Notes on no session, though their event has a programme. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.core.checks.finding import Finding
from sphinxcontrib_tripreport.core.checks.places import at_note
from sphinxcontrib_tripreport.core.checks.project import Project
from sphinxcontrib_tripreport.core.text.slugs import fold

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.model.records import Note
    from sphinxcontrib_tripreport.core.programmes.joining import JoinResult, NearSession


def check_sessions(project: Project) -> Iterator[Finding]:
    """A finding for each note, with the three sessions that come nearest."""
    joined_of = project.catalogue.sessions.joined
    if not joined_of:
        return
    from sphinxcontrib_tripreport.core.programmes.joining import NONE

    for talk in project.catalogue.talks:
        for note in talk.notes:
            joined = joined_of.get(note.target)
            # A programme that cannot be read has none: every build warns of that.
            if joined is None or not project.catalogue.sessions.programmes[note.event].sessions:
                continue
            if joined.session is None and fold(note.programme) != NONE:
                yield _finding(note, joined)


def _finding(note: Note, joined: JoinResult) -> Finding:
    text = f"“{note.title}” is on no session of the programme of “{note.event}”"
    if not joined.nearest:
        text += "; none is near: expected “programme: none”, if it is not in there."
        return at_note("sessions", note, text, (":programme: none",))
    text += (
        f"; the nearest, with scores: {', '.join(map(_in_words, joined.nearest))}. Expected"
        " “programme” with the id of one, or none."
    )
    best = next((near.session.id for near in joined.nearest if near.session.id), "")
    return at_note("sessions", note, text, (f":programme: {best}",) if best else ())


def _in_words(near: NearSession) -> str:
    identity = f", {near.session.id}" if near.session.id else ""
    return f"“{near.session.title}” ({near.score}{identity})"
