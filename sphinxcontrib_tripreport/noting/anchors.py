"""Talks, speakers and events in a document: their anchors, and what marks their nodes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from docutils import nodes

from sphinxcontrib_tripreport.core.text.numbered import first_free

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.model.records import Note


def free_anchor(document: nodes.document, wanted: str, owner: nodes.Element | None = None) -> str:
    """*wanted*, or with a number where another node than *owner* has it already."""
    ids = document.ids
    return first_free(wanted, lambda anchor: anchor in ids and ids[anchor] is not owner)


def mark_section(document: nodes.document, node: nodes.Element, role: str, anchor: str) -> None:
    """Give *node* the class of what it is, and its anchor."""
    node["classes"].append(f"trip-{role}")
    place_anchor(document, node, anchor)


def place_anchor(document: nodes.document, node: nodes.Element, anchor: str) -> None:
    """Give *node* its anchor, which comes before other ones."""
    if anchor in node["ids"]:
        node["ids"].remove(anchor)
    node["ids"].insert(0, anchor)
    document.ids[anchor] = node


def keep_old_anchors(document: nodes.document, notes: Iterable[Note]) -> None:
    """Let the anchors of old keys lead to talks, unless something else has them by now."""
    for note in notes:
        node = document.ids.get(note.anchor)
        if node is None:
            continue
        for key in note.formerly:
            event, _slash, name = key.rpartition("/")
            for anchor in (f"talk-{name}", f"talk-{event}-{name}" if event else ""):
                if anchor and anchor not in document.ids:
                    node["ids"].append(anchor)
                    document.ids[anchor] = node


def is_marked(node: nodes.Element) -> bool:
    """Whether *node* already is a talk, a speaker or an event."""
    return any(css_class.startswith("trip-") for css_class in node["classes"])


def rubric_with_target(
    title: list[nodes.Node], rawsource: str = ""
) -> tuple[nodes.target, nodes.rubric]:
    """A title where no section can be, and the anchor in front that LaTeX needs."""
    return nodes.target("", ""), nodes.rubric(rawsource, "", *title, classes=["trip-name"])


def rubric_with_anchor(
    document: nodes.document, title: list[nodes.Node], anchor: str
) -> list[nodes.Element]:
    """A title where no section can be, with its anchor."""
    target, rubric = rubric_with_target(title)
    target["refid"] = anchor
    place_anchor(document, rubric, anchor)
    return [target, rubric]
