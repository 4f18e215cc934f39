"""The four domain indices, as Sphinx asks for them: for LaTeX, Texinfo, and as HTML's fallback.

LaTeX and Texinfo print them flat, one line an entry with its page number, and skip entries
without an anchor: so each line says by itself what it is about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Final

from sphinx.domains import Index, IndexEntry

from sphinxcontrib_tripreport.domain.index_order import (
    _first_talk,
    _Line,
    _report_title,
    _title,
    by_family_name,
    by_letter,
    by_title,
    by_year,
    speakers_and_event,
)
from sphinxcontrib_tripreport.messages import translatable
from sphinxcontrib_tripreport.views.answers import context_of

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.views.context import Context


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
        context = context_of(self.domain.env)
        if context.draws_index_pages and docnames is None:
            return [], False
        wanted = None if docnames is None else set(docnames)
        lines = [
            line for line in self.lines(context) if wanted is None or line[2].docname in wanted
        ]
        lines.sort(key=lambda line: line[1])
        return [
            (heading, [entry for _, _, entry in group])
            for heading, group in groupby(lines, key=lambda line: line[0])
        ], False

    def lines(self, context: Context) -> Iterator[_Line]:
        """Every line of the index."""
        raise NotImplementedError


class TalkIndex(TripIndex):
    """Talks by title."""

    name = "talks"
    title = localname = translatable("Talks")
    short = shortname = translatable("talks")

    def lines(self, context: Context) -> Iterator[_Line]:
        """One line a note: title, speakers and event."""
        for talk in context.catalogue.talks:
            extra = speakers_and_event(context, talk)
            heading, order = by_title(talk, context.locale)
            for number, note in enumerate(talk.notes):
                entry = _entry(_title(context, talk), note.docname, note.anchor, extra)
                yield heading, (*order, number), entry


class SpeakerIndex(TripIndex):
    """Speakers by family name."""

    name = "speakers"
    title = localname = translatable("Speakers")
    short = shortname = translatable("speakers")

    def lines(self, context: Context) -> Iterator[_Line]:
        """One line where a speaker is described, and one a talk of theirs."""
        for speaker in context.catalogue.speakers.values():
            heading, order = by_family_name(speaker, context.locale)
            if speaker.described is not None:
                place = speaker.described
                yield heading, (*order, 0, ()), _entry(
                    speaker.name, place.docname, place.anchor, speaker.affiliation
                )  # fmt: skip
            for talk in context.catalogue.talks_by(speaker.key):
                entry = _entry(speaker.name, *context.targets.talk(talk), _title(context, talk))
                yield heading, (*order, 1, context.catalogue.date_order(talk)), entry


class EventIndex(TripIndex):
    """Events by year."""

    name = "events"
    title = localname = translatable("Events")
    short = shortname = translatable("events")

    def lines(self, context: Context) -> Iterator[_Line]:
        """One line where an event is described, and one a report on it."""
        catalogue = context.catalogue
        for event in catalogue.events.values():
            heading, order = by_year(catalogue, event, context.locale)
            extra = event.place_and_country
            reports = catalogue.reports_on(event.key)
            if event.described is not None or not reports:
                place = event.described or _first_talk(context, event.key)
                yield heading, order, _entry(event.name, place.docname, place.anchor, extra)
            for number, report in enumerate(reports, 1):
                title = _report_title(context, report)
                entry = _entry(event.name, report.docname, report.anchor, title)
                yield heading, (*order, number), entry


class TopicIndex(TripIndex):
    """Topics by letter."""

    name = "topics"
    title = localname = translatable("Topics")
    short = shortname = translatable("topics")

    def lines(self, context: Context) -> Iterator[_Line]:
        """One line a talk about the topic, then one a report."""
        catalogue = context.catalogue
        for topic in catalogue.topics.values():
            heading, order = by_letter(topic, context.locale)
            for talk in catalogue.talks_about(topic.key):
                entry = _entry(topic.name, *context.targets.talk(talk), _title(context, talk))
                yield heading, (*order, 0, catalogue.date_order(talk)), entry
            for number, report in enumerate(catalogue.reports_about(topic.key)):
                title = _report_title(context, report)
                entry = _entry(topic.name, report.docname, report.anchor, title)
                yield heading, (*order, 1, number), entry


def _entry(name: str, docname: str, anchor: str, extra: str) -> IndexEntry:
    return IndexEntry(name, 0, docname, anchor, extra, "", "")


INDICES: Final[tuple[type[TripIndex], ...]] = (TalkIndex, SpeakerIndex, EventIndex, TopicIndex)
