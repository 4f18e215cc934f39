"""Items of task lists in talks, marked as actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinxcontrib_tripreport.core.options.takeaway import TakeawayValues
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.slugs import slug
from sphinxcontrib_tripreport.noting.places import place_of_node
from sphinxcontrib_tripreport.noting.takeaways import mark_takeaway, words_of

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

_BOX = regex(r"\[([ xX])\]\s+(?=\S)")
_OF_MYST = "task-list-item-checkbox"
"""The class of the box that MyST draws if its extension ``tasklist`` is on."""


def mark_tasks(env: BuildEnvironment, document: nodes.document) -> None:
    """Mark the items of task lists in talks as actions."""
    for item in list(document.findall(nodes.list_item)):
        if "trip-talk" not in item["classes"] and _is_in_talk(item):
            _mark(env, document, item)


def _mark(env: BuildEnvironment, document: nodes.document, item: nodes.list_item) -> None:
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
        env,
        document,
        item,
        "action",
        text,
        values,
        line=line,
        included_at=place_of_node(env, item, line),
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
    classes = ["trip-box", "trip-ticked"] if "x" in box.lower() else ["trip-box"]
    paragraph[0:1] = [nodes.inline("", box, classes=classes), rest]
    return box
