"""Talks that may have a recording by now. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from sphinxcontrib_tripreport.core.checks.finding import Finding
from sphinxcontrib_tripreport.core.checks.places import at_note
from sphinxcontrib_tripreport.core.checks.project import Project

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.model.programme import Session
    from sphinxcontrib_tripreport.core.model.records import Note
    from sphinxcontrib_tripreport.core.model.talk import Talk

_AFTER: Final = timedelta(days=365)
_NEVER: Final = frozenset({"open-space", "poster"})
"""Kinds that nobody records."""
_LIKELY: Final = 50
"""The score from which a session is worth a look."""


def check_recordings(project: Project) -> Iterator[Finding]:
    """A finding for each talk of a year ago or more without a recording.

    If its note is on no session, but one that is near has a recording, that is said.
    """
    for talk in project.catalogue.talks:
        day = project.catalogue.effective_date(talk)
        if not talk.notes or talk.kind in _NEVER or day is None or project.today - day < _AFTER:
            continue
        if not any(link.label == "video" for link in talk.links):
            yield _finding(project, talk)


def _finding(project: Project, talk: Talk) -> Finding:
    note = talk.notes[0]
    text = f"“{talk.title}” has no recording after a year: expected “video”, if there is one."
    suggestion: tuple[str, ...] = ()
    if near := _near(project, note):
        session, url = near
        text += f" The programme has one of “{session.title}”: {url}"
        suggestion = (f":video: {url}",)
    return at_note("recordings", note, text, suggestion)


def _near(project: Project, note: Note) -> tuple[Session, str] | None:
    """A session that the note may be on, with the address of its recording."""
    joined = project.catalogue.sessions.joined.get(note.target)
    for near in joined.nearest if joined is not None else ():
        for link in near.session.links:
            if link.label == "video" and near.score >= _LIKELY:
                return near.session, link.url
    return None
