"""What a catalogue knows of people, as far as it tells which of them may be one. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from sphinxcontrib_tripreport.core.text.names import family_and_given, name_key
from sphinxcontrib_tripreport.core.text.slugs import fold
from sphinxcontrib_tripreport.core.text.topics import topic_key

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
    from sphinxcontrib_tripreport.core.model.records import Speaker
    from sphinxcontrib_tripreport.core.model.talk import Talk


class Appearance(NamedTuple):
    """A talk, or a report, as far as it tells people apart."""

    name: str
    event: str = ""
    title: str = ""
    """Folded."""
    topics: frozenset[str] = frozenset()
    named_together: tuple[frozenset[str], ...] = ()
    """The keys of the speakers, by who names them: each note, and the programme. Of a report those
    of its authors."""
    begins: datetime | None = None
    """In the time zone of its event."""
    ends: datetime | None = None

    @property
    def speakers(self) -> frozenset[str]:
        """The keys of everybody who is named."""
        return frozenset().union(*self.named_together)


class Person(NamedTuple):
    """Somebody who speaks or writes."""

    key: str
    name: str
    names: tuple[str, ...] = ()
    """All of them."""
    is_declared: bool = False
    """Whether a data file or a document describes the person."""
    organisation: str = ""
    """Folded."""
    links: frozenset[str] = frozenset()
    """Addresses, without what makes no difference."""
    talks: tuple[Appearance, ...] = ()
    """And reports."""


def people_of(catalogue: Catalogue) -> list[Person]:
    """Everybody who speaks or writes, with the talks and reports of each, by key.

    A talk is also that of whom only its programme names, or only one of its notes.
    """
    heard: defaultdict[str, list[Appearance]] = defaultdict(list)
    for talk in catalogue.talks:
        told = _appearance(talk, catalogue)
        for key in told.speakers.union(talk.speakers):
            heard[key].append(told)
    return [
        _person(each, (*heard[each.key], *_reports(each, catalogue)))
        for each in catalogue.people.values()
    ]


def address(url: str) -> str:
    """What makes an address another one: its host, which may begin with ``www.``, and its path."""
    return url.partition("://")[2].removeprefix("www.").partition("#")[0].rstrip("/").lower()


def _person(speaker: Speaker, talks: tuple[Appearance, ...]) -> Person:
    return Person(
        speaker.key,
        speaker.name,
        _names(speaker),
        speaker.line > 0 or speaker.described is not None,
        fold(speaker.affiliation),
        frozenset(filter(None, (address(link.url) for link in speaker.links))),
        talks,
    )


def _reports(speaker: Speaker, catalogue: Catalogue) -> Iterator[Appearance]:
    if not speaker.is_author:
        return
    for docname in catalogue.authorship.reports_by(speaker.key):
        report = catalogue.reports[docname]
        authors = frozenset(catalogue.authorship.of_report(docname))
        topics = frozenset(map(topic_key, report.topics))
        yield Appearance(f"report::{docname}", "", "", topics, (authors,))


def _names(speaker: Speaker) -> tuple[str, ...]:
    names = [speaker.name, *speaker.aliases]
    if "," in speaker.sort:
        names.append(" ".join(reversed(family_and_given(speaker.name, speaker.sort))))
    return tuple(dict.fromkeys(names))


def _appearance(talk: Talk, catalogue: Catalogue) -> Appearance:
    begins = talk.begins
    begins = begins if isinstance(begins, datetime) else None
    ends = None
    if begins is not None and talk.end is not None:
        ends = datetime.combine(talk.end_day or begins.date(), talk.end)
        ends = ends if ends > begins else ends + timedelta(days=1)
    named = tuple(dict.fromkeys(_named_together(talk, catalogue)))
    topics = frozenset(map(topic_key, talk.topics))
    return Appearance(talk.name, talk.event, fold(talk.title), topics, named, begins, ends)


def _named_together(talk: Talk, catalogue: Catalogue) -> Iterator[frozenset[str]]:
    for note in talk.notes:
        yield _keys(catalogue, (person.name for person in note.speakers))
        official = catalogue.sessions.official_of(note)
        if official is not None:
            yield _keys(catalogue, (person.name for person in official.session.people))
    if not talk.notes:
        yield frozenset(talk.speakers)


def _keys(catalogue: Catalogue, names: Iterator[str]) -> frozenset[str]:
    return frozenset(catalogue.key_of_person(name) for name in names if name_key(name))
