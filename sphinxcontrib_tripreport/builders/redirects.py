"""Writes a small page at each old address of a post, which leads to where the post is now."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, urlsplit

from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.messages import _, warn
from sphinxcontrib_tripreport.noting.conf_places import warn_of_setting
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.outputs import has_scripts, is_one_page
from sphinxcontrib_tripreport.settings import as_list, for_document

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder

    from sphinxcontrib_tripreport.core.exports.redirect_plan import Plan
    from sphinxcontrib_tripreport.core.posts.old_addresses import OldAddress

TABLE: Final = "_redirects"
"""The file of Netlify and Cloudflare, and what asks for it."""
_NAME: Final = "tripreport_redirects"


class _OtherPages:
    """The pages of this build that are no documents."""

    def __init__(self) -> None:
        self.names: set[str] = set()


def note_other_page(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object
) -> None:
    """Keep which pages there are beside documents; for ``html-page-context``."""
    if doctree is None:
        store_of(app.env).state(_OtherPages).names.add(pagename)


def warn_of_patterns(app: Sphinx) -> None:
    """Say what is wrong with the patterns of ``conf.py``; for ``builder-inited``."""
    value = app.config.tripreport_redirects
    if isinstance(value, bool) or not value:
        return
    from sphinxcontrib_tripreport.core.posts.address_patterns import (
        PLACEHOLDERS,
        without_placeholders,
    )
    from sphinxcontrib_tripreport.core.text.nearest import nearest
    from sphinxcontrib_tripreport.core.text.phrases import expected_one_of

    for pattern in _all_patterns(value):
        for name in without_placeholders(pattern)[1]:
            expected = expected_one_of(PLACEHOLDERS, nearest(name, PLACEHOLDERS, 1))
            text = f"“{_NAME}” has “:{name}” in “{pattern}”: {expected}"
            warn_of_setting(app, _NAME, text)
        if wrong := _wrong_with(pattern):
            text = f"“{_NAME}” has the pattern “{pattern}”: {wrong}."
            warn_of_setting(app, _NAME, text)


def _wrong_with(pattern: str) -> str:
    """Why no pattern can give addresses, whatever the posts are; empty if it can."""
    from sphinxcontrib_tripreport.core.exports.redirects import file_of_address
    from sphinxcontrib_tripreport.core.posts.address_patterns import without_placeholders

    try:
        file_of_address(without_placeholders(pattern)[0])
    except ValueError as error:
        return str(error)
    return ""


def _all_patterns(value: object) -> list[str]:
    return [text for text in _all_items(value) if text != TABLE]


def _all_items(value: object) -> list[str]:
    items = value.values() if isinstance(value, dict) else [value]
    return [text for each in items for text in as_list(each)]


def write_redirects(app: Sphinx, exception: Exception | None) -> None:
    """Write what is at old addresses, and remove what no longer is; for ``build-finished``."""
    builder = app.builder
    if exception is not None or not has_scripts(builder) or is_one_page(builder):
        return
    from sphinxcontrib_tripreport.freshness.redirect_files import begin_redirects, other_pages

    others = other_pages(app, store_of(app.env).state(_OtherPages).names)
    texts: dict[str, str] = {}
    if app.config.tripreport_redirects or app.config.tripreport_previous:
        texts = dict(_Redirects(app, builder, others).texts())
    for name in begin_redirects(app, texts):
        path = Path(app.outdir) / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(texts[name].encode("utf-8", "replace"))
        except (OSError, ValueError) as error:
            warn(Subtype.NAME, f"The page at the old address “{name}” cannot be written: {error}")


class _Redirects:
    """What one build writes at old addresses."""

    def __init__(
        self, app: Sphinx, builder: StandaloneHTMLBuilder, others: Collection[str]
    ) -> None:
        from sphinxcontrib_tripreport.views.taken_files import TakenFiles

        self._env, self._config, self._builder = app.env, app.config, builder
        self._taken = TakenFiles(app.env, builder, others)

    def texts(self) -> Iterator[tuple[str, str]]:
        """Each file, and what it says."""
        from sphinxcontrib_tripreport.core.exports.redirect_plan import plan_redirects

        plan = plan_redirects(self._old_addresses(), self._taken.owner)
        for problem in plan.problems:
            place = (problem.docname, problem.line) if problem.line else problem.docname
            warn(problem.subtype, problem.text, place)
        for file, docname in plan.files.items():
            yield file, self._page(file, docname)
        if TABLE in _all_items(self._config.tripreport_redirects):
            yield from self._table(plan)

    def _old_addresses(self) -> Iterator[tuple[str, OldAddress]]:
        """The old addresses of all documents, those that metadata names first."""
        from sphinxcontrib_tripreport.core.posts.address_patterns import fill_pattern, is_pattern
        from sphinxcontrib_tripreport.core.posts.old_addresses import OldAddress, OldPlace

        data = store_of(self._env).data
        places = data["old_places"] if self._config.tripreport_redirects else {}
        made: list[tuple[str, OldAddress]] = []
        value = self._config.tripreport_redirects
        unusable = {TABLE, *filter(_wrong_with, _all_patterns(value))}
        for docname in sorted(self._env.all_docs):
            report, place = data["reports"].get(docname), places.get(docname, OldPlace())
            title, day = (report.title, report.date) if report is not None else ("", None)
            for old in place.addresses:
                address = old.address
                if is_pattern(address):
                    address = fill_pattern(address, docname, day, place, title)
                if address:
                    yield docname, old._replace(address=address)
            if report is not None and not isinstance(value, bool):
                patterns = (each for each in for_document(value, docname) if each not in unusable)
                filled = (fill_pattern(each, docname, day, place, title) for each in patterns)
                made += ((docname, OldAddress(each, _NAME, 0)) for each in filled if each)
        yield from made
        yield from self._addresses_of_renamed_pages()

    def _addresses_of_renamed_pages(self) -> Iterator[tuple[str, OldAddress]]:
        """The old addresses of pages that are made."""
        from sphinxcontrib_tripreport.builders.renamed_pages import renamed_pages
        from sphinxcontrib_tripreport.core.posts.old_addresses import OldAddress

        for docname, before in renamed_pages(self._env):
            yield docname, OldAddress(f"/{self._builder.get_target_uri(before)}", _NAME, 0)

    def _page(self, file: str, docname: str) -> str:
        from sphinxcontrib_tripreport.core.exports.redirects import render_redirect

        uri, base = self._builder.get_target_uri(docname), self._config.html_baseurl
        target = f"{'../' * file.count('/')}{uri}" or "./"
        canonical = f"{base.rstrip('/')}/{uri}" if base else target
        title = self._env.titles[docname].astext() or docname
        before, _place, after = _("This page is now at %(page)s").partition("%(page)s")
        language = self._config.language or "en"
        return render_redirect(target, canonical, title, (before, after), language)

    def _table(self, plan: Plan) -> Iterator[tuple[str, str]]:
        from sphinxcontrib_tripreport.core.exports.redirects import render_table

        own = self._taken.extra_file(TABLE)
        if own is not None:
            text = f"{own.text} is in the place of the list of old addresses, “{TABLE}”"
            warn(Subtype.NAME, f"{text}; it needs another name to have both", own.location)
            return
        root = urlsplit(self._config.html_baseurl).path.rstrip("/")
        moved = {
            f"{root}/{quote(file.removesuffix('index.html'))}":
            f"{root}/{self._builder.get_target_uri(docname)}"
            for file, docname in plan.files.items()
        }  # fmt: skip
        yield TABLE, render_table(moved)
