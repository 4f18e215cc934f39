"""Feeds: one of all reports, of all talks, and of each subject that has a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import quote

from sphinxcontrib_tripreport.builders.export import Export
from sphinxcontrib_tripreport.builders.own_ids import beginning_of_ids
from sphinxcontrib_tripreport.builders.page_bodies import Bodies
from sphinxcontrib_tripreport.core.exports.feed_names import (
    REPORTS,
    TALKS,
    FeedIds,
    feed_of,
    same_ids,
)
from sphinxcontrib_tripreport.core.model.digests import digest_of
from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.messages import _, warn
from sphinxcontrib_tripreport.noting.files import path_in_output
from sphinxcontrib_tripreport.views.answers import catalogue_of, context_of
from sphinxcontrib_tripreport.views.feeds import has_feeds, title_of_feed

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinxcontrib_tripreport.builders.addresses import SiteAddresses
    from sphinxcontrib_tripreport.core.exports.atom import FeedEntry
    from sphinxcontrib_tripreport.core.exports.feed_entries import DatedThing, FeedEntries
    from sphinxcontrib_tripreport.core.model.talk import Talk

MEDIA_TYPE: Final = "application/atom+xml"
_LIMIT: Final = 20
_UNNAMED: Final = ("", "unknown", "Author name not set")
"""What Sphinx calls an author whom nobody names."""


class _Plan(NamedTuple):
    """A feed before it is known what is in it."""

    path: str
    title: str
    page: str
    """The document that it is about."""
    find: Callable[[FeedEntries], list[DatedThing]]


def feeds(app: Sphinx, bodies: Bodies, addresses: SiteAddresses) -> Iterator[Export]:
    """The files of all feeds."""
    if not has_feeds(app.config, app.builder):
        return
    limits = {name: limit for name in app.env.all_docs if (limit := _limit(app, name))}
    state = digest_of(bodies.state, sorted(limits.items()), beginning_of_ids(app))
    _warn_of_ids(app)
    writer = _Writer(app, bodies, addresses, limits)
    for plan in _plans(app):
        yield Export(plan.path, f"the feed “{plan.title}”", partial(writer.render, plan), state)


def link_feeds(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Tell browsers which feeds there are, first that on the page; for ``html-page-context``."""
    if doctree is None or not has_feeds(app.config, app.builder):
        return
    known = context_of(app.env)
    page = known.pages.by_docname.get(pagename)
    found = {REPORTS: _title(app, _("Reports"))}
    if pagename == app.config.root_doc:
        # An archive has talks alone. Which there are is no matter: pages would have to know.
        found |= _feed_of_talks(app)
    if page is not None and (path := feed_of(page, known.own, known.catalogue)):
        found = {path: _title(app, page.name), **found}
    elif page is not None and page.lists("talk"):
        found = {**_feed_of_talks(app), **found}
    for path, title in found.items():
        href = context["pathto"](path, 1)
        context["metatags"] += (
            f'<link rel="alternate" type="{MEDIA_TYPE}" title="{escape(title)}"'
            f' href="{escape(href)}">\n'
        )


def _feed_of_talks(app: Sphinx) -> dict[str, str]:
    return {TALKS: _title(app, _("Talks"))}


def _plans(app: Sphinx) -> Iterator[_Plan]:
    context, root = context_of(app.env), app.config.root_doc
    pages = context.pages
    reports = pages.docname_of("archive", "") or root
    yield _Plan(REPORTS, _title(app, _("Reports")), reports, lambda found: found.reports())
    talks = pages.docname_of("talks", "") or root
    yield _Plan(TALKS, _title(app, _("Talks")), talks, lambda found: found.talks())
    for page in pages.by_docname.values():
        if path := feed_of(page, context.own, context.catalogue):
            find = partial(_entries_about, page.kind, page.key)
            yield _Plan(path, _title(app, page.name), page.docname, find)


def _entries_about(kind: str, key: str, found: FeedEntries) -> list[DatedThing]:
    return found.entries_about(kind, key)


def _title(app: Sphinx, about: str) -> str:
    return title_of_feed(app.config.project, about)


def _limit(app: Sphinx, docname: str) -> int:
    """How many entries the metadata of a document wants in its feed; 0 if it does not say."""
    written = str(app.env.metadata.get(docname, {}).get("feed-limit", "")).strip()
    if not written:
        return 0
    if written.isascii() and written.isdigit() and int(written[:6]) > 0:
        return int(written[:6])
    text = f"The metadata field “feed-limit” is “{written}”: expected a number from 1."
    warn(Subtype.METADATA, text, docname)
    return 0


def _warn_of_ids(app: Sphinx) -> None:
    """Warn of reports that readers of feeds cannot tell from each other."""
    reports = catalogue_of(app.env).reports.values()
    if any(report.feed_id for report in reports):
        ids = FeedIds(app.config.html_baseurl, beginning_of_ids(app))
        shown = (each for each in reports if each.date is not None and not each.draft)
        for problem in same_ids(shown, ids):
            place = (problem.docname, problem.line) if problem.line else problem.docname
            warn(problem.subtype, problem.text, place)


class _Writer:
    """Writes feeds; an entry that several have is made once."""

    def __init__(
        self, app: Sphinx, bodies: Bodies, addresses: SiteAddresses, limits: dict[str, int]
    ) -> None:
        self._app = app
        self._bodies = bodies
        self._addresses = addresses
        self._limits = limits
        self._ids = FeedIds(app.config.html_baseurl, beginning_of_ids(app))
        self._entries: FeedEntries | None = None
        self._rendered: dict[str, tuple[FeedEntry, str]] = {}

    def render(self, plan: _Plan) -> str:
        """The text of one feed."""
        from sphinxcontrib_tripreport.core.exports.atom import Author, Feed, render_feed

        config = self._app.config
        author = config.project if config.author in _UNNAMED else config.author
        if self._entries is None:
            self._entries = self._all_entries()
        limit = self._limits.get(plan.page) or self._limits.get(config.root_doc) or _LIMIT
        found = plan.find(self._entries)[:limit]
        feed = Feed(
            id=self._ids.of_feed(plan.path),
            title=plan.title,
            address=f"{config.html_baseurl.rstrip('/')}/{quote(plan.path)}",
            page=self._addresses.of_page(plan.page),
            author=Author(author or plan.title),
            language=(config.language or "en").replace("_", "-"),
            # Readers take a day long ago for a mistake.
            day=None if found else self._entries.newest_day(),
        )
        return render_feed(feed, [self._entry(self._entries, dated) for dated in found])

    def _entry(self, entries: FeedEntries, dated: DatedThing) -> tuple[FeedEntry, str]:
        from sphinxcontrib_tripreport.core.exports.atom import render_entry

        name = f"{type(dated.thing).__name__} {entries.name_of(dated)}"
        if name not in self._rendered:
            entry = entries.entry(dated)
            self._rendered[name] = entry, render_entry(entry)
        return self._rendered[name]

    def _all_entries(self) -> FeedEntries:
        from sphinxcontrib_tripreport.core.exports.feed_entries import FeedEntries, FeedPlaces

        places = FeedPlaces(
            report=self._addresses.of_page,
            talk=self._address_of_talk,
            author=self._address_of_author,
            file=self._address_of_file,
            text_of_report=self._bodies.of_report,
            text_of_note=self._bodies.of_note,
        )
        return FeedEntries(catalogue_of(self._app.env), self._ids, places)

    def _address_of_talk(self, talk: Talk) -> str:
        return self._addresses.address_of(context_of(self._app.env).targets.talk(talk))

    def _address_of_author(self, key: str) -> str:
        return self._addresses.address_of(
            context_of(self._app.env).targets.own_target("author", key)
        )

    def _address_of_file(self, url: str) -> str:
        download = path_in_output(self._app.env, url)
        if download:
            return f"{self._app.config.html_baseurl.rstrip('/')}/_downloads/{download}"
        return url if "://" in url else ""
