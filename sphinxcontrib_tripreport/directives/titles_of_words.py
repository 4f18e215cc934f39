"""Titles of words alone: no parser need be asked for their nodes.

MyST-Parser takes as long for the nodes of one title as for all options of its talk.
"""

from __future__ import annotations

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from sphinxcontrib_tripreport.core.text.regexes import regex

WORDS = regex(r"[^\W_]+(?:(?:[,.:?!]? |-| - )[^\W_]+)*[.?!]?")
"""A text in which no syntax, of whatever extension of Markdown, means anything."""


def parse_title(
    directive: SphinxDirective, text: str
) -> tuple[list[nodes.Node], list[nodes.system_message]]:
    """The nodes of a title, and what is wrong with it."""
    if WORDS.fullmatch(text):
        return [nodes.Text(text)], []
    return directive.parse_inline(text)
