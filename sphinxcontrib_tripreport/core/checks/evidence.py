"""Evidence, apart from their names, that two people are one, or are two. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from sphinxcontrib_tripreport.core.checks.people import Appearance, Person

_FEW_PEOPLE: Final = 3
"""An address that more have is that of an organisation."""
_FEW_TALKS: Final = 4
"""A title that more talks have is "Welcome", or "Lightning talks"."""
_SHORT_TITLE: Final = 10


class Sign(NamedTuple):
    """Something that two people have in common."""

    reason: str
    weight: float
    """How much of the doubt whether they are one person it takes away."""


class Evidence:
    """What is known of all people, to be asked for two of them."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._with_link = Counter(link for person in people for link in person.links)
        self._in = Counter(person.organisation for person in people)
        talks = {talk.name: talk for person in people for talk in person.talks}
        self._titled = Counter(talk.title for talk in talks.values())
        self._about = Counter(topic for talk in talks.values() for topic in talk.topics)
        self._few_members = max(_FEW_PEOPLE, len(people) // 50)
        self._few_talks = max(_FEW_TALKS, len(talks) // 50)

    def are_two(self, one: Person, other: Person) -> bool:
        """Whether somebody names both for one talk or report, or they give talks at one time."""
        both = {one.key, other.key}
        mine = {talk.name for talk in one.talks}
        if any(both <= named for talk in one.talks for named in talk.named_together):
            return True
        theirs = [talk for talk in other.talks if talk.name not in mine]
        return any(_overlap(talk, each) for talk in one.talks for each in theirs)

    def signs(self, one: Person, other: Person) -> Iterator[Sign]:
        """What both have in common, beside their names."""
        if any(self._with_link[link] <= _FEW_PEOPLE for link in one.links & other.links):
            yield Sign("both have the same link", 5)
        organisation = one.organisation
        if organisation and organisation == other.organisation:
            is_small = self._in[organisation] <= self._few_members
            yield Sign("both belong to the same organisation", 1.5 if is_small else 0.5)
        if {talk.name for talk in one.talks} & {talk.name for talk in other.talks}:
            yield Sign("both are named for the same talk by different authors", 4)
        if any(map(self._tells, _titles(one) & _titles(other))):
            yield Sign("both gave a talk of the same title", 3)
        if _partners(one) & _partners(other):
            yield Sign("both spoke or wrote together with the same person", 2)
        topics = _topics(one) & _topics(other)
        if any(self._about[topic] <= self._few_talks for topic in topics):
            yield Sign("both speak or write about the same topic", 1)

    def _tells(self, title: str) -> bool:
        return len(title) >= _SHORT_TITLE and self._titled[title] <= _FEW_TALKS


def _overlap(one: Appearance, other: Appearance) -> bool:
    """Whether two talks of an event are at one time."""
    if not one.event or one.event != other.event or one.begins is None or other.begins is None:
        return False
    ends_one, ends_other = one.ends or one.begins, other.ends or other.begins
    return one.begins == other.begins or (one.begins < ends_other and other.begins < ends_one)


def _titles(person: Person) -> set[str]:
    return {talk.title for talk in person.talks}


def _partners(person: Person) -> set[str]:
    return {key for talk in person.talks for key in talk.speakers if key != person.key}


def _topics(person: Person) -> set[str]:
    return {topic for talk in person.talks for topic in talk.topics}
