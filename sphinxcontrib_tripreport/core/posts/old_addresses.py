"""The addresses at which a post was on its old site, as far as its metadata names them. Pure.

* Jekyll: ``permalink``, also with placeholders (https://jekyllrb.com/docs/permalinks/), and
  ``redirect_from`` of the plugin jekyll-redirect-from.
* Hugo: ``url``, ``aliases`` and ``slug`` (https://gohugo.io/content-management/urls/). An alias
  without a slash at its beginning is from the folder of the post, as in Quarto.
* Pelican: ``save_as``, ``url``, ``slug`` (https://docs.getpelican.com/en/stable/settings.html).
* Nikola: ``slug``, below the folder of the post (https://getnikola.com/handbook.html).
* Hexo: ``permalink``, ``alias`` and ``aliases``. ABlog: ``redirect``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from posixpath import dirname
from typing import Final, NamedTuple

from sphinxcontrib_tripreport.core.posts.file_names import is_bundle, name_of_file
from sphinxcontrib_tripreport.core.text.located import Located
from sphinxcontrib_tripreport.core.text.regexes import regex

_FROM_FOLDER: Final = "aliases"
_ADDRESSES: Final = (
    *("permalink", "redirect_from", "url", "save_as", "alias", "redirect"), _FROM_FOLDER,
)  # fmt: skip
_CATEGORIES: Final = ("categories", "category")
OF_OLD_PLACES: Final = frozenset((*_ADDRESSES, *_CATEGORIES, "slug"))
"""The fields that say where a post was."""
_MAYBE_ELSEWHERE: Final = ("url", "redirect")
"""Fields that lead to another site as well: that is no mistake."""
_SCHEME: Final = regex(r"(?:[A-Za-z][A-Za-z0-9+.-]*:)?//")
_STYLES: Final = {
    "pretty": "/:categories/:year/:month/:day/:title/",
    "date": "/:categories/:year/:month/:day/:title.html",
    "ordinal": "/:categories/:year/:y_day/:title.html",
    "none": "/:categories/:title.html",
}
"""What words mean in Jekyll's ``permalink``."""
_CONTENT: Final = "content"
"""The folder in which Hugo and Pelican keep all that there is."""


class OldAddress(NamedTuple):
    """An address, or the pattern of one, as it is written or follows from a slug."""

    address: str
    field: str
    """The name of the metadata's field."""
    line: int
    """From 1; 0 for one that ``conf.py`` adds."""


class OldPlace(NamedTuple):
    """Where a post was."""

    addresses: tuple[OldAddress, ...] = ()
    slug: str = ""
    """What patterns of addresses have for its name; empty if that is the file's, or the title."""
    categories: tuple[str, ...] = ()


def read_old_place(fields: Mapping[str, Located], docname: str, engine: str) -> OldPlace:
    """Where a post was.

    :param fields: its metadata by lower-case name
    :param engine: that its form tells: ``hugo``, ``pelican``, ``nikola``; empty for several
    """
    slug, line = _slug(fields)
    found = list(_named_addresses(fields, docname))
    if slug and (address := _address_of_slug(slug, docname, engine)):
        found.append(OldAddress(address, "slug", line))
    return OldPlace(tuple(found), slug, tuple(_categories(fields)))


def _named_addresses(fields: Mapping[str, Located], docname: str) -> Iterator[OldAddress]:
    for name in _ADDRESSES:
        for each in _texts(fields.get(name)):
            text = each.value.strip() if isinstance(each.value, str) else ""
            if not text or (name in _MAYBE_ELSEWHERE and _SCHEME.match(text)):
                continue
            if name == "permalink":
                text = _STYLES.get(text, text)
            if name == _FROM_FOLDER and not (text.startswith("/") or _SCHEME.match(text)):
                text = _from_folder(f"{_folder(docname)}/{text}")
            yield OldAddress(text, name, each.line)


def _from_folder(path: str) -> str:
    """An address from the folder of a post, without ``..`` if it stays on the site."""
    parts: list[str] = []
    for part in path.split("/")[1:]:
        if part != "..":
            parts.append(part)
        elif parts:
            parts.pop()
        else:
            return path
    return "".join(f"/{part}" for part in parts)


def _texts(located: Located | None) -> Iterator[Located]:
    if located is None:
        return
    if isinstance(located.value, list):
        yield from located.value
    elif isinstance(located.value, str):
        # A field list writes several one a line.
        for text in located.value.splitlines():
            yield Located(text.removeprefix("- "), located.line)


def _slug(fields: Mapping[str, Located]) -> tuple[str, int]:
    located = fields.get("slug")
    if located is None or not isinstance(located.value, str):
        return "", 0
    return "-".join(located.value.split()), located.line


def _categories(fields: Mapping[str, Located]) -> Iterator[str]:
    for name in _CATEGORIES:
        for each in _texts(fields.get(name)):
            if isinstance(each.value, str) and each.value.strip():
                yield each.value.strip()


def _address_of_slug(slug: str, docname: str, engine: str) -> str:
    if engine == "pelican":
        return f"/{slug}.html"
    # Jekyll's posts have their dates in the names of files; it has slugs for its patterns alone.
    if not engine and name_of_file(docname).is_dated:
        return ""
    return f"{_folder(docname, of_bundle=True)}/{slug}/"


def _folder(docname: str, *, of_bundle: bool = False) -> str:
    """The folder of a post below the old site's, with a slash at its beginning if there is one.

    :param of_bundle: of a post with a folder of its own the one above
    """
    folder = dirname(docname)
    if of_bundle and is_bundle(docname):
        folder = dirname(folder)
    parts = folder.split("/") if folder else []
    if parts[:1] == [_CONTENT]:
        parts = parts[1:]
    return "".join(f"/{part}" for part in parts)
