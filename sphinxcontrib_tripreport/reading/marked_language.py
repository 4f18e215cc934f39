"""Documents in another language than the project's, marked as such."""

from __future__ import annotations

from docutils import nodes

from sphinxcontrib_tripreport.core.languages.codes import is_same
from sphinxcontrib_tripreport.nodes import LANGUAGE, MARKED, trip_placeholder

_WITHOUT_TEXT = (nodes.Invisible, trip_placeholder)


def mark_language(doctree: nodes.document, language: str, project_language: str) -> None:
    """Give the text of a document the class of its language, if that is not the project's."""
    if not language or is_same(language, project_language):
        return
    for node in doctree.children:
        if isinstance(node, nodes.Element) and not isinstance(node, _WITHOUT_TEXT):
            node["classes"].append(f"{LANGUAGE}{language}")
            node[MARKED] = language
