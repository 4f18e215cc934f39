"""Rules between the parts of a report: those that Markdown allows and docutils does not."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from sphinxcontrib_tripreport.noting.post import current_post

_OPENING = (nodes.title, nodes.subtitle, nodes.meta, nodes.decoration)


class DropIdleTransitions(SphinxTransform):
    """Removes rules (``---``) that separate nothing.

    Authors write ``---`` below a heading, or at the end of a post. Docutils warns of each, which
    their engines never did.
    """

    def apply(self, **kwargs: Any) -> None:
        """Take them away."""
        post = current_post(self.env)
        if post is None or not (post.is_report and post.is_markdown):
            return
        for rule in list(self.document.findall(nodes.transition)):
            if _begins_part(rule) or _ends_document(rule):
                rule.parent.remove(rule)


def _begins_part(rule: nodes.transition) -> bool:
    """Whether nothing is above a rule in its part, or another rule."""
    parent = rule.parent
    if not isinstance(parent, (nodes.document, nodes.section)):
        return False
    before = parent.children[: parent.index(rule)]
    return not before or isinstance(before[-1], (*_OPENING, nodes.transition))


def _ends_document(rule: nodes.transition) -> bool:
    node: nodes.Element = rule
    while node.parent is not None:
        if node.parent[-1] is not node:
            return False
        node = node.parent
    return True
