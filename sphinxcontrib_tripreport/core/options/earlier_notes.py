"""The notes of a document so far, and which keys are free for the next one. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sphinxcontrib_tripreport.core.model.records import Note
from sphinxcontrib_tripreport.core.options.same_talks import SameTalks, is_same_talk
from sphinxcontrib_tripreport.core.text.names import NamedPerson
from sphinxcontrib_tripreport.core.text.numbered import first_free
from sphinxcontrib_tripreport.core.text.slugs import fold


class EarlierNotes:
    """The notes that a document already has, in order.

    Reports can have thousands: nothing here looks at all of them for each new one.
    """

    def __init__(self, notes: Iterable[Note] = ()) -> None:
        self._notes: list[Note] = []
        self._by_place: dict[tuple[int, str], Note] = {}
        self._events: dict[str, set[str]] = {}
        """By key, the events that have talks of it."""
        self._talks: dict[tuple[str, str], dict[object, Note]] = {}
        """By event and key, the notes, once for each title with other speakers."""
        self._same: dict[str, SameTalks[str]] = {}
        """By event, the keys of its talks; only if two wanted one key."""
        for note in notes:
            self.append(note)

    def __iter__(self) -> Iterator[Note]:
        return iter(self._notes)

    def __len__(self) -> int:
        return len(self._notes)

    def append(self, note: Note) -> None:
        """Add the next note."""
        self._notes.append(note)
        self._by_place.setdefault((note.line, note.title), note)
        self._events.setdefault(note.key, set()).add(note.event)
        talk = fold(note.known_by), frozenset(person.name for person in note.speakers)
        self._talks.setdefault((note.event, note.key), {}).setdefault(talk, note)
        if (same := self._same.get(note.event)) is not None:
            same.add(note.key, note.known_by, note.speakers)

    def note_at(self, line: int, title: str) -> Note | None:
        """The first note of that title on a line."""
        return self._by_place.get((line, title))

    def with_key(self, event: str, key: str) -> Note:
        """The first note of an event's talk; there is one."""
        return next(iter(self._talks[event, key].values()))

    def is_in_other_event(self, key: str, event: str) -> bool:
        """Whether a talk of another event has the key."""
        return not self._events.get(key, set()) <= {event}

    def free_key(self, wanted: str, event: str, title: str, people: tuple[NamedPerson, ...]) -> str:
        """*wanted*, unless another talk of the event has it: then with a number at its end.

        :param title: of the talk that wants it
        :param people: its speakers
        """

        def is_taken(key: str) -> bool:
            holders = self._talks.get((event, key), {}).values()
            return any(
                not is_same_talk(each.known_by, each.speakers, title, people) for each in holders
            )

        if not is_taken(wanted):
            return wanted
        same = self._same_at(event).find(title, people)
        numbers = (key.removeprefix(f"{wanted}-") for key in same if key.startswith(f"{wanted}-"))
        own = sorted(int(number) for number in numbers if number.isdecimal())
        kept = (key for key in (f"{wanted}-{number}" for number in own) if not is_taken(key))
        return next(kept, None) or first_free(wanted, is_taken)

    def _same_at(self, event: str) -> SameTalks[str]:
        if event not in self._same:
            self._same[event] = SameTalks()
            for note in self._notes:
                if note.event == event:
                    self._same[event].add(note.key, note.known_by, note.speakers)
        return self._same[event]
