"""Titles in lists and bylines are what their headings show.

Records are made while a document is parsed. Only then do Sphinx and docutils make quotes and
dashes typographic, put substitutions into their place and translate: keys, anchors and what
authors call things do not depend on that, but what readers see does.
"""

from __future__ import annotations

from docutils import nodes

from sphinxcontrib_tripreport.core.model.records import Event, Note, Speaker
from sphinxcontrib_tripreport.noting.title_references import parts_of
from sphinxcontrib_tripreport.noting.title_words import TitlePart, tame_html, text_of
from sphinxcontrib_tripreport.noting.unfinished import Unfinished, anchor_of


def take_shown_titles(
    unfinished: Unfinished, doctree: nodes.document
) -> dict[str, list[TitlePart]]:
    """Let the records of a document that is read learn the words of their headings.

    :return: by anchor, the pieces of the titles of talks whose words are known only later
    """
    later: dict[str, list[TitlePart]] = {}
    for record in unfinished.records():
        heading = _heading_at(doctree, anchor_of(record))
        if heading is None:
            continue
        # What a substitution put there.
        tame_html(heading)
        if shown := text_of(heading):
            unfinished.learn(record, **_shown_name(record, shown, bool(heading.get("translated"))))
        if isinstance(record, Note) and (parts := parts_of(heading)):
            later[record.anchor] = parts
    return later


def _heading_at(document: nodes.document, anchor: str) -> nodes.Element | None:
    """The heading of the section that an anchor is made for, or the rubric in its place.

    Anchors of talks without a heading may be further ones of a section about something else.
    """
    node = document.ids.get(anchor)
    if not isinstance(node, nodes.section | nodes.rubric) or node["ids"][0] != anchor:
        return None
    if isinstance(node, nodes.rubric):
        return node
    return node[0] if len(node) and isinstance(node[0], nodes.title) else None


def _shown_name(record: Note | Speaker | Event, shown: str, is_translated: bool) -> dict[str, str]:
    """What a record says of its name when its heading shows another."""
    if isinstance(record, Speaker):
        # Whoever names them by the original name means the key that was made of it. What the
        # original is sorted by says nothing of a name in another script.
        return {"name": shown, **({"sort": ""} if is_translated else {})}
    if isinstance(record, Event):
        original = record.original_name or record.name
        return {"name": shown, "original_name": original} if shown != record.name else {}
    if shown == record.title:
        return {}
    return {"title": shown, "original_title": record.known_by}
