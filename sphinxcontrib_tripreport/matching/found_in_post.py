"""What patterns found in the document that is being read, kept until it is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_tripreport.core.patterns.rules import UsableRules
    from sphinxcontrib_tripreport.matching.finder import Findings

_FOUND = "tripreport_found"


@dataclass(eq=False)
class FoundInPost:
    """What the patterns of a post found."""

    usable: UsableRules | None = None
    """The patterns that can be read."""
    findings: Findings | None = None
    originals: Findings | None = None
    """What they found before Sphinx translated the text; None if it does not."""


def found_in_post(env: BuildEnvironment) -> FoundInPost:
    """What is known of the document that is being read: nothing until patterns were tried."""
    current = env.current_document
    found: FoundInPost | None = current.get(_FOUND)
    if found is None:
        found = current[_FOUND] = FoundInPost()
    return found
