"""When the pages of the four indices are written in HTML, and what leads to them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.builders.html import StandaloneHTMLBuilder

from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.freshness.inventory import inventory_of
from sphinxcontrib_tripreport.freshness.stale import is_fresh, made_from
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.outputs import has_scripts
from sphinxcontrib_tripreport.views.index_places import (
    INDEX_OF,
    in_place_of_indices,
    overviews,
    pages_of_indices,
    wanted_indices,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx.application import Sphinx
    from sphinx.domains import Index

    from sphinxcontrib_tripreport.views.own_files import OwnFile


_SphinxPage = tuple[str, dict[str, Any], str]


def collect_index_pages(app: Sphinx) -> Iterator[_SphinxPage]:
    """The pages that have to be written; for ``html-collect-pages``.

    Those of indices that have become empty are removed, also where Sphinx writes them.
    """
    builder = app.builder
    if not isinstance(builder, StandaloneHTMLBuilder):
        return
    own = in_place_of_indices(app.env, builder)
    _warn_of_own(app, own)
    for name in set(INDEX_OF.values()) - _wanted_indices(app) - own.keys():
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
    wanted = _wanted_indices(app)
    for index in app.env.domains["trip"].indices:
        if (name := f"trip-{index.name}") in wanted & own.keys():
            text = f"{own[name].text} is in the place of the index “{index.localname}”"
            warn(Subtype.NAME, f"{text}; it needs another name to have both", own[name].location)


def link_index_pages(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object
) -> None:
    """Let the head and the bars of every page lead to the indices, or to what is in their place.

    For ``html-page-context``.

    As Sphinx does for indices whose pages it writes itself.
    """
    builder = app.builder
    if not has_scripts(builder):
        return
    places = _places(app)
    links = [
        (places[name], index.localname, "", index.shortname)
        for index in app.env.domains["trip"].indices
        if (name := f"trip-{index.name}") in places
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


def _wanted_indices(app: Sphinx) -> frozenset[str]:
    """The names of the indices that have a page, unless something else is in its place."""
    return pages_of_indices(inventory_of(app.env).roles, app.env, app.builder)


class _Places:
    """Where the indices are."""

    made_from = ""
    """A digest of what that depends on."""
    of_indices: dict[str, str] | None = None


def _places(app: Sphinx) -> dict[str, str]:
    """The page of each index, by its name: its own or an overview; asked for by each page."""
    env = app.env
    state, digest = store_of(env).state(_Places), made_from(env)
    if state.of_indices is None or state.made_from != digest:
        state.made_from = digest
        wanted = wanted_indices(inventory_of(env).roles, app.config, app.builder)
        lead = overviews(env)
        own = in_place_of_indices(env, app.builder).keys() - lead.keys()
        state.of_indices = {name: lead.get(name, name) for name in wanted - own}
    return state.of_indices


def _indices_with_pages(app: Sphinx) -> Iterator[type[Index]]:
    places = _places(app)
    indices = app.env.domains["trip"].indices
    return (index for index in indices if places.get(name := f"trip-{index.name}") == name)
