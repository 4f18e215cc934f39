"""What Obsidian writes within lines: links between notes, embedded files, marks, comments. Pure.

Obsidian's help: ``[[Note#Heading|shown]]`` links, ``![[file|size or text]]`` embeds, ``==text==``
is highlighted, ``%%text%%`` is a comment that readers do not see.
"""

from __future__ import annotations

import re

from sphinxcontrib_tripreport.core.posts.leftovers.changes import Changes
from sphinxcontrib_tripreport.core.posts.leftovers.kinds import LeftoverKind
from sphinxcontrib_tripreport.core.posts.leftovers.markups import Markup
from sphinxcontrib_tripreport.core.posts.leftovers.targets import FindPath
from sphinxcontrib_tripreport.core.text.regexes import regex

_LINK = regex(
    r"(?P<embed>!?)\[\[(?P<name>[^\[\]|#^\n\\]{0,300})(?P<part>[#^][^\[\]|\n\\]{0,300})?"
    r"(?:\\?\|(?P<text>[^\[\]\n]{0,300}))?\]\](?![(\[])"
)
_MARKED = regex(r"(?<![=\w])==(?=[^\s=])(?P<text>[^=\n]{1,500}?)(?<=[^\s=])==(?![=\w])")
_COMMENT = regex(r"(?<!\S)%%(?!%)[^%\n]{1,1000}%%(?![\w%])")
_BLOCK_COMMENT = regex(r"^%%[ \t]*\n(?:(?!%%).*\n){0,500}?%%[ \t]*$", re.MULTILINE)
_FILE = regex(r".*\.(\w{1,5})")
_PICTURES = frozenset(("png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp"))
_SIZE = regex(r"\d+(?:x\d+)?")


_SIZED = regex(r"(?<=!\[)(?P<alt>[^\[\]|\n]{0,300})\|\d+(?:x\d+)?(?=\]\()")


def change_wiki_links(changes: Changes, markup: Markup, find: FindPath) -> None:
    """Write links, embedded files and marks as Markdown, and take comments out."""
    text = changes.text
    for pattern in (_BLOCK_COMMENT, _COMMENT):
        for found in pattern.finditer(text):
            if changes.is_free(found.span()):
                changes.replace(found.span())
    for found in _LINK.finditer(text):
        if changes.is_free(found.span()) and _is_name(found):
            _change_link(changes, found, markup, find)
    for found in _SIZED.finditer(text):
        size = (found.end("alt"), found.end())
        if changes.is_free(size):
            changes.replace(size)
    for found in _MARKED.finditer(text):
        opening, closing = (found.start(), found.start() + 2), (found.end() - 2, found.end())
        if changes.is_free(opening) and changes.is_free(closing):
            changes.replace(opening, "**")
            changes.replace(closing, "**")


def _is_name(found: re.Match[str]) -> bool:
    name: str = found["name"]
    return bool(name or found["part"]) and not name.startswith((" ", "\t"))


def _change_link(changes: Changes, found: re.Match[str], markup: Markup, find: FindPath) -> None:
    name = found["name"].strip()
    text = (found["text"] or "").strip()
    file = _FILE.fullmatch(name)
    place = find(name) if name else None
    if place is None and name and file is None:
        place = find(f"{name}.md")
    if found["embed"] and file is not None and file[1].lower() in _PICTURES:
        path = place.path if place is not None else name
        alt = "" if _SIZE.fullmatch(text) else text
        changes.replace(found.span(), markup.image(path, alt, "", ""))
        return
    shown = text or name.rpartition("/")[2] or (found["part"] or "").lstrip("#^")
    if place is not None:
        changes.replace(found.span(), markup.link(shown, place))
    elif found["embed"]:
        changes.replace(found.span(), shown, LeftoverKind.EMBED)
    elif file is not None and "/" in name:
        changes.replace(found.span(), shown, LeftoverKind.LOST)
    else:
        # In Obsidian too, a link to a note that nobody has written is only its name.
        changes.replace(found.span(), shown)
