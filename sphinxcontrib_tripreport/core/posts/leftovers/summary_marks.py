"""Marks that only say where a summary ends, and fastpages' quotations that embed a page."""

from __future__ import annotations

import re

from sphinxcontrib_tripreport.core.posts.leftovers.changes import Changes
from sphinxcontrib_tripreport.core.posts.leftovers.markups import Markup
from sphinxcontrib_tripreport.core.text.regexes import regex

_WORDS = (
    r"read[ -]?more|truncate|teaser[_ -]end|end[_ -]?(?:of[_ -])?(?:excerpt|summary|"
    r"teaser|preview)|(?:excerpt|summary|teaser)(?:[_ -](?:end|break|separator))?|"
    r"pelican[_ -](?:begin|end)[_ -]summary|cut|break"
)
_COMMENT = regex(rf"<!--+\s*(?:more\b[^<>]*(?<=--)|(?:{_WORDS})\s*--+)>", re.IGNORECASE)
_LINE = regex(r"^\.\. (?:TEASER_END|PELICAN_(?:BEGIN|END)_SUMMARY|more)\b.*$", re.MULTILINE)
_EMBED = regex(r"^ {0,3}> ?(?:youtube|twitter|tweet):\s*(https?://[^\s<>]+)\s*$", re.MULTILINE)


def marks_in(text: str) -> list[tuple[int, int]]:
    """Where the marks are, code or not."""
    return [found.span() for pattern in (_COMMENT, _LINE) for found in pattern.finditer(text)]


def change_marks(changes: Changes) -> None:
    """Remove the marks that mean nothing here."""
    for span in marks_in(changes.text):
        if changes.is_free(span):
            changes.replace(span)


def change_embeds(changes: Changes, markup: Markup) -> None:
    """Make ``> youtube: https://…`` a link."""
    for found in _EMBED.finditer(changes.text):
        if changes.is_free(found.span()):
            changes.replace(found.span(1), markup.address(found[1]))
            changes.replace((found.start(), found.start(1)))
