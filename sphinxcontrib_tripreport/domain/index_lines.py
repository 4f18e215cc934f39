"""The lines of the four indices, as LaTeX and Texinfo print them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from sphinx.domains import IndexEntry

from sphinxcontrib_tripreport.builders.languages import TitleInLatex
from sphinxcontrib_tripreport.core.model.places import Target, is_address
from sphinxcontrib_tripreport.core.model.records import Report
from sphinxcontrib_tripreport.core.model.talk import Talk
from sphinxcontrib_tripreport.domain.index_order import (
    by_family_name,
    by_letter,
    by_title,
    by_year,
    speakers_and_event,
)
from sphinxcontrib_tripreport.views.pen import SEPARATOR

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.views.context import Context

IndexedLine = tuple[str, tuple[object, ...], IndexEntry]
"""The heading that a line is under, what it sorts by, and the line."""


def _talks(context: Context) -> Iterator[IndexedLine]:
    """One line a note: title, speakers and event."""
    for talk in context.catalogue.talks:
        extra = SEPARATOR.join(filter(None, speakers_and_event(context, talk)))
        heading, order = by_title(talk, context.locale)
        places = [note.target for note in talk.notes] or [_place(context, talk)]
        for number, place in enumerate(places):
            entry = _entry(_title(context, talk), *place, extra)
            yield heading, (*order, number), entry


def _speakers(context: Context) -> Iterator[IndexedLine]:
    """One line where a speaker is described, and one a talk of theirs."""
    for speaker in context.catalogue.speakers.values():
        heading, order = by_family_name(speaker, context.locale)
        if speaker.described is not None:
            place = speaker.described
            yield heading, (*order, 0, ()), _entry(
                speaker.name, place.docname, place.anchor, speaker.affiliation
            )  # fmt: skip
        for talk in context.catalogue.talks_by(speaker.key):
            entry = _entry(speaker.name, *_place(context, talk), _title(context, talk))
            yield heading, (*order, 1, context.catalogue.date_order(talk)), entry


def _events(context: Context) -> Iterator[IndexedLine]:
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


def _topics(context: Context) -> Iterator[IndexedLine]:
    """One line a talk about the topic or one in it, then one a report."""
    catalogue = context.catalogue
    for topic in catalogue.topics.values():
        heading, order = by_letter(topic, context.locale)
        parent = catalogue.topics.get(topic.parent)
        name = f"{topic.name} ({parent.name})" if parent is not None else topic.name
        for talk in catalogue.talks_about(topic.key):
            entry = _entry(name, *_place(context, talk), _title(context, talk))
            yield heading, (*order, 0, catalogue.date_order(talk)), entry
        for number, report in enumerate(catalogue.reports_about(topic.key)):
            title = _report_title(context, report)
            entry = _entry(name, report.docname, report.anchor, title)
            yield heading, (*order, 1, number), entry


def _title(context: Context, talk: Talk) -> str:
    return _in_its_language(talk.title, context.talk(talk).language)


def _report_title(context: Context, report: Report) -> str:
    return _in_its_language(report.title, context.report(report.docname, None).language)


def _in_its_language(title: str, language: str) -> str:
    return TitleInLatex(title, language) if language else title


def _first_talk(context: Context, event: str) -> Target:
    """Where an event's first talk is noted; nowhere for an event that nobody wrote about."""
    talks = context.catalogue.talks_at(event)
    return _place(context, talks[0]) if talks else Target("", "")


def _place(context: Context, talk: Talk) -> Target:
    """Where a talk is noted, else its page, else what is about its event.

    Nowhere for a talk of a programme alone, if nothing is about its event.
    """
    targets = context.targets
    return (targets.note_target(talk) if talk.notes else targets.talk(talk)) or Target("", "")


def in_documents(lines: Iterable[IndexedLine]) -> Iterator[IndexedLine]:
    """The lines that lead into the project: what other sites noted has no page number."""
    return (line for line in lines if not is_address(line[2].docname))


def _entry(name: str, docname: str, anchor: str, extra: str) -> IndexEntry:
    return IndexEntry(name, 0, docname, anchor, extra, "", "")


LINES: dict[str, Callable[[Context], Iterator[IndexedLine]]] = {
    "talks": _talks,
    "speakers": _speakers,
    "events": _events,
    "topics": _topics,
}
"""By the name of the index."""
