"""Which notes may be on one talk: those with one key in one event, or in one document. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from sphinxcontrib_tripreport.core.model.records import Note


class Scope(NamedTuple):
    """Within what the keys of talks are unique: an event, else a document."""

    event: str
    docname: str
    """Empty if there is an event: without one, two documents' talks are two, whatever they say."""


class NoteGroup(NamedTuple):
    """Notes with one key."""

    event: str
    key: str
    name: str
    """What the talk is called within the project."""
    notes: list[Note]


def group_notes(notes: Iterable[Note], key_of: Callable[[Note], str]) -> Iterator[NoteGroup]:
    """The notes by what they are on, in the order in which they come.

    What another site says never gives another name to a talk of ours.

    :param key_of: the key of the talk that a note is on
    """
    groups: defaultdict[tuple[Scope, str], list[Note]] = defaultdict(list)
    for note in notes:
        groups[_scope_of(note), key_of(note)].append(note)
    without_event = Counter(
        key for (scope, key), found in groups.items() if not (scope.event or found[0].site)
    )
    for (scope, key), found in groups.items():
        name = f"{scope.event}/{key}" if scope.event else key
        if not scope.event and (without_event[key] > 1 or found[0].site):
            name = f"{scope.docname}/{key}"
        yield NoteGroup(scope.event, key, name, found)


def suffix_of(first: Note, number: int) -> str:
    """What a talk's key and name get if another talk has them.

    No talk of ours is ever called so by itself as one of another site is.

    :param first: note on the talk
    :param number: of the talk among those of one key, from 1
    """
    if number == 1:
        return ""
    return f"-{number}@{first.site}" if first.site else f"-{number}"


def _scope_of(note: Note) -> Scope:
    return Scope(note.event, "" if note.event else note.docname)
