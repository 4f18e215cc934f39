"""What a catalogue is made of: events, reports, people and talks, put together from records. Pure.

Each step needs the ones before it: talks are joined by people, people are told apart by sessions,
and sessions are found by events.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from sphinxcontrib_tripreport.core.catalogue.dates import note_order
from sphinxcontrib_tripreport.core.catalogue.day_checks import check_days
from sphinxcontrib_tripreport.core.catalogue.events import (
    EventNames,
    join_events,
    notes_on_known,
    reports_on_known,
)
from sphinxcontrib_tripreport.core.catalogue.joining_talks import TalkJoiner
from sphinxcontrib_tripreport.core.catalogue.records import Records
from sphinxcontrib_tripreport.core.catalogue.report_dates import date_reports
from sphinxcontrib_tripreport.core.catalogue.sessions import (
    Sessions,
    join_sessions,
    with_programmes,
)
from sphinxcontrib_tripreport.core.catalogue.speakers import (
    People,
    join_people,
    with_links_of_programmes,
    with_people_separated,
)
from sphinxcontrib_tripreport.core.catalogue.topic_names import TopicNames
from sphinxcontrib_tripreport.core.catalogue.topics import with_topics, with_topics_of
from sphinxcontrib_tripreport.core.catalogue.twin_talks import check_twins
from sphinxcontrib_tripreport.core.catalogue.unnoted_talks import UnnotedTalks
from sphinxcontrib_tripreport.core.catalogue.withheld_people import without_withheld
from sphinxcontrib_tripreport.core.model.problems import Problem
from sphinxcontrib_tripreport.core.model.records import Event, Note, Report, Takeaway
from sphinxcontrib_tripreport.core.model.talk import Talk


class CatalogueParts(NamedTuple):
    """What is known of a project, before anything is asked."""

    notes: Sequence[Note]
    takeaways: Sequence[Takeaway]
    event_names: EventNames
    topic_names: TopicNames
    with_closed_topics: Records
    """The records as authors spell topics; empty if topics need not be declared."""
    events: Mapping[str, Event]
    reports: Mapping[str, Report]
    sessions: Sessions
    unnoted: UnnotedTalks
    people: People
    talks: tuple[Talk, ...]
    problems: list[Problem]


def build_parts(records: Records) -> CatalogueParts:
    """The parts of the catalogue of a project."""
    problems: list[Problem] = []
    event_names = EventNames(records.events)
    records = _with_events(records, event_names, problems)
    notes = tuple(with_people_separated(records.notes, records.speakers))
    records = without_withheld(replace(records, notes=notes), problems)
    topic_names = TopicNames(records.topics)
    with_closed_topics = records if records.topics_closed else Records()
    records = with_topics(records, topic_names)
    events = join_events(records.events, records.reports.values(), records.notes, problems)
    if records.programmes:
        events = with_programmes(events, records.programmes)
    reports = date_reports(records.reports, events, problems)
    sessions = _join_sessions(records, events, reports, problems)
    unnoted = UnnotedTalks(sessions, events)
    people = _join_people(records, sessions, unnoted, problems)
    problems.extend(check_twins(records.notes))
    problems.extend(check_days(records.notes, events, reports))
    joiner = TalkJoiner(events, reports, people, sessions, problems)
    talks = joiner.talks(records.notes)
    talks += unnoted.talks(talks, people)
    if records.topics:
        talks = [with_topics_of(talk, topic_names) for talk in talks]
    return CatalogueParts(
        records.notes, records.takeaways, event_names, topic_names, with_closed_topics, events,
        reports, sessions, unnoted, people,
        tuple(sorted(talks, key=lambda talk: (talk.name, talk.docname))), problems,
    )  # fmt: skip


def _with_events(records: Records, names: EventNames, problems: list[Problem]) -> Records:
    """The records, with the keys of events in place of the names that authors wrote."""
    return replace(
        records,
        reports=reports_on_known(records.reports, names, problems),
        notes=tuple(notes_on_known(records.notes, names, records.reports, problems)),
    )


def _join_sessions(
    records: Records,
    events: Mapping[str, Event],
    reports: Mapping[str, Report],
    problems: list[Problem],
) -> Sessions:
    """What the programmes of events add to notes."""
    if not records.programmes:
        return Sessions()
    notes = sorted(records.notes, key=lambda note: note_order(note, reports))
    return join_sessions(notes, records.programmes, events, problems)


def _join_people(
    records: Records, sessions: Sessions, unnoted: UnnotedTalks, problems: list[Problem]
) -> People:
    """Everybody who is described, writes or speaks, with the links that programmes have."""
    notes = (*records.notes, *sessions.notes(), *unnoted.notes())
    people = join_people(records.speakers, notes, records.reports.values(), problems)
    if not records.programmes:
        return people
    return with_links_of_programmes(people, (*sessions.noted_sessions(), *unnoted.sessions()))
