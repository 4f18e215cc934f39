"""Nodes that Sphinx translated: they belong to the document that they are in.

Sphinx reads each translation as a document of its own, whose settings have the whole environment.
Its nodes know that document from then on, so that the file of a doctree has the titles of all other
documents, of private ones as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


def take_in_translations(app: Sphinx, doctree: nodes.document) -> None:
    """Have all nodes of a doctree know it as theirs; for ``doctree-read``."""
    progress = doctree.get("translation_progress")
    if not (progress and progress.get("translated")):
        return
    for node in doctree.findall():
        if node.document is not doctree:
            node.document = doctree
