"""What ``sphinxext.opengraph`` says of a page: its excerpt, or what is on a page that is made.

Of itself it takes the first words on the page, which are a byline, or nothing but signs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from html import escape, unescape
from typing import TYPE_CHECKING, Any

from sphinxcontrib_tripreport.core.languages.joining import join_names
from sphinxcontrib_tripreport.core.text.excerpts import shorten
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.views.answers import context_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
    from sphinxcontrib_tripreport.core.catalogue.pages import Page
    from sphinxcontrib_tripreport.core.model.talk import Talk
    from sphinxcontrib_tripreport.views.context import Context

_PROPERTY = "og:description"
_MOST_NAMED = 6
_TALKS: Mapping[str, Callable[[Catalogue, str], Iterable[Talk]]] = {
    "speaker": lambda catalogue, key: catalogue.talks_by(key),
    "event": lambda catalogue, key: catalogue.talks_at(key),
    "topic": lambda catalogue, key: catalogue.talks_about(key),
    "year": lambda catalogue, key: catalogue.talks_in(int(key)),
}
"""By the kind of a page, the talks on it."""
_META = regex(r"<meta\b[^>]*\bname=\"description\"[^>]*>", re.IGNORECASE)
_CONTENT = regex(r"\bcontent=\"([^\"]*)\"", re.IGNORECASE)


def describe_page(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object
) -> None:
    """Give the extension what it is to say, unless the author did; for ``html-page-context``."""
    fields = context.get("meta") or {}
    if doctree is None or _PROPERTY in fields:
        return
    text = _description_in(context.get("metatags", "")) or _description_of(app.env, pagename)
    if text:
        longest = app.config.ogp_description_length
        # What it gets is written as it is, but for quotation marks.
        context["meta"] = {**fields, _PROPERTY: escape(shorten(text, longest), quote=False)}


def _description_in(tags: str) -> str:
    """What the head of a page already says of it."""
    found = _META.search(tags)
    content = _CONTENT.search(found[0]) if found else None
    return unescape(content[1]) if content else ""


def _description_of(env: BuildEnvironment, docname: str) -> str:
    """What is to be said of a document; empty if that is nothing of ours."""
    store = store_of(env)
    if store.is_empty and not store.data["sites"]:
        return ""
    context = context_of(env)
    page = context.pages.by_docname.get(docname)
    if page is None:
        report = context.catalogue.reports.get(docname)
        return report.excerpt if report is not None else ""
    title = env.titles[docname].astext()
    names = list(_names_on(context, page))
    more = ["…"] if len(names) > _MOST_NAMED else []
    listed = [*names[:_MOST_NAMED], *more]
    said = ", ".join(listed) if more else join_names(listed, context.locale)
    return f"{title}: {said}." if listed else f"{title}."


def _names_on(context: Context, page: Page) -> Iterable[str]:
    """The titles and names that a made page lists."""
    catalogue = context.catalogue
    if page.kind == "author":
        reports = map(catalogue.reports.__getitem__, catalogue.authorship.reports_by(page.key))
        return [report.title for report in reports]
    if page.key:
        return [talk.title for talk in _TALKS[page.kind](catalogue, page.key)]
    one = page.kind.removesuffix("s")
    pages = context.pages.by_docname.values()
    names = [each.name for each in pages if each.key and each.kind == one]
    return names or [report.title for report in catalogue.reports.values()]
