"""The text of each note in its doctree: where it is, and a digest that changes with it.

Pages of talks show the notes of all reports. What they show is taken from the reports' doctrees
when pages are written; by its digest it is known beforehand which pages that changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from sphinxcontrib_tripreport.nodes import ROLES, trip_placeholder
from sphinxcontrib_tripreport.noting.stored_data import NoteText

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.model.records import Note
    from sphinxcontrib_tripreport.noting.stored_data import Subject

_HEADS = (nodes.title, nodes.rubric, nodes.subtitle)
_OWN_VIEWS = ("talk", "abstract", "report", "words")
"""What is drawn around a note, and not of its text."""
_NUMBERED = (nodes.figure, nodes.table, nodes.container)
"""What Sphinx gives numbers to (``numfig``)."""
_LEFT_OUT = (addnodes.toctree, addnodes.index, nodes.comment, nodes.substitution_definition)


def texts_of(notes: Iterable[Note], document: nodes.document) -> dict[str, NoteText]:
    """What is to be known of the text of each note of a document, by anchor."""
    return {note.anchor: _note_text(document, note.anchor) for note in notes}


def _note_text(document: nodes.document, anchor: str) -> NoteText:
    text, abstract = text_at(document, anchor), abstract_at(document, anchor)
    said = NoteText(_digest(text), _views_in(text), _anchors_with_numbers(text))
    if not abstract:
        return said
    return said._replace(abstract=_digest(abstract), abstract_shows=_views_in(abstract))


def _anchors_with_numbers(text: Sequence[nodes.Node]) -> tuple[str, ...]:
    found = (node for kind in _NUMBERED for node in _find_all(text, kind))
    return tuple(anchor for node in found for anchor in node["ids"])


def abstract_at(document: nodes.document, anchor: str) -> list[nodes.Node]:
    """The abstract of the talk that is noted at an anchor, as the note has it; mostly nothing."""
    place = document.ids.get(anchor)
    holder = place.parent if isinstance(place, nodes.rubric) else place
    for node in holder.children if holder is not None else ():
        if isinstance(node, trip_placeholder) and _is_abstract(node, anchor):
            return [*node.children, *_footnotes(document, node.children)]
    return []


def _is_abstract(placeholder: trip_placeholder, anchor: str) -> bool:
    return (placeholder["view"], placeholder["subject"]) == ("abstract", anchor)


def text_at(document: nodes.document, anchor: str) -> list[nodes.Node]:
    """The text of the note at an anchor: all below its title but the byline.

    Footnotes that it refers to are at its end, wherever its author wrote them. A talk that has no
    section, list item or block of its own has no text.
    """
    text = list(_nodes_below(document.ids.get(anchor), anchor))
    while text and isinstance(text[-1], nodes.transition):
        text.pop()
    return [*text, *_footnotes(document, text)] if text else []


def _nodes_below(place: nodes.Element | None, anchor: str) -> Iterator[nodes.Node]:
    holder: nodes.Element | None = place
    if isinstance(place, nodes.rubric):
        holder = place.parent
    if holder is None or "trip-talk" not in holder["classes"] or isinstance(holder, nodes.inline):
        return
    is_below = isinstance(place, nodes.section)
    for node in holder.children:
        if not is_below:
            is_below = node is place
        elif not (isinstance(node, _HEADS[:1]) or _is_own(node, anchor)):
            yield node


def _is_own(node: nodes.Node, anchor: str) -> bool:
    """Whether a node is drawn around a note, or is nothing to show a second time."""
    if isinstance(node, trip_placeholder):
        return node["view"] in _OWN_VIEWS and node["subject"] in (anchor, node["docname"])
    return isinstance(node, _LEFT_OUT)


def _footnotes(document: nodes.document, text: Sequence[nodes.Node]) -> Iterator[nodes.Node]:
    """The footnotes that a text refers to, and that are not in it."""
    wanted = {
        node["refid"]: None for node in _find_all(text, nodes.footnote_reference) if "refid" in node
    }
    inside = {anchor for node in _find_all(text, nodes.footnote) for anchor in node["ids"]}
    for anchor in wanted:
        if anchor not in inside and isinstance(found := document.ids.get(anchor), nodes.footnote):
            yield found


def _find_all(text: Iterable[nodes.Node], kind: type[nodes.Element]) -> Iterator[nodes.Element]:
    for node in text:
        yield from node.findall(kind)


def _digest(text: Sequence[nodes.Node]) -> str:
    said = "".join(node.pformat() for node in text)
    digest = blake2b(said.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
    return digest if text else ""


def _views_in(text: Sequence[nodes.Node]) -> tuple[tuple[str, Subject], ...]:
    """What a text shows of the rest of the project, each once."""
    return tuple(dict.fromkeys(_all_views_in(text)))


def _all_views_in(text: Sequence[nodes.Node]) -> Iterator[tuple[str, Subject]]:
    """Views, and what they are asked."""
    for placeholder in _find_all(text, trip_placeholder):
        yield placeholder["view"], placeholder["subject"]
    for role in _find_all(text, addnodes.pending_xref):
        if role.get("refdomain") == "trip":
            yield "role", f"{role['reftype']} {role['reftarget']}"
        elif not role.get("refdomain"):
            # As the role ``any`` and links of Markdown ask.
            yield from (("role", f"{each} {role['reftarget']}") for each in ROLES)
