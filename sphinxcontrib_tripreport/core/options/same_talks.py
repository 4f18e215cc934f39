"""Talks that one document tells of twice. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Generic, TypeVar

from sphinxcontrib_tripreport.core.languages.talk_words import kind_of
from sphinxcontrib_tripreport.core.text.names import NamedPerson, name_key
from sphinxcontrib_tripreport.core.text.slugs import fold

_T = TypeVar("_T")


def is_same_talk(
    first_title: str,
    first_people: Iterable[NamedPerson],
    second_title: str,
    second_people: Iterable[NamedPerson],
) -> bool:
    """Whether two entries of a document are one talk.

    They have one title and, if both name speakers, one of these in common.
    """
    if fold(first_title) != fold(second_title):
        return False
    first, second = _keys(first_people), _keys(second_people)
    if kind_of(first_title):  # two keynotes are two talks
        return bool(first) and first == second
    return not (first and second) or not first.isdisjoint(second)


class SameTalks(Generic[_T]):
    """What is known of many talks, found by another entry on the same talk.

    It takes about as long for the last of thousands of talks as for the first.
    """

    def __init__(self) -> None:
        self._by_title: dict[str, dict[_T, None]] = {}
        self._by_person: dict[tuple[str, str], dict[_T, None]] = {}
        """Without speakers by an empty key."""
        self._by_people: dict[tuple[str, frozenset[str]], dict[_T, None]] = {}

    def add(self, known: _T, title: str, people: Iterable[NamedPerson]) -> None:
        """Keep what is *known* of a talk."""
        folded, keys = fold(title), _keys(people)
        self._by_title.setdefault(folded, {})[known] = None
        self._by_people.setdefault((folded, keys), {})[known] = None
        for key in keys or ("",):
            self._by_person.setdefault((folded, key), {})[known] = None

    def remove(self, known: _T, title: str, people: Iterable[NamedPerson]) -> None:
        """Forget what was added with the same arguments."""
        folded, keys = fold(title), _keys(people)
        del self._by_title[folded][known]
        del self._by_people[folded, keys][known]
        for key in keys or ("",):
            del self._by_person[folded, key][known]

    def find(self, title: str, people: Iterable[NamedPerson]) -> Collection[_T]:
        """What is known of the talks that are the same as this one, as is_same_talk tells."""
        folded, keys = fold(title), _keys(people)
        if kind_of(title):
            return self._by_people.get((folded, keys), {}) if keys else ()
        if not keys:
            return self._by_title.get(folded, {})
        found: dict[_T, None] = {}
        for key in ("", *keys):
            found |= self._by_person.get((folded, key), {})
        return found


def _keys(people: Iterable[NamedPerson]) -> frozenset[str]:
    return frozenset(name_key(each.name) for person in people for each in person.parts or (person,))
