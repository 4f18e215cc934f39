"""Blocks that other engines' Markdown has, and CommonMark has not, as MyST writes them. Pure.

``!!! note`` and ``=== "Tab"`` of Material for MkDocs, with content that is indented; ``> [!note]``
of Obsidian and GitHub. All lines keep their numbers: the end of a directive takes the place of the
blank line below the block.
"""

from __future__ import annotations

from collections.abc import Callable

from sphinxcontrib_tripreport.core.posts.leftovers.admonitions import fence_around, opening
from sphinxcontrib_tripreport.core.posts.leftovers.code_fences import code_lines
from sphinxcontrib_tripreport.core.text.regexes import regex

_INDENTED = regex(
    r"(\s*)(?:!!!|\?\?\?\+?)[ \t]+([A-Za-z][\w-]*)(?:[ \t]+[\w -]{1,60}?)?"
    r"(?:[ \t]+\"(.*)\")?[ \t]*$"
)
_TAB = regex(r"(\s*)===[!+]{0,2}[ \t]+\"([^\"]+)\"[ \t]*$")
_CALLOUT = regex(r"( {0,3})>[ \t]?\[!([A-Za-z][\w-]*)(?:\|[^\]]*)?\][+-]?[ \t]*(.*?)[ \t]*$")
_QUOTED = regex(r" {0,3}>[ \t]?")
_LIST_ITEM = regex(r" {0,3}(?:[*+-]|\d{1,9}[.)])[ \t]")
_DEEPEST = 8
"""How deep blocks within blocks are looked for."""
_CODE = 4
"""Blanks that make code of a line, outside of lists."""


def has_blocks(text: str) -> bool:
    """Whether a text may hold such a block; quick, because most hold none."""
    return "!!! " in text or "???" in text or '=== "' in text or "[!" in text


def mend_blocks(lines: list[str], depth: int = 0) -> list[str]:
    """The lines with all such blocks as MyST writes them; at the end of a text one may be added."""
    made: list[str] = []
    number, in_list, is_code = 0, False, code_lines(lines)
    while number < len(lines):
        line = lines[number]
        if not is_code[number] and (end := _mend(made, lines, number, in_list, depth)):
            number = end
            continue
        if line.strip() and not line.startswith((" ", "\t")):
            in_list = bool(_LIST_ITEM.match(line))
        made.append(line)
        number += 1
    return made


def _mend(made: list[str], lines: list[str], number: int, in_list: bool, depth: int) -> int:
    """Add the block that begins on a line, if one does, and give the line below it; else 0."""
    line = lines[number]
    if depth >= _DEEPEST:
        return 0
    if found := _CALLOUT.match(line):
        end = _end(lines, number, lambda each: _QUOTED.match(each) is not None)
        content = [_QUOTED.sub("", each, count=1) for each in lines[number + 1 : end]]
        return _add(made, lines, end, content, found.groups(), depth)
    admonition = _INDENTED.match(line)
    found = admonition or _TAB.match(line)
    if found is None or (len(found[1].expandtabs()) >= _CODE and not in_list):
        return 0
    margin = len(found[1].expandtabs()) + _CODE

    def belongs(each: str) -> bool:
        return not each.strip() or _indent(each) >= margin

    end = _end(lines, number, belongs)
    content = [each.expandtabs()[margin:] for each in lines[number + 1 : end]]
    if admonition:
        return _add(made, lines, end, content, found.groups(), depth)
    if end < len(lines) and not lines[end].strip():
        # A block at the end of the tab is closed on the blank line below.
        content, end = mend_blocks([*content, ""], depth + 1), end + 1
    below = [f"**{found[2]}**", *content]
    made += [f"{found[1]}{each}".rstrip() for each in below]
    return end


def _end(lines: list[str], number: int, belongs: Callable[[str], bool]) -> int:
    """The line after the last that belongs to the block on a line; blank ones at its end do not."""
    end = number + 1
    for below in range(number + 1, len(lines)):
        if not belongs(lines[below]):
            break
        if lines[below].strip():
            end = below + 1
    return end


def _add(
    made: list[str],
    lines: list[str],
    end: int,
    content: list[str],
    parts: tuple[str | None, ...],
    depth: int,
) -> int:
    """Add an admonition; without content, or without room for its end, a paragraph as its title.

    :param end: the line after its last
    :param parts: margin, kind and title
    """
    margin, kind, title = parts[0] or "", parts[1] or "", " ".join((parts[2] or "").split())
    has_room = end == len(lines) or not lines[end].strip()
    if not any(map(str.strip, content)) or not has_room:
        below = [f"**{title or kind.capitalize()}**", *content]
        made += [f"{margin}{each}".rstrip() for each in below]
        return end
    content = mend_blocks(content, depth + 1)
    fence = fence_around(content)
    first, option = opening(kind, title, fence)
    if option and not content[0].strip() and len(content) > 1:
        content[0] = option
    made += [f"{margin}{each}".rstrip() for each in (first, *content)]
    if end < len(lines):
        made.append(f"{margin}{fence}")
        return end + 1
    if not depth:  # a block within another ends with it
        made.append(f"{margin}{fence}")
    return end


def _indent(line: str) -> int:
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())
