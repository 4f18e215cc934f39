"""Talks that nobody noted: the sessions of programmes that no note is on. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.core.catalogue.merging import talk_without_notes
from sphinxcontrib_tripreport.core.catalogue.sessions import ALL
from sphinxcontrib_tripreport.core.model.records import Speaker
from sphinxcontrib_tripreport.core.text.numbered import first_free

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.catalogue.sessions import Official, Sessions
    from sphinxcontrib_tripreport.core.catalogue.speakers import People
    from sphinxcontrib_tripreport.core.model.programme import Session
    from sphinxcontrib_tripreport.core.model.records import Event, Note
    from sphinxcontrib_tripreport.core.model.talk import Talk


class UnnotedTalks:
    """The talks of programmes that no note is on.

    Those of events whose scope is ``all`` are talks of the project. The others are in no index,
    and have no page: only lists name them that ask for them.
    """

    def __init__(self, sessions: Sessions, events: Mapping[str, Event]) -> None:
        self._sessions = sessions
        self._events = events
        self._archived = [
            official for key in self._events_of(ALL) for official in self._officials_at(key)
        ]
        self._names: Mapping[tuple[str, int], str] = {}
        self._people: People
        self._keys: Mapping[str, set[str]]

    def notes(self) -> list[Note]:
        """What the programmes say of those that are talks of the project."""
        return [official.note for official in self._archived]

    def sessions(self) -> list[Session]:
        """The sessions without notes that are talks of the project."""
        return [official.session for official in self._archived]

    def talks(self, noted: Collection[Talk], people: People) -> list[Talk]:
        """The talks of the project that no note is on.

        :param noted: all other talks, whose keys are taken
        """
        self._people = people
        self._keys = _keys_by_event(noted) if self._sessions.programmes else {}
        made = list(self._make_talks(self._archived))
        places = ((official.event, official.number) for official in self._archived)
        self._names = dict(zip(places, (talk.name for talk in made), strict=True))
        return made

    def name_of(self, event: str, number: int) -> str:
        """The name of the talk that is a session; empty if it is none of the project."""
        return self._names.get((event, number), "")

    def others_at(self, events: Iterable[str] | None = None) -> Iterator[Talk]:
        """The talks that are none of the project, of some events or of all."""
        wanted = (
            self._other_talks if events is None else sorted(set(events) & self._other_talks.keys())
        )
        for event in wanted:
            yield from self._other_talks[event]

    @cached_property
    def _other_talks(self) -> Mapping[str, tuple[Talk, ...]]:
        return {key: tuple(self._make_talks(found)) for key, found in self._other_officials.items()}

    @cached_property
    def speakers(self) -> Mapping[str, Speaker]:
        """By key, those who speak at talks of the programmes, and are no people of the project."""
        named: dict[str, Speaker] = {}
        for official in (
            official for found in self._other_officials.values() for official in found
        ):
            for person in official.note.speakers:
                key = self._people.key_of(person.name)
                if key not in self._people.everybody:
                    named.setdefault(key, Speaker(key, person.name))
        return named

    @cached_property
    def _other_officials(self) -> Mapping[str, list[Official]]:
        return {key: self._officials_at(key) for key in self._events_of("")}

    def _events_of(self, scope: str) -> list[str]:
        """The keys of the events with a programme whose scope is ``all``, or of all others."""
        events = self._events
        return [
            key
            for key in sorted(self._sessions.programmes)
            if (key in events and events[key].scope == ALL) == (scope == ALL)
        ]

    def _officials_at(self, event: str) -> list[Official]:
        return self._sessions.officials_without_notes(self._events.get(event), event)

    def _make_talks(self, officials: Iterable[Official]) -> Iterator[Talk]:
        taken: defaultdict[str, set[str]] = defaultdict(set)
        for official in officials:
            event = official.event
            if event not in taken:
                taken[event] |= self._keys.get(event, set())
            key = first_free(official.note.key, taken[event].__contains__)
            taken[event].add(key)
            yield talk_without_notes(official, key, self._events.get(event), self._people)


def _keys_by_event(talks: Iterable[Talk]) -> Mapping[str, set[str]]:
    keys: defaultdict[str, set[str]] = defaultdict(set)
    for talk in talks:
        keys[talk.event].add(talk.key)
        keys[talk.event].update(note.key for note in talk.notes)
    return keys
