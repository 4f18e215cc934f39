"""The files that ``tripreport_exports`` asks for: calendars, citations, a table of all notes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from sphinxcontrib_tripreport.builders.export import Export
from sphinxcontrib_tripreport.builders.own_ids import beginning_of_ids
from sphinxcontrib_tripreport.core.exports.bibtex import (
    biblatex_entry,
    bibliography,
    bibtex_entry,
)
from sphinxcontrib_tripreport.core.exports.cited_talks import Citations, CitedTalk
from sphinxcontrib_tripreport.core.exports.csl import csl_item, csl_list
from sphinxcontrib_tripreport.core.exports.file_names import file_of_page, files_of_events
from sphinxcontrib_tripreport.core.exports.icalendar import render_events, render_talks
from sphinxcontrib_tripreport.core.exports.notes_csv import render_csv
from sphinxcontrib_tripreport.core.exports.uids import uids
from sphinxcontrib_tripreport.views.answers import catalogue_of, context_of, own_context_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinxcontrib_tripreport.builders.addresses import SiteAddresses
    from sphinxcontrib_tripreport.core.model.records import Event, Note
    from sphinxcontrib_tripreport.core.model.talk import Talk


class _Form(NamedTuple):
    """A form of citations."""

    ending: str
    """Of its files."""
    entry: Callable[[CitedTalk], str]
    """The text of one."""
    together: Callable[[Iterator[str]], str]
    """The text of a file."""


_CITATIONS: dict[str, tuple[_Form, ...]] = {
    "bibtex": (
        _Form(".bib", bibtex_entry, bibliography),
        _Form(".biblatex.bib", biblatex_entry, bibliography),
    ),
    "csl": (_Form(".json", csl_item, csl_list),),
}
"""By format."""


def more_exports(app: Sphinx, asked: Collection[str], addresses: SiteAddresses) -> Iterator[Export]:
    """The files of the formats that are *asked* for.

    They are of all talks, of those of each event, and of each talk that has a page.
    """
    site = _Site(app, addresses)
    if "icalendar" in asked:
        yield from _calendars(app.config.project, site)
    for kind in (kind for kind in _CITATIONS if kind in asked):
        talks = site.catalogue.talks
        yield from _citations(kind, "talks", "the citations of all talks", talks, site)
        for event in site.with_talks():
            about = f"the citations of “{event.name}”"
            talks = site.catalogue.talks_at(event.key)
            yield from _citations(kind, site.files[event.key], about, talks, site)
        for talk, file in site.talks_with_pages():
            yield from _citations(kind, file, f"the citation of “{talk.title}”", [talk], site)
    if "csv" in asked:
        render = partial(render_csv, site.catalogue, site.address_of_note, site.place_of_talk)
        yield Export("talks.csv", "the table of all notes", render)


def _calendars(project: str, site: _Site) -> Iterator[Export]:
    render = partial(render_events, site.catalogue, project, site.address_of_event, site.uid)
    yield Export("calendars/events.ics", "the calendar of all events", render, site.ids)
    for event in site.with_talks():
        talks = site.catalogue.talks_at(event.key)
        render = partial(render_talks, site.catalogue, event, talks, site.address_of_talk, site.uid)
        about = f"the calendar of “{event.name}”"
        yield Export(f"calendars/{site.files[event.key]}.ics", about, render, site.ids)
    for talk, file in site.talks_with_pages():
        if talk.event in site.catalogue.events and talk.day is not None:
            event = site.catalogue.events[talk.event]
            render = partial(
                render_talks, site.catalogue, event, [talk], site.address_of_talk, site.uid
            )
            yield Export(
                f"calendars/{file}.ics", f"the calendar of “{talk.title}”", render, site.ids
            )


def _citations(
    kind: str, name: str, about: str, talks: Sequence[Talk], site: _Site
) -> Iterator[Export]:
    for form in _CITATIONS[kind]:
        yield Export(f"citations/{name}{form.ending}", about, partial(_cite, form, talks, site))


def _cite(form: _Form, talks: Sequence[Talk], site: _Site) -> str:
    return form.together(site.citations.texts(talks, form.entry))


class _Site:
    """What is known, and where it is on the site."""

    def __init__(self, app: Sphinx, addresses: SiteAddresses) -> None:
        self._addresses = addresses
        self._has_address = bool(app.config.html_baseurl)
        self.ids = beginning_of_ids(app)
        """What ids begin with, if the project says it."""
        self.uid = uids(app.config.html_baseurl, self.ids)
        """From a key or a name to the id of an entry."""
        self._targets = own_context_of(app.env).targets
        self.catalogue = catalogue_of(app.env)
        self.citations = Citations(self.catalogue, self.address_of_talk)
        self._pages = context_of(app.env).pages
        self.files = files_of_events(self._pages, self.catalogue.events)
        """By the key of an event."""

    def with_talks(self) -> list[Event]:
        """The events that have talks."""
        events = self.catalogue.events.values()
        return [event for event in events if self.catalogue.talks_at(event.key)]

    def talks_with_pages(self) -> Iterator[tuple[Talk, str]]:
        """The talks that have pages, and what files on them are called, without an ending."""
        if self._pages.has_talks:
            for talk in self.catalogue.talks:
                if (docname := self._pages.docname_of("talk", talk.name)) is not None:
                    yield talk, file_of_page(docname)

    def address_of_talk(self, talk: Talk) -> str:
        """The address of a talk; empty if the site has none, or the talk has no place."""
        return self._addresses.address_of(self._targets.talk(talk)) if self._has_address else ""

    def place_of_talk(self, talk: Talk) -> str:
        """The address of a talk; from the site's home page, if the site has none."""
        return self._addresses.address_of(self._targets.talk(talk))

    def address_of_event(self, event: Event) -> str:
        """The address of an event; empty if the site has none, or nothing is about it."""
        target = self._targets.target_of("event", event.key)
        return self._addresses.address_of(target) if self._has_address else ""

    def address_of_note(self, note: Note) -> str:
        """The address of a note; from the site's home page, if the site has none."""
        return self._addresses.address_of(note.target)
