"""What a query finds in the catalogue, and which of its words nobody knows."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any

from sphinxcontrib_tripreport.catalogue import Catalogue
from sphinxcontrib_tripreport.model import Event, Report, Speaker, Talk
from sphinxcontrib_tripreport.problems import did_you_mean, quoted
from sphinxcontrib_tripreport.queries.forms import Forms
from sphinxcontrib_tripreport.queries.query import THIS, Query
from sphinxcontrib_tripreport.queries.wanted import Spans
from sphinxcontrib_tripreport.text.names import name_key
from sphinxcontrib_tripreport.text.nearest import nearest
from sphinxcontrib_tripreport.text.slugs import fold, slug
from sphinxcontrib_tripreport.text.topics import topic_key

Keys = frozenset[str]


@dataclass
class Found:
    """The answer to a query."""

    things: list[Any]
    problems: list[str] = field(default_factory=list)


def select(
    catalogue: Catalogue,
    forms: Forms,
    query: Query,
    docname: str,
    subject: tuple[str, str] | None = None,
) -> Found:
    """What *query* finds, in no order, for a listing on the page *docname*.

    :param subject: the kind and the key of what the page is made for, if it is made

    A value that nobody knows is a problem, and finds nothing: it never widens a list.
    """
    return _Selection(catalogue, forms, query, docname, subject).found()


class _Selection:
    def __init__(
        self,
        catalogue: Catalogue,
        forms: Forms,
        query: Query,
        docname: str,
        subject: tuple[str, str] | None,
    ) -> None:
        self.catalogue = catalogue
        self.forms = forms
        self.query = query
        self.docname = docname
        self.subject = subject
        self.problems: list[str] = []
        self.filters = dict(query.filters)
        self._known: dict[str, tuple[Keys | None, Keys]] = {}

    def found(self) -> Found:
        make = {
            "talk": self._talks,
            "speaker": self._speakers,
            "event": self._events,
            "report": self._reports,
        }
        return Found(list(make[self.query.kind]()), self.problems)

    # What the values of a filter mean

    def _keys(self, name: str) -> tuple[Keys | None, Keys]:
        """The keys that a filter asks for (None where it is not given), and those it excludes."""
        if name not in self.filters:
            return None, frozenset()
        if name not in self._known:
            wanted = self.filters[name]
            some = self._all_meant(name, wanted.some) if wanted.some else None
            none = self._all_meant(name, wanted.none, is_excluded=True)
            if some and some <= none:
                self.problems.append(
                    f"“{name}” excludes all that it asks for: nothing is listed for it."
                )
            self._known[name] = some, none
        return self._known[name]

    def _all_meant(self, name: str, values: Iterable[str], *, is_excluded: bool = False) -> Keys:
        return frozenset(
            key for value in values for key in self._meant(name, value, is_excluded=is_excluded)
        )

    def _meant(self, name: str, value: str, *, is_excluded: bool) -> Keys:
        if value == THIS:
            keys = frozenset(filter(None, self._this(name)))
            if not keys:
                self.problems.append(f"“{name}” is “this”, but this page has no {name}.")
            return keys
        forms = self.forms.of(name)
        if name == "language":
            code = value.lower().replace("_", "-")
            found = frozenset(key for _, _, key in forms if _is_language(key, code))
        elif "*" in value or "?" in value:
            pattern = fold(value)
            found = frozenset(key for _, form, key in forms if fnmatchcase(form, pattern))
        else:
            key = name_key(value) if name == "speaker" else slug(value)
            found = self.forms.meant(name, fold(value), key)
        if not found:
            self.problems.append(self._unknown(name, value, is_excluded=is_excluded))
        return found

    def _unknown(self, name: str, value: str, *, is_excluded: bool) -> str:
        known = {key: shown for shown, _, key in reversed(self.forms.of(name))}
        near = did_you_mean(nearest(value, known.values(), 2))
        what_follows = "nothing is left out for it" if is_excluded else "nothing is listed for it"
        return f"No {name} is {quoted([value])[0]}: {what_follows}.{near}"

    def _this(self, name: str) -> Iterator[str]:
        catalogue = self.catalogue
        if self.subject is not None and self.subject[0] == name:
            yield self.subject[1]
        elif name == "report":
            yield self.docname if self.docname in catalogue.reports else ""
        elif name == "speaker":
            here = [s for s in catalogue.speakers.values() if s.described]
            yield from (s.key for s in here if s.described and s.described.docname == self.docname)
        elif name == "event":
            report = catalogue.reports.get(self.docname)
            if report is not None and report.event:
                yield report.event
                return
            for event in catalogue.events.values():
                if event.described is not None and event.described.docname == self.docname:
                    yield event.key

    # The four kinds

    def _talks(self) -> Iterator[Talk]:
        tests = [
            self._test("event", lambda talk: (talk.event,)),
            self._test("speaker", lambda talk: talk.speakers),
            self._test("topic", lambda talk: map(topic_key, talk.topics)),
            self._test("kind", lambda talk: (talk.kind,)),
            self._test("status", lambda talk: (talk.status,)),
            self._test("language", self._languages_of),
            self._test("report", lambda talk: (note.docname for note in talk.notes)),
            self._test("series", self._series_of),
            self._time_test(self.catalogue.around),
        ]
        if self.query.rating is not None:
            rating = self.query.rating
            tests.append(lambda talk: rating.holds(round(talk.rating) if talk.rating else None))
        few = self._few_talks()
        yield from _passing(self.catalogue.talks if few is None else few, tests)

    def _few_talks(self, *, by_time: bool = True) -> Collection[Talk] | None:
        """The talks that the most selective look-up gives; None where no filter has one.

        :param by_time: whether the filters of time are about the days of talks
        """
        catalogue = self.catalogue
        looks: tuple[tuple[str, Callable[[str], tuple[Talk, ...]]], ...] = (
            ("event", catalogue.talks_at),
            ("speaker", catalogue.talks_by),
            ("topic", catalogue.talks_about),
            ("kind", catalogue.talks_of_kind),
        )
        found = [
            [look(key) for key in sorted(some)]
            for name, look in looks
            if (some := self._keys(name)[0]) is not None
        ]
        if by_time and (years := self._years()) is not None:
            found.append([catalogue.talks_in(year) for year in years])
        if not found:
            return None
        fewest = min(found, key=lambda parts: sum(map(len, parts)))
        # A talk on two of the topics is one.
        return {id(talk): talk for talks in fewest for talk in talks}.values()

    def _years(self) -> list[int] | None:
        """The years of talks that the filters of time admit; None where there are none."""
        query = self.query
        if query.since is None and query.until is None and (query.year or Spans()).holds(None):
            # Nothing is said of time, or years are only excluded: talks without one are wanted.
            return None
        return [
            year
            for year in self.catalogue.years
            if (query.year is None or query.year.holds(year))
            and (query.since is None or year >= query.since.year)
            and (query.until is None or year <= query.until.year)
        ]

    def _languages_of(self, talk: Talk) -> Iterator[str]:
        yield from sorted({talk.language.lower(), *self._report_languages(talk)} - {""})

    def _report_languages(self, talk: Talk) -> Iterator[str]:
        if talk.language:
            return
        for note in talk.notes:
            report = self.catalogue.reports.get(note.docname)
            if report is not None:
                yield report.language.lower()

    def _series_of(self, talk: Talk) -> Iterator[str]:
        event = self.catalogue.events.get(talk.event)
        if event is not None:
            yield slug(event.series)
        for note in talk.notes:
            report = self.catalogue.reports.get(note.docname)
            if report is not None:
                yield slug(report.series)

    def _speakers(self) -> Iterator[Speaker]:
        talks_by = self.catalogue.talks_by
        tests = [
            self._test("speaker", lambda speaker: (speaker.key,)),
            self._test("event", lambda speaker: (t.event for t in talks_by(speaker.key))),
            self._test(
                "topic",
                lambda speaker: (topic_key(o) for t in talks_by(speaker.key) for o in t.topics),
            ),
            self._test("kind", lambda speaker: (t.kind for t in talks_by(speaker.key))),
            self._test(
                "series",
                lambda speaker: (o for t in talks_by(speaker.key) for o in self._series_of(t)),
            ),
        ]
        if (is_in_time := self._time_test(self.catalogue.around)) is not None:
            tests.append(lambda speaker: any(map(is_in_time, talks_by(speaker.key))))
        yield from _passing(self._few_speakers(), tests)

    def _few_speakers(self) -> Iterable[Speaker]:
        speakers = self.catalogue.speakers
        keys: Iterable[str] | None = self._keys("speaker")[0]
        if keys is None:
            talks = self._few_talks()
            if talks is None:
                return speakers.values()
            keys = {key for talk in talks for key in talk.speakers}
        return [speakers[key] for key in sorted(keys) if key in speakers]

    def _events(self) -> Iterator[Event]:
        talks_at = self.catalogue.talks_at
        tests = [
            self._test("event", lambda event: (event.key,)),
            self._test(
                "speaker", lambda event: (s for t in talks_at(event.key) for s in t.speakers)
            ),
            self._test(
                "topic", lambda event: (topic_key(o) for t in talks_at(event.key) for o in t.topics)
            ),
            self._test("kind", lambda event: (t.kind for t in talks_at(event.key))),
            self._test("series", lambda event: (slug(event.series),)),
            self._time_test(self.catalogue.first_day_of),
        ]
        yield from _passing(self._few_events(), tests)

    def _few_events(self) -> Iterable[Event]:
        events = self.catalogue.events
        keys: Iterable[str] | None = self._keys("event")[0]
        if keys is None:
            talks = self._few_talks(by_time=False)
            if talks is None:
                return events.values()
            keys = {talk.event for talk in talks}
        return [events[key] for key in sorted(keys) if key in events]

    def _reports(self) -> Iterator[Report]:
        speakers_in: defaultdict[str, set[str]] = defaultdict(set)
        for asked in self._keys("speaker"):
            for key in asked or ():
                for talk in self.catalogue.talks_by(key):
                    for note in talk.notes:
                        speakers_in[note.docname].add(key)
        tests = [
            self._test("event", lambda report: (report.event,)),
            self._test("speaker", lambda report: speakers_in[report.docname]),
            self._test("author", lambda report: map(fold, report.authors)),
            self._test("topic", lambda report: map(topic_key, report.topics)),
            self._test("language", lambda report: (report.language.lower(),)),
            self._test("report", lambda report: (report.docname,)),
            self._test("series", lambda report: (slug(report.series),)),
            self._time_test(lambda report: report.date),
        ]
        yield from _passing(self._few_reports(), tests)

    def _few_reports(self) -> Iterable[Report]:
        catalogue = self.catalogue
        looks: tuple[tuple[str, Callable[[str], tuple[Report, ...]]], ...] = (
            ("event", catalogue.reports_on),
            ("topic", catalogue.reports_about),
        )
        for name, look in looks:
            some, _ = self._keys(name)
            if some is not None:
                return {r.docname: r for key in sorted(some) for r in look(key)}.values()
        return catalogue.reports.values()

    def _test(
        self, name: str, keys_of: Callable[[Any], Iterable[str]]
    ) -> Callable[[Any], bool] | None:
        if name not in self.filters:
            return None
        some, none = self._keys(name)

        def test(thing: Any) -> bool:
            keys = set(keys_of(thing))
            return (some is None or not some.isdisjoint(keys)) and none.isdisjoint(keys)

        return test

    def _time_test(self, day_of: Callable[[Any], dt.date | None]) -> Callable[[Any], bool] | None:
        query = self.query
        if query.year is None and query.since is None and query.until is None:
            return None
        years = query.year or Spans()

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


def _is_language(code: str, wanted: str) -> bool:
    """A language is meant by its code and by the first part of it."""
    return fnmatchcase(code, wanted) or code.startswith(f"{wanted}-")


def _passing(things: Iterable[Any], tests: Iterable[Callable[[Any], bool] | None]) -> Iterator[Any]:
    given = [test for test in tests if test is not None]
    return (thing for thing in things if all(test(thing) for test in given))
