"""The pages of the four indices in HTML: lists to read, where Sphinx's own template has a table.

Every entry has an anchor, so that a speaker whom nobody describes, or a topic, can be linked to.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, cast

from jinja2 import Environment, PackageLoader

from sphinxcontrib_tripreport.indices import (
    by_family_name,
    by_title,
    by_year,
    event_name,
    speaker_names,
)
from sphinxcontrib_tripreport.messages import _
from sphinxcontrib_tripreport.model import Report, Talk, Target
from sphinxcontrib_tripreport.text.names import initial
from sphinxcontrib_tripreport.text.slugs import fold
from sphinxcontrib_tripreport.views.facts import days_in_words
from sphinxcontrib_tripreport.views.references import INDEX_OF

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinxcontrib_tripreport.domain import TripDomain
    from sphinxcontrib_tripreport.views.desk import Desk


@dataclass(frozen=True, slots=True)
class Line:
    """A text with its link, and what is said beside it."""

    text: str
    target: Target | None
    extra: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in an index: its name, where it is described, and the lines below it."""

    anchor: str
    line: Line
    below: tuple[Line, ...] = ()


_Sorted = tuple[str, tuple[object, ...], Entry]


def draw_index_page(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document
) -> str | None:
    """Put our own body into the page of an index; for ``html-page-context``."""
    if templatename != "domainindex.html" or pagename not in _ENTRIES:
        return None
    desk = cast("TripDomain", app.env.domains["trip"]).desk
    entries = sorted(_ENTRIES[pagename](desk), key=lambda entry: entry[1])
    groups = [
        (heading, [entry for _, _, entry in group])
        for heading, group in groupby(entries, key=lambda entry: entry[0])
    ]
    uris: dict[str, str] = {}

    def uri(target: Target) -> str:
        docname = target.docname
        if docname not in uris:
            uris[docname] = app.builder.get_relative_uri(pagename, docname)
        return f"{uris[docname]}#{target.anchor}" if target.anchor else uris[docname]

    title = context["indextitle"]
    jumps = str(_("Sections of this index"))
    page = _templates().get_template("index.html.jinja")
    context["title"] = title
    context["body"] = page.render(title=title, groups=groups, uri=uri, jumps=jumps)
    return "page.html"


def _templates() -> Environment:
    loader = PackageLoader("sphinxcontrib_tripreport", "templates")
    return Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)


def _talks(desk: Desk) -> Iterable[_Sorted]:
    catalogue = desk.catalogue
    for talk in catalogue.talks:
        extra = _joined(*speaker_names(catalogue, talk)), event_name(catalogue, talk.event)
        line = Line(talk.title, desk.targets.talk(talk), " · ".join(filter(None, extra)))
        yield *by_title(talk), Entry(f"talk-{talk.name}", line, _other_notes(desk, talk))


def _other_notes(desk: Desk, talk: Talk) -> tuple[Line, ...]:
    """The further notes on a talk, by the titles of their reports."""
    reports = desk.catalogue.reports
    return tuple(
        Line(_report_title(reports.get(note.docname), note.docname), note.target)
        for note in talk.notes[1:]
    )


def _report_title(report: Report | None, docname: str) -> str:
    return report.title if report is not None and report.title else docname


def _speakers(desk: Desk) -> Iterable[_Sorted]:
    catalogue = desk.catalogue
    for speaker in catalogue.speakers.values():
        line = Line(speaker.name, speaker.described, speaker.affiliation)
        below = tuple(
            Line(talk.title, desk.targets.talk(talk), event_name(catalogue, talk.event))
            for talk in catalogue.talks_by(speaker.key)
        )
        yield *by_family_name(speaker), Entry(f"speaker-{speaker.key}", line, below)


def _events(desk: Desk) -> Iterable[_Sorted]:
    catalogue = desk.catalogue
    for event in catalogue.events.values():
        place = _joined(event.place, event.country)
        extra = " · ".join(filter(None, (days_in_words(event, desk.locale), place)))
        below = tuple(
            Line(
                _report_title(report, report.docname),
                Target(report.docname, ""),
                _joined(*report.authors),
            )
            for report in catalogue.reports_on(event.key)
        ) or tuple(
            Line(talk.title, desk.targets.talk(talk)) for talk in catalogue.talks_at(event.key)
        )
        line = Line(event.name, event.described, extra)
        yield *by_year(catalogue, event), Entry(f"event-{event.key}", line, below)


def _topics(desk: Desk) -> Iterable[_Sorted]:
    catalogue = desk.catalogue
    for topic in catalogue.topics.values():
        talks = tuple(
            Line(talk.title, desk.targets.talk(talk), _joined(*speaker_names(catalogue, talk)))
            for talk in catalogue.talks_about(topic.key)
        )
        reports = tuple(
            Line(_report_title(report, report.docname), Target(report.docname, ""))
            for report in catalogue.reports_about(topic.key)
        )
        heading = initial(topic.name)
        order = (not heading[:1].isalpha(), heading, fold(topic.name), topic.key)
        yield heading, order, Entry(f"topic-{topic.key}", Line(topic.name, None), (*talks, *reports))


def _joined(*words: str) -> str:
    return ", ".join(filter(None, words))


_ENTRIES: dict[str, Callable[[Desk], Iterable[_Sorted]]] = {
    INDEX_OF["talk"]: _talks,
    INDEX_OF["speaker"]: _speakers,
    INDEX_OF["event"]: _events,
    INDEX_OF["topic"]: _topics,
}
