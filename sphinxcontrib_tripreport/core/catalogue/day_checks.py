"""What is wrong with the days and times of notes, as their events tell. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from sphinxcontrib_tripreport.core.languages.day_names import DayName
from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.model.records import Event, Note, Report


def check_days(
    notes: Iterable[Note], events: Mapping[str, Event], reports: Mapping[str, Report]
) -> Iterator[Problem]:
    """What is wrong with the days of *notes*.

    :param notes: with the keys of their events
    :param events: by key
    :param reports: by docname
    """
    without_event: dict[str, list[Note]] = {}
    for note in notes:
        if note.event:
            if (problem := _check_day_number(note, events.get(note.event))) is not None:
                yield problem
        elif _needs_event(note, reports.get(note.docname)):
            without_event.setdefault(note.docname, []).append(note)
    yield from (_without_event(found) for found in without_event.values())


def _check_day_number(note: Note, event: Event | None) -> Problem | None:
    """The contradiction between a day's number and the date beside it, if there is one."""
    if note.day_number is None or event is None or event.start is None:
        return None
    meant = event.start + dt.timedelta(days=note.day_number - 1)
    if meant == note.day:
        return None
    text = (
        f"“{note.title}” is on day {note.day_number} and on {note.day}: day {note.day_number} of"
        f" “{event.key}” is {meant}; expected one of them, or both to agree. The date is taken."
    )
    return Problem(Subtype.CONTRADICTION, text, note.line, note.docname, note.included_at)


def _needs_event(note: Note, report: Report | None) -> bool:
    """Whether only an event could tell the date of a note's day or time."""
    if isinstance(note.day, DayName):
        return report is None or report.date is None
    return isinstance(note.day, int) or (note.day is None and note.start is not None)


def _without_event(notes: list[Note]) -> Problem:
    """One problem for all notes of a document."""
    first = notes[0]
    has = "a day" if first.day is not None else "a time"
    others = f" (and {len(notes) - 1} more here)" if len(notes) > 1 else ""
    text = (
        f"“{first.title}”{others} has {has} but no event, so its date is unknown: write"
        " “event: …” in the metadata of the report or as an option of the talk, or the whole date."
    )
    return Problem(Subtype.DATES, text, first.line, first.docname, first.included_at)
