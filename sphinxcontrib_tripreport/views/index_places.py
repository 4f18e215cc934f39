"""Which of the four indices have a page, and what the project has in the place of one."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

from sphinx.builders.html import StandaloneHTMLBuilder

from sphinxcontrib_tripreport.core.catalogue.page_names import OVERVIEWS, ROOT
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.outputs import is_one_page
from sphinxcontrib_tripreport.settings import page_kinds
from sphinxcontrib_tripreport.views.own_files import OwnFile, own_files

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue


INDEX_OF = {"talk": "trip-talks", "speaker": "trip-speakers", "event": "trip-events",
            "topic": "trip-topics"}  # fmt: skip
"""The page name of the index that lists each kind of thing."""


def roles_in(catalogue: Catalogue) -> frozenset[str]:
    """The roles that have something to name."""
    things = {
        "talk": catalogue.talks,
        "speaker": catalogue.speakers,
        "event": catalogue.events,
        "topic": catalogue.topics,
    }
    return frozenset(role for role, found in things.items() if found)


def overviews(env: BuildEnvironment) -> dict[str, str]:
    """By the name of an index, the overview of pages that is in its place.

    Both would be called “Speakers”, and the names in the index would lead to these pages.
    """
    asked = page_kinds(env.config)
    written = store_of(env).written_pages if asked else {}
    names = {
        INDEX_OF[kind]: f"{ROOT}/{overview}/index"
        for kind, overview in OVERVIEWS.items()
        if kind in INDEX_OF and overview in asked
    }
    return {name: written.get(docname.casefold(), docname) for name, docname in names.items()}


def pages_of_indices(
    roles: Set[str], env: BuildEnvironment, builder: Builder | None
) -> frozenset[str]:
    """The names of our indices that have a page: wanted, and without an overview in their place.

    :param roles: those that have something to name
    """
    return wanted_indices(roles, env.config, builder) - overviews(env).keys()


def wanted_indices(roles: Set[str], config: Config, builder: Builder | None) -> frozenset[str]:
    """The names of our indices that are wanted: none outside HTML and EPUB, none that is empty."""
    if builder is None or builder.format != "html" or is_one_page(builder):
        return frozenset()
    pages = frozenset(map(INDEX_OF.__getitem__, roles))
    wanted = config.html_domain_indices
    if isinstance(wanted, bool):
        return pages if wanted else frozenset()
    return pages.intersection(wanted)


def in_place_of_indices(env: BuildEnvironment, builder: Builder | None) -> dict[str, OwnFile]:
    """What the project itself has in the place of pages of indices, by their names."""
    if not isinstance(builder, StandaloneHTMLBuilder):
        return {}
    paths = {
        builder.get_output_path(name).relative_to(builder.outdir).as_posix(): name
        for name in INDEX_OF.values()
    }
    return {paths[path]: own for path, own in own_files(env, builder, paths).items()}
