"""Pairs of talks that seem to be one. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.model.records import Note
from sphinxcontrib_tripreport.core.text.names import name_key
from sphinxcontrib_tripreport.core.text.slugs import fold


def check_twins(notes: Iterable[Note]) -> Iterator[Problem]:
    """Notes on different talks of one event that one person gives at one time in one room.

    :param notes: with the keys of their events
    """
    first: dict[tuple[object, ...], Note] = {}
    for note in notes:
        if not (note.event and note.start is not None and note.room):
            continue
        place = note.event, note.day, note.start, fold(note.room)
        for key in {name_key(person.name) for person in note.speakers}:
            twin = first.setdefault((*place, key), note)
            if twin.key != note.key:
                yield _problem(twin, note)
                break


def _problem(twin: Note, note: Note) -> Problem:
    text = (
        f"“{note.title}” has the speaker, the start and the room of “{twin.title}”"
        f" ({twin.said_at}): expected one title if they are one talk, or another start or room."
    )
    return Problem(Subtype.DUPLICATE, text, note.line, note.docname, note.included_at)
