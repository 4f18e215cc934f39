"""The pages of the four indices in HTML: lists to read, where Sphinx's own template has a table.

Every entry has an anchor, so that a speaker whom nobody describes, or a topic, can be linked to.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from jinja2 import Environment, PackageLoader, Template
from sphinx.builders.html import StandaloneHTMLBuilder

from sphinxcontrib_tripreport.core.languages.codes import runs_left
from sphinxcontrib_tripreport.core.languages.joining import join_names
from sphinxcontrib_tripreport.core.model.records import Talk, Target
from sphinxcontrib_tripreport.domain.index_order import (
    by_family_name,
    by_letter,
    by_title,
    by_year,
    event_name,
    speaker_names,
    speakers_and_event,
)
from sphinxcontrib_tripreport.freshness.stale import is_fresh
from sphinxcontrib_tripreport.garbage import nothing_is_garbage
from sphinxcontrib_tripreport.messages import _
from sphinxcontrib_tripreport.views.in_words import days_in_words
from sphinxcontrib_tripreport.views.pen import SEPARATOR
from sphinxcontrib_tripreport.views.targets import INDEX_OF

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.domains import Index

    from sphinxcontrib_tripreport.domain.domain import TripDomain
    from sphinxcontrib_tripreport.views.context import Desk


class Line(NamedTuple):
    """A text with its link, and what is said beside it."""

    text: str
    uri: str
    extra: str = ""
    language: str = ""
    """A title's, where that is not the project's."""


class Entry(NamedTuple):
    """One thing in an index: its name, where it is described, and the lines below it."""

    anchor: str
    line: Line
    below: tuple[Line, ...] = ()


_Sorted = tuple[str, tuple[object, ...], Entry]


_Page = tuple[str, dict[str, Any], str]


def collect_index_pages(app: Sphinx) -> Iterator[_Page]:
    """The pages that have to be written; for ``html-collect-pages``.

    Those of indices that have become empty are removed.
    """
    builder = app.builder
    if not (isinstance(builder, StandaloneHTMLBuilder) and _desk(app).draws_index_pages):
        return
    for name in set(INDEX_OF.values()) - _desk(app).index_pages:
        Path(builder.get_output_path(name)).unlink(missing_ok=True)
    for index in _indices_with_pages(app):
        name = f"trip-{index.name}"
        path = builder.get_output_path(name).relative_to(builder.outdir)
        if not is_fresh(app, path.as_posix()):
            yield name, _drawn(app, name, index.localname), "page.html"


def link_index_pages(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object
) -> None:
    """Let the head and the bars of every page lead to the indices; for ``html-page-context``.

    As Sphinx does for indices whose pages it writes itself.
    """
    builder = app.builder
    if not (isinstance(builder, StandaloneHTMLBuilder) and _desk(app).draws_index_pages):
        return
    links = [
        (f"trip-{index.name}", index.localname, "", index.shortname)
        for index in _indices_with_pages(app)
    ]
    # Before the links to the next and the previous page.
    place = len(builder.globalcontext["rellinks"])
    before = context["rellinks"]
    context["rellinks"] = [*before[:place], *links, *before[place:]]


def draw_index_page(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object
) -> str | None:
    """Put our own body into a page of an index that Sphinx writes; for ``html-page-context``."""
    if templatename != "domainindex.html" or pagename not in _ENTRIES:
        return None
    context.update(_drawn(app, pagename, context["indextitle"]))
    return "page.html"


def _desk(app: Sphinx) -> Desk:
    return cast("TripDomain", app.env.domains["trip"]).desk


def _indices_with_pages(app: Sphinx) -> Iterator[type[Index]]:
    domain = cast("TripDomain", app.env.domains["trip"])
    return (index for index in domain.indices if f"trip-{index.name}" in domain.desk.index_pages)


@nothing_is_garbage()
def _drawn(app: Sphinx, pagename: str, title: str) -> dict[str, Any]:
    hand = _Hand(_desk(app), app.builder, pagename)
    entries = sorted(_ENTRIES[pagename](hand), key=lambda entry: entry[1])
    groups = [
        (heading, [entry for _, _, entry in group])
        for heading, group in groupby(entries, key=lambda entry: entry[0])
    ]
    jumps = _("Sections of this index")
    body = _page().render(
        title=title,
        groups=groups,
        jumps=jumps,
        to_the_left=runs_left(hand.desk.locale),
        is_book=getattr(app.builder, "embedded", False),
    )
    return {"title": title, "body": body}


@cache
def _page() -> Template:
    loader = PackageLoader("sphinxcontrib_tripreport", "templates")
    templates = Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return templates.get_template("index.html.jinja")


class _Hand:
    """Writes the lines of one index page."""

    def __init__(self, desk: Desk, builder: Builder, pagename: str) -> None:
        self.desk = desk
        self.catalogue = desk.catalogue
        self._builder = builder
        self._pagename = pagename
        self._uris: dict[str, str] = {}

    def line(self, text: str, target: Target | None, extra: str = "", language: str = "") -> Line:
        """A line that leads to *target*."""
        if target is None:
            return Line(text, "", extra, language)
        docname, anchor = target
        if docname not in self._uris:
            self._uris[docname] = self._builder.get_relative_uri(self._pagename, docname)
        uri = self._uris[docname]
        return Line(text, f"{uri}#{anchor}" if anchor else uri, extra, language)

    def place(self, role: str, key: str) -> Target | None:
        """Where a speaker, event or topic has more than its entry here."""
        target = self.desk.targets.of(role, key)
        return None if target is not None and target.docname == self._pagename else target

    def talk(self, talk: Talk, extra: str = "") -> Line:
        """A line that leads to a talk."""
        text, target, language = self.desk.talk(talk)
        return self.line(text, target, extra, language)

    def report(self, docname: str, anchor: str = "", extra: str = "") -> Line:
        """A line that leads to a report, or to a place in it."""
        text, target, language = self.desk.report(docname, Target(docname, anchor))
        return self.line(text, target, extra, language)


def _talks(hand: _Hand) -> Iterable[_Sorted]:
    catalogue = hand.catalogue
    for talk in catalogue.talks:
        line = hand.talk(talk, speakers_and_event(hand.desk, talk))
        first = hand.desk.targets.talk(talk)
        others = tuple(hand.report(*note.target) for note in talk.notes if note.target != first)
        yield *by_title(talk, hand.desk.locale), Entry(f"talk-{talk.name}", line, others)


def _speakers(hand: _Hand) -> Iterable[_Sorted]:
    catalogue = hand.catalogue
    for speaker in catalogue.speakers.values():
        line = hand.line(speaker.name, hand.place("speaker", speaker.key), speaker.affiliation)
        talks = catalogue.talks_by(speaker.key)
        below = tuple(hand.talk(talk, event_name(catalogue, talk.event)) for talk in talks)
        entry = Entry(f"speaker-{speaker.key}", line, below)
        yield *by_family_name(speaker, hand.desk.locale), entry


def _events(hand: _Hand) -> Iterable[_Sorted]:
    catalogue = hand.catalogue
    for event in catalogue.events.values():
        extra = (
            days_in_words(*catalogue.days_of(event), hand.desk.locale),
            event.place_and_country,
        )
        text = SEPARATOR.join(filter(None, extra))
        line = hand.line(event.name, hand.place("event", event.key), text)
        below = tuple(
            hand.report(report.docname, extra=join_names(report.authors, hand.desk.locale))
            for report in catalogue.reports_on(event.key)
        )
        if not below:
            below = tuple(hand.talk(talk) for talk in catalogue.talks_at(event.key))
        yield *by_year(catalogue, event, hand.desk.locale), Entry(f"event-{event.key}", line, below)


def _topics(hand: _Hand) -> Iterable[_Sorted]:
    catalogue = hand.catalogue
    for topic in catalogue.topics.values():
        talks = catalogue.talks_about(topic.key)
        below = (
            *(hand.talk(talk, speaker_names(hand.desk, talk)) for talk in talks),
            *(hand.report(report.docname) for report in catalogue.reports_about(topic.key)),
        )
        line = hand.line(topic.name, hand.place("topic", topic.key))
        entry = Entry(f"topic-{topic.key}", line, below)
        yield *by_letter(topic, hand.desk.locale), entry


_ENTRIES: dict[str, Callable[[_Hand], Iterable[_Sorted]]] = {
    INDEX_OF["talk"]: _talks,
    INDEX_OF["speaker"]: _speakers,
    INDEX_OF["event"]: _events,
    INDEX_OF["topic"]: _topics,
}
