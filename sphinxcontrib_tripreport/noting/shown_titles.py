"""What is shown of titles elsewhere is what their headings show.

Records are made while a document is parsed. Only then do Sphinx and docutils make quotes and
dashes typographic, put substitutions into their place and translate: keys, anchors and what
authors call things do not depend on that, but what readers see does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from docutils import nodes

from sphinxcontrib_tripreport.core.model.records import Event, Note, Speaker
from sphinxcontrib_tripreport.noting.store import Kind, Store
from sphinxcontrib_tripreport.noting.title_words import tame_html, text_of


def take_shown_titles(store: Store, docname: str, doctree: nodes.document) -> None:
    """Put the words of the headings of a document that is read into its records."""
    for kind, name_it in _NAMED.items():
        records = store.records_in(kind, docname)
        for number, record in enumerate(records):
            heading = _heading_at(doctree, _anchor(record))
            if heading is None:
                continue
            # What a substitution put there.
            tame_html(heading)
            if shown := text_of(heading):
                records[number] = name_it(record, shown, bool(heading.get("translated")))


def _anchor(record: Note | Speaker | Event) -> str:
    if isinstance(record, Note):
        return record.anchor
    return record.described.anchor if record.described is not None else ""


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


def _name_note(note: Note, title: str, is_translated: bool) -> Note:
    if title == note.title:
        return note
    return replace(note, title=title, original_title=note.known_by)


def _name_speaker(speaker: Speaker, name: str, is_translated: bool) -> Speaker:
    # Whoever names them by the original name means the key that was made of it. What the original
    # is sorted by says nothing of a name in another script.
    return replace(speaker, name=name, sort="" if is_translated else speaker.sort)


def _name_event(event: Event, name: str, is_translated: bool) -> Event:
    if name == event.name:
        return event
    return replace(event, name=name, original_name=event.original_name or event.name)


_NAMED: dict[Kind, Callable[[Any, str, bool], Any]] = {
    "notes": _name_note,
    "speakers": _name_speaker,
    "events": _name_event,
}
