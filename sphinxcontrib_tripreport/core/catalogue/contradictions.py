"""Contradictions between the notes on one talk, and with the programme. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sphinxcontrib_tripreport.core.catalogue.sessions import Official
from sphinxcontrib_tripreport.core.catalogue.speakers import People
from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.model.records import Note
from sphinxcontrib_tripreport.core.text.names import NamedPerson
from sphinxcontrib_tripreport.core.text.slugs import fold

_A_LITTLE = 20
"""Minutes."""


def contradictions(notes: Sequence[Note], people: People) -> Iterable[Problem]:
    """A problem for each fact in which a note contradicts the first one that states it."""
    for fact, say in (("start", _start), ("speakers", _speakers), ("kind", _kind)):
        stated = [(note, said) for note in notes if (said := say(note, people))]
        for note, said in stated[1:]:
            first, before = stated[0]
            if not _agree(before, said):
                text = (
                    f"“{note.title}”: its {_fact_with_verb(fact)} {_value_in_words(note, fact)}"
                    f" here but {_value_in_words(first, fact)} in {first.said_at};"
                    " expected the notes on one talk to agree."
                )
                place = (note.line, note.docname, note.included_at)
                yield Problem(Subtype.CONTRADICTION, text, *place)
                break


def against_programme(
    notes: Sequence[Note], official: Official, people: People
) -> Iterable[Problem]:
    """At most one problem: the facts in which notes on a talk contradict the programme.

    What the notes say counts. Talks start late: up to twenty minutes are no contradiction.
    """
    everybody = tuple(NamedPerson(person.name) for person in official.session.people)
    theirs = replace(official.note, speakers=everybody)
    found = []
    for fact, say in (("start", _start), ("room", _rooms), ("speakers", _speakers)):
        stated = next((note for note in notes if say(note, people)), None)
        if stated is None or not say(theirs, people):
            continue
        if not _agree(say(stated, people), say(theirs, people)) and not (
            fact == "start" and starts_as_planned(stated, theirs)
        ):
            found.append((stated, fact))
    if not found:
        return
    first = found[0][0]
    facts = "; ".join(
        f"its {_fact_with_verb(fact)} {_value_in_words(note, fact)} here"
        f" but {_value_in_words(theirs, fact)} there"
        for note, fact in found
    )
    text = (
        f"“{first.title}” and the programme of “{official.event}” contradict each other: {facts}."
        " What is written here counts."
    )
    yield Problem(Subtype.PROGRAMME, text, first.line, first.docname, first.included_at)


def starts_as_planned(note: Note, theirs: Note) -> bool:
    """Whether a note has the start of a session, or one that is a little off."""
    if note.start is None or theirs.start is None:
        return True
    if isinstance(note.day, dt.date) and theirs.day is not None and note.day != theirs.day:
        return False
    return abs(_minutes(note.start) - _minutes(theirs.start)) <= _A_LITTLE


def _minutes(time: dt.time) -> int:
    return 60 * time.hour + time.minute


def _start(note: Note, people: People) -> Any:
    day = note.day if isinstance(note.day, dt.date) else None
    return (day, note.start) if day or note.start else None


def _speakers(note: Note, people: People) -> Any:
    return frozenset(people.key_of(person.name) for person in note.speakers)


def _rooms(note: Note, people: People) -> Any:
    return frozenset(filter(None, map(fold, note.room.split(", "))))


def _kind(note: Note, people: People) -> Any:
    return note.kind


def _agree(first: Any, second: Any) -> bool:
    """Whether two statements can both be true: one may say more than the other."""
    if isinstance(first, frozenset):
        return (
            _without_short_names(first, second) <= second
            or _without_short_names(second, first) <= first
        )
    if isinstance(first, tuple):
        return all(a is None or b is None or a == b for a, b in zip(first, second, strict=True))
    return bool(first == second)


def _without_short_names(keys: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """The people whose names are not those of others as friends write them: "Ann", "Lee"."""
    return frozenset(key for key in keys if not any(f"-{key}-" in f"-{whole}-" for whole in others))


def _fact_with_verb(fact: str) -> str:
    """The fact with its verb."""
    return f"{fact} {'are' if fact == 'speakers' else 'is'}"


def _value_in_words(note: Note, fact: str) -> str:
    if fact == "speakers":
        return "“" + ", ".join(person.name for person in note.speakers) + "”"
    if fact == "start":
        day = note.day if isinstance(note.day, dt.date) else None
        clock = note.start.strftime("%H:%M") if note.start is not None else ""
        return f"“{' '.join(filter(None, (str(day or ''), clock)))}”"
    return f"“{getattr(note, fact)}”"
