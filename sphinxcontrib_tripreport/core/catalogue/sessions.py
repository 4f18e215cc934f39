"""What the programmes of events add to notes: which session each is about, and its facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.core.model.problems import Problem
from sphinxcontrib_tripreport.core.model.records import Event, Note
from sphinxcontrib_tripreport.core.options.note import default_key
from sphinxcontrib_tripreport.core.text.links import Link
from sphinxcontrib_tripreport.core.text.names import NamedPerson, name_key

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.catalogue.joining_problems import JoiningProblems

    # Most projects have no programme: then nothing of this is loaded.
    from sphinxcontrib_tripreport.core.model.programme import Programme, ProgrammePerson, Session
    from sphinxcontrib_tripreport.core.programmes.joining import JoinResult, NoteFacts

ALL = "all"
"""The scope of an event whose sessions all are talks of the project."""


@dataclass(frozen=True, slots=True)
class Official:
    """What the programme says of a talk."""

    event: str
    number: int
    """Of the session in the programme, from 0."""
    session: Session
    note: Note
    """The facts, in the form of a note."""


@dataclass(slots=True)
class Sessions:
    """The sessions of all programmes, and the notes on them."""

    programmes: Mapping[str, Programme] = field(default_factory=dict)
    """By event."""
    joined: dict[Target, JoinResult] = field(default_factory=dict)
    """By note, for all notes on events that have a programme."""
    officials: dict[Target, Official] = field(default_factory=dict)
    """By note, for those that were joined."""
    key_of: dict[tuple[str, int], str] = field(default_factory=dict)
    """By event and number of a session, the key of the talk: that of its first note."""
    _noted: dict[str, dict[int, list[Target]]] = field(default_factory=dict)
    """By event and number of a session, the notes on it."""

    def official_of(self, note: Note) -> Official | None:
        """What the programme says of the talk of a note; None if the note is on no session."""
        return self.officials.get(note.target) if self.officials else None

    def key(self, note: Note) -> str:
        """The key of the talk that a note is on."""
        official = self.official_of(note)
        if official is None:
            return note.key
        return self.key_of[official.event, official.number]

    def notes_by_session(self, event: str) -> Mapping[int, Sequence[Target]]:
        """By number of a session, the notes on it."""
        return self._noted.get(event, {})

    def put_together(self, official: Official, notes: Sequence[Note]) -> None:
        """Keep that *notes* are on one session; the first one's key is that of the talk."""
        event, number = official.event, official.number
        self.key_of[event, number] = notes[0].key
        self._noted.setdefault(event, {})[number] = [note.target for note in notes]
        self.officials.update((note.target, official) for note in notes)

    def officials_without_notes(self, event: Event | None, key: str) -> list[Official]:
        """What the programme of an event says of the talks that no note is on, in its order."""
        noted = self.notes_by_session(key)
        return [
            Official(key, number, session, _as_note(session, key, event, ()))
            for number, session in enumerate(self.programmes[key].sessions)
            if session.is_talk and number not in noted
        ]

    def notes(self) -> list[Note]:
        """What the programmes say of the talks that have notes: each session once."""
        return [official.note for official in self._each_once()]

    def noted_sessions(self) -> list[Session]:
        """The sessions that have notes."""
        return [official.session for official in self._each_once()]

    def _each_once(self) -> list[Official]:
        once = {(each.event, each.number): each for each in self.officials.values()}
        return [once[place] for place in sorted(once)]


def join_sessions(
    notes: Sequence[Note],
    programmes: Mapping[str, Programme],
    events: Mapping[str, Event],
    problems: list[Problem],
) -> Sessions:
    """Find the sessions that notes are about.

    :param notes: in the order that decides whose key a talk has
    :param problems: where ids that no session has, and links that lead to another one, are added
    """
    sessions = Sessions(programmes)
    on_event: defaultdict[str, list[Note]] = defaultdict(list)
    for note in notes:
        if note.event in programmes:
            on_event[note.event].append(note)
    if not on_event:
        return sessions
    from sphinxcontrib_tripreport.core.catalogue.joining_problems import JoiningProblems

    wrong = JoiningProblems(programmes)
    for event, found in on_event.items():
        problems.extend(_join(sessions, events.get(event), event, found, wrong))
    return sessions


def with_programmes(
    events: Mapping[str, Event], programmes: Mapping[str, Programme]
) -> dict[str, Event]:
    """The events, with what their authors did not say of them and their programmes do."""
    return {
        key: _with_programme(event, programmes[key]) if key in programmes else event
        for key, event in events.items()
    }


def _with_programme(event: Event, programme: Programme) -> Event:
    days = programme.days()
    said = event.start is not None or event.end is not None
    return replace(
        event,
        name=programme.title if event.name == event.key and programme.title else event.name,
        timezone=event.timezone or programme.timezone,
        start=event.start if said or not days else days[0],
        end=event.end if said or not days else days[-1],
    )


def _join(
    sessions: Sessions,
    event: Event | None,
    key: str,
    notes: Iterable[Note],
    wrong: JoiningProblems,
) -> Iterator[Problem]:
    from sphinxcontrib_tripreport.core.programmes.joining import Joiner

    programme = sessions.programmes[key]
    joiner = Joiner(programme.sessions)
    numbers = {id(session): number for number, session in enumerate(programme.sessions)}
    on_session: defaultdict[int, list[Note]] = defaultdict(list)
    for note in notes:
        joined = joiner.find(_facts_of(note, event))
        sessions.joined[note.target] = joined
        yield from wrong.problems_of(note, joined)
        if joined.session is not None:
            on_session[numbers[id(joined.session)]].append(note)
    for number, found in on_session.items():
        session = programme.sessions[number]
        own = [note for note in found if not note.site] or found
        official = Official(key, number, session, _as_note(session, key, event, own))
        sessions.put_together(official, found)


def _facts_of(note: Note, event: Event | None) -> NoteFacts:
    from sphinxcontrib_tripreport.core.programmes.joining import NoteFacts

    day = note.day if isinstance(note.day, date) else None
    if isinstance(note.day, int) and event is not None and event.start is not None:
        day = event.start + timedelta(days=note.day - 1)
    return NoteFacts(
        note.known_by, note.programme, note.speakers, note.links, day, note.start, note.room
    )


def _as_note(session: Session, key: str, event: Event | None, notes: Sequence[Note]) -> Note:
    """The facts of a session as a note.

    :param event: in whose time zone talks are told
    :param notes: those on the session: if they name other people, theirs count
    """
    zone, scope = (event.timezone, event.scope) if event is not None else ("", "")
    begins, ends = _local(session.begins, zone), _local(session.ends, zone)
    is_later = ends is not None and begins is not None and ends.date() != begins.date()
    people = _people(session.people, notes)
    return Note(
        docname="",
        anchor="",
        line=0,
        key=default_key(session.title, people),
        title=session.title,
        event=key,
        speakers=people,
        # What others tag talks with is in the topics of a project only if it is their archive.
        topics=session.topics if scope == ALL else (),
        kind=session.kind,
        day=begins.date() if begins is not None else session.day,
        start=begins.time() if begins is not None else None,
        end=ends.time() if ends is not None else None,
        end_day=ends.date() if ends is not None and is_later else None,
        room=", ".join(session.rooms),
        track=session.track,
        language=session.language,
        level=session.level,
        links=_links(session),
    )


def _local(moment: datetime | None, zone: str) -> datetime | None:
    """A moment as the clocks at the event show it."""
    if moment is None or moment.tzinfo is None or not zone:
        return moment
    from zoneinfo import ZoneInfo

    return moment.astimezone(ZoneInfo(zone))


def _links(session: Session) -> tuple[Link, ...]:
    page = (Link("url", session.url),) if session.url else ()
    return (*page, *(link for link in session.links if link.label != "url"))


def _people(people: Sequence[ProgrammePerson], notes: Sequence[Note]) -> tuple[NamedPerson, ...]:
    """The speakers of a session; if its notes name others, only those whom they name."""
    official = {name_key(person.name): person for person in people}
    named = {name_key(person.name) for note in notes for person in note.speakers}
    kept = (
        official if named <= official.keys() else {k: official[k] for k in official if k in named}
    )
    return tuple(
        NamedPerson(person.name, _homepage(person), person.affiliation) for person in kept.values()
    )


def _homepage(person: ProgrammePerson) -> str:
    return next((link.url for link in person.links if link.label in ("homepage", "website")), "")
