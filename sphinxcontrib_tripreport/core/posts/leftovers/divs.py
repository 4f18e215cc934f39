"""Divs between colons: of Pandoc and Quarto, and admonitions of Docusaurus and VitePress. Pure.

Pandoc's manual: a div begins with three or more colons and attributes in braces, or one word; it
ends with three or more colons, however many it began with. Docusaurus: ``:::tip[Title]``, before
version 3 ``:::tip Title``. In MyST a name in braces is that of a directive, whose end has at least
as many colons as its beginning.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sphinxcontrib_tripreport.core.posts.leftovers.admonitions import is_kind, opening
from sphinxcontrib_tripreport.core.posts.leftovers.code_fences import code_lines
from sphinxcontrib_tripreport.core.text.regexes import regex

_COLONS = regex(r"([ \t]*)(:{3,})[ \t]*(.*?)[ \t]*$")
_DIRECTIVE = regex(r"\{[A-Za-z][\w:+.-]*\}")
_ATTRIBUTES = regex(r"\{([^{}]*)\}[ \t]*:*$")
_WORD = regex(r"([A-Za-z][\w-]*)(?:\[(.*)\]|\{[^{}]*\})?(?:[ \t]+(.*?))?[ \t]*:*$")
_CLASS = regex(r"\.callout-(\w+)")
_TITLE = regex(r"title=(?:\"([^\"]*)\"|'([^']*)')")
_HEADING = regex(r"#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")
_SHORTEST = 3


@dataclass(slots=True, eq=False)
class _Div:
    first: int
    margin: str
    colons: int
    info: str
    is_directive: bool
    last: int = -1
    """The line that ends it; -1 if none does."""
    inner: list[_Div] = field(default_factory=list)
    kind: str = ""
    """Of an admonition."""
    title: str = ""
    rest: str = ""
    """Text that is beside the class."""


def mend_divs(lines: list[str]) -> tuple[list[str], list[tuple[int, str]]]:
    """The lines with divs that say something as directives, and the others without their fences.

    :return: the lines, and of each div that was taken away its line (from 0) and what was there
    """
    divs = _read(lines)
    if all(div.is_directive for div in divs):
        return lines, []
    made = list(lines)
    removed: list[tuple[int, str]] = []
    colons: dict[int, int] = {}
    for div in reversed(divs):  # what is within first
        within = max((colons[id(each)] for each in div.inner), default=_SHORTEST - 1)
        if not div.is_directive:
            _understand(div, made)
        if not (div.is_directive or div.kind):
            colons[id(div)] = within
            removed.append((div.first, lines[div.first].strip()))
            made[div.first] = div.margin + div.rest if div.rest else ""
            if div.last >= 0:
                made[div.last] = ""
            continue
        colons[id(div)] = max(div.colons if div.is_directive else _SHORTEST, within + 1)
        _write(div, made, ":" * colons[id(div)])
    return made, sorted(removed)


def _read(lines: list[str]) -> list[_Div]:
    """All divs and directives between colons, in the order of their beginnings."""
    divs: list[_Div] = []
    open_divs: list[_Div] = []
    is_code = code_lines(lines)
    for number, line in enumerate(lines):
        if is_code[number] or ":::" not in line:
            continue
        found = _COLONS.match(line)
        if found is None:
            continue
        margin, colons, info = found[1], len(found[2]), found[3]
        if info:
            directive = _DIRECTIVE.match(info) is not None
            if not (directive or _ATTRIBUTES.match(info) or _WORD.match(info)):
                continue
            div = _Div(number, margin, colons, info, directive)
            if open_divs:
                open_divs[-1].inner.append(div)
            divs.append(div)
            open_divs.append(div)
        elif open_divs and not (open_divs[-1].is_directive and colons < open_divs[-1].colons):
            open_divs.pop().last = number
    return divs


def _understand(div: _Div, lines: list[str]) -> None:
    """Find out which admonition a div is, if it is one; a heading may be its title."""
    if attributes := _ATTRIBUTES.match(div.info):
        if (found := _CLASS.search(attributes[1])) and div.last > 0:
            div.kind = found[1]
            title = _TITLE.search(attributes[1])
            div.title = (title[1] or title[2] or "") if title else _take_heading(div, lines)
    elif word := _WORD.match(div.info):
        text = " ".join(filter(None, (word[2], word[3]))).strip()
        if is_kind(word[1]) and div.last > 0:
            div.kind, div.title = word[1], text
        elif is_kind(word[1]) or div.last > 0:
            div.rest = text
        else:
            div.rest = div.info  # colons before a word are no div


def _take_heading(div: _Div, lines: list[str]) -> str:
    """The text of a heading that a callout begins with, which is no heading of the post."""
    for number in range(div.first + 1, div.last):
        if not lines[number].strip():
            continue
        found = _HEADING.match(lines[number].strip())
        if found:
            lines[number] = ""
        return found[1] if found else ""
    return ""


def _write(div: _Div, lines: list[str], fence: str) -> None:
    if div.is_directive:
        lines[div.first] = f"{div.margin}{fence}{lines[div.first].strip().lstrip(':')}"
    elif not any(map(str.strip, lines[div.first + 1 : div.last])):
        # Docutils wants an admonition to have content.
        lines[div.first] = f"{div.margin}**{div.title or div.kind.capitalize()}**"
        lines[div.last] = ""
        return
    else:
        first, option = opening(div.kind, div.title, fence)
        lines[div.first] = div.margin + first
        below = div.first + 1
        if option and not lines[below].strip() and below < div.last:
            lines[below] = div.margin + option
    if div.last >= 0:
        lines[div.last] = div.margin + fence
