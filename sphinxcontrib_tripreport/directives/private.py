"""The directive ``private``: a passage that only builds with the tag ``private`` have."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from docutils import nodes
from docutils.parsers.rst.states import RSTState
from sphinx.util.docutils import SphinxDirective

from sphinxcontrib_tripreport.core.model.audience import PRIVATE
from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.messages import _, in_language, warn
from sphinxcontrib_tripreport.noting.audience import drop_labels_before, is_left_out
from sphinxcontrib_tripreport.noting.places import place_in_source
from sphinxcontrib_tripreport.noting.post import current_post


class PrivateDirective(SphinxDirective):
    """A passage for the few: paragraphs, sections, talks."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Leave the passage out before it is parsed; or mark all that is in it."""
        if not self.content:
            self._warn("A “private” passage is empty: expected a text in it.")
            return []
        if self._never_ends():
            self._warn(
                "A “private” passage is never closed, so it goes on to the end of what is around"
                " it: expected a line like its first one, without the name."
            )
        if is_left_out(self.env, PRIVATE):
            drop_labels_before(cast("nodes.Element", self.state_machine.node), self.state.document)
            return []
        content = self.parse_content_to_nodes(allow_section_headings=True)
        post = current_post(self.env)
        with in_language(post.language if post is not None else ""):
            mark = nodes.paragraph("", _("Private"), classes=["trip-audience"])
        self.set_source_info(mark)
        sections = [node for node in content if isinstance(node, nodes.section)]
        text = [node for node in content if node not in sections]
        for section in sections:
            section["classes"].append("trip-private")
        return [nodes.container("", mark, *text, classes=["trip-private"]), *sections]

    def _never_ends(self) -> bool:
        """Whether it is a fence of Markdown that nothing closes."""
        post = current_post(self.env)
        if isinstance(self.state, RSTState) or post is None or not post.lines:
            return False
        end = max(number for number, line in enumerate(post.lines) if line.strip())
        goes_on_to_end = end - self.lineno < len(self.content)
        return goes_on_to_end and post.lines[end].strip() == _last(self.content).strip()

    def _warn(self, text: str) -> None:
        warn(Subtype.PLACE, text, place_in_source(self, self.lineno))


def _last(lines: Sequence[str]) -> str:
    return next((line for line in reversed(lines) if line.strip()), "")
