"""Talks, speakers and events in a document: their anchors, and what marks their nodes."""

from __future__ import annotations

from docutils import nodes


def free_anchor(document: nodes.document, wanted: str, owner: nodes.Element | None = None) -> str:
    """*wanted*, or with a number where another node than *owner* has it already."""
    anchor, number = wanted, 2
    while anchor in document.ids and (owner is None or document.ids[anchor] is not owner):
        anchor, number = f"{wanted}-{number}", number + 1
    return anchor


def mark(document: nodes.document, node: nodes.Element, role: str, anchor: str) -> None:
    """Give *node* the class of what it is, and its anchor, which comes before other ones."""
    node["classes"].append(f"trip-{role}")
    if anchor in node["ids"]:
        node["ids"].remove(anchor)
    node["ids"].insert(0, anchor)
    document.ids[anchor] = node


def is_marked(node: nodes.Element) -> bool:
    """Whether *node* already is a talk, a speaker or an event."""
    return any(css_class.startswith("trip-") for css_class in node["classes"])


def rubric_with_anchor(
    document: nodes.document, title: list[nodes.Node], anchor: str, rawsource: str = ""
) -> list[nodes.Element]:
    """A title where no section can stand, with the anchor in front that LaTeX needs."""
    rubric = nodes.rubric(rawsource, "", *title, ids=[anchor], classes=["trip-name"])
    document.ids[anchor] = rubric
    return [nodes.target("", "", refid=anchor), rubric]
