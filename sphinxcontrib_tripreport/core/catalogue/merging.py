"""One talk from its notes: which notes are one talk, what they say together. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from sphinxcontrib_tripreport.core.catalogue.contradictions import (
    against_programme,
    contradictions,
    starts_as_planned,
)
from sphinxcontrib_tripreport.core.catalogue.sessions import Official
from sphinxcontrib_tripreport.core.catalogue.speakers import People
from sphinxcontrib_tripreport.core.languages.day_names import DayName, find_date
from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.model.records import Event, Link, Note, Picture, Talk
from sphinxcontrib_tripreport.core.options.tables import STATUSES
from sphinxcontrib_tripreport.core.text.slugs import fold
from sphinxcontrib_tripreport.core.text.topics import topic_key

_ANY_DAY = dt.date(2000, 1, 1)


def split_talks(
    notes: Sequence[Note],
    people: People,
    official: Callable[[Note], Official | None],
    problems: list[Problem],
) -> list[list[Note]]:
    """The notes with one key, by talk: nearly always one talk.

    Notes whose titles and speakers both differ are on different talks, which is a problem. Those
    that are on different sessions of a programme are, too, which is none.

    :param official: what the programme says of the talk of a note
    """
    if len(notes) == 1:
        return [list(notes)]
    talks: list[list[Note]] = []
    for note in notes:
        said = [official(talk[0]) for talk in talks]
        mine = official(note)
        same = next(
            (
                talk
                for talk, its in zip(talks, said, strict=True)
                if (its is mine if its and mine else _may_be_one(talk[0], note, people))
            ),
            None,
        )
        if same is not None:
            same.append(note)
            continue
        if talks and not (mine and all(said)):
            problems.append(_two_talks(talks[0][0], note))
        talks.append([note])
    return talks


def _may_be_one(first: Note, second: Note, people: People) -> bool:
    if fold(first.known_by) == fold(second.known_by) or not (first.speakers and second.speakers):
        return True
    return not _keys(first, people).isdisjoint(_keys(second, people))


def _keys(note: Note, people: People) -> set[str]:
    return {people.key_of(person.name) for person in note.speakers}


def _two_talks(first: Note, second: Note) -> Problem:
    return Problem(
        Subtype.KEY,
        f"Two different talks have the key “{second.key}”: “{second.title}” here and"
        f" “{first.title}” in {first.said_at}; each talk needs a key of its own:"
        " give one of them another “key”.",
        second.line,
        second.docname,
        second.included_at,
    )


def merge_notes(
    notes: Sequence[Note],
    name: str,
    key: str,
    event: Event | None,
    people: People,
    problems: list[Problem],
    report_date: dt.date | None = None,
    official: Official | None = None,
) -> Talk:
    """The talk that *notes* tell of; what they contradict each other in becomes problems.

    :param notes: at least one; where they differ, the first one counts
    :param report_date: the date of the first note's report
    :param official: what the programme says of it: its title, and what no note says
    """
    if len(notes) > 1:
        problems.extend(contradictions(notes, people))
    told = notes
    if official is not None:
        problems.extend(against_programme(notes, official, people))
        told = (*notes, _as_far_as_it_fits(official.note, notes))
    is_cancelled = official is not None and official.session.is_cancelled
    unsaid = "cancelled" if is_cancelled else "attended"
    first = notes[0]
    talk = Talk(
        key=key,
        event=first.event,
        title=official.note.title if official is not None else first.title,
        notes=tuple(notes),
        name=name,
        kind=_first(told, "kind") or "talk",
        speakers=_unique(people.key_of(p.name) for note in told for p in note.speakers),
        topics=_topics(notes),
        room=_first(told, "room"),
        track=_first(told, "track"),
        language=_first(told, "language"),
        level=_first(told, "level"),
        status=nearest_status(notes, unsaid),
        rating=mean_rating(notes),
        links=_links(told),
        image=_image(notes),
        excerpt=_first(notes, "excerpt"),
        session=official.session.id if official is not None else "",
        **_times(told, event, report_date),
    )
    if event is not None and (outside := _outside(talk, event)) is not None:
        problems.append(outside)
    return talk


def _as_far_as_it_fits(official: Note, notes: Sequence[Note]) -> Note:
    """What a programme says, without its end if notes have another start."""
    if all(starts_as_planned(note, official) for note in notes):
        return official
    return replace(official, end=None, end_day=None)


def _first(notes: Sequence[Note], name: str) -> Any:
    """What the first note that says it says."""
    if len(notes) > 1:
        for note in notes:
            if value := getattr(note, name):
                return value
    return getattr(notes[0], name)


def _image(notes: Sequence[Note]) -> Picture | None:
    images = [note.image for note in notes if note.image is not None]
    chosen = (image for image in images if image.is_chosen)
    return next(chosen, images[0]) if images else None


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _topics(notes: Sequence[Note]) -> tuple[str, ...]:
    if len(notes) == 1:
        return notes[0].topics
    topics: dict[str, str] = {}
    for note in notes:
        for topic in note.topics:
            topics.setdefault(topic_key(topic), topic)
    return tuple(topics.values())


def _links(notes: Sequence[Note]) -> tuple[Link, ...]:
    if len(notes) == 1:
        return notes[0].links
    links = list(notes[0].links)
    for note in notes[1:]:
        labels = {link.label for link in links}
        links += (link for link in note.links if link.label not in labels)
    return tuple(links)


def nearest_status(notes: Iterable[Note], unsaid: str = "attended") -> str:
    """How the one of the authors of *notes* met the talk who was nearest to it.

    :param unsaid: what a note without a status means
    """
    return min((note.status or unsaid for note in notes), key=STATUSES.index)


def mean_rating(notes: Iterable[Note]) -> float | None:
    """The mean of the ratings of *notes*; None if there are none."""
    ratings = [note.rating for note in notes if note.rating is not None]
    return sum(ratings) / len(ratings) if ratings else None


def _times(
    notes: Sequence[Note], event: Event | None, report_date: dt.date | None
) -> dict[str, Any]:
    day = _first(notes, "day")
    start, end = _first(notes, "start"), _first(notes, "end")
    number: int | None = None
    if isinstance(day, int):
        number = day
        day = None
        if event is not None and event.start is not None:
            day, number = event.start + dt.timedelta(days=number - 1), None
    elif isinstance(day, DayName):
        day = find_date(day, event.start if event is not None else None, report_date)
    elif day is None and event is not None and event.start and event.start == event.end:
        day = event.start
    end_day = _first(notes, "end_day")
    if end is None and start is not None and (minutes := _first(notes, "duration")):
        begins = dt.datetime.combine(day or _ANY_DAY, start)
        ends = begins + dt.timedelta(minutes=minutes)
        end = ends.time()
        end_day = ends.date() if day and ends.date() != day else None
    return {"day": day, "day_number": number, "start": start, "end": end, "end_day": end_day}


def _outside(talk: Talk, event: Event) -> Problem | None:
    if talk.day is None or event.start is None:
        return None
    last = event.end or event.start
    if event.start <= talk.day <= last:
        return None
    note = talk.notes[0]
    return Problem(
        Subtype.DATES,
        f"“{talk.title}” is on {talk.day}, outside the days of “{event.key}”:"
        f" expected {event.start}" + (f" to {last}." if last != event.start else "."),
        note.line,
        note.docname,
        note.included_at,
    )
