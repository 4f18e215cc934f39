"""Task lists in talks: each box to tick is an action (``tripreport_task_lists``)."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from sphinxcontrib_tripreport.core.options.takeaway import TakeawayValues
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.slugs import slug
from sphinxcontrib_tripreport.noting.places import place_of_node
from sphinxcontrib_tripreport.noting.takeaways import mark_takeaway, words_of

_BOX = regex(r"\[([ xX])\]\s+(?=\S)")
_OF_MYST = "task-list-item-checkbox"
"""The class of the box that MyST draws where its extension ``tasklist`` is on."""


class FindTasks(SphinxTransform):
    """Marks the items of task lists in talks as actions."""

    def apply(self, **kwargs: Any) -> None:
        """Mark them, where the project wants it."""
        if not self.config.tripreport_task_lists:
            return
        for item in list(self.document.findall(nodes.list_item)):
            if "trip-talk" not in item["classes"] and _is_in_talk(item):
                self._mark(item)

    def _mark(self, item: nodes.list_item) -> None:
        paragraph = next(iter(item.children), None)
        if not isinstance(paragraph, nodes.paragraph) or not paragraph.children:
            return
        box = _take_box(paragraph)
        text = words_of(paragraph).removeprefix(box or "").strip()
        if box is None or not slug(text):
            return
        line = item.line or paragraph.line or 0
        values = TakeawayValues(done="x" in box.lower())
        item["classes"].append("trip-task")
        mark_takeaway(
            self.env,
            self.document,
            item,
            "action",
            text,
            values,
            line=line,
            included_at=place_of_node(self.env, item, line),
        )


def _is_in_talk(node: nodes.Node) -> bool:
    while node.parent is not None:
        node = node.parent
        if isinstance(node, nodes.Element) and "trip-talk" in node["classes"]:
            return True
    return False


def _take_box(paragraph: nodes.paragraph) -> str | None:
    """The box at the start of an item, in a node of its own; None if there is none."""
    first = paragraph.children[0]
    if isinstance(first, nodes.raw) and _OF_MYST in first.astext():
        return "[x]" if "checked" in first.astext() else "[ ]"
    found = _BOX.match(first.astext()) if isinstance(first, nodes.Text) else None
    if found is None:
        return None
    box = found[0].strip()
    rest = nodes.Text(first.astext()[len(box) :])
    paragraph[0:1] = [nodes.inline("", box, classes=["trip-box"]), rest]
    return box
