"""Takeaways and actions in a document: what marks their nodes, and the records made of these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinxcontrib_tripreport.core.options.takeaway import (
    TakeawayValues,
    key_of,
    make_takeaway,
)
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.nodes import trip_placeholder
from sphinxcontrib_tripreport.noting.anchors import free_anchor, place_anchor
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.noting.title_words import text_of
from sphinxcontrib_tripreport.noting.unfinished import note_takeaway

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_tripreport.core.model.records import Note, Takeaway

_BELOW_TASK = (nodes.bullet_list, nodes.enumerated_list)
"""What is below an item of a task list has texts of its own."""
_BOX = regex(r"^\[[ xX]\]\s+")
MARK = "trip_takeaway"
"""The attribute of a node that is a takeaway or an action: what is known of it when it is made."""


def mark_takeaway(
    env: BuildEnvironment,
    document: nodes.document,
    node: nodes.Element,
    kind: str,
    text: str,
    values: TakeawayValues,
    *,
    line: int,
    included_at: str = "",
) -> str:
    """Give a node its anchor, and keep what its author said of it; gives the anchor.

    :param text: its words, of which the key is made: the same in every language
    """
    key = values.get("key") or key_of(text, kind)
    anchor = free_anchor(document, f"{kind}-{key}")
    place_anchor(document, node, anchor)
    note_takeaway(env)
    node[MARK] = {
        "kind": kind,
        "anchor": anchor,
        # A second one of the same words in the document has the number of its anchor.
        "key": anchor.removeprefix(f"{kind}-"),
        "values": dict(values),
        "line": line,
        "included_at": included_at,
    }
    return anchor


def placeholder_of(env: BuildEnvironment, view: str, anchor: str) -> trip_placeholder:
    """A placeholder for what is shown of the takeaway at an anchor."""
    store_of(env).note_shown(env.docname, view, anchor)
    return trip_placeholder(view=view, subject=anchor, docname=env.docname)


def takeaways_in(
    doctree: nodes.document, docname: str, notes: Iterable[Note]
) -> Iterator[Takeaway]:
    """The records of a document that is read, in its order.

    :param notes: of the document
    """
    anchors = {note.anchor for note in notes}
    for node in doctree.findall(nodes.Element):
        if MARK in node:
            marked: dict[str, Any] = node[MARK]
            yield make_takeaway(
                marked["kind"],
                _words(node),
                marked["values"],
                docname=docname,
                anchor=marked["anchor"],
                key=marked["key"],
                line=marked["line"],
                note=_note_around(node, anchors),
                included_at=marked["included_at"],
            )


def words_of(node: nodes.Node) -> str:
    """The words of a part of a text, without HTML that its author wrote in it."""
    copy = node.deepcopy()
    if isinstance(copy, nodes.raw):
        return ""
    for raw in list(copy.findall(nodes.raw)):
        raw.parent.remove(raw)
    return text_of(copy)


def _words(node: nodes.Element) -> str:
    """The text, less its heading and what is drawn there."""
    others = _BELOW_TASK if isinstance(node, nodes.list_item) else nodes.title
    parts = (each for each in node.children if not isinstance(each, others))
    return _BOX.sub("", " ".join(filter(None, map(words_of, parts))))


def _note_around(node: nodes.Element, anchors: set[str]) -> str:
    """The anchor of the note that a node is in; empty if there is none."""
    parent: Any = node.parent
    while parent is not None:
        for anchor in parent["ids"]:
            if anchor in anchors:
                return str(anchor)
        if "trip-talk" in parent["classes"]:
            # Where a talk has no section, its anchor is that of the rubric.
            for rubric in parent.children:
                if isinstance(rubric, nodes.rubric):
                    found = [each for each in rubric["ids"] if each in anchors]
                    if found:
                        return str(found[0])
        parent = parent.parent
    return ""
