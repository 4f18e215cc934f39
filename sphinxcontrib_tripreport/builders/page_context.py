"""What themes and other extensions get of a page: its description, and the pages beside it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from sphinxcontrib_tripreport.messages import _
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.outputs import has_scripts
from sphinxcontrib_tripreport.views.answers import context_of

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder

    from sphinxcontrib_tripreport.core.exports.schema_org import Thing
    from sphinxcontrib_tripreport.views.neighbours import Neighbours, Pager

_OPENGRAPH = "sphinxext.opengraph"


def describe_page(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Give a page its description, unless its author did; for ``html-page-context``."""
    store = store_of(app.env)
    if doctree is None or not has_scripts(app.builder):
        return
    if pagename not in store.data["reports"] and not store.is_made(pagename):
        return
    from sphinxcontrib_tripreport.builders.open_graph import open_graph_of, write_open_graph
    from sphinxcontrib_tripreport.views.registry import answer

    text: str = answer(context_of(app.env), pagename, "description", pagename)
    if text and 'name="description"' not in context["metatags"]:
        context["metatags"] += f'<meta name="description" content="{escape(text)}">\n'
    thing: Thing | None = answer(context_of(app.env), pagename, "structured", pagename)
    if _OPENGRAPH in app.extensions:
        given = {"og:description": text, **(open_graph_of(thing) if thing is not None else {})}
        # It would begin with the byline. A copy, because it is the metadata of the document.
        ours = {name: escape(value, quote=False) for name, value in given.items() if value}
        context["meta"] = {**ours, **(context["meta"] or {})}
    elif app.config.tripreport_structured_data:
        tags = {"og:title": app.env.titles[pagename].astext(), "og:description": text}
        context["metatags"] += write_open_graph(app, pagename, tags, thing)
    if thing is not None:
        from sphinxcontrib_tripreport.core.exports.json_ld import render_json_ld

        context["metatags"] += f"{render_json_ld(thing)}\n"


def show_neighbours(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Tell a theme which pages are before and after a page; for ``html-page-context``."""
    if doctree is None or not has_scripts(app.builder):
        return
    shown = {view for view, _subject in store_of(app.env).shown_in(pagename)}
    found = _neighbours(app, pagename, shown) if shown & {"neighbours", "pager"} else None
    if found is None:
        return
    links = [each for each in context.get("rellinks", ()) if each[2] not in ("N", "P")]
    words = {"next": _("Next page"), "prev": _("Previous page")}
    for name, key, docname in (("next", "N", found[1]), ("prev", "P", found[0])):
        context[name] = _link(app.builder, pagename, docname) if docname else None
        if docname:
            links.append((docname, context[name]["title"], key, words[name]))
    context["rellinks"] = links


def _neighbours(app: Sphinx, pagename: str, shown: set[str]) -> tuple[str, str] | None:
    """The documents before and after a page; None if its theme is to know best."""
    from sphinxcontrib_tripreport.views.registry import answer

    answers = context_of(app.env)
    if "pager" in shown:
        pager: Pager | None = answer(answers, pagename, "pager", pagename)
        return (pager.previous, pager.next) if pager is not None else None
    found: Neighbours = answer(answers, pagename, "neighbours", pagename)
    targets = [each.target for each in found if each is not None]
    if not targets:
        return None
    before, after = (each.target.docname if each and each.target else "" for each in found)
    return before, after


def _link(builder: StandaloneHTMLBuilder, pagename: str, docname: str) -> dict[str, str]:
    title = builder.render_partial(builder.env.titles[docname])["title"]
    return {"link": builder.get_relative_uri(pagename, docname), "title": title}
