"""The plain words of a text with markup, for places that cannot show markup. Pure."""

from __future__ import annotations

import re
from html import unescape

from sphinxcontrib_tripreport.core.text.controls import without_controls
from sphinxcontrib_tripreport.core.text.regexes import regex

_LONGEST = 4_000
"""In characters: no more of a text is looked at, because no more of it is shown."""
_CHANGES = (
    (regex(r"<!--.*?(?:-->|\Z)", re.DOTALL), " "),
    (regex(r"<(script|style)\b[^>]*>.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE), " "),
    (regex(r"!\[[^\[\]]*\]\((?:[^()]|\([^()]*\))*\)"), ""),
    # An address may have a pair of brackets in it, as those of Wikipedia have.
    (regex(r"\[([^\[\]]*)\](?:\((?:[^()\s]|\([^()\s]*\))*(?:\s[^()]*)?\)|\[[^\[\]]*\])"), r"\1"),
    (regex(r" ?(?:\[\^[\w-]+\]|\[[\d#*][\w-]*\]_)"), ""),
    (regex(r"(?::[\w.+-]+:|\{[\w.+:-]+\})?`([^`<>]+?)\s*<[^`<>]+>`_{0,2}"), r"\1"),
    (regex(r"(?::[\w.+-]+:|\{[\w.+:-]+\})?(`+)([^`]+)\1_{0,2}"), r"\2"),
    (regex(r"<(https?://[^<>\s]+)>"), r"\1"),
    (regex(r"</?[A-Za-z][^<>]*>"), ""),
    (regex(r"(?<![\w*])(\*{1,3}|_{2,3}|~~)(?=\S)([^*~]+?)(?<=\S)\1(?![\w*])"), r"\2"),
    (regex(r"(?<!\w)_(?=\S)([^_]+?)(?<=\S)_(?!\w)"), r"\1"),
    (regex(r"^#{1,6}\s+", re.MULTILINE), ""),
)
"""What goes, and what stays of it: comments, tags, pictures, links, roles, code, emphasis."""


def plain_words(text: str) -> str:
    """The words of a text in Markdown, reStructuredText or HTML, in one line.

    What only looks like markup may go with it; nothing that is markup stays active, because
    whoever shows the words escapes them.
    """
    words = without_controls(text[:_LONGEST])
    for pattern, kept in _CHANGES:
        words = pattern.sub(kept, words)
    return " ".join(unescape(words).split())
