"""What a query finds: what passes its filters, tried on as few things as look-ups give. Pure."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.catalogue.noted_at import as_noted_at, sites_of
from sphinxcontrib_tripreport.core.catalogue.takeaways import KnownTakeaway
from sphinxcontrib_tripreport.core.model.problems import Problem
from sphinxcontrib_tripreport.core.model.records import Event, Report, Speaker, Talk
from sphinxcontrib_tripreport.core.queries.filter_keys import Meanings
from sphinxcontrib_tripreport.core.queries.filter_values import FilterValues
from sphinxcontrib_tripreport.core.queries.filters import NumberRanges
from sphinxcontrib_tripreport.core.queries.once import each_once
from sphinxcontrib_tripreport.core.queries.query import Query
from sphinxcontrib_tripreport.core.queries.talk_languages import languages_of
from sphinxcontrib_tripreport.core.text.slugs import slug


@dataclass
class Found:
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
) -> Found:
    """What *query* finds, in no order, for a listing on the page *docname*.

    :param subject: the kind and the key of what the page is made for, if it is made

    A value that nobody knows is a problem, and finds nothing: it never widens a list.
    """
    if query.finds_nothing:
        return Found([])
    meanings = Meanings(catalogue, forms, query, docname, subject)
    things = list(_Selection(catalogue, query, meanings).things())
    return Found(things, meanings.problems, tuple(_only(query, meanings)) if query.feed else ())


def _only(query: Query, meanings: Meanings) -> Iterator[tuple[str, str]]:
    for name, _wanted in query.filters:
        keys, _excluded = meanings.keys(name)
        if keys is not None and len(keys) == 1:
            yield name, min(keys)


class _Selection:
    def __init__(self, catalogue: Catalogue, query: Query, meanings: Meanings) -> None:
        self.catalogue = catalogue
        self.query = query
        self.meanings = meanings

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
            self._test("event", lambda talk: (talk.event,)),
            self._test("speaker", lambda talk: talk.speakers),
            self._test("author", self.catalogue.authorship.of_talk)
            if "author" in self.meanings
            else None,
            self._test("topic", self._topics_of),
            self._test("kind", lambda talk: (talk.kind,)),
            self._test("status", lambda talk: (talk.status,)),
            self._test("language", lambda talk: languages_of(self.catalogue, talk)),
            self._test("report", lambda talk: (note.docname for note in talk.notes)),
            self._test("series", self._series_of),
            self._site_test(),
            self._time_test(self.catalogue.effective_date),
        ]
        if self.query.rating is not None:
            rating = self.query.rating
            tests.append(lambda talk: rating.holds(round(talk.rating) if talk.rating else None))
        few = self._few_talks()
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
        passing = _passing(talks, tests)
        yield from each_once(self.catalogue, passing) if self.query.once else passing

    def _few_talks(self, *, by_time: bool = True) -> Collection[Talk] | None:
        """The talks that the most selective look-up gives; None if no filter has one.

        :param by_time: whether the filters of time are about the days of talks
        """
        catalogue = self.catalogue
        looks: tuple[tuple[str, Callable[[str], tuple[Talk, ...]]], ...] = (
            ("event", catalogue.talks_at),
            ("speaker", catalogue.talks_by),
            ("author", self._noted_by),
            ("topic", catalogue.talks_about),
            ("kind", catalogue.talks_of_kind),
        )
        found = [
            [look(key) for key in sorted(some)]
            for name, look in looks
            if (some := self.meanings.keys(name)[0]) is not None
            # Of an event, reports without talks count, too.
            and (name != "author" or self.query.kind == "talk")
        ]
        if by_time and (years := self._years()) is not None:
            found.append([catalogue.talks_in(year) for year in years])
        if not found:
            return None
        fewest = min(found, key=lambda parts: sum(map(len, parts)))
        # A talk on two of the topics is one.
        return {id(talk): talk for talks in fewest for talk in talks}.values()

    def _noted_by(self, author: str) -> tuple[Talk, ...]:
        return self.catalogue.authorship.talks_noted_by(author)

    def _years(self) -> list[int] | None:
        """The years of talks that the filters of time admit; None if there are none."""
        query = self.query
        if (
            query.since is None
            and query.until is None
            and (query.year or NumberRanges()).holds(None)
        ):
            # Nothing is said of time, or years are only excluded: talks without one are wanted.
            return None
        return [
            year
            for year in self.catalogue.years
            if (query.year is None or query.year.holds(year))
            and (query.since is None or year >= query.since.year)
            and (query.until is None or year <= query.until.year)
        ]

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
            self._test("speaker", lambda speaker: (speaker.key,)),
            self._test("event", lambda speaker: (t.event for t in talks_by(speaker.key))),
            self._test(
                "topic",
                lambda speaker: (o for t in talks_by(speaker.key) for o in self._topics_of(t)),
            ),
            self._test("kind", lambda speaker: (t.kind for t in talks_by(speaker.key))),
            self._test(
                "series",
                lambda speaker: (o for t in talks_by(speaker.key) for o in self._series_of(t)),
            ),
            self._site_test(),
        ]
        if (is_in_time := self._time_test(self.catalogue.effective_date)) is not None:
            tests.append(lambda speaker: any(map(is_in_time, talks_by(speaker.key))))
        yield from _passing(self._few_speakers(), tests)

    def _few_speakers(self) -> Iterable[Speaker]:
        speakers = self.catalogue.speakers
        keys: Iterable[str] | None = self.meanings.keys("speaker")[0]
        if keys is None:
            talks = self._few_talks()
            if talks is None:
                return speakers.values()
            keys = {key for talk in talks for key in talk.speakers}
        return [speakers[key] for key in sorted(keys) if key in speakers]

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
            self._test("author", lambda author: (author.key,)),
            self._test("event", lambda author: authorship.events_of(author.key)),
            self._test("topic", topics_of),
            self._test("series", series_of),
            self._site_test(),
        ]
        if (is_in_time := self._time_test(lambda report: report.date)) is not None:
            tests.append(lambda author: any(map(is_in_time, written_by(author))))
        yield from _passing(self.catalogue.authors.values(), tests)

    def _events(self) -> Iterator[Event]:
        talks_at = self.catalogue.talks_at
        written_by = self._authors_on()
        tests = [
            self._test("event", lambda event: (event.key,)),
            self._test(
                "speaker", lambda event: (s for t in talks_at(event.key) for s in t.speakers)
            ),
            self._test("author", lambda event: written_by[event.key]),
            self._test(
                "topic", lambda event: (o for t in talks_at(event.key) for o in self._topics_of(t))
            ),
            self._test("kind", lambda event: (t.kind for t in talks_at(event.key))),
            self._test("series", lambda event: (slug(event.series),)),
            self._site_test(),
            self._time_test(self.catalogue.first_day_of),
        ]
        yield from _passing(self._few_events(), tests)

    def _authors_on(self) -> Mapping[str, set[str]]:
        """By event, those of the authors that are asked for who wrote about it."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for asked in self.meanings.keys("author"):
            for author in asked or ():
                for event in self.catalogue.authorship.events_of(author):
                    found[event].add(author)
        return found

    def _few_events(self) -> Iterable[Event]:
        events = self.catalogue.events
        keys: Iterable[str] | None = self.meanings.keys("event")[0]
        if keys is None:
            talks = self._few_talks(by_time=False)
            if talks is None:
                return events.values()
            keys = {talk.event for talk in talks}
        return [events[key] for key in sorted(keys) if key in events]

    def _reports(self) -> Iterator[Report]:
        speakers_in: defaultdict[str, set[str]] = defaultdict(set)
        for asked in self.meanings.keys("speaker"):
            for key in asked or ():
                for talk in self.catalogue.talks_by(key):
                    for note in talk.notes:
                        speakers_in[note.docname].add(key)
        tests = [
            self._test("event", lambda report: (report.event,)),
            self._test("speaker", lambda report: speakers_in[report.docname]),
            self._test(
                "author", lambda report: self.catalogue.authorship.of_report(report.docname)
            ),
            self._test("topic", self._topics_of),
            self._test("language", lambda report: (report.language.lower(),)),
            self._test("report", lambda report: (report.docname,)),
            self._test("series", lambda report: (slug(report.series),)),
            self._site_test(),
            self._time_test(lambda report: report.date),
        ]
        yield from _passing(self._few_reports(), tests)

    def _takeaways(self) -> Iterator[KnownTakeaway]:
        tests = [
            self._test("event", lambda each: (each.event,)),
            self._test("talk", lambda each: (each.talk.name,) if each.talk else ()),
            self._test("speaker", lambda each: each.talk.speakers if each.talk else ()),
            self._test(
                "author", lambda each: self.catalogue.authorship.of_report(each.record.docname)
            ),
            self._test("topic", self._topics_of),
            self._test("kind", lambda each: (each.talk.kind,) if each.talk else ()),
            self._test("status", lambda each: (each.talk.status,) if each.talk else ()),
            self._test("language", self._language_of_takeaway),
            self._test("report", lambda each: (each.record.docname,)),
            self._test("series", self._series_of_takeaway),
            self._test("owner", lambda each: (each.owner,)),
            self._time_test(self.catalogue.date_of_takeaway),
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
        yield from _passing((t for t in self.catalogue.takeaways.all if t.kind == kind), tests)

    def _language_of_takeaway(self, each: KnownTakeaway) -> Iterator[str]:
        report = self.catalogue.reports.get(each.record.docname)
        if report is not None:
            yield report.language.lower()

    def _series_of_takeaway(self, each: KnownTakeaway) -> Iterator[str]:
        event = self.catalogue.events.get(each.event)
        report = self.catalogue.reports.get(each.record.docname)
        yield from (slug(known.series) for known in (event, report) if known is not None)

    def _few_reports(self) -> Iterable[Report]:
        catalogue = self.catalogue
        looks: tuple[tuple[str, Callable[[str], tuple[Report, ...]]], ...] = (
            ("event", catalogue.reports_on),
            ("topic", catalogue.reports_about),
        )
        for name, look in looks:
            some, _ = self.meanings.keys(name)
            if some is not None:
                return {r.docname: r for key in sorted(some) for r in look(key)}.values()
        return catalogue.reports.values()

    def _site_test(self) -> Callable[[Any], bool] | None:
        return self._test("site", lambda thing: sites_of(self.catalogue, thing))

    def _test(
        self, name: str, keys_of: Callable[[Any], Iterable[str]]
    ) -> Callable[[Any], bool] | None:
        if name not in self.meanings:
            return None
        some, none = self.meanings.keys(name)

        def test(thing: Any) -> bool:
            keys = set(keys_of(thing))
            return (some is None or not some.isdisjoint(keys)) and none.isdisjoint(keys)

        return test

    def _time_test(self, day_of: Callable[[Any], dt.date | None]) -> Callable[[Any], bool] | None:
        query = self.query
        if query.year is None and query.since is None and query.until is None:
            return None
        years = query.year or NumberRanges()

        def test(thing: Any) -> bool:
            day = day_of(thing)
            if day is None:
                return query.since is None and query.until is None and years.holds(None)
            return (
                years.holds(day.year)
                and (query.since is None or day >= query.since)
                and (query.until is None or day <= query.until)
            )

        return test


def _passing(things: Iterable[Any], tests: Iterable[Callable[[Any], bool] | None]) -> Iterator[Any]:
    given = [test for test in tests if test is not None]
    return (thing for thing in things if all(test(thing) for test in given))
