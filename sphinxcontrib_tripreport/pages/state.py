"""What is kept while the pages of one build are made."""

from __future__ import annotations

from collections.abc import Set
from pathlib import Path
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.noting.store import store_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_tripreport.pages.warnings import InTemplate


class PagesOfBuild:
    """What one build knows of the pages that it makes."""

    outdated: Set[str] = frozenset()
    """The made documents that have to be read again, whether their sources change or not."""
    read_now: frozenset[str] = frozenset()
    """The documents that this build reads, before any page is made."""
    template = ""
    """The project's own template of the made document that is being read, if it has one."""
    has_heading = True
    """Whether the made document that was read last has a heading."""
    in_template: InTemplate | None = None
    """Has warnings of made documents name their templates; None if there are no pages."""


def sources_of_pages(app: Sphinx) -> Path:
    """The folder of the sources that are made, beside the doctrees.

    Sphinx looks for documents in no folder of this name, should it be below the source directory.
    """
    return Path(app.doctreedir) / "trip-pages" / "_sources"


def pages_of(env: BuildEnvironment) -> PagesOfBuild:
    """What this build knows of the pages that it makes."""
    return store_of(env).state(PagesOfBuild)
