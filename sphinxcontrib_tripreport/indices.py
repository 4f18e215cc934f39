"""The four domain indices, as Sphinx asks for them: for LaTeX, Texinfo, and as HTML's fallback.

LaTeX and Texinfo print them flat, one line an entry with its page number, and skip entries
without an anchor: so each line says by itself what it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, cast

from sphinx.domains import Index, IndexEntry

from sphinxcontrib_tripreport.catalogue import Catalogue, Topic
from sphinxcontrib_tripreport.languages import TitleInLatex
from sphinxcontrib_tripreport.messages import mark
from sphinxcontrib_tripreport.model import Event, Report, Speaker, Talk, Target
from sphinxcontrib_tripreport.text.collation import collate, initial
from sphinxcontrib_tripreport.text.lists import join_names
from sphinxcontrib_tripreport.text.names import family_first
from sphinxcontrib_tripreport.views.pen import SEPARATOR

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.domain import TripDomain
    from sphinxcontrib_tripreport.views.desk import Desk

_Line = tuple[str, tuple[object, ...], IndexEntry]
"""The heading a line stands under, what it sorts by, and the line."""

_NUMBER = re.compile(r"^\W*(\d+|[一二三四五六七八九十]+)[.):：、．]\s*(?=\w)")
"""A number that an author gave to a heading: nothing to sort by."""


class TripIndex(Index):
    """An index of the catalogue; subclasses say what its lines are."""

    title: str
    short: str
    """In English; translated when the domain is set up."""

    def generate(
        self, docnames: Iterable[str] | None = None
    ) -> tuple[list[tuple[str, list[IndexEntry]]], bool]:
        """The lines that lead into *docnames* (all, where that is None), by heading.

        None for a builder whose pages of indices are ours: Sphinx would write them in every build.
        """
        desk = cast("TripDomain", self.domain).desk
        if desk.draws_index_pages and docnames is None:
            return [], False
        wanted = None if docnames is None else set(docnames)
        lines = [line for line in self.lines(desk) if wanted is None or line[2].docname in wanted]
        lines.sort(key=lambda line: line[1])
        return [
            (heading, [entry for _, _, entry in group])
            for heading, group in groupby(lines, key=lambda line: line[0])
        ], False

    def lines(self, desk: Desk) -> Iterator[_Line]:
        """Every line of the index."""
        raise NotImplementedError


class TalkIndex(TripIndex):
    """Talks by title."""

    name = "talks"
    title = localname = mark("Talks")
    short = shortname = mark("talks")

    def lines(self, desk: Desk) -> Iterator[_Line]:
        """One line a note: title, speakers and event."""
        for talk in desk.catalogue.talks:
            extra = speakers_and_event(desk, talk)
            heading, order = by_title(talk, desk.locale)
            for number, note in enumerate(talk.notes):
                entry = _entry(_title(desk, talk), note.docname, note.anchor, extra)
                yield heading, (*order, number), entry


class SpeakerIndex(TripIndex):
    """Speakers by family name."""

    name = "speakers"
    title = localname = mark("Speakers")
    short = shortname = mark("speakers")

    def lines(self, desk: Desk) -> Iterator[_Line]:
        """One line where a speaker is described, and one a talk of theirs."""
        for speaker in desk.catalogue.speakers.values():
            heading, order = by_family_name(speaker, desk.locale)
            if speaker.described is not None:
                place = speaker.described
                yield heading, (*order, 0, ()), _entry(
                    speaker.name, place.docname, place.anchor, speaker.affiliation
                )  # fmt: skip
            for talk in desk.catalogue.talks_by(speaker.key):
                entry = _entry(speaker.name, *desk.targets.talk(talk), _title(desk, talk))
                yield heading, (*order, 1, desk.catalogue.when(talk)), entry


class EventIndex(TripIndex):
    """Events by year."""

    name = "events"
    title = localname = mark("Events")
    short = shortname = mark("events")

    def lines(self, desk: Desk) -> Iterator[_Line]:
        """One line where an event is described, and one a report on it."""
        catalogue = desk.catalogue
        for event in catalogue.events.values():
            heading, order = by_year(catalogue, event, desk.locale)
            extra = event.place_and_country
            reports = catalogue.reports_on(event.key)
            if event.described is not None or not reports:
                place = event.described or _first_talk(desk, event.key)
                yield heading, order, _entry(event.name, place.docname, place.anchor, extra)
            for number, report in enumerate(reports, 1):
                title = _report_title(desk, report)
                entry = _entry(event.name, report.docname, report.anchor, title)
                yield heading, (*order, number), entry


class TopicIndex(TripIndex):
    """Topics by letter."""

    name = "topics"
    title = localname = mark("Topics")
    short = shortname = mark("topics")

    def lines(self, desk: Desk) -> Iterator[_Line]:
        """One line a talk about the topic, then one a report."""
        catalogue = desk.catalogue
        for topic in catalogue.topics.values():
            heading, order = by_letter(topic, desk.locale)
            for talk in catalogue.talks_about(topic.key):
                entry = _entry(topic.name, *desk.targets.talk(talk), _title(desk, talk))
                yield heading, (*order, 0, catalogue.when(talk)), entry
            for number, report in enumerate(catalogue.reports_about(topic.key)):
                title = _report_title(desk, report)
                entry = _entry(topic.name, report.docname, report.anchor, title)
                yield heading, (*order, 1, number), entry


def _entry(name: str, docname: str, anchor: str, extra: str) -> IndexEntry:
    return IndexEntry(name, 0, docname, anchor, extra, "", "")


def _title(desk: Desk, talk: Talk) -> str:
    return _in_its_language(talk.title, desk.talk(talk).language)


def _report_title(desk: Desk, report: Report) -> str:
    return _in_its_language(report.title, desk.report(report.docname, None).language)


def _in_its_language(title: str, language: str) -> str:
    return TitleInLatex(title, language) if language else title


def _first_talk(desk: Desk, event: str) -> Target:
    """Where an event's first talk is noted; nowhere for an event that nobody wrote about."""
    talks = desk.catalogue.talks_at(event)
    return desk.targets.talk(talks[0]) if talks else Target("", "")


def by_title(talk: Talk, language: str) -> tuple[str, tuple[object, ...]]:
    """The heading of a talk in the index, and what it sorts by."""
    title = _NUMBER.sub("", talk.title)
    order = (*collate(title, language), talk.name, talk.notes[0].docname)
    return initial(title, language), order


def by_family_name(speaker: Speaker, language: str) -> tuple[str, tuple[object, ...]]:
    """The heading of a speaker in the index, and what they sort by."""
    name = family_first(speaker.name, speaker.sort)
    return initial(name, language), (*collate(name, language), speaker.key)


def by_letter(topic: Topic, language: str) -> tuple[str, tuple[object, ...]]:
    """The heading of a topic in the index, and what it sorts by."""
    return initial(topic.name, language), (*collate(topic.name, language), topic.key)


def by_year(catalogue: Catalogue, event: Event, language: str) -> tuple[str, tuple[object, ...]]:
    """The heading of an event in the index: its year, the newest first; and what it sorts by."""
    day = catalogue.first_day_of(event)
    name = collate(event.name, language)
    if day is None:
        return "–", (1, 0, *name, event.key)
    return str(day.year), (0, -day.toordinal(), *name, event.key)


def speaker_names(desk: Desk, talk: Talk) -> str:
    """The names of a talk's speakers, as part of a sentence."""
    speakers = desk.catalogue.speakers
    return join_names([speakers[key].name for key in talk.speakers], desk.locale)


def speakers_and_event(desk: Desk, talk: Talk) -> str:
    """What an index says of a talk beside its title."""
    words = speaker_names(desk, talk), event_name(desk.catalogue, talk.event)
    return SEPARATOR.join(filter(None, words))


def event_name(catalogue: Catalogue, key: str) -> str:
    """The name of an event; empty for none."""
    return catalogue.events[key].name if key else ""
