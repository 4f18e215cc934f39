"""What becomes of each tag of a page in other programs: readers of feeds show it among others.

Only elements and attributes are kept that are known to be harmless; addresses are absolute.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from enum import Enum
from html import escape, unescape
from typing import Final, NamedTuple
from urllib.parse import urljoin

from sphinxcontrib_tripreport.core.text.regexes import regex


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_KEPT: Final = _names(
    "a abbr address article aside audio b bdi bdo blockquote br caption cite code col colgroup dd"
    " del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins"
    " kbd li mark ol p picture pre q rp rt ruby s samp section small source span strong sub summary"
    " sup table tbody td tfoot th thead time tr tt u ul var video wbr"
)
"""The elements that are kept; of others, only the content is."""
_GONE: Final = _names(
    "form button select template noscript object embed applet canvas math svg head datalist"
    " frameset dialog"
)
"""Nothing is kept of what is in them."""
_RAW: Final = ("script", "style", "textarea", "title", "xmp")
"""Nothing is kept of what is in them, and there are no tags in them."""
EMPTY: Final = _names("area base br col hr img input link meta param source track wbr embed")
"""They have no content, and no tag that ends them."""
_ATTRIBUTES: Final = _names(
    "abbr align alt cite class colspan controls datetime dir height href lang open poster reversed"
    " rowspan scope span src srcset start title type value width"
)
_ADDRESSES: Final = _names("href src poster cite")
_SCHEMES: Final = _names("http https")
_LINKED: Final = _SCHEMES | _names("mailto tel ftp geo xmpp matrix")
_BOXES: Final = {False: "☐", True: "☑"}
ENDS: Final = {name: f"</{name}>" for name in _KEPT}
"""The tags that end elements that are kept."""

# What does not end takes all that comes, as in browsers: nothing is looked at twice. The first
# alternative is how Sphinx writes permalinks, of which each heading has one.
_REST: Final = r"(?:[^>\"']++|\"[^\"]*\"|'[^']*')*+"
TAGS: Final = regex(
    r'<(?:a class="headerlink" href="#[^"<>]*" title="[^"<>]*">[^<]*</a>'
    r"|!--(?:.*?-->|.*)|[!?][^>]*+>?|(?=[sStTxX])(?i:"
    + "|".join(rf"{name}\b(?:.*?</{name}\b[^>]*>|.*)" for name in _RAW)
    + rf")|(/?[a-zA-Z][^\s/>]*+{_REST}(?:>|.*)))",
    re.DOTALL,
)
"""Divides a page into texts and tags, which come in turn; of comments and so on there is None."""
_TAG: Final = regex(rf"(/?)([a-zA-Z][^\s/>]*+)({_REST})>", re.DOTALL)
_ATTRIBUTE: Final = regex(r"""([^\s=/>"']+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")
_PLAIN: Final = regex(
    r"((?:\.\./)*+)[\w%-][\w%.-]*+(?:/[\w%-][\w%.-]*+)*+(?:#[\w%.-]++)?", re.ASCII
)
"""An address as Sphinx writes those of pages: the way up, and that from there."""
_WHOLE: Final = ("https://", "http://")
_MARKUP: Final = regex("[&<>\"']")
_SCHEME: Final = regex(r"\s*([a-zA-Z][a-zA-Z0-9+.\s-]*):")
_UNSEEN: Final = regex(r"[\x00-\x20\x7f]+")
_PERMALINK: Final = "headerlink"
_MOST: Final = 2000
"""How many tags are remembered at a time: a folder may have any number."""


class Fate(Enum):
    """What becomes of a tag."""

    BEGINS = "an element begins"
    ENDS = "it ends"
    WRITTEN = "something else is in its place"
    LEFT_OUT = "an element begins of which nothing is kept"
    GONE = "nothing is kept of it"


class PortableTag(NamedTuple):
    """A tag."""

    fate: Fate
    name: str = ""
    """The element, in lower case."""
    markup: str = ""
    """What is written for it."""
    anchor: str = ""


_NOTHING: Final = PortableTag(Fate.GONE)


class Tags:
    """The tags of one page."""

    def __init__(self, address: str, known: dict[str, PortableTag]) -> None:
        """:param known: tags that are the same on all pages of the folder; it grows"""
        self._address = address
        self._known = known
        self._is_known = True
        """Whether the last one that was read is the same on all pages of the folder."""
        self._folders: dict[str, str] = {}
        """Their addresses, by the way to them from the page: ``../``."""

    def read(self, written: str) -> PortableTag:
        """What becomes of a tag.

        :param written: as :data:`TAGS` found it
        """
        self._is_known = True
        tag = self._read(written)
        if self._is_known and not tag.anchor:
            if len(self._known) >= _MOST:
                self._known.clear()
            self._known[written] = tag
        return tag

    def _read(self, written: str) -> PortableTag:
        found = _TAG.fullmatch(written)
        if found is None:  # it does not end
            return _NOTHING
        name = found[2].lower()
        if found[1]:
            return PortableTag(Fate.ENDS, name)
        if name in _GONE:
            return _left_out(name)
        if not found[3]:
            return PortableTag(Fate.BEGINS, name, f"<{name}>" if name in _KEPT else "")
        attributes = {
            key.lower(): value.strip("\"'") for key, value in _ATTRIBUTE.findall(found[3])
        }
        return self._with_attributes(name, attributes)

    def _with_attributes(self, name: str, attributes: dict[str, str]) -> PortableTag:
        if name == "a" and _PERMALINK in attributes.get("class", "").split():
            return _left_out(name)
        if name == "input":
            is_box = attributes.get("type", "").lower() == "checkbox"
            return PortableTag(
                Fate.WRITTEN, name, _BOXES["checked" in attributes] if is_box else ""
            )
        if name in ("iframe", "frame"):
            return PortableTag(Fate.WRITTEN, name, self._frame(attributes))
        markup = f"<{name}{''.join(self._kept_attributes(attributes))}>" if name in _KEPT else ""
        return PortableTag(Fate.BEGINS, name, markup, attributes.get("id", ""))

    def _kept_attributes(self, attributes: dict[str, str]) -> Iterator[str]:
        for key, written in attributes.items():
            if key not in _ATTRIBUTES:
                continue
            value = unescape(written) if "&" in written else written
            if key in _ADDRESSES:
                value = self._absolute(value, _LINKED if key == "href" else _SCHEMES)
                if not value:
                    continue
            elif key == "srcset":
                value = self._pictures(value)
            yield f' {key}="{escape(value) if _MARKUP.search(value) else value}"'

    def _absolute(self, url: str, schemes: Collection[str]) -> str:
        found = _PLAIN.fullmatch(url)
        if found is None:
            self._is_known &= url.startswith(_WHOLE)
            return absolute(url, self._address, schemes)
        way = found[1]
        folder = self._folders.get(way)
        if folder is None:
            folder = self._folders[way] = urljoin(self._address, f"{way}x")[:-1]
        return folder + url[len(way) :]

    def _pictures(self, value: str) -> str:
        pictures = (each.split(None, 1) for each in value.split(",") if each.strip())
        return ", ".join(
            " ".join((self._absolute(url, _SCHEMES), *size)) for url, *size in pictures
        )

    def _frame(self, attributes: dict[str, str]) -> str:
        """A link to what a frame shows."""
        url = absolute(unescape(attributes.get("src", "")), self._address, _SCHEMES)
        if not url:
            return ""
        words = escape(unescape(attributes.get("title", "")).strip() or url)
        return f'<p><a href="{escape(url)}">{words}</a></p>'


def _left_out(name: str) -> PortableTag:
    return _NOTHING if name in EMPTY else PortableTag(Fate.LEFT_OUT, name)


def absolute(url: str, address: str, schemes: Collection[str] = _LINKED) -> str:
    """An address as it is from everywhere; empty if it has another scheme than *schemes*."""
    if url.startswith("#"):
        return address.partition("#")[0] + url
    if url.startswith(_WHOLE):
        return url.strip()
    plain = _UNSEEN.sub("", url) if _UNSEEN.search(url) else url
    found = _SCHEME.match(plain)
    if found is not None and found[1].lower() not in schemes:
        return ""
    try:
        return urljoin(address, url.strip())
    except ValueError:  # as of "http://["
        return ""
