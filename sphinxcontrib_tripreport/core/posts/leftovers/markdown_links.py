"""Links and images of Markdown: their targets lead to where the project holds them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from sphinxcontrib_tripreport.core.posts.leftovers.changes import Changes
from sphinxcontrib_tripreport.core.posts.leftovers.markups import Markdown
from sphinxcontrib_tripreport.core.posts.leftovers.outcome import Outcome, outcome
from sphinxcontrib_tripreport.core.posts.leftovers.targets import FindPath
from sphinxcontrib_tripreport.core.text.regexes import regex

# A template ends before another one begins: no part of a line is looked at for each of its signs.
_VALUE = r"\{\{(?:(?!\{\{|\}\})[^\n])*+\}\}"
_SHORTCODE = r"\{\{<(?:(?!\{\{|>\}\})[^\n])*+>\}\}"
_TARGET = (
    rf"(?:{_VALUE}|\{{%(?:(?!\{{%|%\}})[^\n])*+%\}}|\{{\w+\}}|\|\w+\||[^\s()<>{{}}|]"
    r"|\((?:[^\s()]*)\)|[{}|])++"
)
_TITLE = r"""(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'))?"""
_INLINE = regex(rf"\]\([ \t]*(?:<(?P<angled>[^<>\n]*)>|(?P<bare>{_TARGET})){_TITLE}[ \t]*\)")
_ANGLED_TEMPLATE = regex(r"\]\([ \t]*(?P<bare>" + _SHORTCODE + r"[^\s()]*+)[ \t]*\)")
_DEFINITION = regex(
    rf"^ {{0,3}}\[(?P<label>[^\[\]\n^]+)\]:[ \t]*"
    rf"(?:<(?P<angled>[^<>\n]*)>|(?P<bare>{_TARGET}|{_SHORTCODE})){_TITLE}[ \t]*$",
    re.MULTILINE,
)
_BRACKET = regex(r"(?<!\\)[\[\]]")
_USE = regex(r"(?P<image>!?)\[(?P<text>[^\[\]\n]*)\](?:\[(?P<label>[^\[\]\n]*)\])?")
_LONGEST_TEXT = 2000
"""How far before its target the text of a link may begin."""


def change_markdown_links(changes: Changes, find: FindPath) -> None:
    """Rewrite the targets of links, images and definitions; what leads nowhere becomes text."""
    starts: dict[int, int] | None = None
    for pattern in (_INLINE, _ANGLED_TEMPLATE):
        for found in pattern.finditer(changes.text):
            group = "bare" if pattern is _ANGLED_TEMPLATE or found["bare"] else "angled"
            if changes.is_free(found.span()):
                starts = _starts_of_texts(changes.text) if starts is None else starts
                _change_inline(changes, found, group, find, starts.get(found.start(), -1))
    uses: dict[str, list[_Use]] | None = None
    for found in _DEFINITION.finditer(changes.text):
        if changes.is_free(found.span()):
            uses = _uses(changes.text) if uses is None else uses
            _change_definition(changes, found, find, uses.get(found["label"].lower(), ()))


def _change_inline(
    changes: Changes, found: re.Match[str], group: str, find: FindPath, start: int
) -> None:
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


def _starts_of_texts(text: str) -> dict[int, int]:
    """From each ``]`` that ends a link's text to the ``[`` that begins it."""
    starts: dict[int, int] = {}
    opened: list[int] = []
    for found in _BRACKET.finditer(text):
        if found[0] == "[":
            opened.append(found.start())
        elif opened and found.start() - (start := opened.pop()) < _LONGEST_TEXT:
            starts[found.start()] = start
    return starts


class _Use(NamedTuple):
    """A place that a definition is of."""

    start: int
    end: int
    text: str
    """What it shows."""
    is_image: bool


def _uses(text: str) -> dict[str, list[_Use]]:
    """The uses of definitions, by label in lower case."""
    uses: defaultdict[str, list[_Use]] = defaultdict(list)
    for found in _USE.finditer(text):
        # With a text of its own, with two brackets, or as its own text.
        label = found["label"] or found["text"]
        if found["label"] or text[found.end() : found.end() + 1] not in ("[", "(", ":"):
            uses[label.lower()].append(_Use(*found.span(), found["text"], bool(found["image"])))
    return uses


def _change_definition(
    changes: Changes, found: re.Match[str], find: FindPath, uses: Sequence[_Use]
) -> None:
    group = "bare" if found["bare"] else "angled"
    used = [use for use in uses if changes.is_free((use.start, use.end))]
    is_image = bool(used) and all(use.is_image for use in used)
    result = outcome(found[group], find, is_image=is_image)
    if not result.is_change:
        return
    if result.lost is None:
        changes.replace(_with_angles(found, group), _target(result))
        return
    changes.replace(found.span(), kind=result.lost, shown=found[group])
    for use in used:
        changes.replace((use.start, use.end), use.text or found["label"])
