"""What is known from all records together: one talk from many notes, one person from many names.

Built once after reading, immutable from then on, and asked for everything that pages show. Pure:
knows records, not Sphinx.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property

from sphinxcontrib_tripreport.core.catalogue.authorship import Authorship
from sphinxcontrib_tripreport.core.catalogue.building import build_parts
from sphinxcontrib_tripreport.core.catalogue.by_subject import BySubject
from sphinxcontrib_tripreport.core.catalogue.date_order import DateOrder, date_order
from sphinxcontrib_tripreport.core.catalogue.dates import Dates, report_order
from sphinxcontrib_tripreport.core.catalogue.deliveries import (
    Deliveries,
    check_again,
    find_deliveries,
)
from sphinxcontrib_tripreport.core.catalogue.known_names import KnownNames
from sphinxcontrib_tripreport.core.catalogue.records import Records
from sphinxcontrib_tripreport.core.catalogue.series import Parts, find_editions, find_series
from sphinxcontrib_tripreport.core.catalogue.sessions import (
    Sessions,
)
from sphinxcontrib_tripreport.core.catalogue.takeaways import (
    KnownTakeaway,
    TakeawayContext,
    Takeaways,
)
from sphinxcontrib_tripreport.core.catalogue.talk_names import TalkNames
from sphinxcontrib_tripreport.core.catalogue.topics import (
    check_topics,
)
from sphinxcontrib_tripreport.core.model.problems import Problem
from sphinxcontrib_tripreport.core.model.records import Event, Note, Report, Speaker, Topic
from sphinxcontrib_tripreport.core.model.talk import Talk
from sphinxcontrib_tripreport.core.text.slugs import fold, slug


class Catalogue:
    """All talks, speakers, events, topics and reports of a project."""

    def __init__(self, records: Records) -> None:
        parts = build_parts(records)
        problems = parts.problems
        self.sites = records.sites
        self.topic_names = parts.topic_names
        self.events: Mapping[str, Event] = parts.events
        self.reports: Mapping[str, Report] = parts.reports
        self.sessions: Sessions = parts.sessions
        self.people: Mapping[str, Speaker] = parts.people.everybody
        self.speakers: Mapping[str, Speaker] = parts.people.speakers
        self.authors: Mapping[str, Speaker] = parts.people.authors
        self.talks: tuple[Talk, ...] = parts.talks
        self._event_names = parts.event_names
        self._with_closed_topics = parts.with_closed_topics
        self._unnoted = parts.unnoted
        self._people = parts.people
        self._dates = Dates(self.talks, self.reports, self.events.values())
        self._by_date = tuple(sorted(self.talks, key=self.date_order))
        reports = sorted(self.reports.values(), key=report_order)
        self._found = BySubject(
            self._by_date, reports, parts.takeaways, self.effective_date, self.topic_names
        )
        self.topics: Mapping[str, Topic] = self._found.topics()
        own = (report for report in self.reports.values() if not report.site)
        self._series = find_series(own, self._people.key_of)
        self.takeaways = Takeaways(parts.takeaways, self._takeaway_context(), problems)
        problems.extend(check_again(parts.notes, self.find_talks, self._near_talks))
        self.problems: tuple[Problem, ...] = tuple(problems)

    @cached_property
    def _talk_names(self) -> TalkNames:
        return TalkNames(self._by_date, programmes=bool(self.sessions.officials))

    def _takeaway_context(self) -> TakeawayContext:
        """What takeaways are put together with."""

        def near(name: str) -> tuple[str, ...]:
            names = KnownNames((), self.people, {}, {})
            return names.near("author", name) or names.near("speaker", name)

        key_of, topics_of = self._people.key_of, self.topic_names.all_of
        return TakeawayContext(self.reports, self.note_at, self.people, key_of, near, topics_of)

    # Questions

    def note_at(self, docname: str, anchor: str) -> tuple[Talk, Note] | None:
        """The note at a place, with its talk."""
        return self._found.note.get((docname, anchor))

    def notes_in(self, docname: str) -> tuple[tuple[Talk, Note], ...]:
        """The notes of a document, in its order, with their talks."""
        return self._by_document.get(docname, ())

    @cached_property
    def _by_document(self) -> Mapping[str, tuple[tuple[Talk, Note], ...]]:
        found: defaultdict[str, list[tuple[Talk, Note]]] = defaultdict(list)
        for each in sorted(self._found.note.values(), key=lambda each: each[1].line):
            found[each[1].docname].append(each)
        return {docname: tuple(notes) for docname, notes in found.items()}

    def talk_called(self, name: str) -> Talk:
        """The talk that the inventory calls *name*; there is one."""
        return self._by_full_name[name]

    @cached_property
    def _by_full_name(self) -> Mapping[str, Talk]:
        return {talk.name: talk for talk in self.talks}

    def other_talks_at(self, events: Iterable[str] | None = None) -> Iterable[Talk]:
        """The talks of programmes that are none of the project, of some events or of all."""
        return self._unnoted.others_at(events)

    def talk_of_session(self, event: str, number: int) -> str:
        """The name of the talk of the project that a session is; empty if it is none.

        :param number: in the programme, from 0
        """
        noted = self.sessions.notes_by_session(event).get(number)
        return self._found.note[noted[0]][0].name if noted else self._unnoted.name_of(event, number)

    def speaker(self, key: str) -> Speaker:
        """The speaker of a talk, which need not be one of the project."""
        return self.people.get(key) or self._unnoted.speakers[key]

    def deliveries_of(self, talk: Talk) -> tuple[Talk, ...]:
        """The same talk given at other times, by date; none if it was given once."""
        return tuple(each for each in self._deliveries.get(talk.name, ()) if each is not talk)

    @cached_property
    def _deliveries(self) -> Deliveries:
        return find_deliveries(self._by_date, self.find_talks)

    def _near_talks(self, name: str) -> tuple[Talk, ...]:
        known = self.names.keys_by_name("talk")
        return tuple(self._by_full_name[known[near]] for near in self.names.near("talk", name))

    def talks_by(self, speaker: str) -> tuple[Talk, ...]:
        """The talks of a speaker, by date."""
        return self._found.by_speaker.get(speaker, ())

    def talks_at(self, event: str) -> tuple[Talk, ...]:
        """The talks of an event, by date."""
        return self._found.at_event.get(event, ())

    def talks_about(self, topic: str) -> tuple[Talk, ...]:
        """The talks about a topic or one in it, by date."""
        return self._found.about_topic.get(topic, ())

    def talks_of_kind(self, kind: str) -> tuple[Talk, ...]:
        """The talks of a kind, by date."""
        return self._found.of_kind.get(kind, ())

    def talks_in(self, year: int) -> tuple[Talk, ...]:
        """The talks of a year, by date; if a talk has no day, that of its event counts."""
        return self._found.in_year.get(year, ())

    @property
    def years(self) -> Iterable[int]:
        """The years that have talks."""
        return self._found.in_year

    def reports_on(self, event: str) -> tuple[Report, ...]:
        """The reports on an event, by date."""
        return self._found.reports_on_event.get(event, ()) if event else ()

    def reports_about(self, topic: str) -> tuple[Report, ...]:
        """The reports about a topic or one in it, by date."""
        return self._found.reports_on_topic.get(topic, ())

    @cached_property
    def authorship(self) -> Authorship:
        """Who wrote what."""
        reports = sorted(self.reports.values(), key=report_order)
        return Authorship(self._people, reports, self._by_date)

    def parts_with(self, docname: str) -> Parts:
        """All parts of the series that a report belongs to, in order; none if it is alone."""
        return self._series.get(docname, ())

    # Names, as roles give them

    def find_talks(self, name: str, *, event: str = "") -> tuple[Talk, ...]:
        """The talks that *name* can mean: a key, ``event/key`` or a title.

        If it can mean several, those that we noted are meant, and of them those of *event* alone,
        if there are any.
        """
        return self._talk_names.find(name, event)

    def key_of_person(self, name: str) -> str:
        """The key of the person that *name* means, known or not."""
        return self._people.key_of(name)

    def find_speaker(self, name: str) -> Speaker | None:
        """The speaker whose name or alias *name* is."""
        return self.speakers.get(self._people.key_of(name))

    def find_author(self, name: str) -> Speaker | None:
        """The author whose name or alias *name* is."""
        return self.authors.get(self._people.key_of(name))

    def find_events(self, name: str) -> tuple[Event, ...]:
        """The events that *name* can mean: a key, or a name, which several can have."""
        key = slug(name)
        keys = self._event_names.keys_called(key) or ((key,) if key in self.events else ())
        return tuple(self.events[key] for key in keys)

    def find_topic(self, name: str) -> Topic | None:
        """The topic that *name* spells, or is an alias of; nothing need be about it."""
        key = self.topic_names.key_of(name)
        return self.topics.get(key) or self.topic_names.declared.get(key)

    def topics_in(self, topic: str) -> tuple[Topic, ...]:
        """The topics right below one, as far as something is about them; below none, if empty."""
        return self._tree.get(topic, ())

    @cached_property
    def _tree(self) -> Mapping[str, tuple[Topic, ...]]:
        found: defaultdict[str, list[Topic]] = defaultdict(list)
        for topic in self.topics.values():
            found[topic.parent].append(topic)
        return {key: tuple(topics) for key, topics in found.items()}

    def undeclared_topics(self) -> Iterator[Problem]:
        """What is to be said of topics that no data file declares, if these are all."""
        return check_topics(self._with_closed_topics, self.topic_names)

    def topic_spellings(self) -> Iterator[tuple[str, int]]:
        """Every spelling of a topic, with how often it is; declared topics have one."""
        return self._found.spellings()

    @cached_property
    def names(self) -> KnownNames:
        """What names there are, and which are near one that nothing has."""
        takeaways = tuple(each.name for each in self.takeaways.all)
        topics = dict(self.topic_names.names())
        topics |= {topic.name: key for key, topic in self.topics.items()}
        return KnownNames(self.talks, self.people, self.events, topics, takeaways)

    # What listings ask

    def first_day_of(self, event: Event) -> date | None:
        """The first day of an event, else that of its first talk, else of its first report."""
        return self._dates.first_days.get(event.key)

    def editions_around(self, event: Event) -> tuple[Event, ...]:
        """The edition of an event's series before it, the event, and the one after it.

        Nothing if there is neither, or if nobody knows when the event was.
        """
        editions = self._editions.get(fold(event.series), ())
        if event not in editions:
            return ()
        place = editions.index(event)
        found = editions[max(place - 1, 0) : place + 2]
        return found if len(found) > 1 else ()

    @cached_property
    def _editions(self) -> Mapping[str, tuple[Event, ...]]:
        return find_editions(self.events.values(), self._dates.first_days)

    def days_of(self, event: Event) -> tuple[date | None, date | None]:
        """The first and the last day of an event; if nobody says one, those of its talks."""
        return self._dates.days_of(event)

    def effective_date(self, talk: Talk) -> date | None:
        """The date that a talk is found under, which is not shown as its day.

        Its day, else the first day of its event, else the date of its first report.
        """
        return self._dates.effective_date(talk)

    def date_of_takeaway(self, takeaway: KnownTakeaway) -> date | None:
        """The date that a takeaway is found under: that of its talk, else of its report."""
        if takeaway.talk is not None:
            return self.effective_date(takeaway.talk)
        report = self.reports.get(takeaway.record.docname)
        return report.date if report is not None else None

    def date_order(self, talk: Talk) -> DateOrder:
        """What a talk is sorted by, by date: those without a date last, then by name."""
        return date_order(talk, self.effective_date(talk))
