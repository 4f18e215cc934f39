"""The body of an index page: lists to read, where Sphinx's own template has a table.

Every entry has an anchor, so that a speaker whom nobody describes, or a topic, can be linked to.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from jinja2 import Environment, PackageLoader, Template

from sphinxcontrib_tripreport.core.languages.codes import is_right_to_left
from sphinxcontrib_tripreport.core.languages.joining import join_names
from sphinxcontrib_tripreport.core.model.places import Target, is_address
from sphinxcontrib_tripreport.core.model.records import Report, Topic
from sphinxcontrib_tripreport.core.model.talk import Talk
from sphinxcontrib_tripreport.core.queries.ordering import newest_first
from sphinxcontrib_tripreport.core.queries.sorter import Sorter
from sphinxcontrib_tripreport.domain.index_order import (
    by_family_name,
    by_letter,
    by_title,
    by_year,
    event_name,
    speaker_names,
    speakers_and_event,
)
from sphinxcontrib_tripreport.garbage import nothing_is_garbage
from sphinxcontrib_tripreport.messages import _
from sphinxcontrib_tripreport.outputs import has_scripts
from sphinxcontrib_tripreport.views.answers import context_of
from sphinxcontrib_tripreport.views.in_words import days_in_words
from sphinxcontrib_tripreport.views.index_places import INDEX_OF
from sphinxcontrib_tripreport.views.numbers import amount_in_words
from sphinxcontrib_tripreport.views.pen import SEPARATOR, VANISHING
from sphinxcontrib_tripreport.views.references import Reference
from sphinxcontrib_tripreport.views.topic import parent_in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sphinx.application import Sphinx
    from sphinx.builders import Builder

    from sphinxcontrib_tripreport.views.context import Context


class DrawnEntry(NamedTuple):
    """One thing in an index: its name, where it is described, and the lines below it."""

    anchor: str
    line: str
    """HTML, as those below it."""
    below: tuple[str, ...] = ()


_Sorted = tuple[str, tuple[object, ...], DrawnEntry]


@nothing_is_garbage()
def draw_index(app: Sphinx, pagename: str, title: str) -> dict[str, Any]:
    """What the template of an index page needs: its title and its body."""
    page = _IndexPage(context_of(app.env), app.builder, pagename)
    entries = sorted(_ENTRIES[pagename](page), key=lambda entry: entry[1])
    groups = [
        (heading, [entry for _, _, entry in group])
        for heading, group in groupby(entries, key=lambda entry: entry[0])
    ]
    jumps = _("Sections of this index")
    body = _template().render(
        title=title,
        groups=groups,
        jumps=jumps,
        rtl=is_right_to_left(page.context.locale),
    )
    return {"title": title, "body": body}


@cache
def _template() -> Template:
    loader = PackageLoader("sphinxcontrib_tripreport", "templates")
    # Nearly all of it is HTML: the template escapes the rest, instead of asking each text.
    templates = Environment(loader=loader, autoescape=False, trim_blocks=True, lstrip_blocks=True)
    return templates.get_template("index.html.jinja")


class _IndexPage:
    """Writes the lines of one index page: each as HTML, because a large project has many."""

    def __init__(self, context: Context, builder: Builder, pagename: str) -> None:
        self.context = context
        self.catalogue = context.catalogue
        self.sorter = Sorter(context.catalogue, context.locale)
        self._builder = builder
        self._pagename = pagename
        self._uris: dict[str, str] = {}
        # Stylesheets of books must not say that names of the other direction keep to themselves.
        is_book = getattr(builder, "embedded", False)
        self._around = ("<bdi>", "</bdi>") if is_book else ("", "")
        dot = f'<span class="trip-dot">{VANISHING}</span>' if has_scripts(builder) else SEPARATOR
        self._separator = dot

    def line(self, reference: Reference, *extra: str) -> str:
        """A line that leads somewhere, with what is known of *extra* beside it."""
        text, target, language, site = reference
        written = self._isolate(text)
        if target is not None:
            lang = f' lang="{_escape(language)}"' if language else ""
            uri = _escape(self._uri(*target))
            where = "external" if target.is_elsewhere else "internal"
            written = f'<a class="reference {where}" href="{uri}"{lang}>{written}</a>'
        if site:
            mark = self._isolate(_("at %(site)s") % {"site": site})
            written += f' <span class="trip-site">{mark}</span>'
        if known := [self._isolate(fact) for fact in extra if fact]:
            written += f' <span class="trip-extra">{self._separator.join(known)}</span>'
        return written

    def _isolate(self, text: str) -> str:
        before, after = self._around
        return f"{before}{_escape(text)}{after}"

    def _uri(self, docname: str, anchor: str) -> str:
        if is_address(docname):
            self._uris[docname] = docname
        if docname not in self._uris:
            self._uris[docname] = self._builder.get_relative_uri(self._pagename, docname)
        uri = self._uris[docname]
        return f"{uri}#{anchor}" if anchor else uri

    def subject(self, role: str, key: str, name: str) -> Reference:
        """A speaker, event or topic, which leads to where there is more than its entry here."""
        reference = self.context.refer(role, key, name)
        target = reference.target
        is_here = target is not None and target.docname == self._pagename
        return Reference(name) if is_here else reference

    def talk(self, talk: Talk, *extra: str) -> str:
        """A line that leads to a talk."""
        return self.line(self.context.talk(talk), *extra)

    def report(self, docname: str, anchor: str = "", *extra: str) -> str:
        """A line that leads to a report, or to a place in it."""
        return self.line(self.context.report(docname, Target(docname, anchor)), *extra)


def _escape(text: str) -> str:
    """What :func:`markupsafe.escape` says, without an object for each of thousands of texts."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&#34;").replace("'", "&#39;")


def _talks(page: _IndexPage) -> Iterable[_Sorted]:
    catalogue = page.catalogue
    for talk in catalogue.talks:
        line = page.talk(talk, *speakers_and_event(page.context, talk))
        first = page.context.targets.talk(talk)
        others = tuple(page.report(*note.target) for note in talk.notes if note.target != first)
        yield *by_title(talk, page.context.locale), DrawnEntry(f"talk-{talk.name}", line, others)


def _speakers(page: _IndexPage) -> Iterable[_Sorted]:
    catalogue = page.catalogue
    for speaker in catalogue.speakers.values():
        line = page.line(page.subject("speaker", speaker.key, speaker.name), speaker.affiliation)
        talks = newest_first(page.sorter, "talk", catalogue.talks_by(speaker.key))
        below = tuple(page.talk(talk, event_name(catalogue, talk.event)) for talk in talks)
        entry = DrawnEntry(f"speaker-{speaker.key}", line, below)
        yield *by_family_name(speaker, page.context.locale), entry


def _events(page: _IndexPage) -> Iterable[_Sorted]:
    catalogue = page.catalogue
    names_in = catalogue.authorship.names_in
    for event in catalogue.events.values():
        extra = (
            days_in_words(*catalogue.days_of(event), page.context.locale),
            event.place_and_country,
        )
        line = page.line(page.subject("event", event.key, event.name), *extra)
        below = tuple(
            page.report(
                report.docname, "", join_names(names_in(report.docname), page.context.locale)
            )
            for report in catalogue.reports_on(event.key)
        )
        if not below:
            below = tuple(page.talk(talk) for talk in catalogue.talks_at(event.key))
        yield (
            *by_year(catalogue, event, page.context.locale),
            DrawnEntry(f"event-{event.key}", line, below),
        )


def _topics(page: _IndexPage) -> Iterable[_Sorted]:
    catalogue = page.catalogue
    for topic in catalogue.topics.values():
        talks, reports = _right_in(page, topic)
        below = (
            *(_topic_in(page, each) for each in catalogue.topics_in(topic.key)),
            *(page.talk(talk, speaker_names(page.context, talk)) for talk in talks),
            *(page.report(report.docname) for report in reports),
        )
        around = parent_in_words(page.context, topic)
        line = page.line(page.subject("topic", topic.key, topic.name), around)
        entry = DrawnEntry(f"topic-{topic.key}", line, below)
        yield *by_letter(topic, page.context.locale), entry


def _right_in(page: _IndexPage, topic: Topic) -> tuple[list[Talk], list[Report]]:
    """The talks and the reports about a topic; what is about those in it, they have themselves."""
    catalogue, key = page.catalogue, topic.key
    talks, reports = catalogue.talks_about(key), catalogue.reports_about(key)
    if catalogue.topics_in(key):
        keys_of = catalogue.topic_names.keys_of
        talks = tuple(talk for talk in talks if key in keys_of(talk.topics))
        reports = tuple(report for report in reports if key in keys_of(report.topics))
    return (
        newest_first(page.sorter, "talk", talks),
        newest_first(page.sorter, "report", reports),
    )


def _topic_in(page: _IndexPage, topic: Topic) -> str:
    """A line that leads to a topic which is in another one, with how much is about it."""
    catalogue, key = page.catalogue, topic.key
    amount = amount_in_words(len(catalogue.talks_about(key)), len(catalogue.reports_about(key)))
    return page.line(page.context.refer("topic", key, topic.name), amount)


_ENTRIES: dict[str, Callable[[_IndexPage], Iterable[_Sorted]]] = {
    INDEX_OF["talk"]: _talks,
    INDEX_OF["speaker"]: _speakers,
    INDEX_OF["event"]: _events,
    INDEX_OF["topic"]: _topics,
}
