"""Targets of links and images as other engines write them: what they lead to."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from sphinxcontrib_tripreport.core.posts.leftovers.held import Held
from sphinxcontrib_tripreport.core.posts.leftovers.tags import read_arguments
from sphinxcontrib_tripreport.core.text.regexes import regex

FindPath = Callable[[str], Held | None]
"""Where the project holds a path of an old site, or a document of that name."""


@dataclass(frozen=True, slots=True)
class OldTarget:
    """What a link leads to, once its template has been read."""

    path: str = ""
    """On the old site or in its sources, or a whole address; empty if nobody can know."""
    fragment: str = ""
    """With its ``#``."""
    is_template: bool = True
    """Whether it leads nowhere unless it is rewritten."""
    is_listing: bool = False
    """Whether it is a page that an engine makes of a tag, an author or a category."""

    @property
    def is_address(self) -> bool:
        """Whether it leads to somewhere else in the web."""
        return bool(_ADDRESS.match(self.path))


_ADDRESS = regex(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_TEMPLATE = regex(r"\{\{[<%]?(?P<value>(?:(?!\{\{).)*?)[>%]?\}\}|\{%-?(?P<tag>(?:(?!\{%).)*?)-?%\}")
_PELICAN = regex(r"(?:\{(?P<name>\w+)\}|\|(?P<old>\w+)\|)(?P<path>.*)", re.DOTALL)
_FILES = frozenset(("static", "attach", "filename", "photo", "image", "thumbnail"))
_LISTINGS = frozenset(("tag", "author", "category", "index"))
_SITE = regex(r"site\.(?:github\.)?(?:baseurl|url|base_url)|baseurl|base_url", re.IGNORECASE)
_PATH_TAGS = frozenset(("post_url", "link", "ref", "relref", "asset_path", "static", "site"))
_WORD = regex(r"\s*([\w.]+)\s*(.*)", re.DOTALL)


def read_target(raw: str) -> OldTarget | None:
    """What the target of a link means; None if it is no business of ours.

    :param raw: as it is in the text, without ``<`` and ``>`` around it
    """
    if pelican := _PELICAN.fullmatch(raw):
        name = (pelican["name"] or pelican["old"]).lower()
        if name in _LISTINGS:
            return OldTarget(is_listing=True)
        return _of_path(pelican["path"]) if name in _FILES else None
    if "{{" in raw or "{%" in raw:
        parts: list[str] = []
        done = 0
        for found in _TEMPLATE.finditer(raw):
            value = _value(found["value"]) if found["tag"] is None else _path_of_tag(found["tag"])
            if value is None:
                return OldTarget()
            parts += [raw[done : found.start()], value]
            done = found.end()
        path = "".join((*parts, raw[done:]))
        if "{{" in path or "{%" in path:
            return OldTarget()
        return _of_path(path or "/")
    if raw.startswith("/") and not raw.startswith("//"):
        return _of_path(raw, is_template=False)
    return None


def _of_path(path: str, *, is_template: bool = True) -> OldTarget:
    path, sign, fragment = path.partition("#")
    if not _ADDRESS.match(path):
        path = path.partition("?")[0]
    return OldTarget(path, sign + fragment, is_template)


def path_of_value(expression: str) -> str | None:
    """The path that a value of Liquid is, such as ``site.baseurl`` or ``"/x" | relative_url``.

    None if only the engine could tell.
    """
    first, *filters = expression.strip().removeprefix("-").removesuffix("-").split("|")
    path = _constant(first)
    for each in filters:
        name, _, argument = each.strip().partition(":")
        if name.strip() in ("append", "prepend"):
            more = _constant(argument)
            if path is None or more is None:
                return None
            path = path + more if name.strip() == "append" else more + path
        elif name.strip() not in ("relative_url", "absolute_url", "escape", "uri_escape", "safe"):
            return None
        elif path and "://" not in path:
            path = "/" + path.lstrip("/")
    return path


def _value(expression: str) -> str | None:
    word = _WORD.match(expression)
    if word and word[1] in _PATH_TAGS:
        return _path_of_tag(expression)
    return path_of_value(expression)


def _constant(text: str) -> str | None:
    text = text.strip()
    if len(text) > 1 and text[0] in "\"'" and text[-1] == text[0]:
        return text[1:-1]
    return "" if _SITE.fullmatch(text) else None


def _path_of_tag(content: str) -> str | None:
    word = _WORD.match(content)
    if word is None or word[1] not in _PATH_TAGS:
        return None
    by_place, by_name = read_arguments(word[2])
    return path_argument(by_place, by_name)


def path_argument(by_place: list[str], by_name: dict[str, str]) -> str | None:
    """The path that ``link``, ``post_url`` or ``ref`` names."""
    return (by_place[0] if by_place else by_name.get("path")) or None
