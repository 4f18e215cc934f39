"""Directives that other engines add to reStructuredText: Nikola, Pelican's plugins, Tinkerer. Pure.

Nikola's handbook: ``youtube``, ``vimeo``, ``soundcloud``, ``media``, ``gist``, ``thumbnail``,
``slides``, ``listing``, ``chart`` and ``post-list``. ``thumbnail`` takes what ``figure`` takes,
``slides`` the paths of pictures. ABlog's ``update``, in Markdown too, is a box titled with a date.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from sphinxcontrib_tripreport.core.posts.leftovers.changes import Changes
from sphinxcontrib_tripreport.core.posts.leftovers.embeds import page_of
from sphinxcontrib_tripreport.core.posts.leftovers.kinds import LeftoverKind
from sphinxcontrib_tripreport.core.text.regexes import regex

_DIRECTIVE = regex(
    r"^(?P<margin>[ \t]*)\.\. (?P<name>youtube|vimeo|soundcloud(?:_playlist)?|media|gist|thumbnail"
    r"|slides|listing|chart|post-list|update|more|categories|tags|comments)::(?P<argument>[^\n]*)$",
    re.MULTILINE,
)
_UPDATE = regex(
    r"^ {0,3}(?:`{3,}|~{3,}|:{3,})[ \t]*\{(?P<name>update)\}(?P<argument>[^\n]*)$", re.MULTILINE
)
_LINE = regex(r"\n([ \t]*)([^\n]*)")
_OPTION = regex(r":[\w-]+:(?:\s|$)")
_ADDRESS = regex(r"https?://\S+")

HasDirective = Callable[[str], bool]
"""Whether an extension of the project has a directive of that name."""


def change_directives(changes: Changes, has_directive: HasDirective) -> None:
    """Write what such directives show, and remove the others."""
    for found in _DIRECTIVE.finditer(changes.text):
        if not changes.is_free(found.span()) or has_directive(found["name"]):
            continue
        if found["name"] == "thumbnail":
            changes.replace(found.span("name"), "figure")
            continue
        if found["name"] == "update":
            _change_update(changes, found)
            continue
        end, content = _block(changes.text, found)
        shown = _as_plain_rst(found["name"], found["argument"].split(), content)
        if shown is None:
            changes.replace(
                (found.start(), end), kind=LeftoverKind.DIRECTIVE, shown=found[0].strip()
            )
        else:
            margin = found["margin"]
            text = "\n".join(f"{margin}{line}" if line else "" for line in shown)
            changes.replace((found.start(), end), text)


def change_updates(changes: Changes, has_directive: HasDirective) -> None:
    """Write ABlog's directive in Markdown as the box that it is."""
    for found in () if has_directive("update") else _UPDATE.finditer(changes.text):
        if changes.is_free(found.span("name")):
            _change_update(changes, found)


def _change_update(changes: Changes, found: re.Match[str]) -> None:
    box = "admonition" if found["argument"].strip() else "note"
    changes.replace(found.span("name"), box)


def _block(text: str, found: re.Match[str]) -> tuple[int, list[str]]:
    """Where the directive ends, and the lines of its content without options."""
    margin, end, content = len(found["margin"]), found.end(), []
    for line in _LINE.finditer(text, found.end()):
        if line[2] and len(line[1]) <= margin:
            break
        if line[2]:
            end = line.end()
        if not _OPTION.match(line[2]):
            content.append(line[2].strip())
    while content and not content[-1]:
        content.pop()
    return end, content


def _as_plain_rst(name: str, words: list[str], content: list[str]) -> list[str] | None:
    """The lines that say the same; None if there are none."""
    if name == "more":
        return []  # the end of a summary
    if name == "slides":
        return [f".. image:: {line}" if line else "" for line in ["", *content]]
    if name == "media":
        address = next(filter(_ADDRESS.fullmatch, (*words, *content)), "")
        return [address] if address else None
    page = page_of(name, words[:1], {})
    return [page] if page else None
