"""The names of all that a role could mean, and which of them another one may be a slip of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from sphinxcontrib_tripreport.core.model.records import Event, Speaker
from sphinxcontrib_tripreport.core.model.talk import Talk
from sphinxcontrib_tripreport.core.text.nearest import NearNames

_MOST: Final = 3
"""How many near matches are offered."""


class KnownNames:
    """What talks, speakers, events and topics are called."""

    def __init__(
        self,
        talks: Sequence[Talk],
        people: Mapping[str, Speaker],
        events: Mapping[str, Event],
        topics: Mapping[str, str],
        takeaways: Sequence[str] = (),
    ) -> None:
        """:param topics: keys by names
        :param takeaways: the names of takeaways and actions
        """
        self._talks = talks
        self._people = people
        self._events = events
        self._topics = topics
        self._takeaways = takeaways
        self._near = NearNames()
        self._of: dict[str, Mapping[str, str]] = {}

    def keys_by_name(self, role: str) -> Mapping[str, str]:
        """Every name that a role could mean, with the key of what it names."""
        if role not in self._of:
            self._of[role] = dict(self._names_of(role))
        return self._of[role]

    def near(self, role: str, name: str) -> tuple[str, ...]:
        """The names that *name* may be a slip of, one of each thing that a role could mean."""
        known = self.keys_by_name(role)
        first: dict[str, str] = {}
        for each in self._near.find(role, name, lambda: known, 3 * _MOST):
            first.setdefault(known[each], each)
        return tuple(first.values())[:_MOST]

    def near_values(
        self, filter_name: str, value: str, known: Callable[[], Iterable[str]]
    ) -> tuple[str, ...]:
        """The values of a filter that *value* may be a slip of.

        :param known: all values of the filter; asked once
        """
        return self._near.find(f"filter {filter_name}", value, known, 2)

    def _names_of(self, role: str) -> Iterator[tuple[str, str]]:
        if role == "talk":
            for talk in self._talks:
                yield from ((name, talk.name) for name in (talk.title, talk.key, talk.name))
        elif role in ("speaker", "author"):
            for key, person in self._people.items():
                if person.is_speaker if role == "speaker" else person.is_author:
                    yield from ((name, key) for name in (*person.aliases, person.name))
        elif role == "takeaway":
            yield from ((name, name) for name in self._takeaways)
        elif role == "event":
            for key, event in self._events.items():
                yield from ((name, key) for name in (event.name, event.key))
        else:
            yield from self._topics.items()
