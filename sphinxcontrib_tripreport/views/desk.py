"""Where views get their answers: what is known, where it is, and the project's language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.catalogue import Catalogue
from sphinxcontrib_tripreport.model import Target
from sphinxcontrib_tripreport.views.references import (
    Reference,
    Targets,
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
    locale: str

    @classmethod
    def open(cls, catalogue: Catalogue, config: Config, builder: Builder | None) -> Desk:
        """The desk for one build."""
        pages = pages_of_indices(catalogue, config, builder)
        return cls(catalogue, Targets(catalogue, pages), pages, config.language or "en")

    def refer(self, role: str, key: str, text: str, *, at: Target | None = None) -> Reference:
        """A reference to a speaker, event or topic; without a target where that is *at* itself."""
        target = self.targets.of(role, key)
        return Reference(text, None if target == at else target)
