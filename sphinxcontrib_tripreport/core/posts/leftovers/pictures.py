"""Pictures that tags show: ``figure`` of Hugo, and the includes that Jekyll's themes have."""

from __future__ import annotations

import re

from sphinxcontrib_tripreport.core.posts.leftovers.markups import Markup
from sphinxcontrib_tripreport.core.posts.leftovers.targets import FindPath, read_target
from sphinxcontrib_tripreport.core.text.regexes import regex

_SOURCES = ("src", "image_path", "image", "img", "url", "file", "path", "1")
_IMAGE = regex(r"[^?#]+\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?)(?:[?#].*)?", re.IGNORECASE)


def picture(arguments: dict[str, str], markup: Markup, find: FindPath) -> str:
    """The image that a tag with these arguments shows; nothing if it shows none."""
    named = (arguments.get(name, "") for name in _SOURCES)
    source = next((value for value in named if _IMAGE.fullmatch(value)), "")
    if not source:
        return ""
    caption = arguments.get("caption") or arguments.get("attr") or ""
    return markup.image(
        _path_in_project(source, find),
        " ".join((arguments.get("alt") or arguments.get("title") or "").split()),
        " ".join(caption.split()),
        _path_in_project(arguments.get("link", ""), find),
    )


def _path_in_project(path: str, find: FindPath) -> str:
    """Where the project holds a path; the path itself if it does not hold it."""
    target = read_target(path)
    if target is not None:
        path = target.path
    if not path or (target is not None and target.is_address) or re.match(r"\w+:", path):
        return path
    place = find(path)
    return place.path if place is not None else path
