"""Titles of entries: their words, and what of an author's HTML may stay in them."""

from __future__ import annotations

import re

from docutils import nodes

_FORMATTING = re.compile(
    r"</?(a|abbr|b|big|br|center|code|del|em|font|i|img|ins|kbd|mark|q|s|samp|small|span|strike"
    r"|strong|sub|sup|tt|u|var|wbr)\b[^>]*>",
    re.IGNORECASE,
)


def text_of(node: nodes.Node) -> str:
    """The words of a title, without markup."""
    return " ".join(node.astext().split())


def title_of(section: nodes.section) -> str:
    """The words of a section's title; empty where it has none."""
    if len(section) and isinstance(section[0], nodes.title):
        return text_of(section[0])
    return ""


def tame_html(title: nodes.Element) -> None:
    """Make raw HTML in a title a text, so that it is escaped; formatting tags go.

    Markdown passes HTML on as it stands. A title does not only stand on its author's page: it is
    in tables of contents, indices, data files and other people's reports.
    """
    for raw in list(title.findall(nodes.raw)):
        text = _FORMATTING.sub("", raw.astext())
        raw.replace_self([nodes.Text(text)] if text else [])
