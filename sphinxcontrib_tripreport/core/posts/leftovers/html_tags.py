"""Images and links that Markdown has as HTML: Sphinx knows them once they are Markdown."""

from __future__ import annotations

import re

from sphinxcontrib_tripreport.core.posts.leftovers.changes import Changes
from sphinxcontrib_tripreport.core.posts.leftovers.markups import Markdown
from sphinxcontrib_tripreport.core.posts.leftovers.outcome import outcome
from sphinxcontrib_tripreport.core.posts.leftovers.targets import FindPath
from sphinxcontrib_tripreport.core.text.regexes import regex

_ATTRIBUTES = r"(?P<attributes>(?:[^<>]|\{\{<(?:(?!>\}\}|\{\{<)[^\n])*+>\}\})*+)"
_IMAGE = regex(rf"<img\b{_ATTRIBUTES}>")
_LINK = regex(rf"<a\b{_ATTRIBUTES}>(?P<text>[^<>\n]+)</a>")
_SOURCE = regex(r"\bsrc=([\"'])(.*?)\1")
_ADDRESS = regex(r"\bhref=([\"'])(.*?)\1")
_ALT = regex(r"\balt=([\"'])(.*?)\1")
_PARAGRAPH = regex(r"\n[ \t]*\n")
_INLINE = regex(r"\s*<(?:img|a|b|i|em|strong|span)\b", re.IGNORECASE)

_LONGEST_BLOCK = 4000
"""How far above a tag the block around it may begin."""


def change_html_tags(changes: Changes, find: FindPath) -> None:
    """Write what the project holds as Markdown, where HTML does not go on around it."""
    for found in _LINK.finditer(changes.text):
        result = _place(changes, found, _ADDRESS, find)
        if result:
            changes.replace(found.span(), f"[{found['text']}]({Markdown().target(result)})")
    for found in _IMAGE.finditer(changes.text):
        result = _place(changes, found, _SOURCE, find)
        if result:
            alt = _ALT.search(found[0])
            lines = "\n" * found[0].count("\n")
            image = Markdown().image(result, alt[2] if alt else "", "", "")
            changes.replace(found.span(), image + lines)


def _place(changes: Changes, found: re.Match[str], target: re.Pattern[str], find: FindPath) -> str:
    """Where the project holds the target; nothing if the tag has to stay as it is."""
    value = target.search(found["attributes"])
    if value is None or not changes.is_free(found.span()):
        return ""
    result = outcome(value[2], find, is_image=target is _SOURCE)
    if result.place is None or _is_in_block(changes.text, found.start()):
        return ""
    return result.path


def _is_in_block(text: str, position: int) -> bool:
    """Whether a block of HTML, where Markdown is not read, begins above a tag."""
    above = max(0, position - _LONGEST_BLOCK)
    begins = [end.end() for end in _PARAGRAPH.finditer(text, above, position)]
    first = text[begins[-1] if begins else above : position + 8]
    return first.lstrip().startswith("<") and not _INLINE.match(first)
