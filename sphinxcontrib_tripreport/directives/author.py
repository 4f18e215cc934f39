"""The directive ``author``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.directives.speaker import SpeakerDirective

if TYPE_CHECKING:
    from docutils import nodes


class AuthorDirective(SpeakerDirective):
    """Describes a person who writes: the content is a biography, what they wrote is below it."""

    role = "author"

    def nodes_below(self) -> list[nodes.Node]:
        """Every report of theirs, and every talk that they noted."""
        return [self.placeholder("author-lists")]
