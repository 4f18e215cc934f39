"""Titles of talks and other entries: their nodes and their words.

No parser need be asked for the nodes of words alone: MyST-Parser takes as long for those of one
title as for all options of its talk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from sphinxcontrib_tripreport.core.posts.heading_attributes import find_attributes
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.slugs import slug
from sphinxcontrib_tripreport.noting.post import current_post
from sphinxcontrib_tripreport.noting.title_words import text_of, with_substitutions

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

WORDS = regex(r"[^\W_]+(?:(?:[,.:?!]? |-| - )[^\W_]+)*[.?!]?")
"""A text in which no syntax, of whatever extension of Markdown, means anything."""


def parse_title(
    directive: SphinxDirective, text: str
) -> tuple[list[nodes.Node], list[nodes.system_message]]:
    """The nodes of a title, and what is wrong with it."""
    if WORDS.fullmatch(text):
        return [nodes.Text(text)], []
    return directive.parse_inline(text)


def words_of(
    title: nodes.Element, env: BuildEnvironment, document: nodes.document, *, is_heading: bool
) -> str:
    """The words of a title; if there are none, what its author wrote.

    :param is_heading: whether it is a heading of the text, which in a post of another engine still
        has ``{#id}`` at its end
    """
    text = text_of(with_substitutions(title, document))
    post = current_post(env) if is_heading else None
    if post is not None and (post.is_report or post.fields):
        found = find_attributes(text)
        text = text[: found.start] if found is not None else text
    return text if slug(text) else title.rawsource
