"""Projects whose texts Sphinx translates: their records say what their pages say.

Records are made of the original texts, before Sphinx puts translations in their place: so keys,
anchors and names in the inventory are the same in every language. The words of options, which no
heading shows, are translated here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util.i18n import docname_to_domain

from sphinxcontrib_tripreport.core.model.records import Event, Note, Speaker
from sphinxcontrib_tripreport.core.options.tables import PROSE
from sphinxcontrib_tripreport.core.text.links import KNOWN_LABELS, Link
from sphinxcontrib_tripreport.core.text.names import NamedPerson
from sphinxcontrib_tripreport.nodes import trip_placeholder
from sphinxcontrib_tripreport.noting.unfinished import unfinished_in

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment


_Record = TypeVar("_Record", Note, Speaker, Event)


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


def is_translated(env: BuildEnvironment, config: Config) -> bool:
    """Whether there is a catalogue for the document that is being read."""
    return any(_catalogues(env, config))


def note_catalogues(app: Sphinx, docname: str, _source: list[str]) -> None:
    """Have a document read again when its catalogue changes or goes; for ``source-read``.

    Sphinx notes it, too, but before it forgets what a document that it reads depended on.
    """
    for path in _catalogues(app.env, app.config):
        app.env.note_dependency(path)


def _catalogues(env: BuildEnvironment, config: Config) -> Iterator[Path]:
    name = docname_to_domain(env.docname, config.gettext_compact)
    # As gettext does: of pt_BR, and of pt.
    languages = dict.fromkeys((config.language, config.language.partition("_")[0]))
    for folder in config.locale_dirs:
        for language in languages:
            path = Path(env.srcdir, folder, language, "LC_MESSAGES", f"{name}.mo")
            if path.is_file():
                yield path


def is_mostly_translated(document: nodes.document) -> bool:
    """Whether Sphinx has put translations in the place of more than half of a document's texts.

    Fields are not counted, as Sphinx's own ``translation_progress`` does: metadata is among them.
    """
    texts = [
        bool(node["translated"])
        for node in document.findall(nodes.Element)
        if "translated" in node and not isinstance(node.parent, nodes.field | nodes.field_body)
    ]
    return 2 * sum(texts) > len(texts)


class TranslateRecords(SphinxTransform):
    """Puts what Sphinx has translated into the records of the directives of a document."""

    def apply(self, **kwargs: Any) -> None:
        """Translate the words of options."""
        unfinished = unfinished_in(self.env)
        records = list(unfinished.records())
        if not records or not is_translated(self.env, self.config):
            return
        translations: dict[tuple[str, str], Mapping[str, str]] = {
            (node["view"], node["subject"]): node["translations"]
            for node in self.document.findall(trip_placeholder)
            if "translations" in node
        }
        for record in records:
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
