"""Where views get their answers: what is known, where it is, and in which language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.catalogue.pages import Pages, name_pages
from sphinxcontrib_tripreport.core.catalogue.takeaways import KnownTakeaway
from sphinxcontrib_tripreport.core.languages.codes import is_same
from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.core.model.sites import OURS
from sphinxcontrib_tripreport.core.model.talk import Talk
from sphinxcontrib_tripreport.core.queries.filter_values import FilterValues
from sphinxcontrib_tripreport.core.text.excerpts import LONGEST, shorten
from sphinxcontrib_tripreport.noting.pictures import digest_of_picture
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.outputs import Output, has_scripts, is_one_page
from sphinxcontrib_tripreport.settings import page_kinds
from sphinxcontrib_tripreport.views.feeds import has_feeds
from sphinxcontrib_tripreport.views.index_places import (
    in_place_of_indices,
    pages_of_indices,
    roles_in,
)
from sphinxcontrib_tripreport.views.references import Reference
from sphinxcontrib_tripreport.views.targets import Targets

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_tripreport.core.exports.schema_org import Thing
    from sphinxcontrib_tripreport.core.queries.query import Query
    from sphinxcontrib_tripreport.noting.stored_data import NoteText, Subject
    from sphinxcontrib_tripreport.views.site import Site


@dataclass(frozen=True, slots=True)
class Context:
    """The catalogue of one build, with what depends on its builder and language."""

    catalogue: Catalogue
    own: Catalogue
    """What the project says itself; the same if there are no other sites."""
    targets: Targets
    index_pages: frozenset[str]
    """The names of the indices that have a page of their own."""
    locale: str
    """The language of what is answered."""
    project_locale: str
    project: str
    """What the project is called."""
    pages: Pages
    """The documents that are made, and those that authors wrote in their place."""
    titles: Mapping[str, nodes.title]
    """Of all documents."""
    srcdir: Path
    forms: FilterValues
    """What the filters of listings can name."""
    note_texts: Mapping[str, Mapping[str, NoteText]] = field(default_factory=dict)
    """By document and anchor; only if there are pages of talks."""
    numbers: Mapping[str, Mapping[str, Mapping[str, tuple[int, ...]]]] = field(default_factory=dict)
    """By document, kind and anchor, those of figures, tables and blocks of code."""
    short_notes: bool = False
    """Whether pages of talks show only how each note begins."""
    site: Site | None = None
    """Where everything is on the site; None if the output is none."""
    filtered_from: int = 0
    """How many entries a listing has that gets a search box; 0 if none gets one."""
    has_feeds: bool = False
    """Whether feeds are written."""
    things: dict[str, Thing | None] = field(default_factory=dict)
    """What documents are about: asked for when a page is written, and when it is remembered."""
    found: dict[tuple[str, Query], Any] = field(default_factory=dict)
    listings: dict[tuple[str, Query], Any] = field(default_factory=dict)
    """What was found for listings, and their answers, by document and question.

    Each is asked for when the listing is checked, drawn and remembered.
    """
    drawn: dict[tuple[str, str, Subject], str] = field(default_factory=dict)
    """Digests of the answers that were drawn, by document, view and what it was asked.

    They are remembered when all pages are written.
    """
    digests: dict[str, str] = field(default_factory=dict)
    """Of pictures, by path."""
    by_language: dict[str, Context] = field(default_factory=dict)
    """For documents in other languages than the project's, by language."""

    @classmethod
    def open(
        cls, catalogue: Catalogue, own: Catalogue, env: BuildEnvironment, builder: Builder | None
    ) -> Context:
        """What views ask in one build.

        :param own: what the project says itself
        """
        index_pages = pages_of_indices(roles_in(catalogue), env, builder)
        index_pages -= in_place_of_indices(env, builder).keys()
        size: int = env.config.tripreport_page_size
        written = store_of(env).written_pages
        pages = Pages(name_pages(catalogue, page_kinds(env.config), written, max(size, 0)))
        targets = Targets(catalogue, index_pages, pages, Output(env, builder))
        return cls(
            catalogue,
            own,
            targets,
            index_pages,
            env.config.language or "en",
            env.config.language or "en",
            env.config.project,
            pages,
            env.titles,
            Path(env.srcdir),
            FilterValues(catalogue),
            store_of(env).data["note_texts"],
            env.toc_fignumbers,
            env.config.tripreport_talk_notes == "excerpt",
            _site(builder, targets),
            env.config.tripreport_filter_from if has_scripts(builder) else 0,
            has_feeds(env.config, builder),
        )

    def for_catalogue(
        self, catalogue: Catalogue, env: BuildEnvironment, builder: Builder | None
    ) -> Context:
        """A context for the same pages with another catalogue."""
        index_pages = self.index_pages & pages_of_indices(roles_in(catalogue), env, builder)
        targets = Targets(catalogue, index_pages, self.pages, Output(env, builder))
        forms = FilterValues(catalogue)
        asked: dict[str, Any] = {"found": {}, "listings": {}, "by_language": {}, "things": {}}
        asked["drawn"] = {}
        site = _site(builder, targets)
        return replace(self, catalogue=catalogue, targets=targets, forms=forms, site=site, **asked)

    def for_document(self, docname: str) -> Context:
        """The context that answers in a document's own language."""
        language = self.language_of(docname)
        if not language:
            return self
        if language not in self.by_language:
            self.by_language[language] = replace(self, locale=language)
        return self.by_language[language]

    def language_of(self, docname: str) -> str:
        """The language of a document; empty if it is the project's."""
        report = self.catalogue.reports.get(docname)
        language = report.text_language if report is not None else ""
        return "" if not language or is_same(language, self.project_locale) else language

    def numbers_of(self, docname: str, anchors: Iterable[str]) -> str:
        """The numbers of what is at anchors of a document, as far as it has some."""
        known = self.numbers.get(docname, {})
        found = [
            (anchor, of_kind[anchor])
            for anchor in anchors
            for of_kind in known.values()
            if anchor in of_kind
        ]
        return str(found) if found else ""

    def digest_of(self, url: str) -> str:
        """What tells a picture of the project (``/path``) from another; nothing for the web's."""
        if url not in self.digests:
            self.digests[url] = digest_of_picture(self.srcdir, url)
        return self.digests[url]

    def talk(self, talk: Talk) -> Reference:
        """A reference to a talk by its title, in the language of the note that it is from."""
        docname = next((n.docname for n in talk.notes if n.title == talk.title), talk.docname)
        title_language = self._foreign(docname) if docname else ""
        target = self.targets.talk(talk)
        return Reference(talk.title, target, title_language, self.site_of(target))

    def takeaway(self, found: KnownTakeaway, longest: int = LONGEST) -> Reference:
        """A reference to a takeaway by its words, in the language of its report."""
        record = found.record
        text = shorten(record.text, longest)
        return Reference(text, record.target, self._foreign(record.docname))

    def report(self, docname: str, target: Target | None) -> Reference:
        """A reference by the title of a report; to a talk's page on another site by the talk's."""
        report = self.catalogue.reports.get(docname)
        site = self.site_of(target)
        if report is not None and report.title:
            return Reference(report.title, target, self._foreign(docname), site)
        found = self.catalogue.note_at(docname, target.anchor) if target and site else None
        return Reference(found[1].title if found else docname, target, site=site)

    def site_called(self, key: str) -> Reference:
        """A reference to a site; without a target if it is ours."""
        if key == OURS:
            return Reference(self.project)
        site = self.catalogue.sites[key]
        return Reference(site.name, Target(site.url, ""))

    def site_of(self, target: Target | None) -> str:
        """What the site is called that a target is on; empty if it is ours."""
        if target is None or not target.is_elsewhere:
            return ""
        report = self.catalogue.reports.get(target.docname)
        if report is not None:
            return self.catalogue.sites[report.site].name
        # The page of a talk that no report of the site is about.
        found = self.catalogue.note_at(target.docname, target.anchor)
        return self.catalogue.sites[found[1].site].name if found is not None else ""

    def words(self, docname: str, text: str) -> Reference:
        """A text out of a document, in that document's language."""
        return Reference(text, None, self._foreign(docname))

    def _foreign(self, docname: str) -> str:
        """The language of a document; empty if it is the one of what is answered."""
        language = self.language_of(docname) or self.project_locale
        return "" if language is self.locale or is_same(language, self.locale) else language

    def speaker(self, key: str) -> Reference:
        """A reference to the speaker of a talk; without a target if they are not the project's."""
        name = self.catalogue.speaker(key).name
        if key not in self.catalogue.speakers:
            return Reference(name)
        return self.refer("speaker", key, name)

    def author(self, key: str, *, shown_at: Target | None = None) -> Reference:
        """A reference to an author; without a target if nothing is about them, or *shown_at* is."""
        target = self.targets.own_target("author", key)
        name = self.catalogue.people[key].name
        return Reference(name, None if target == shown_at else target)

    def authors_of(self, docname: str) -> tuple[Reference, ...]:
        """References to the authors of a report."""
        return tuple(map(self.author, self.catalogue.authorship.of_report(docname)))

    def topics(
        self, names: Iterable[str], *, shown_at: Target | None = None
    ) -> tuple[Reference, ...]:
        """References to the topics of something, by their names."""
        key_of = self.catalogue.topic_names.key_of
        return tuple(self.refer("topic", key_of(name), name, shown_at=shown_at) for name in names)

    def refer(self, role: str, key: str, text: str, *, shown_at: Target | None = None) -> Reference:
        """A reference to a person, event or topic; without a target at the target itself."""
        target = self.targets.target_of(role, key)
        return Reference(text, None if target == shown_at else target)


def _site(builder: Builder | None, targets: Targets) -> Site | None:
    """Where everything is, if this output is a site of pages."""
    if not has_scripts(builder) or is_one_page(builder):
        return None
    from sphinxcontrib_tripreport.views.site import Site

    return Site(builder, targets)
