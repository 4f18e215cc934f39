"""Talks of which nobody says who gave them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sphinxcontrib_tripreport.core.checks.finding import Finding
from sphinxcontrib_tripreport.core.checks.places import at_note
from sphinxcontrib_tripreport.core.checks.project import Project

_BETWEEN: Final = re.compile(r"\s*[:()\[\]|]\s*|\s+[-–—]+\s+|\s+by\s+", re.IGNORECASE)
"""What may be between a title and a name."""
_BY_MANY: Final = frozenset({"lightning", "open-space", "poster", "panel"})
"""Kinds that one note may tell as a whole."""


def check_speakers_of_talks(project: Project) -> Iterator[Finding]:
    """A finding for each talk that has nobody, not even somebody who is withheld."""
    for talk in project.catalogue.talks:
        if talk.speakers or not talk.notes or talk.kind in _BY_MANY:
            continue
        if any(note.withheld for note in talk.notes):
            continue
        text = f"Nobody says who gave “{talk.title}”: expected “speakers”."
        suggestion: tuple[str, ...] = ()
        if name := _named_in(talk.title, project):
            text += f" Its title names “{name}”."
            suggestion = (f":speakers: {name}",)
        yield at_note("bylines", talk.notes[0], text, suggestion)


def _named_in(title: str, project: Project) -> str:
    """The name of a speaker that a title begins or ends with; empty if nobody is known by it."""
    parts = [part for part in _BETWEEN.split(title) if part]
    known = (project.catalogue.find_speaker(part) for part in parts[:1] + parts[1:][-1:])
    return next((speaker.name for speaker in known if speaker is not None), "")
