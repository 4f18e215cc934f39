"""From what an author wrote on a talk to a note with a key and an anchor. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from sphinxcontrib_tripreport.core.languages.talk_words import kind_of
from sphinxcontrib_tripreport.core.model.option_values import TalkValues
from sphinxcontrib_tripreport.core.model.picture import Picture
from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.model.records import Note
from sphinxcontrib_tripreport.core.options.earlier_notes import EarlierNotes
from sphinxcontrib_tripreport.core.options.plain_fields import pick, plain_fields
from sphinxcontrib_tripreport.core.options.tables import TALK_OPTIONS, talk_links
from sphinxcontrib_tripreport.core.text.controls import without_controls
from sphinxcontrib_tripreport.core.text.names import NamedPerson
from sphinxcontrib_tripreport.core.text.slugs import fold, slug

_PLAIN = plain_fields(Note, TALK_OPTIONS, "key", "start", "end", "links", "image", "withheld")


def make_note(
    title: str,
    values: TalkValues,
    *,
    docname: str,
    line: int,
    included_at: str = "",
    earlier: EarlierNotes,
    free_anchor: Callable[[str], str],
    original_title: str = "",
) -> tuple[Note, list[Problem]]:
    """The note on a talk, with a key and an anchor of its own.

    :param values: what :func:`~sphinxcontrib_tripreport.core.options.option.read_options` gave;
        ``event`` already inherited
    :param included_at: where the talk is, if that is in a file that the document includes
    :param earlier: the notes that the same document already has
    :param free_anchor: from an anchor to one that nothing else in the document uses
    :param original_title: before it was translated, if it was: the key is made of it
    :return: the note, and what is wrong with it
    """
    title, original_title = without_controls(title), without_controls(original_title)
    event, known_by = values.get("event", ""), original_title or title
    wanted = values.get("key") or default_key(
        known_by, values.get("speakers", ()), values.get("programme", "")
    )
    key = earlier.free_key(wanted, event, known_by, values.get("speakers", ()))
    note = Note(
        docname=docname,
        anchor=free_anchor(_anchor(key, event, earlier)),
        line=line,
        included_at=included_at,
        key=key,
        title=title,
        original_title=original_title if original_title != title else "",
        **_fields(values),
    )
    problems = [] if key == wanted else [_key_problem(wanted, note, earlier)]
    return _in_order(note, values, problems), problems


def _in_order(note: Note, values: TalkValues, problems: list[Problem]) -> Note:
    """The note without an end before its start.

    :param problems: where contradictions between its day, start and end are added
    """
    if isinstance(values.get("day"), dt.date) and note.day != values["day"]:
        text = (
            f"“{note.title}” is on {values['day']} and starts on {note.day}: expected one day."
            " The day of the start is taken."
        )
        problems.append(Problem(Subtype.CONTRADICTION, text, note.line))
    if _ends_before_it_starts(note):
        problems.append(_order_problem(note))
        return replace(note, end=None, end_day=None)
    return note


def default_key(title: str, people: Sequence[NamedPerson] = (), programme: str = "") -> str:
    """A slug of the title; if that says only what kind it is, with the first speaker.

    Without speakers it has the id in the programme: "Lightning talks" are on every day.
    """
    key = slug(title)
    if not kind_of(title):
        return key
    if not people:
        return slug(f"{title} {programme}") if fold(programme) != "none" else key
    first, *_ = people[0].parts or people
    return slug(f"{title} {first.name}")


def _fields(values: TalkValues) -> dict[str, Any]:
    """The fields of a note that options say."""
    return {
        "links": talk_links(values),
        "image": Picture(values["image"], is_chosen=True) if "image" in values else None,
        **pick(values, _PLAIN),
        **_times(values),
    }


def _key_problem(wanted: str, note: Note, earlier: EarlierNotes) -> Problem:
    twin = earlier.with_key(note.event, wanted)
    is_included = twin.included_at or note.included_at
    where = f"in {twin.said_at}" if is_included else f"on line {twin.line}"
    return Problem(
        Subtype.KEY,
        f"Two different talks have the key “{wanted}”: “{twin.title}” {where} and"
        f" “{note.title}”; each talk needs a key of its own. The second is known as “{note.key}”:"
        " give it a “key”.",
        note.line,
    )


def _order_problem(note: Note) -> Problem:
    return Problem(
        Subtype.ORDER,
        f"“{note.title}” starts at {note.start:%H:%M} and ends at {note.end:%H:%M}:"
        " expected an end after the start; the end is left out.",
        note.line,
    )


def _anchor(key: str, event: str, earlier: EarlierNotes) -> str:
    """An anchor that depends on the talk alone, as long as the document notes it once."""
    if earlier.is_in_other_event(key, event):
        return f"talk-{event}-{key}"
    return f"talk-{key}"


def _times(values: TalkValues) -> dict[str, Any]:
    """Day, start and end from ``start``, ``end`` and ``duration``."""
    times: dict[str, Any] = {}
    start, end = values.get("start"), values.get("end")
    if start is not None:
        times["start"] = start.time
        if start.day is not None:
            times["day"] = start.day
            if isinstance(values.get("day"), int):
                times["day_number"] = values["day"]
    if end is not None:
        times["end"] = end.time
        if end.day is not None and start is not None and start.day not in (None, end.day):
            times["end_day"] = end.day
        elif end.day is not None:
            times.setdefault("day", end.day)
    return times


def _ends_before_it_starts(note: Note) -> bool:
    if note.start is None or note.end is None:
        return False
    if note.end_day is not None and isinstance(note.day, dt.date):
        return note.end_day < note.day
    return note.end < note.start
