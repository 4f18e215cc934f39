"""When the pages of the four indices are written in HTML, and what leads to them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.builders.html import StandaloneHTMLBuilder

from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.freshness.stale import is_fresh
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.outputs import has_scripts
from sphinxcontrib_tripreport.views.answers import catalogue_of, context_of
from sphinxcontrib_tripreport.views.targets import INDEX_OF, in_place_of_indices, pages_of_indices

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx.application import Sphinx
    from sphinx.domains import Index

    from sphinxcontrib_tripreport.views.own_files import OwnFile


_PageOfSphinx = tuple[str, dict[str, Any], str]


def collect_index_pages(app: Sphinx) -> Iterator[_PageOfSphinx]:
    """The pages that have to be written; for ``html-collect-pages``.

    Those of indices that have become empty are removed, also where Sphinx writes them.
    """
    builder = app.builder
    if not isinstance(builder, StandaloneHTMLBuilder):
        return
    own = in_place_of_indices(app.env, builder)
    _warn_of_own(app, own)
    for name in set(INDEX_OF.values()) - context_of(app.env).index_pages - own.keys():
        Path(builder.get_output_path(name)).unlink(missing_ok=True)
    if not has_scripts(builder):
        return
    for index in _indices_with_pages(app):
        name = f"trip-{index.name}"
        path = builder.get_output_path(name).relative_to(builder.outdir)
        if not is_fresh(app, path.as_posix()):
            from sphinxcontrib_tripreport.domain.index_drawing import draw_index

            yield name, draw_index(app, name, index.localname), "page.html"


def _warn_of_own(app: Sphinx, own: Mapping[str, OwnFile]) -> None:
    """Warn of indices that have no page because something of the project's own has its place."""
    wanted = pages_of_indices(catalogue_of(app.env), app.config, app.builder)
    for index in app.env.domains["trip"].indices:
        if (name := f"trip-{index.name}") in wanted & own.keys():
            text = f"{own[name].text} is in the place of the index “{index.localname}”"
            warn(Subtype.NAME, f"{text}; it needs another name to have both", own[name].location)


def link_index_pages(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object
) -> None:
    """Let the head and the bars of every page lead to the indices; for ``html-page-context``.

    As Sphinx does for indices whose pages it writes itself.
    """
    builder = app.builder
    if not has_scripts(builder):
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
    if templatename != "domainindex.html" or pagename not in INDEX_OF.values():
        return None
    from sphinxcontrib_tripreport.domain.index_drawing import draw_index

    context.update(draw_index(app, pagename, context["indextitle"]))
    return "page.html"


def _indices_with_pages(app: Sphinx) -> Iterator[type[Index]]:
    names = context_of(app.env).index_pages
    indices = app.env.domains["trip"].indices
    return (index for index in indices if f"trip-{index.name}" in names)
