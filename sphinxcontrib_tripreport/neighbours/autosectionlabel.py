"""Labels that ``sphinx.ext.autosectionlabel`` makes of headings: only of those that authors wrote.

A page that is made has the names of people, events and topics as headings, which authors use, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from docutils import nodes
from sphinx.ext.autosectionlabel import register_sections_as_label

from sphinxcontrib_tripreport.noting.store import store_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_AS_OTHERS = 500
"""The priority of handlers that have none of their own."""


class _LabelledSections:
    """A document, as far as its sections get labels."""

    def __init__(self, document: nodes.document) -> None:
        self._document = document

    def findall(self, wanted: type[nodes.section]) -> Iterator[nodes.section]:
        """The sections with words in their headings: some get theirs only when all is read."""
        for section in self._document.findall(wanted):
            heading = section[0] if len(section) else None
            if isinstance(heading, nodes.title) and _name_of(heading) and section["ids"]:
                yield section


def _name_of(heading: nodes.title) -> str:
    """What the label of a heading is made of."""
    return nodes.fully_normalize_name(heading.rawsource)


def label_only_sections(app: Sphinx) -> None:
    """Put our handler in the place of the extension's own."""
    for listener in list(app.events.listeners["doctree-read"]):
        if listener.handler is register_sections_as_label:
            app.disconnect(listener.id)
    app.connect("doctree-read", register_labels, priority=_AS_OTHERS)


def register_labels(app: Sphinx, document: nodes.document) -> None:
    """Give labels to the sections of a document that somebody wrote; for ``doctree-read``."""
    if not store_of(app.env).is_made(app.env.docname):
        register_sections_as_label(app, cast("nodes.Node", _LabelledSections(document)))
