"""What is known from all records together: one talk from many notes, one person from many names.

Built once after reading, immutable from then on, and asked for everything that pages show. Pure:
knows records, not Sphinx.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from sphinxcontrib_tripreport.core.catalogue.authorship import Authorship
from sphinxcontrib_tripreport.core.catalogue.date_order import LAST, DateOrder, date_order
from sphinxcontrib_tripreport.core.catalogue.day_checks import check_days
from sphinxcontrib_tripreport.core.catalogue.events import (
    EventNames,
    join_events,
    notes_on_known,
    reports_on_known,
)
from sphinxcontrib_tripreport.core.catalogue.known_names import KnownNames
from sphinxcontrib_tripreport.core.catalogue.merging import merge_notes, split_talks
from sphinxcontrib_tripreport.core.catalogue.report_dates import date_reports
from sphinxcontrib_tripreport.core.catalogue.series import Parts, find_editions, find_series
from sphinxcontrib_tripreport.core.catalogue.sessions import (
    Sessions,
    join_sessions,
    with_programmes,
)
from sphinxcontrib_tripreport.core.catalogue.speakers import (
    People,
    join_people,
    with_people_apart,
)
from sphinxcontrib_tripreport.core.catalogue.twins import check_twins
from sphinxcontrib_tripreport.core.model.problems import Problem
from sphinxcontrib_tripreport.core.model.records import Event, Note, Report, Speaker, Talk, Topic
from sphinxcontrib_tripreport.core.text.slugs import fold, slug, slug_path
from sphinxcontrib_tripreport.core.text.topics import topic_key

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.model.programme import Programme


class Scope(NamedTuple):
    """Within what the keys of talks are unique: an event, else a document."""

    event: str
    docname: str
    """Empty if there is an event: without one, two documents' talks are two, whatever they say."""


def _scope_of(note: Note) -> Scope:
    return Scope(note.event, "" if note.event else note.docname)


@dataclass(frozen=True, slots=True)
class Records:
    """Everything that was read, each kind in the order of docnames, then of the document."""

    notes: tuple[Note, ...] = ()
    reports: Mapping[str, Report] = field(default_factory=dict)
    """By docname."""
    speakers: tuple[Speaker, ...] = ()
    """Speakers and authors as described; those of data files last."""
    events: tuple[Event, ...] = ()
    programmes: Mapping[str, Programme] = field(default_factory=dict)
    """By the key of a described event."""


class Catalogue:
    """All talks, speakers, events, topics and reports of a project."""

    def __init__(self, records: Records) -> None:
        problems: list[Problem] = []
        self._event_names = EventNames(records.events)
        records = self._with_events(records, problems)
        notes = tuple(with_people_apart(records.notes, records.speakers))
        records = replace(records, notes=notes)
        self.events: Mapping[str, Event] = join_events(
            records.events, records.reports.values(), records.notes, problems
        )
        if records.programmes:
            self.events = with_programmes(self.events, records.programmes)
        self.reports = date_reports(records.reports, self.events, problems)
        self.sessions = self._join_sessions(records, problems)
        everything_said = (*records.notes, *self.sessions.notes())
        self._people: People = join_people(
            records.speakers, everything_said, records.reports.values(), problems
        )
        self.people: Mapping[str, Speaker] = self._people.everybody
        self.speakers: Mapping[str, Speaker] = self._people.speakers
        self.authors: Mapping[str, Speaker] = self._people.authors
        problems.extend(check_twins(records.notes))
        problems.extend(check_days(records.notes, self.events, self.reports))
        self.talks: tuple[Talk, ...] = self._talks(records, problems)
        self.problems: tuple[Problem, ...] = tuple(problems)
        self._talk_days = self._find_talk_days()
        self._first_days = self._find_first_days()
        self._index_talks()
        self._index_reports()

    # Building

    def _with_events(self, records: Records, problems: list[Problem]) -> Records:
        """The records, with the keys of events where their authors wrote names."""
        names = self._event_names
        return replace(
            records,
            reports=reports_on_known(records.reports, names, problems),
            notes=tuple(notes_on_known(records.notes, names, records.reports, problems)),
        )

    def _join_sessions(self, records: Records, problems: list[Problem]) -> Sessions:
        """What the programmes of events add to notes."""
        if not records.programmes:
            return Sessions()
        notes = sorted(records.notes, key=self._note_order)
        return join_sessions(notes, records.programmes, self.events, problems)

    def _talks(self, records: Records, problems: list[Problem]) -> tuple[Talk, ...]:
        groups: defaultdict[tuple[Scope, str], list[Note]] = defaultdict(list)
        for note in records.notes:
            groups[_scope_of(note), self.sessions.key(note)].append(note)
        without_event = Counter(key for scope, key in groups if not scope.event)
        talks: list[Talk] = []
        for (scope, key), notes in groups.items():
            notes.sort(key=self._note_order)
            event = scope.event
            name = f"{event}/{key}" if event else key
            if without_event[key] > 1 and not event:
                name = f"{scope.docname}/{key}"
            talks_of_key = split_talks(notes, self._people, self.sessions.of, problems)
            for number, same in enumerate(talks_of_key, 1):
                suffix = f"-{number}" if number > 1 else ""
                talks.append(
                    merge_notes(
                        same,
                        name + suffix,
                        key + suffix,
                        self.events.get(event),
                        self._people,
                        problems,
                        self._report_date(same[0]),
                        self.sessions.of(same[0]),
                    )
                )
        return tuple(sorted(talks, key=lambda talk: (talk.name, talk.notes[0].docname)))

    def _report_date(self, note: Note) -> date | None:
        """The date of a note's report."""
        report = self.reports.get(note.docname)
        return report.date if report is not None else None

    def _note_order(self, note: Note) -> tuple[date, str, int]:
        return (self._report_date(note) or LAST, note.docname, note.line)

    def _find_talk_days(self) -> Mapping[str, tuple[date, date]]:
        """By event, the first and the last day of its talks."""
        found: dict[str, tuple[date, date]] = {}
        for talk in self.talks:
            if talk.event and talk.day is not None:
                first, last = found.get(talk.event, (talk.day, talk.day))
                found[talk.event] = min(first, talk.day), max(last, talk.day)
        return found

    def _find_first_days(self) -> Mapping[str, date]:
        """By event, its first day, as far as anything says it."""
        dates: dict[str, date] = {}
        for report in self.reports.values():
            if report.event and report.date is not None:
                dates[report.event] = min(report.date, dates.get(report.event, report.date))
        days = dates | {event: first for event, (first, _) in self._talk_days.items()}
        said = ((event.key, event.start or event.end) for event in self.events.values())
        return days | {event: day for event, day in said if day is not None}

    def _index_talks(self) -> None:
        self._by_note: dict[tuple[str, str], tuple[Talk, Note]] = {}
        by_speaker: defaultdict[str, list[Talk]] = defaultdict(list)
        by_event: defaultdict[str, list[Talk]] = defaultdict(list)
        by_topic: defaultdict[str, list[Talk]] = defaultdict(list)
        of_kind: defaultdict[str, list[Talk]] = defaultdict(list)
        in_year: defaultdict[int, list[Talk]] = defaultdict(list)
        spellings: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
        for talk in sorted(self.talks, key=self.date_order):
            for note in talk.notes:
                self._by_note[note.docname, note.anchor] = talk, note
            for speaker in talk.speakers:
                by_speaker[speaker].append(talk)
            by_event[talk.event].append(talk)
            of_kind[talk.kind].append(talk)
            if (day := self.effective_date(talk)) is not None:
                in_year[day.year].append(talk)
            for topic in talk.topics:
                spellings[topic_key(topic)][topic] += 1
                by_topic[topic_key(topic)].append(talk)
        self._by_speaker = {key: tuple(talks) for key, talks in by_speaker.items()}
        self._by_event = {key: tuple(talks) for key, talks in by_event.items()}
        self._by_topic = {key: tuple(talks) for key, talks in by_topic.items()}
        self._of_kind = {key: tuple(talks) for key, talks in of_kind.items()}
        self._in_year = {year: tuple(talks) for year, talks in in_year.items()}
        self._spellings = spellings

    @cached_property
    def _by_name(self) -> Mapping[str, list[Talk]]:
        """Talks by everything that a role can call them, by date."""
        by_name: defaultdict[str, list[Talk]] = defaultdict(list)
        for talk in sorted(self.talks, key=self.date_order):
            titles = (title for note in talk.notes for title in (note.title, note.known_by))
            names = (talk.name, talk.key, talk.title, *titles, *self._other_keys(talk))
            for name in set(map(fold, names)):
                by_name[name].append(talk)
        return by_name

    def _other_keys(self, talk: Talk) -> Iterator[str]:
        """Keys of notes that a programme makes one talk with others."""
        for note in talk.notes if self.sessions.officials else ():
            if note.key != talk.key:
                yield from (note.key, f"{talk.event}/{note.key}")

    def _index_reports(self) -> None:
        on_event: defaultdict[str, list[Report]] = defaultdict(list)
        on_topic: defaultdict[str, list[Report]] = defaultdict(list)
        for report in sorted(self.reports.values(), key=_report_order):
            on_event[report.event].append(report)
            for topic in report.topics:
                self._spellings[topic_key(topic)][topic] += 1
                on_topic[topic_key(topic)].append(report)
        self._series = find_series(self.reports.values(), self._people.key_of)
        self._reports_on_event = {key: tuple(found) for key, found in on_event.items()}
        self._reports_on_topic = {key: tuple(found) for key, found in on_topic.items()}
        self.topics: Mapping[str, Topic] = {
            key: Topic(key, min(counts, key=lambda name: (-counts[name], name)))
            for key, counts in sorted(self._spellings.items())
        }

    # Questions

    def note_at(self, docname: str, anchor: str) -> tuple[Talk, Note] | None:
        """The note at a place, with its talk."""
        return self._by_note.get((docname, anchor))

    def talks_by(self, speaker: str) -> tuple[Talk, ...]:
        """The talks of a speaker, by date."""
        return self._by_speaker.get(speaker, ())

    def talks_at(self, event: str) -> tuple[Talk, ...]:
        """The talks of an event, by date."""
        return self._by_event.get(event, ())

    def talks_about(self, topic: str) -> tuple[Talk, ...]:
        """The talks about a topic, by date."""
        return self._by_topic.get(topic, ())

    def talks_of_kind(self, kind: str) -> tuple[Talk, ...]:
        """The talks of a kind, by date."""
        return self._of_kind.get(kind, ())

    def talks_in(self, year: int) -> tuple[Talk, ...]:
        """The talks of a year, by date; where a talk has no day, that of its event counts."""
        return self._in_year.get(year, ())

    @property
    def years(self) -> Iterable[int]:
        """The years that have talks."""
        return self._in_year

    def reports_on(self, event: str) -> tuple[Report, ...]:
        """The reports on an event, by date."""
        return self._reports_on_event.get(event, ()) if event else ()

    def reports_about(self, topic: str) -> tuple[Report, ...]:
        """The reports about a topic, by date."""
        return self._reports_on_topic.get(topic, ())

    @cached_property
    def authorship(self) -> Authorship:
        """Who wrote what."""
        reports = sorted(self.reports.values(), key=_report_order)
        talks = sorted(self.talks, key=self.date_order)
        return Authorship(self._people, reports, talks)

    def parts_with(self, docname: str) -> Parts:
        """All parts of the series that a report belongs to, in order; none if it is alone."""
        return self._series.get(docname, ())

    # Names, as roles give them

    def find_talks(self, name: str, *, event: str = "") -> tuple[Talk, ...]:
        """The talks that *name* can mean: a key, ``event/key`` or a title.

        If it can mean several, those of *event* alone are meant, if there are any.
        """
        as_key = slug_path(name)
        found = self._by_name.get(fold(name)) or self._by_name.get(as_key) or []
        if len(found) > 1:
            exact = tuple(talk for talk in found if talk.name in (fold(name), as_key))
            here = tuple(talk for talk in found if event and talk.event == event)
            return exact or here or tuple(found)
        return tuple(found)

    def find_speaker(self, name: str) -> Speaker | None:
        """The speaker whose name or alias *name* is."""
        return self.speakers.get(self._people.key_of(name))

    def find_author(self, name: str) -> Speaker | None:
        """The author whose name or alias *name* is."""
        return self.authors.get(self._people.key_of(name))

    def find_events(self, name: str) -> tuple[Event, ...]:
        """The events that *name* can mean: a key, or a name, which several can have."""
        key = slug(name)
        keys = self._event_names.meant(key) or ((key,) if key in self.events else ())
        return tuple(self.events[key] for key in keys)

    def find_topic(self, name: str) -> Topic | None:
        """The topic that *name* spells."""
        return self.topics.get(topic_key(name))

    @cached_property
    def names(self) -> KnownNames:
        """What names there are, and which are near one that nothing has."""
        return KnownNames(self.talks, self.people, self.events, self.topics)

    # What listings ask

    def first_day_of(self, event: Event) -> date | None:
        """The first day of an event, else that of its first talk, else of its first report."""
        return self._first_days.get(event.key)

    def editions_around(self, event: Event) -> tuple[Event, ...]:
        """The edition of an event's series before it, the event, and the one after it.

        Nothing where there is neither, or if nobody knows when the event was.
        """
        editions = self._editions.get(fold(event.series), ())
        if event not in editions:
            return ()
        place = editions.index(event)
        found = editions[max(place - 1, 0) : place + 2]
        return found if len(found) > 1 else ()

    @cached_property
    def _editions(self) -> Mapping[str, tuple[Event, ...]]:
        return find_editions(self.events.values(), self._first_days)

    def days_of(self, event: Event) -> tuple[date | None, date | None]:
        """The first and the last day of an event; if nobody says one, those of its talks."""
        if event.start is None and event.end is None:
            return self._talk_days.get(event.key, (None, None))
        return event.start, event.end

    def effective_date(self, talk: Talk) -> date | None:
        """The date that a talk is found under, which is not shown as its day.

        Its day, else the first day of its event, else the date of its first report.
        """
        if talk.day is not None:
            return talk.day
        if talk.event in self._first_days:
            return self._first_days[talk.event]
        return min(filter(None, map(self._report_date, talk.notes)), default=None)

    def date_order(self, talk: Talk) -> DateOrder:
        """What a talk is sorted by, by date: those without a date last, then by name."""
        return date_order(talk, self.effective_date(talk))


def _report_order(report: Report) -> tuple[date, str]:
    return (report.date or LAST, report.docname)
