"""One talk from its notes: which notes are one talk, what they say together. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from sphinxcontrib_tripreport.core.catalogue.contradictions import (
    against_programme,
    contradictions,
    starts_as_planned,
)
from sphinxcontrib_tripreport.core.catalogue.sessions import Official
from sphinxcontrib_tripreport.core.catalogue.speakers import People
from sphinxcontrib_tripreport.core.catalogue.titles import title_of
from sphinxcontrib_tripreport.core.languages.day_names import DayName, find_date
from sphinxcontrib_tripreport.core.model.picture import Picture
from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.model.records import Event, Note
from sphinxcontrib_tripreport.core.model.talk import Talk
from sphinxcontrib_tripreport.core.options.tables import STATUSES
from sphinxcontrib_tripreport.core.text.links import Link
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

    :param notes: at least one; if they differ, the first one counts, except for the title
    :param report_date: the date of the first note's report
    :param official: what the programme says of it: its title, and what no note says
    """
    if len(notes) > 1:
        problems.extend(contradictions(notes, people))
    if official is not None:
        problems.extend(against_programme(notes, official, people))
    said = _all_said(notes, official)
    day, number = _day(said, event, report_date)
    talk = _make_talk(notes, name, key, said, day, number, people, official)
    if event is not None and (outside := _check_within_event(talk, event)) is not None:
        problems.append(outside)
    return talk


def talk_without_notes(official: Official, key: str, event: Event | None, people: People) -> Talk:
    """The talk of a session that nobody noted: what the programme says of it.

    :param key: of the talk, within its event
    """
    said = official.note
    day, number = _day(said, event, None)
    return _make_talk((), f"{official.event}/{key}", key, said, day, number, people, official)


def _all_said(notes: Sequence[Note], official: Official | None) -> Note:
    """What notes say together, with what only the programme does."""
    told = (*notes, _as_far_as_it_fits(official.note, notes)) if official is not None else notes
    return told[0] if len(told) == 1 else _combine(told)


def _make_talk(
    notes: Sequence[Note],
    name: str,
    key: str,
    said: Note,
    day: dt.date | None,
    day_number: int | None,
    people: People,
    official: Official | None,
) -> Talk:
    """The talk of *notes*, which say *said* together."""
    end, end_day = _end(said, day)
    is_cancelled = official is not None and official.session.is_cancelled
    told = next((note for note in notes if note.excerpt), None)
    return Talk(
        key=key,
        event=said.event,
        title=official.note.title if official is not None else title_of(notes),
        notes=tuple(notes),
        name=name,
        kind=said.kind or "talk",
        speakers=tuple(dict.fromkeys([people.key_of(p.name) for p in said.speakers])),
        topics=_topics(notes) or (official.note.topics if official is not None else ()),
        day=day,
        day_number=day_number,
        start=said.start,
        end=end,
        end_day=end_day,
        room=said.room,
        track=said.track,
        language=said.language,
        level=said.level,
        status=_status(notes, is_cancelled=is_cancelled),
        rating=mean_rating(notes),
        links=said.links,
        image=_image(notes),
        excerpt=told.excerpt if told is not None else "",
        excerpt_roles=told.excerpt_roles if told is not None else (),
        session=official.session.id if official is not None else "",
        abstract=official.session.abstract if official is not None else "",
        abstract_markup=official.session.abstract_markup if official is not None else "",
    )


def _as_far_as_it_fits(official: Note, notes: Sequence[Note]) -> Note:
    """What a programme says, without its end if notes have another start."""
    if all(starts_as_planned(note, official) for note in notes):
        return official
    return replace(official, end=None, end_day=None)


_FROM_FIRST = ("kind", "room", "track", "language", "level", "day", "start", "end", "end_day",
               "duration")  # fmt: skip
"""What the first note that says it says."""


def _combine(notes: Sequence[Note]) -> Note:
    """The first of several notes, with the facts that they say together."""
    first = notes[0]
    said = {
        name: next(filter(None, (getattr(note, name) for note in notes)), getattr(first, name))
        for name in _FROM_FIRST
    }
    speakers = tuple(person for note in notes for person in note.speakers)
    return replace(first, speakers=speakers, links=_links(notes), **said)


def _image(notes: Sequence[Note]) -> Picture | None:
    images = [note.image for note in notes if note.image is not None]
    chosen = (image for image in images if image.is_chosen)
    return next(chosen, images[0]) if images else None


def _topics(notes: Sequence[Note]) -> tuple[str, ...]:
    if len(notes) == 1:
        return notes[0].topics
    topics: dict[str, str] = {}
    for note in notes:
        for topic in note.topics:
            topics.setdefault(topic_key(topic), topic)
    return tuple(topics.values())


def _links(notes: Sequence[Note]) -> tuple[Link, ...]:
    links = list(notes[0].links)
    for note in notes[1:]:
        labels = {link.label for link in links}
        links += (link for link in note.links if link.label not in labels)
    return tuple(links)


def nearest_status(notes: Iterable[Note], unsaid: str = "attended") -> str:
    """How the one of the authors of *notes* met the talk who was nearest to it.

    :param unsaid: what a note without a status means
    :return: empty if there are no notes
    """
    return min((note.status or unsaid for note in notes), key=STATUSES.index, default="")


def _status(notes: Sequence[Note], *, is_cancelled: bool) -> str:
    if is_cancelled:
        return nearest_status(notes, "cancelled") or "cancelled"
    return nearest_status(notes)


def mean_rating(notes: Iterable[Note]) -> float | None:
    """The mean of the ratings of *notes*; None if there are none."""
    ratings = [note.rating for note in notes if note.rating is not None]
    return sum(ratings) / len(ratings) if ratings else None


def _day(
    said: Note, event: Event | None, report_date: dt.date | None
) -> tuple[dt.date | None, int | None]:
    """The date of a talk, or the number of its day within the event if that has no date."""
    day = said.day
    if isinstance(day, int):
        if event is None or event.start is None:
            return None, day
        return event.start + dt.timedelta(days=day - 1), None
    if isinstance(day, DayName):
        return find_date(day, event.start if event is not None else None, report_date), None
    if day is None and event is not None and event.start and event.start == event.end:
        return event.start, None
    return day, None


def _end(said: Note, day: dt.date | None) -> tuple[dt.time | None, dt.date | None]:
    """When a talk ends, and on which day if that is another one than it starts on."""
    if said.end is not None or said.start is None or not said.duration:
        return said.end, said.end_day
    ends = dt.datetime.combine(day or _ANY_DAY, said.start) + dt.timedelta(minutes=said.duration)
    return ends.time(), ends.date() if day and ends.date() != day else None


def _check_within_event(talk: Talk, event: Event) -> Problem | None:
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
