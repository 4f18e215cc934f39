"""Headings of Markdown as authors' engines see them, and CommonMark does not. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sphinxcontrib_tripreport.core.text.regexes import regex

_ATX = regex(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_NO_SPACE = regex(r"( {0,3}#{1,6})([^#\s!{].*)$")
_HASH_TAGS = regex(r"\s*#[\w-]+(?:[\s,]+#[\w-]+)*\s*$")
_SETEXT = regex(r" {0,3}(=+|-+)\s*$")
_FENCE = regex(r" {0,3}(`{3,}|~{3,}|:{3,})(.*)$")
_HTML_LINE = regex(r"\s{0,3}</?[a-zA-Z!][^<>]*>")


def level_of_heading(lines: Sequence[str], line: int) -> int:
    """The level of the heading that begins on *line* (from 1); 0 if there is none."""
    if not 1 <= line <= len(lines):
        return 0
    if found := _ATX.match(lines[line - 1]):
        return len(found[1])
    for below in lines[line : line + 5]:
        if found := _SETEXT.match(below):
            return 1 if found[1][0] == "=" else 2
        if not below.strip():
            break
    return 0


def mend_headings(text: str) -> str:
    """*text* with every heading that engines take for one written as CommonMark wants it.

    ``###Title`` gets its space, unless the line is one of hash tags. So does ``#Title``, unless the
    post has headings with a space: beside these it is a line that begins with a tag. HTML right
    above a heading, to which CommonMark would count it, moves up a line. All lines keep their
    numbers.
    """
    if "#" not in text:
        return text
    lines = text.split("\n")
    is_text = _text_lines(lines)
    has_spaces = any(is_text[number] and _ATX.match(line) for number, line in enumerate(lines))
    in_html = False
    for number, line in enumerate(lines):
        if not is_text[number]:
            continue
        if _is_heading_without_space(line, has_spaces=has_spaces):
            lines[number] = _NO_SPACE.sub(r"\1 \2", line)
        if _ATX.match(lines[number]):
            if in_html:
                _move_up(lines, number - 1)
            in_html = False
        else:
            in_html = bool(line.strip()) and (in_html or bool(_HTML_LINE.match(line)))
    return "\n".join(lines)


def _text_lines(lines: list[str]) -> bytearray:
    """For each line, whether it is text (1), and neither code nor a fence (0)."""
    is_text = bytearray(len(lines))
    fence = ""
    for number, line in enumerate(lines):
        if found := _FENCE.match(line):
            fence = _next_fence(fence, found)
        elif not fence or fence[0] == ":":
            is_text[number] = 1
    return is_text


def _is_heading_without_space(line: str, *, has_spaces: bool) -> bool:
    found = _NO_SPACE.match(line)
    if found is None or _HASH_TAGS.match(line):
        return False
    return not has_spaces or found[1].strip() != "#"


def _next_fence(fence: str, found: re.Match[str]) -> str:
    """The fence that is open after a line with one."""
    mark = found[1]
    if not fence:
        return mark
    closes = mark[0] == fence[0] and len(mark) >= len(fence) and not found[2].strip()
    return "" if closes else fence


def _move_up(lines: list[str], last: int) -> None:
    """Put a block of HTML that ends on line *last* one line higher, to end it before a heading."""
    first = last
    while first > 0 and lines[first - 1].strip() and not _ATX.match(lines[first - 1]):
        first -= 1
    if first == 0 or lines[first - 1].strip():
        # No blank line above to move into: the HTML joins the line above it.
        if first < last:
            lines[last - 1 : last + 1] = [f"{lines[last - 1]} {lines[last].strip()}", ""]
        return
    lines[first - 1 : last + 1] = [*lines[first : last + 1], ""]
