"""The words of records: those of their options, which no heading shows, and their translations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from sphinxcontrib_tripreport.core.model.records import Event, Note, Speaker
from sphinxcontrib_tripreport.core.options.tables import PROSE
from sphinxcontrib_tripreport.core.text.links import KNOWN_LABELS, Link
from sphinxcontrib_tripreport.core.text.names import NamedPerson
from sphinxcontrib_tripreport.nodes import trip_placeholder

if TYPE_CHECKING:
    from docutils import nodes

    from sphinxcontrib_tripreport.noting.unfinished import Unfinished


def messages_in(values: Mapping[str, Any]) -> list[str]:
    """What there is to translate in the values of options."""
    links: tuple[Link, ...] = values.get("links", ())
    people: tuple[NamedPerson, ...] = values.get("speakers", ())
    texts = [
        *(values.get(name, "") for name in PROSE),
        *(person.affiliation for person in people),
        *(link.label for link in links if link.label not in KNOWN_LABELS),
    ]
    return list(dict.fromkeys(filter(None, texts)))


def translate(values: Mapping[str, Any], translations: Mapping[str, str]) -> dict[str, Any]:
    """The values of options, or the fields of a record, with the words of the translations."""
    translated: dict[str, Any] = {
        name: translations[values[name]]
        for name in PROSE
        if name in values and values[name] in translations
    }
    if links := values.get("links", ()):
        translated["links"] = tuple(
            link
            if link.label in KNOWN_LABELS
            else link._replace(label=translations.get(link.label, link.label))
            for link in links
        )
    if people := values.get("speakers", ()):
        translated["speakers"] = tuple(
            person._replace(affiliation=translations.get(person.affiliation, person.affiliation))
            for person in people
        )
    return {**values, **translated}


def translate_records(document: nodes.document, unfinished: Unfinished) -> None:
    """Have the records of a document learn what translators made of their options."""
    translations: dict[tuple[str, str], Mapping[str, str]] = {
        (node["view"], node["subject"]): node["translations"]
        for node in document.findall(trip_placeholder)
        if "translations" in node
    }
    for record in unfinished.records():
        if words := translations.get(_byline_of(record)):
            before = {name: getattr(record, name) for name in _fields(record)}
            unfinished.learn(record, **translate(before, words))


def _byline_of(record: Note | Speaker | Event) -> tuple[str, str]:
    """The view that shows a record, and what it is asked about."""
    if isinstance(record, Note):
        return "talk", record.anchor
    return (record.side if isinstance(record, Speaker) else "event"), record.key


def _fields(record: object) -> Iterator[str]:
    return (name for name in (*PROSE, "speakers", "links") if hasattr(record, name))
