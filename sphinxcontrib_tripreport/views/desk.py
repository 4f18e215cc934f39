"""Where views get their answers: what is known, where it is, and the project's language."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sphinxcontrib_tripreport.catalogue import Catalogue
from sphinxcontrib_tripreport.model import Target
from sphinxcontrib_tripreport.queries.forms import Forms
from sphinxcontrib_tripreport.views.references import (
    Reference,
    Targets,
    draws_index_pages,
    pages_of_indices,
)

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.config import Config


@dataclass(frozen=True, slots=True)
class Desk:
    """The catalogue of one build, with what depends on its builder and language."""

    catalogue: Catalogue
    targets: Targets
    index_pages: frozenset[str]
    """The names of the indices that have a page of their own."""
    draws_index_pages: bool
    """Whether their pages are HTML of our own making."""
    locale: str
    forms: Forms
    """What the filters of listings can name."""
    found: dict[tuple[str, str], Any] = field(default_factory=dict)
    listings: dict[tuple[str, str], Any] = field(default_factory=dict)
    """What was found for listings, and their answers, by document and subject.

    Each is asked for when the listing is checked, drawn and remembered.
    """

    @classmethod
    def open(cls, catalogue: Catalogue, config: Config, builder: Builder | None) -> Desk:
        """The desk for one build."""
        pages = pages_of_indices(catalogue, config, builder)
        return cls(
            catalogue,
            Targets(catalogue, pages),
            pages,
            draws_index_pages(builder),
            config.language or "en",
            Forms(catalogue),
        )

    def refer(self, role: str, key: str, text: str, *, at: Target | None = None) -> Reference:
        """A reference to a speaker, event or topic; without a target where that is *at* itself."""
        target = self.targets.of(role, key)
        return Reference(text, None if target == at else target)
