"""Shortcodes of Hugo (and of Nikola, which writes them alike)."""

from __future__ import annotations

from sphinxcontrib_tripreport.core.posts.leftovers.changes import Changes
from sphinxcontrib_tripreport.core.posts.leftovers.embeds import page_of
from sphinxcontrib_tripreport.core.posts.leftovers.kinds import LeftoverKind
from sphinxcontrib_tripreport.core.posts.leftovers.liquid import as_code
from sphinxcontrib_tripreport.core.posts.leftovers.markups import Markup
from sphinxcontrib_tripreport.core.posts.leftovers.pictures import picture
from sphinxcontrib_tripreport.core.posts.leftovers.tags import TemplateTag, read_arguments
from sphinxcontrib_tripreport.core.posts.leftovers.targets import FindPath, path_argument

_SHOWN = frozenset(("raw", "verbatim"))


def change_shortcode(changes: Changes, tag: TemplateTag, markup: Markup, find: FindPath) -> None:
    """Change one shortcode."""
    by_place, by_name = read_arguments(tag.rest)
    if tag.content is not None:
        _change_content(changes, tag, by_place, markup)
    elif tag.name == "/*":
        # Hugo shows what is between the stars.
        inner = changes.text[tag.start : tag.end].replace("/*", "", 1)
        changes.replace(tag.span, "".join(inner.rsplit("*/", 1)))
    elif tag.name.startswith("/"):
        changes.replace(tag.span)
    elif tag.name in ("ref", "relref") and (path := path_argument(by_place, by_name)):
        name, sign, fragment = path.partition("#")
        place = find(name)
        if place is None:
            changes.replace(tag.span, path, LeftoverKind.LOST)
        else:
            changes.replace(tag.span, markup.link(path, place, sign + fragment))
    elif page := page_of(tag.name, by_place, by_name):
        changes.replace(tag.span, markup.address(page))
    elif image := _picture(tag, by_place, by_name, markup, find):
        changes.replace(tag.span, image)
    else:
        changes.replace(tag.span, kind=LeftoverKind.SHORTCODE)


def _picture(
    tag: TemplateTag, by_place: list[str], by_name: dict[str, str], markup: Markup, find: FindPath
) -> str:
    if tag.name not in ("figure", "image", "img", "imgproc", "thumbnail"):
        return ""
    source = {"src": by_place[0]} if by_place and by_place[0] != "/" else {}
    return picture({**source, **by_name}, markup, find)


def _change_content(
    changes: Changes, tag: TemplateTag, by_place: list[str], markup: Markup
) -> None:
    assert tag.content is not None
    start, end = tag.content
    if tag.name == "comment":
        changes.replace(tag.span)
    elif tag.name in _SHOWN:
        changes.replace((tag.start, start))
        changes.protect(tag.content)
        changes.replace((end, tag.end))
    else:
        as_code(changes, tag, by_place[0] if by_place else "", markup)
