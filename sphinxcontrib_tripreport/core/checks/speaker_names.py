"""The check of people: who seems to be one person under two names. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sphinxcontrib_tripreport.core.checks.finding import DataEntry, Finding
from sphinxcontrib_tripreport.core.checks.near_speakers import NearPair, near_people
from sphinxcontrib_tripreport.core.checks.people import people_of
from sphinxcontrib_tripreport.core.checks.places import at_person
from sphinxcontrib_tripreport.core.checks.project import Project
from sphinxcontrib_tripreport.core.model.records import Speaker
from sphinxcontrib_tripreport.core.text.phrases import quoted


def check_speakers(project: Project) -> Iterator[Finding]:
    """A finding for each two people who seem to be one, the most certain first.

    It is where the one is whose name should become an alias of the other's, and has the entry of a
    data file which makes it one, if not both are described.
    """
    people = project.catalogue.people
    pairs = near_people(people_of(project.catalogue))
    stays = _who_stays(pairs)
    for pair in pairs:
        other = people[pair.other.key]
        entry = None
        if not pair.other.is_declared and stays[other.key] == pair.one.key:
            entry = _entry(people[_last(pair.one.key, stays)], other)
        yield at_person("speakers", project, other, _message(pair), entry)


def _message(pair: NearPair) -> str:
    first, second = quoted((pair.other.name, pair.one.name))
    reasons = ", and ".join(pair.reasons)
    expected = "one name, or the first as an alias of the second in a data file"
    if pair.other.is_declared:
        expected = "one description"
    return f"{first} and {second} seem to be one person, because {reasons}: expected {expected}."


def _who_stays(pairs: Sequence[NearPair]) -> dict[str, str]:
    """By the key of each person whose name should be an alias, the key of who that person is."""
    stays: dict[str, str] = {}
    for pair in pairs:
        stays.setdefault(pair.other.key, pair.one.key)
    return stays


def _last(key: str, stays: dict[str, str]) -> str:
    """The key of the person whose aliases all names of one person become."""
    while key in stays:
        key = stays[key]
    return key


def _entry(stays: Speaker, other: Speaker) -> DataEntry:
    names = tuple(dict.fromkeys((other.name, *other.aliases)))
    key = stays.other_key or stays.key
    section = "speakers" if stays.is_speaker else "authors"
    return DataEntry(section, key, stays.name, (("aliases", names),))
