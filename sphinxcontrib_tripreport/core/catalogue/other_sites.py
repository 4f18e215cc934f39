"""What other sites say, beside what the project says: by event, by person, by key. Pure.

What the project says is never changed by it: its events, people and talks keep their keys, names
and facts, whatever a site calls its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.core.catalogue.records import Records
from sphinxcontrib_tripreport.core.model.records import Event, Note, Report, Speaker
from sphinxcontrib_tripreport.core.text.names import NamedPerson, name_key
from sphinxcontrib_tripreport.core.text.slugs import slug

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
    from sphinxcontrib_tripreport.core.model.sites import SiteRecords


def with_sites(records: Records, own: Catalogue, sites: Iterable[SiteRecords]) -> Records:
    """The records of a project with those of other sites after them.

    :param own: what is known of *records* alone
    :param sites: in the order in which they count
    """
    sites = list(sites)
    events, people = _Events(own, records.events), _People(own)
    for site in sites:
        events.take(site.events)
        people.take(site.speakers)
    return replace(
        records,
        notes=(
            *records.notes,
            *(_note(note, events, people) for note in chain(*(site.notes for site in sites))),
        ),
        reports={
            **{
                report.docname: _report(report, events, people)
                for report in chain(*(site.reports for site in sites))
            },
            **records.reports,
        },
        speakers=(*records.speakers, *people.new),
        events=(*records.events, *events.new),
        sites={site.site.key: site.site for site in sites},
    )


def _note(note: Note, events: _Events, people: _People) -> Note:
    speakers = (NamedPerson(people.name_of(person.name)) for person in note.speakers)
    return replace(note, event=events.key_of(note.event), speakers=tuple(dict.fromkeys(speakers)))


def _report(report: Report, events: _Events, people: _People) -> Report:
    authors = tuple(dict.fromkeys(map(people.name_of, report.authors)))
    return replace(report, event=events.key_of(report.event), authors=authors)


class _Events:
    """Which of our events, or of those of earlier sites, an event of a site is."""

    def __init__(self, own: Catalogue, described: Iterable[Event]) -> None:
        self._own = own
        self._described = {event.key for event in described}
        self._named: dict[str, str] = {}
        self._known: dict[str, str] = {}
        self.new: list[Event] = []
        """What sites say of events that the project does not describe."""

    def take(self, events: Iterable[Event]) -> None:
        """Know the events of a site."""
        for event in events:
            key = self._known[event.key] = self._same(event)
            self._named.setdefault(slug(event.name), key)
            if key not in self._described:
                mine = self._own.events.get(key)
                name = mine.name if mine is not None and mine.name != key else event.name
                self.new.append(replace(event, key=key, name=name))

    def key_of(self, key: str) -> str:
        """The key of the event that a site calls *key*."""
        return self._known.get(key, key) if key else ""

    def _same(self, event: Event) -> str:
        name = slug(event.name)
        for key in (event.key, name):
            if key in self._own.events:
                return key
        meant = self._own.find_events(event.name)
        if len(meant) == 1:
            return meant[0].key
        return self._known.get(event.key) or self._named.get(name, event.key)


class _People:
    """Who of our people, or of those of earlier sites, a person of a site is."""

    def __init__(self, own: Catalogue) -> None:
        self._own = own
        self._known: dict[str, str] = {}
        self.new: list[Speaker] = []
        """People whom the project does not know."""

    def take(self, people: Iterable[Speaker]) -> None:
        """Know the people of a site."""
        for person in people:
            names = (person.name, *person.aliases)
            mine = next(filter(None, map(self._name_of, names)), "")
            for name in names:
                if not self._own_name(name):
                    self._known.setdefault(name_key(name), mine or person.name)
            if not mine:
                self.new.append(replace(person, aliases=tuple(self._free(person))))

    def name_of(self, name: str) -> str:
        """What we call the person that a site calls *name*."""
        return self._name_of(name) or name

    def _name_of(self, name: str) -> str:
        return self._own_name(name) or self._known.get(name_key(name), "")

    def _own_name(self, name: str) -> str:
        people: Mapping[str, Speaker] = self._own.people
        person = people.get(self._own.key_of_person(name))
        return person.name if person is not None else ""

    def _free(self, person: Speaker) -> Iterator[str]:
        """The other names of a person that are nobody's yet."""
        for alias in person.aliases:
            if self._known.get(name_key(alias)) == person.name and name_key(alias) != person.key:
                yield alias
