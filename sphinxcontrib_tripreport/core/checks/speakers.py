"""The check of people: who seems to be one person under two names. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.core.checks.finding import Entry, Finding
from sphinxcontrib_tripreport.core.checks.near_speakers import NearPair, near_people
from sphinxcontrib_tripreport.core.checks.people import people_of
from sphinxcontrib_tripreport.core.text.phrases import quoted

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
    from sphinxcontrib_tripreport.core.model.records import Speaker

NAME = "speakers"


def check_speakers(catalogue: Catalogue) -> Iterator[Finding]:
    """Each two people who seem to be one, the most certain first.

    A finding is where the one is named whose name should become an alias of the other's, and has
    the entry of a data file which makes it one, if not both are described.
    """
    pairs = near_people(people_of(catalogue))
    stays = _who_stays(pairs)
    for pair in pairs:
        other = catalogue.people[pair.other.key]
        docname, line, included_at = _place(other, catalogue)
        entry = None
        if not pair.other.is_declared and stays[other.key] == pair.one.key:
            entry = _entry(catalogue.people[_last(pair.one.key, stays)], other)
        yield Finding(NAME, _message(pair), docname, line, included_at, entry=entry)


def _message(pair: NearPair) -> str:
    first, second = quoted((pair.other.name, pair.one.name))
    expected = "one description" if pair.other.is_declared else "one name, or an alias"
    reasons = "; ".join(pair.reasons)
    return (
        f"{first} and {second} seem to be one person: {reasons}. Expected {expected} if they are."
    )


def _who_stays(pairs: Sequence[NearPair]) -> dict[str, str]:
    """By the key of each whose name should be an alias, the key of whom it is most certainly."""
    stays: dict[str, str] = {}
    for pair in pairs:
        stays.setdefault(pair.other.key, pair.one.key)
    return stays


def _last(key: str, stays: dict[str, str]) -> str:
    """Whose alias everybody becomes who is the same person."""
    while key in stays:
        key = stays[key]
    return key


def _entry(stays: Speaker, other: Speaker) -> Entry:
    names = tuple(dict.fromkeys((other.name, *other.aliases)))
    key = stays.other_key or stays.key
    section = "speakers" if stays.is_speaker else "authors"
    return Entry(section, key, stays.name, (("aliases", names),))


def _place(person: Speaker, catalogue: Catalogue) -> tuple[str, int, str]:
    """The first place that names a person: the document, the line, and what it includes there."""
    for talk in catalogue.talks_by(person.key):
        for note in talk.notes:
            if any(catalogue.key_of_person(each.name) == person.key for each in note.speakers):
                return note.docname, note.line, note.included_at
    reports = catalogue.authorship.reports_by(person.key) if person.is_author else ()
    if reports:
        return reports[0], 0, ""
    if person.described is not None:
        return person.described.docname, person.line, person.included_at
    return "", 0, ""
