"""Talks of which nobody says who gave them. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sphinxcontrib_tripreport.core.checks.finding import Finding
from sphinxcontrib_tripreport.core.checks.places import at_note
from sphinxcontrib_tripreport.core.checks.project import Project

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
        yield at_note("bylines", talk.notes[0], text)
