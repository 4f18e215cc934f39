"""Talks that were given more than once: which talks of several events are one. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sphinxcontrib_tripreport.core.languages.talk_words import kind_of
from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.model.records import Note
from sphinxcontrib_tripreport.core.model.talk import Talk
from sphinxcontrib_tripreport.core.text.phrases import did_you_mean, quoted
from sphinxcontrib_tripreport.core.text.slugs import fold

Deliveries = Mapping[str, tuple[Talk, ...]]
"""By the name of a talk that was given more than once, all times, the first one first."""
FindTalks = Callable[[str], Sequence[Talk]]
"""From a name that an author wrote to the talks that it can mean."""


def find_deliveries(talks: Sequence[Talk], find: FindTalks) -> Deliveries:
    """What was given again: one title and a speaker in common at two events, or ``again``.

    :param talks: by date
    """
    together = _Groups()
    for same in _with_one_title(talks):
        for talk in same[1:]:
            together.join(same[0].name, talk.name)
    for talk in talks:
        for note in talk.notes:
            if note.again and len(named := find(note.again)) == 1:
                together.join(named[0].name, talk.name)
    if not together:
        return {}
    groups: defaultdict[str, list[Talk]] = defaultdict(list)
    for talk in talks:
        if (first := together.first_of(talk.name)) is not None:
            groups[first].append(talk)
    return {talk.name: tuple(group) for group in groups.values() for talk in group}


def check_again(notes: Iterable[Note], find: FindTalks, near: FindTalks) -> Iterator[Problem]:
    """What is wrong with ``again``: it names nothing, several talks, or the talk itself.

    :param near: from a name to talks that it may be a slip of
    """
    for note in notes:
        if not note.again:
            continue
        named = find(note.again)
        if len(named) != 1:
            yield _unclear_delivery(note, named, near)
        elif note in named[0].notes:
            text = f"“{note.title}” is given again as “{note.again}”, which is the same talk:"
            yield _problem_at(note, Subtype.VALUE, f"{text} expected the talk of an earlier event.")


def _unclear_delivery(note: Note, named: Sequence[Talk], near: FindTalks) -> Problem:
    name = quoted([note.again])[0]
    if named:
        could_be = ", ".join(f"“{talk.name}” ({talk.said_at})" for talk in named)
        return _problem_at(
            note, Subtype.AMBIGUOUS, f"The talk {name} could be {could_be}: name one."
        )
    meant = did_you_mean(tuple(talk.name for talk in near(note.again)))
    text = f"“{note.title}” is given again as {name}, and no talk is called so:"
    return _problem_at(note, Subtype.REFERENCE, f"{text} expected “event/key”.{meant}")


def _problem_at(note: Note, subtype: Subtype, text: str) -> Problem:
    return Problem(subtype, text, note.line, note.docname, note.included_at)


def _with_one_title(talks: Iterable[Talk]) -> Iterator[list[Talk]]:
    """Talks of several events that have a title and a speaker in common."""
    by_speaker: defaultdict[str, list[Talk]] = defaultdict(list)
    for talk in talks:
        if talk.event:
            for speaker in talk.speakers:
                by_speaker[speaker].append(talk)
    for own in by_speaker.values():
        if len({talk.event for talk in own}) > 1:
            yield from _same_titles(own)


def _same_titles(talks: Iterable[Talk]) -> Iterator[list[Talk]]:
    by_title: defaultdict[str, list[Talk]] = defaultdict(list)
    for talk in talks:
        titles = {title for note in talk.notes for title in (note.title, note.known_by)}
        titles.add(talk.title)
        for title in {fold(title) for title in titles if not kind_of(title)}:
            by_title[title].append(talk)
    for same in by_title.values():
        # Twice at one event they are two sessions, unless another event has it as well.
        if len({talk.event for talk in same}) > 1:
            yield same


class _Groups:
    """Which names belong together."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def __bool__(self) -> bool:
        return bool(self._above)

    def join(self, one: str, other: str) -> None:
        if one != other:
            first, second = self._first(one), self._first(other)
            self._above.setdefault(first, first)
            self._above[second] = first

    def first_of(self, name: str) -> str | None:
        """The first of the names that belong together; None for one that is alone."""
        return self._first(name) if name in self._above else None

    def _first(self, name: str) -> str:
        while (above := self._above.get(name, name)) != name:
            name = above
        return name
