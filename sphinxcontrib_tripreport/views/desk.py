"""Where views get their answers: what is known, where it is, and the project's language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.catalogue import Catalogue
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
    locale: str

    @classmethod
    def open(cls, catalogue: Catalogue, config: Config, builder: Builder | None) -> Desk:
        """The desk for one build."""
        targets = Targets(catalogue, pages_of_indices(config, builder))
        return cls(catalogue, targets, config.language or "en")

    def refer(self, role: str, key: str, text: str, *, at: str = "") -> Reference:
        """A reference to a speaker, event or topic; without a target where that is *at* itself."""
        target = self.targets.of(role, key)
        return Reference(text, None if target and target.anchor == at else target)
