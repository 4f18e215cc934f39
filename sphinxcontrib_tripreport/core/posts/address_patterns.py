"""Addresses that an engine made of dates and names: ``/:year/:month/:day/:title/``. Pure.

The placeholders are those of Jekyll, Hugo and Hexo:
https://jekyllrb.com/docs/permalinks/, https://gohugo.io/configuration/permalinks/,
https://hexo.io/docs/permalinks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from posixpath import dirname
from typing import Final, NamedTuple

from sphinxcontrib_tripreport.core.posts.file_names import name_of_file
from sphinxcontrib_tripreport.core.posts.old_addresses import OldPlace
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.slugs import slug

_PLACEHOLDER: Final = regex(r":([a-z_]+)")
_SLASHES: Final = regex(r"/{2,}")

_OF_DATE: Final[Mapping[str, Callable[[date], str]]] = {
    "year": lambda day: f"{day.year:04}",
    "short_year": lambda day: f"{day.year % 100:02}",
    "month": lambda day: f"{day.month:02}",
    "i_month": lambda day: str(day.month),
    "day": lambda day: f"{day.day:02}",
    "i_day": lambda day: str(day.day),
    "y_day": lambda day: f"{day.timetuple().tm_yday:03}",
}


class _Post(NamedTuple):
    """What the other placeholders stand for."""

    docname: str
    place: OldPlace
    heading: str

    @property
    def file(self) -> str:
        return name_of_file(self.docname).name


_OF_NAME: Final[Mapping[str, Callable[[_Post], str]]] = {
    "title": lambda post: post.place.slug or post.file,
    "slug": lambda post: post.place.slug or slug(post.heading) or post.file,
    "name": lambda post: post.file,
    "filename": lambda post: post.file,
    "categories": lambda post: "/".join(map(slug, post.place.categories)),
    "category": lambda post: "".join(map(slug, post.place.categories[:1])),
    "section": lambda post: post.docname.partition("/")[0] if "/" in post.docname else "",
    "sections": lambda post: dirname(post.docname),
}
PLACEHOLDERS: Final = (*_OF_DATE, *_OF_NAME)


def without_placeholders(pattern: str) -> tuple[str, list[str]]:
    """An address of a pattern, and those of its placeholders that have no meaning."""
    found = list(filter(_is_placeholder, _PLACEHOLDER.finditer(pattern)))
    unknown = [each[1] for each in found if each[1] not in PLACEHOLDERS]
    filled = _PLACEHOLDER.sub(lambda each: "x" if _is_placeholder(each) else each[0], pattern)
    return filled, unknown


def is_pattern(address: str) -> bool:
    """Whether an address has placeholders."""
    return any(map(_is_placeholder, _PLACEHOLDER.finditer(address)))


def _is_placeholder(found: re.Match[str]) -> bool:
    """Whether it is meant as one: the colon of ``/re:invent-2019/`` is part of a name."""
    return found[1] in PLACEHOLDERS or not found.string[: found.start()][-1:].isalnum()


def fill_pattern(
    pattern: str, docname: str, day: date | None, place: OldPlace, heading: str
) -> str:
    """The address of a post; empty if the pattern wants what the post does not have.

    :param heading: the title of the post
    """
    post = _Post(docname, place, heading)

    def fill(found: re.Match[str]) -> str:
        name = found[1]
        if name in _OF_DATE:
            return _OF_DATE[name](day) if day is not None else "\0"
        if name in _OF_NAME:
            return _OF_NAME[name](post)
        return "\0" if _is_placeholder(found) else found[0]

    address = _PLACEHOLDER.sub(fill, pattern)
    return "" if "\0" in address else _SLASHES.sub("/", address)
