"""One talk from its notes: which notes are one talk, what they say together. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from sphinxcontrib_tripreport.core.catalogue.speakers import People
from sphinxcontrib_tripreport.core.languages.day_names import DayName, find_date
from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.model.records import Event, Link, Note, Picture, Talk
from sphinxcontrib_tripreport.core.options.tables import STATUSES
from sphinxcontrib_tripreport.core.text.slugs import fold
from sphinxcontrib_tripreport.core.text.topics import topic_key

_ANY_DAY = dt.date(2000, 1, 1)


def split_talks(notes: Sequence[Note], people: People, problems: list[Problem]) -> list[list[Note]]:
    """The notes with one key, by talk: nearly always one talk.

    Notes whose titles and speakers both differ are on different talks, which is a problem.
    """
    if len(notes) == 1:
        return [list(notes)]
    talks: list[list[Note]] = []
    for note in notes:
        same = next((talk for talk in talks if _may_be_one(talk[0], note, people)), None)
        if same is not None:
            same.append(note)
            continue
        if talks:
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
) -> Talk:
    """The talk that *notes* tell of; what they contradict each other in becomes problems.

    :param notes: at least one; where they differ, the first one counts
    :param report_date: the date of the first note's report
    """
    if len(notes) > 1:
        problems.extend(_contradictions(notes, people))
    first = notes[0]
    talk = Talk(
        key=key,
        event=first.event,
        title=first.title,
        notes=tuple(notes),
        name=name,
        kind=_first(notes, "kind") or "talk",
        speakers=_unique(people.key_of(p.name) for note in notes for p in note.speakers),
        topics=_topics(notes),
        room=_first(notes, "room"),
        track=_first(notes, "track"),
        language=_first(notes, "language"),
        level=_first(notes, "level"),
        status=nearest_status(notes),
        rating=mean_rating(notes),
        links=_links(notes),
        image=_image(notes),
        excerpt=_first(notes, "excerpt"),
        **_times(notes, event, report_date),
    )
    if event is not None and (outside := _outside(talk, event)) is not None:
        problems.append(outside)
    return talk


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


def nearest_status(notes: Iterable[Note]) -> str:
    """How the one of the authors of *notes* met the talk who was nearest to it."""
    return min((note.status or "attended" for note in notes), key=STATUSES.index)


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


def _contradictions(notes: Sequence[Note], people: People) -> Iterable[Problem]:
    """A problem for each fact in which a note contradicts the first one that states it."""
    for fact, say in (("start", _start), ("speakers", _speakers), ("kind", _kind)):
        stated = [(note, said) for note in notes if (said := say(note, people))]
        for note, said in stated[1:]:
            first, before = stated[0]
            if not _agree(before, said):
                yield Problem(
                    Subtype.CONTRADICTION,
                    f"“{note.title}”: its {fact} is {_shown(note, fact)} here but"
                    f" {_shown(first, fact)} in {first.said_at};"
                    " expected the notes on one talk to agree.",
                    note.line,
                    note.docname,
                    note.included_at,
                )
                break


def _start(note: Note, people: People) -> Any:
    day = note.day if isinstance(note.day, dt.date) else None
    return (day, note.start) if day or note.start else None


def _speakers(note: Note, people: People) -> Any:
    return frozenset(_keys(note, people))


def _kind(note: Note, people: People) -> Any:
    return note.kind


def _agree(first: Any, second: Any) -> bool:
    """Whether two statements can both be true: one may say more than the other."""
    if isinstance(first, frozenset):
        return bool(first <= second or second <= first)
    if isinstance(first, tuple):
        return all(a is None or b is None or a == b for a, b in zip(first, second, strict=True))
    return bool(first == second)


def _shown(note: Note, fact: str) -> str:
    if fact == "speakers":
        return "“" + ", ".join(person.name for person in note.speakers) + "”"
    if fact == "start":
        day = note.day if isinstance(note.day, dt.date) else None
        return f"“{day or ''} {note.start.strftime('%H:%M') if note.start else ''}".strip() + "”"
    return f"“{getattr(note, fact)}”"
