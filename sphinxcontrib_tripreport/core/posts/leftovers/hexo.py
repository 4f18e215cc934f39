"""Tags of Hexo: links and images between posts, and its blocks. Pure.

Hexo's documentation: ``asset_img slug [width] [height] [title]``, ``asset_link slug [title]``,
``asset_path slug``, ``post_link name [title]``, ``link text url [external] [title]``, and the block
``blockquote author, source``. The theme NexT has the block ``note kind`` as well.
"""

from __future__ import annotations

from sphinxcontrib_tripreport.core.posts.leftovers.admonitions import is_kind, opening
from sphinxcontrib_tripreport.core.posts.leftovers.changes import Changes
from sphinxcontrib_tripreport.core.posts.leftovers.kinds import LeftoverKind
from sphinxcontrib_tripreport.core.posts.leftovers.markups import Markup
from sphinxcontrib_tripreport.core.posts.leftovers.pictures import picture
from sphinxcontrib_tripreport.core.posts.leftovers.tags import TemplateTag, read_arguments
from sphinxcontrib_tripreport.core.posts.leftovers.targets import FindPath
from sphinxcontrib_tripreport.core.text.regexes import regex

_ADDRESS = regex(r"https?://[^\s<>\"]+")
_REST_OF_LINE = regex(r"[ \t]*(?:\n|\Z)")
_ESCAPES = ("true", "false")
_QUOTES = frozenset(("blockquote", "quote", "pullquote", "centerquote", "cq"))
_FENCE = ":::"


def change_hexo(changes: Changes, tag: TemplateTag, markup: Markup, find: FindPath) -> bool:
    """Change a tag that is by itself, if it is one of Hexo's, and say whether it is."""
    words, _ = read_arguments(tag.rest)
    if tag.name in ("post_link", "asset_link") and words:
        _change_link(changes, tag, words, markup, find)
    elif tag.name == "asset_path" and words:
        place = find(words[0])
        changes.replace(tag.span, place.path if place is not None else words[0])
    elif tag.name == "asset_img" and (image := picture(_image(words), markup, find)):
        changes.replace(tag.span, image)
    elif tag.name == "iframe" and words and _ADDRESS.fullmatch(words[0]):
        changes.replace(tag.span, markup.address(words[0]))
    elif tag.name == "link" and (link := _outer_link(words)):
        changes.replace(tag.span, link)
    else:
        return False
    return True


def _change_link(
    changes: Changes, tag: TemplateTag, words: list[str], markup: Markup, find: FindPath
) -> None:
    name, *rest = words
    text = " ".join(word for word in rest if word not in _ESCAPES) or name
    place = find(name) or find(f"{name}.md")
    if place is not None:
        changes.replace(tag.span, markup.link(text, place))
    else:
        changes.replace(tag.span, text, LeftoverKind.LOST)


def _image(words: list[str]) -> dict[str, str]:
    """The arguments of an image: classes, the path, sizes, words."""
    path = next((word for word in words if "." in word.strip(".")), "")
    rest = words[words.index(path) + 1 :] if path else []
    return {"src": path, "alt": " ".join(word for word in rest if not word.isdigit())}


def _outer_link(words: list[str]) -> str:
    """A link to somewhere else: Jekyll's tag of that name has one argument alone."""
    place = next((n for n, word in enumerate(words) if _ADDRESS.fullmatch(word)), 0)
    return f"[{' '.join(words[:place])}](<{words[place]}>)" if place else ""


def change_block(changes: Changes, start: TemplateTag, end: TemplateTag) -> bool:
    """Change a quotation or a note, if the lines of the tags are their own, and say whether."""
    text = changes.text
    if not (_is_alone(changes, start) and _is_alone(changes, end)):
        return False
    if start.name in _QUOTES:
        place = text.find("\n", start.end, end.start) + 1
        while place:
            below = text.find("\n", place, end.start) + 1
            if below:  # not the line of the end
                changes.replace((place, place), "> ")
            place = below
        changes.replace(start.span)
        changes.replace(end.span, f"> — {start.rest}" if start.rest else "")
        return True
    words = start.rest.split()
    kind = words[0] if words and is_kind(words[0]) else "note"
    if start.name == "note" and text[start.end : end.start].strip():
        changes.replace(start.span, opening(kind, " ".join(words[1:]), _FENCE)[0])
        changes.replace(end.span, _FENCE)
        return True
    return False


def _is_alone(changes: Changes, tag: TemplateTag) -> bool:
    is_last = _REST_OF_LINE.match(changes.text, tag.end) is not None
    return is_last and changes.begins_line(tag.start)
