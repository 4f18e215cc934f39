"""What is kept while the pages of one build are made."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.noting.store import store_of

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_tripreport.pages.warnings import InTemplate


@dataclass
class PagesOfBuild:
    """What one build knows of the pages that it makes."""

    outdated: Set[str] = frozenset()
    """The made documents that have to be read again, whether their sources change or not."""
    read_now: frozenset[str] = frozenset()
    """The documents that this build reads, before any page is made."""
    template: str = ""
    """The project's own template of the made document that is being read, if it has one."""
    has_heading: bool = True
    """Whether the made document that was read last has a heading."""
    in_template: InTemplate | None = None
    """Has warnings of made documents name their templates; None if there are no pages."""


def pages_of(env: BuildEnvironment) -> PagesOfBuild:
    """What this build knows of the pages that it makes."""
    return store_of(env).state(PagesOfBuild)
