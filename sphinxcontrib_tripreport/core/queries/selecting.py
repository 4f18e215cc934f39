"""What a query finds: the things that pass its filters. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.catalogue.noted_at import as_noted_at, sites_of
from sphinxcontrib_tripreport.core.catalogue.takeaways import KnownTakeaway
from sphinxcontrib_tripreport.core.model.problems import Problem
from sphinxcontrib_tripreport.core.model.records import Event, Report, Speaker
from sphinxcontrib_tripreport.core.model.talk import Talk
from sphinxcontrib_tripreport.core.queries.filter_keys import Meanings
from sphinxcontrib_tripreport.core.queries.filter_tests import Test, Tests, passing
from sphinxcontrib_tripreport.core.queries.filter_values import FilterValues
from sphinxcontrib_tripreport.core.queries.latest_deliveries import each_once
from sphinxcontrib_tripreport.core.queries.look_ups import LookUps
from sphinxcontrib_tripreport.core.queries.query import Query
from sphinxcontrib_tripreport.core.queries.talk_languages import languages_of
from sphinxcontrib_tripreport.core.text.slugs import slug


@dataclass
class FoundThings:
    """The answer to a query."""

    things: list[Any]
    problems: list[Problem] = field(default_factory=list)
    only: tuple[tuple[str, str], ...] = ()
    """For a feed: the filters that ask for one thing alone, each with its key."""


def select(
    catalogue: Catalogue,
    forms: FilterValues,
    query: Query,
    docname: str,
    subject: tuple[str, str] | None = None,
) -> FoundThings:
    """What *query* finds, in no order, for a listing on the page *docname*.

    :param subject: the kind and the key of what the page is made for, if it is made

    A value that nobody knows is a problem, and finds nothing: it never widens a list.
    """
    if query.finds_nothing:
        return FoundThings([])
    meanings = Meanings(catalogue, forms, query, docname, subject)
    things = list(_Selection(catalogue, query, meanings).things())
    return FoundThings(
        things, meanings.problems, tuple(_single_keys(query, meanings)) if query.feed else ()
    )


def _single_keys(query: Query, meanings: Meanings) -> Iterator[tuple[str, str]]:
    for name, _wanted in query.filters:
        keys, _excluded = meanings.keys(name)
        if keys is not None and len(keys) == 1:
            yield name, min(keys)


class _Selection:
    def __init__(self, catalogue: Catalogue, query: Query, meanings: Meanings) -> None:
        self.catalogue = catalogue
        self.query = query
        self.meanings = meanings
        self.few = LookUps(catalogue, query, meanings)
        self.tests = Tests(query, meanings)

    def things(self) -> Iterator[Any]:
        find = {
            "talk": self._talks,
            "speaker": self._speakers,
            "author": self._authors,
            "event": self._events,
            "report": self._reports,
            "takeaway": self._takeaways,
            "action": self._takeaways,
        }
        return find[self.query.kind]()

    def _talks(self) -> Iterator[Talk]:
        tests = [
            self.tests.test_of("event", lambda talk: (talk.event,)),
            self.tests.test_of("speaker", lambda talk: talk.speakers),
            self.tests.test_of("author", self.catalogue.authorship.of_talk)
            if "author" in self.meanings
            else None,
            self.tests.test_of("topic", self._topics_of),
            self.tests.test_of("kind", lambda talk: (talk.kind,)),
            self.tests.test_of("status", lambda talk: (talk.status,)),
            self.tests.test_of("language", lambda talk: languages_of(self.catalogue, talk)),
            self.tests.test_of("report", lambda talk: (note.docname for note in talk.notes)),
            self.tests.test_of("series", self._series_of),
            self._site_test(),
            self.tests.test_of_time(self.catalogue.effective_date),
        ]
        if self.query.rating is not None:
            rating = self.query.rating
            tests.append(lambda talk: rating.holds(round(talk.rating) if talk.rating else None))
        few = self.few.talks()
        talks: Iterable[Talk] = self.catalogue.talks if few is None else few
        if self.query.asks_whole_programme:
            events = self.meanings.keys("event")[0]
            talks = (*talks, *self.catalogue.other_talks_at(events))
        if self.query.scope in ("noted", "unnoted"):
            is_noted = self.query.scope == "noted"
            tests.append(lambda talk: bool(talk.notes) is is_noted)
        if wanted := self.meanings.keys("author")[0]:
            # Of what some authors noted, their own opinions are asked.
            as_noted_by = self.catalogue.authorship.as_noted_by
            talks = (as_noted_by(talk, wanted) for talk in talks)
        if sites := self.meanings.keys("site")[0]:
            talks = (as_noted_at(talk, sites) for talk in talks)
        found = passing(talks, tests)
        yield from each_once(self.catalogue, found) if self.query.once else found

    def _series_of(self, talk: Talk) -> Iterator[str]:
        event = self.catalogue.events.get(talk.event)
        if event is not None:
            yield slug(event.series)
        for note in talk.notes:
            report = self.catalogue.reports.get(note.docname)
            if report is not None:
                yield slug(report.series)

    def _topics_of(self, thing: Talk | Report | KnownTakeaway) -> Iterable[str]:
        """The topics of something, and those that they are in."""
        return self.catalogue.topic_names.all_of(thing.topics)

    def _speakers(self) -> Iterator[Speaker]:
        talks_by = self.catalogue.talks_by
        tests = [
            self.tests.test_of("speaker", lambda speaker: (speaker.key,)),
            self.tests.test_of("event", lambda speaker: (t.event for t in talks_by(speaker.key))),
            self.tests.test_of(
                "topic",
                lambda speaker: (o for t in talks_by(speaker.key) for o in self._topics_of(t)),
            ),
            self.tests.test_of("kind", lambda speaker: (t.kind for t in talks_by(speaker.key))),
            self.tests.test_of(
                "series",
                lambda speaker: (o for t in talks_by(speaker.key) for o in self._series_of(t)),
            ),
            self._site_test(),
        ]
        if (is_in_time := self.tests.test_of_time(self.catalogue.effective_date)) is not None:
            tests.append(lambda speaker: any(map(is_in_time, talks_by(speaker.key))))
        yield from passing(self.few.speakers(), tests)

    def _authors(self) -> Iterator[Speaker]:
        authorship, reports = self.catalogue.authorship, self.catalogue.reports

        def written_by(author: Speaker) -> Iterator[Report]:
            return (reports[docname] for docname in authorship.reports_by(author.key))

        def topics_of(author: Speaker) -> Iterator[str]:
            for report in written_by(author):
                yield from self._topics_of(report)
            for talk in authorship.talks_noted_by(author.key):
                yield from self._topics_of(talk)

        def series_of(author: Speaker) -> Iterator[str]:
            yield from (slug(report.series) for report in written_by(author))
            for event in authorship.events_of(author.key):
                yield slug(self.catalogue.events[event].series)

        tests = [
            self.tests.test_of("author", lambda author: (author.key,)),
            self.tests.test_of("event", lambda author: authorship.events_of(author.key)),
            self.tests.test_of("topic", topics_of),
            self.tests.test_of("series", series_of),
            self._site_test(),
        ]
        if (is_in_time := self.tests.test_of_time(lambda report: report.date)) is not None:
            tests.append(lambda author: any(map(is_in_time, written_by(author))))
        yield from passing(self.catalogue.authors.values(), tests)

    def _events(self) -> Iterator[Event]:
        talks_at = self.catalogue.talks_at
        written_by = self._authors_on()
        tests = [
            self.tests.test_of("event", lambda event: (event.key,)),
            self.tests.test_of(
                "speaker", lambda event: (s for t in talks_at(event.key) for s in t.speakers)
            ),
            self.tests.test_of("author", lambda event: written_by[event.key]),
            self.tests.test_of(
                "topic", lambda event: (o for t in talks_at(event.key) for o in self._topics_of(t))
            ),
            self.tests.test_of("kind", lambda event: (t.kind for t in talks_at(event.key))),
            self.tests.test_of("series", lambda event: (slug(event.series),)),
            self._site_test(),
            self.tests.test_of_time(self.catalogue.first_day_of),
        ]
        yield from passing(self.few.events(), tests)

    def _authors_on(self) -> Mapping[str, set[str]]:
        """By event, those of the authors that are asked for who wrote about it."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for asked in self.meanings.keys("author"):
            for author in asked or ():
                for event in self.catalogue.authorship.events_of(author):
                    found[event].add(author)
        return found

    def _reports(self) -> Iterator[Report]:
        speakers_in: defaultdict[str, set[str]] = defaultdict(set)
        for asked in self.meanings.keys("speaker"):
            for key in asked or ():
                for talk in self.catalogue.talks_by(key):
                    for note in talk.notes:
                        speakers_in[note.docname].add(key)
        tests = [
            self.tests.test_of("event", lambda report: (report.event,)),
            self.tests.test_of("speaker", lambda report: speakers_in[report.docname]),
            self.tests.test_of(
                "author", lambda report: self.catalogue.authorship.of_report(report.docname)
            ),
            self.tests.test_of("topic", self._topics_of),
            self.tests.test_of("language", lambda report: (report.language.lower(),)),
            self.tests.test_of("report", lambda report: (report.docname,)),
            self.tests.test_of("series", lambda report: (slug(report.series),)),
            self._site_test(),
            self.tests.test_of_time(lambda report: report.date),
        ]
        yield from passing(self.few.reports(), tests)

    def _takeaways(self) -> Iterator[KnownTakeaway]:
        tests = [
            self.tests.test_of("event", lambda each: (each.event,)),
            self.tests.test_of("talk", lambda each: (each.talk.name,) if each.talk else ()),
            self.tests.test_of("speaker", lambda each: each.talk.speakers if each.talk else ()),
            self.tests.test_of(
                "author", lambda each: self.catalogue.authorship.of_report(each.record.docname)
            ),
            self.tests.test_of("topic", self._topics_of),
            self.tests.test_of("kind", lambda each: (each.talk.kind,) if each.talk else ()),
            self.tests.test_of("status", lambda each: (each.talk.status,) if each.talk else ()),
            self.tests.test_of("language", self._language_of_takeaway),
            self.tests.test_of("report", lambda each: (each.record.docname,)),
            self.tests.test_of("series", self._series_of_takeaway),
            self.tests.test_of("owner", lambda each: (each.owner,)),
            self.tests.test_of_time(self.catalogue.date_of_takeaway),
        ]
        if self.query.rating is not None:
            rating = self.query.rating
            tests.append(
                lambda each: rating.holds(
                    round(each.talk.rating) if each.talk and each.talk.rating else None
                )
            )
        if self.query.open is not None:
            tests.append(lambda each: each.record.is_done is not self.query.open)
        kind = self.query.kind
        yield from passing((t for t in self.catalogue.takeaways.all if t.kind == kind), tests)

    def _language_of_takeaway(self, each: KnownTakeaway) -> Iterator[str]:
        report = self.catalogue.reports.get(each.record.docname)
        if report is not None:
            yield report.language.lower()

    def _series_of_takeaway(self, each: KnownTakeaway) -> Iterator[str]:
        event = self.catalogue.events.get(each.event)
        report = self.catalogue.reports.get(each.record.docname)
        yield from (slug(known.series) for known in (event, report) if known is not None)

    def _site_test(self) -> Test | None:
        return self.tests.test_of("site", lambda thing: sites_of(self.catalogue, thing))
