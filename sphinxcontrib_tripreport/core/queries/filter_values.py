"""The values that filters of listings can have: every name of everything, with its key."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.model.records import Speaker
from sphinxcontrib_tripreport.core.model.sites import OURS
from sphinxcontrib_tripreport.core.options.tables import KINDS, STATUSES
from sphinxcontrib_tripreport.core.text.slugs import fold, slug

FilterValue = tuple[str, str, str]
"""A name as authors see it, as it is compared, and the key that it means."""


class FilterValues:
    """All names of one catalogue, made when the first listing asks for them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._made: dict[str, tuple[FilterValue, ...]] = {}
        self._by_form: dict[str, Mapping[str, set[str]]] = {}

    def values_of(self, filter_name: str) -> tuple[FilterValue, ...]:
        """Every value that a filter can have; none if it can be anything."""
        if filter_name not in self._made:
            make = _MAKERS.get(filter_name)
            names = dict.fromkeys(make(self._catalogue)) if make else {}
            self._made[filter_name] = tuple((name, fold(name), key) for name, key in names)
        return self._made[filter_name]

    def meant(self, filter_name: str, *folded: str) -> frozenset[str]:
        """The keys that names mean, given as they are compared."""
        if filter_name not in self._by_form:
            keys: defaultdict[str, set[str]] = defaultdict(set)
            for _, form, key in self.values_of(filter_name):
                keys[form].add(key)
            self._by_form[filter_name] = keys
        by_form = self._by_form[filter_name]
        return frozenset(key for form in folded for key in by_form.get(form, ()))


def _events(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for event in catalogue.events.values():
        yield event.key, event.key
        yield event.name, event.key
        if event.original_name:
            yield event.original_name, event.key


def _speakers(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    return _people(catalogue.speakers.values())


def _authors(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    return _people(catalogue.authors.values())


def _people(people: Iterable[Speaker]) -> Iterator[tuple[str, str]]:
    for person in people:
        for name in filter(None, (person.name, *person.aliases, person.other_key, person.key)):
            yield name, person.key


def _owners(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    return _people(catalogue.people.values())


def _talks(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for talk in catalogue.talks:
        for name in (talk.title, talk.key, talk.name):
            yield name, talk.name


def _topics(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for topic in catalogue.topics.values():
        yield topic.name, topic.key
        yield topic.key, topic.key
    for name, key in catalogue.topic_names.names():
        yield name, key
        yield slug(name), key


def _reports(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    return ((docname, docname) for docname in catalogue.reports)


def _series(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    named = {event.series for event in catalogue.events.values()}
    named |= {report.series for report in catalogue.reports.values()}
    return ((series, slug(series)) for series in sorted(named) if series)


def _sites(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    yield OURS, OURS
    for site in catalogue.sites.values():
        yield site.key, site.key
        yield site.name, site.key


def _languages(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    codes = {talk.language.lower() for talk in catalogue.talks}
    codes |= {report.language.lower() for report in catalogue.reports.values()}
    return ((code, code) for code in sorted(codes) if code)


_MAKERS: dict[str, Callable[[Catalogue], Iterator[tuple[str, str]]]] = {
    "event": _events,
    "speaker": _speakers,
    "topic": _topics,
    "report": _reports,
    "author": _authors,
    "owner": _owners,
    "talk": _talks,
    "series": _series,
    "language": _languages,
    "site": _sites,
    "kind": lambda _: ((kind, kind) for kind in KINDS),
    "status": lambda _: ((status, status) for status in STATUSES),
}
