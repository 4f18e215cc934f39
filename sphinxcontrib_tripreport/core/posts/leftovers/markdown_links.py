"""Links and images of Markdown: their targets lead to where the project holds them."""

from __future__ import annotations

import re

from sphinxcontrib_tripreport.core.posts.leftovers.changes import Changes
from sphinxcontrib_tripreport.core.posts.leftovers.markups import Markdown
from sphinxcontrib_tripreport.core.posts.leftovers.outcome import Outcome, outcome
from sphinxcontrib_tripreport.core.posts.leftovers.targets import Find

_TARGET = r"(?:\{\{[^\n]*?\}\}|\{%[^\n]*?%\}|\{\w+\}|\|\w+\||[^\s()<>{}|]|\((?:[^\s()]*)\)|[{}|])++"
_TITLE = r"""(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'))?"""
_INLINE = re.compile(rf"\]\([ \t]*(?:<(?P<angled>[^<>\n]*)>|(?P<bare>{_TARGET})){_TITLE}[ \t]*\)")
_ANGLED_TEMPLATE = re.compile(r"\]\([ \t]*(?P<bare>\{\{<[^\n]*?>\}\}[^\s()]*+)[ \t]*\)")
_DEFINITION = re.compile(
    rf"^ {{0,3}}\[(?P<label>[^\[\]\n^]+)\]:[ \t]*"
    rf"(?:<(?P<angled>[^<>\n]*)>|(?P<bare>{_TARGET}|\{{\{{<[^\n]*?>\}}\}})){_TITLE}[ \t]*$",
    re.MULTILINE,
)
_LONGEST_TEXT = 2000
"""How far before its target the text of a link may begin."""


def change_markdown_links(changes: Changes, find: Find) -> None:
    """Rewrite the targets of links, images and definitions; what leads nowhere becomes text."""
    for pattern in (_INLINE, _ANGLED_TEMPLATE):
        for found in pattern.finditer(changes.text):
            group = "bare" if pattern is _ANGLED_TEMPLATE or found["bare"] else "angled"
            if changes.is_free(found.span()):
                _change_inline(changes, found, group, find)
    for found in _DEFINITION.finditer(changes.text):
        if changes.is_free(found.span()):
            _change_definition(changes, found, find)


def _change_inline(changes: Changes, found: re.Match[str], group: str, find: Find) -> None:
    start = _start_of_text(changes.text, found.start())
    is_image = start > 0 and changes.text[start - 1] == "!"
    result = outcome(found[group], find, is_image=is_image)
    if not result.is_change:
        return
    if result.lost is None:
        changes.replace(_with_angles(found, group), _target(result))
    elif start >= 0:
        # The text between stays as it is, and may hold tags of its own.
        changes.replace((start - is_image, start + 1))
        changes.replace(found.span(), kind=result.lost, shown=found[group])


def _with_angles(found: re.Match[str], group: str) -> tuple[int, int]:
    start, end = found.span(group)
    return (start - 1, end + 1) if group == "angled" else (start, end)


def _target(result: Outcome) -> str:
    return Markdown().target(result.path)


def _start_of_text(text: str, end: int) -> int:
    """Where the ``[`` stands whose ``]`` is at *end*; -1 where there is none."""
    depth = 0
    for position in range(end, max(-1, end - _LONGEST_TEXT), -1):
        char = text[position]
        if char not in "[]" or (position and text[position - 1] == "\\"):
            continue
        depth += 1 if char == "]" else -1
        if depth == 0:
            return position
    return -1


def _change_definition(changes: Changes, found: re.Match[str], find: Find) -> None:
    label = found["label"]
    group = "bare" if found["bare"] else "angled"
    name = re.escape(label)
    # With a text of its own, with two brackets, or as its own text.
    uses = re.compile(
        rf"(!?)\[([^\[\]\n]*)\]\[{name}\]|(!?)\[({name})\](?:\[\])?(?![\[(:])", re.IGNORECASE
    )
    used = [use for use in uses.finditer(changes.text) if changes.is_free(use.span())]
    is_image = bool(used) and all(use[1] or use[3] for use in used)
    result = outcome(found[group], find, is_image=is_image)
    if not result.is_change:
        return
    if result.lost is None:
        changes.replace(_with_angles(found, group), _target(result))
        return
    changes.replace(found.span(), kind=result.lost, shown=found[group])
    for use in used:
        changes.replace(use.span(), use[2] or use[4] or label)
