"""What everything after reading asks: the catalogue, and where views get their answers."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.core.model.digests import digest_of, digest_records
from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.garbage import nothing_is_garbage
from sphinxcontrib_tripreport.noting.conditions import as_far_as_shown, places_left_out
from sphinxcontrib_tripreport.noting.programmes import (
    digests_of_programmes,
    programmes_by_event,
)
from sphinxcontrib_tripreport.noting.sites import digests_of_sites, records_of_sites
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.settings import page_kinds
from sphinxcontrib_tripreport.views.index_places import in_place_of_indices

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
    from sphinxcontrib_tripreport.core.catalogue.records import Records
    from sphinxcontrib_tripreport.core.model.records import Note, Report
    from sphinxcontrib_tripreport.views.context import Context


class Answers:
    """The questions of one build, and what is known while it answers them."""

    def __init__(self) -> None:
        self.builder: Builder | None = None
        """None until all documents are read."""
        self.revision = ""
        """A digest of all that answers are made from."""
        self.shown = ""
        """The digest, with the texts of notes if pages of talks show these."""
        self.written: set[str] = set()
        """The documents that this build wrote."""
        self.asked: defaultdict[str, set[str]] = defaultdict(set)
        """By document, what references without a role of ours asked for while it was written."""
        self._titles: dict[Target, str] = {}
        """What headings with references show, by their places."""
        self._catalogue: Catalogue | None = None
        self._with_sites: Catalogue | None = None
        self._context: Context | None = None
        self._own_context: Context | None = None
        self._changes = 0

    def start(self, env: BuildEnvironment, builder: Builder) -> None:
        """Answer for *builder* from now on: all documents are read."""
        self.builder = builder
        self._forget()
        store = store_of(env)
        speakers, events = store.data_files
        self._titles = _titles(env)
        self.revision = digest_of(
            sorted(self._titles.items()),
            builder.name,
            sorted(places_left_out(store.data["conditions"], builder)),
            env.config.language,
            env.config.html_domain_indices,
            page_kinds(env.config),
            env.config.tripreport_page_size,
            sorted(store.written_pages.values()),
            sorted(in_place_of_indices(env, builder)),
            sorted(store.data["digests"].items()),
            digest_records(speakers),
            digest_records(events),
            store.topics,
            _titles_of_descriptions(env),
            digests_of_programmes(env),
            digests_of_sites(env),
            _photos(env),
        )

        texts = store.data["note_texts"]
        said = [(name, sorted(texts[name].items())) for name in sorted(texts)]
        numbers = [(name, str(env.toc_fignumbers.get(name))) for name, _texts in said]
        short = env.config.tripreport_talk_notes
        self.shown = digest_of(self.revision, said, numbers, short) if said else self.revision

    def context(self, env: BuildEnvironment) -> Context:
        """Where views get their answers; made anew when records have changed."""
        own = self.catalogue(env)
        if self._context is None:
            from sphinxcontrib_tripreport.views.context import Context

            if self._with_sites is None:
                with nothing_is_garbage():
                    self._with_sites = self._beside_sites(env, own)
            self._context = Context.open(self._with_sites, own, env, self.builder)
        return self._context

    def own_context(self, env: BuildEnvironment) -> Context:
        """The context of what the project says itself."""
        context, own = self.context(env), self.catalogue(env)
        if context.catalogue is own:
            return context
        if self._own_context is None:
            self._own_context = context.for_catalogue(own, env, self.builder)
        return self._own_context

    def catalogue(self, env: BuildEnvironment) -> Catalogue:
        """Everything that the project says; put together anew when records have changed."""
        changes = store_of(env).changes
        if self._catalogue is None or self._changes != changes:
            self._changes = changes
            self._forget()
            with nothing_is_garbage():
                from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue

                self._catalogue = Catalogue(self._records(env))
        return self._catalogue

    def _forget(self) -> None:
        self._catalogue = self._with_sites = None
        self._context = self._own_context = None

    def _beside_sites(self, env: BuildEnvironment, own: Catalogue) -> Catalogue:
        """What the project says, with what other sites say; the same if there are none."""
        sites = records_of_sites(env)
        if not sites:
            return own
        from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
        from sphinxcontrib_tripreport.core.catalogue.other_sites import with_sites

        return Catalogue(with_sites(self._records(env), own, sites))

    def _records(self, env: BuildEnvironment) -> Records:
        from sphinxcontrib_tripreport.core.catalogue.records import Records

        store = store_of(env)
        speakers, events = store.data_files
        left_out: frozenset[Target] = frozenset()
        if self.builder is not None:
            left_out = places_left_out(store.data["conditions"], self.builder)
        reports = store.data["reports"]
        return Records(
            notes=tuple(map(self._with_title_words, as_far_as_shown(store.all("notes"), left_out))),
            reports={
                name: self._report_with_title_words(reports[name]) for name in sorted(reports)
            },
            speakers=(*as_far_as_shown(store.all("speakers"), left_out), *speakers),
            takeaways=tuple(as_far_as_shown(store.all("takeaways"), left_out)),
            events=(*as_far_as_shown(store.all("events"), left_out), *events),
            programmes=programmes_by_event(env),
            topics=store.topics,
            topics_closed=env.config.tripreport_topics_closed and bool(store.topics),
        )

    def _with_title_words(self, note: Note) -> Note:
        title = self._titles.get(note.target) if self._titles else None
        return replace(note, title=title, original_title=note.known_by) if title else note

    def _report_with_title_words(self, report: Report) -> Report:
        title = self._titles.get(Target(report.docname, ""))
        return replace(report, title=title) if title else report


def _titles(env: BuildEnvironment) -> dict[Target, str]:
    """What headings with references show, by their places."""
    if not store_of(env).data["title_references"]:
        return {}
    from sphinxcontrib_tripreport.noting.title_references import resolved_titles

    return resolved_titles(env)


def _photos(env: BuildEnvironment) -> list[tuple[str, str]]:
    """The pictures of people, with digests of them."""
    store = store_of(env)
    photos = {each.photo for each in (*store.data_files[0], *store.all("speakers")) if each.photo}
    if not photos:
        return []
    from sphinxcontrib_tripreport.noting.pictures import digest_of_picture

    return sorted((photo, digest_of_picture(Path(env.srcdir), photo)) for photo in photos)


def _titles_of_descriptions(env: BuildEnvironment) -> list[tuple[str, str]]:
    """What the documents are called that describe people and events: pages of these name them."""
    data = store_of(env).data
    described = sorted(data["speakers"].keys() | data["events"].keys())
    return [(name, env.titles[name].astext()) for name in described if name in env.titles]


def answers_of(env: BuildEnvironment) -> Answers:
    """What this build knows and answers."""
    return store_of(env).state(Answers)


def context_of(env: BuildEnvironment) -> Context:
    """Where views get their answers."""
    return answers_of(env).context(env)


def own_context_of(env: BuildEnvironment) -> Context:
    """Where files for other programs and the inventory get theirs: nothing is of other sites."""
    return answers_of(env).own_context(env)


def catalogue_of(env: BuildEnvironment) -> Catalogue:
    """Everything that the project says itself, without what other sites say."""
    return answers_of(env).catalogue(env)


def start_answering(app: Sphinx, env: BuildEnvironment) -> None:
    """Answer questions, because all documents are read; for ``env-updated``."""
    answers_of(env).start(env, app.builder)
