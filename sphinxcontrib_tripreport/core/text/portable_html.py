"""The HTML of a page for other programs: readers of feeds, which show it on a page of their own.

Addresses are absolute; scripts, forms and whatever else could act are gone, and so are anchors,
because two entries may have the same. Only elements and attributes are kept that are known to be
harmless. Standard library only.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
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
"""Of others, what is in them is kept."""
_GONE: Final = _names(
    "form button select template noscript object embed applet canvas math svg head datalist"
    " frameset dialog"
)
"""Nothing is kept of what is in them."""
_EMPTY: Final = _names("area base br col hr img input link meta param source track wbr embed")
_ATTRIBUTES: Final = _names(
    "abbr align alt cite class colspan controls datetime dir height href lang open poster reversed"
    " rowspan scope span src srcset start title type value width"
)
_ADDRESSES: Final = _names("href src poster cite")
_SCHEMES: Final = _names("http https")
_LINKED: Final = _SCHEMES | _names("mailto tel ftp geo xmpp matrix")
_HOLDERS: Final = _names("section article li div dd td blockquote")
"""What is in one of these belongs to its anchor."""
_BOXES: Final = {False: "☐", True: "☑"}

# What does not end takes all that comes, as in browsers: nothing is looked at twice.
_TAG: Final = regex(
    r"<!--(?:.*?-->|.*)|<[!?][^>]*+>?"
    r"|<(script|style|textarea|title|xmp)\b(?:.*?</\1\b[^>]*>|.*)"
    r"|<(/?)([a-zA-Z][^\s/>]*+)((?:[^>\"']|\"[^\"]*\"|'[^']*')*+)(>|.*)",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE: Final = regex(r"""([^\s=/>"']+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")
_SCHEME: Final = regex(r"\s*([a-zA-Z][a-zA-Z0-9+.\s-]*):")
_UNSEEN: Final = regex(r"[\x00-\x20\x7f]+")
_PERMALINK: Final = "headerlink"
_HEADING: Final = regex(r"\s*(?:<section[^>]*>\s*)?(?:<span></span>\s*)*<h([1-6])[^>]*>.*?</h\1>",
                        re.DOTALL)  # fmt: skip
_BYLINE: Final = regex(r'<div class="trip-byline[^>]*>.*?</div>', re.DOTALL)
_ANY_TAG: Final = regex(r"<[^>]*>")
_BREAK: Final = regex(r"<(?:/(?:p|div|li|tr|h[1-6]|pre|dt|dd|section|blockquote)|br)\b[^>]*>")
_BLANKS: Final = regex(r"[ \t]+")
_BLANK_LINES: Final = regex(r"\s*\n\s*")


class Portable(NamedTuple):
    """A page for other programs."""

    html: str
    parts: dict[str, tuple[int, int]]
    """By anchor, where the element is that it names: its content, without its own tags."""

    def part(self, anchor: str) -> str:
        """What an anchor names, without its heading; nothing if nothing has it."""
        begin, end = self.parts.get(anchor, (0, 0))
        return without_heading(self.html[begin:end])

    def own_part(self, anchor: str) -> str:
        """The same without its byline, and without the notes in it."""
        begin, end = self.parts.get(anchor, (0, 0))
        inner = sorted(
            place for place in self.parts.values() if begin < place[0] and place[1] <= end
        )
        pieces, place = [], begin
        for first, last in inner:
            if first >= place:
                pieces.append(self.html[place:first])
                place = last
        pieces.append(self.html[place:end])
        return _BYLINE.sub("", without_heading("".join(pieces)))


class _Open(NamedTuple):
    name: str
    begin: int
    """Where its content begins in what is written."""
    anchors: list[str]


class _Writer:
    """Writes one page."""

    def __init__(self, address: str, anchors: Collection[str]) -> None:
        self._address = address
        self._anchors = anchors
        self._pieces: list[str] = []
        self._size = 0
        self._open: list[_Open] = []
        self._counts: defaultdict[str, int] = defaultdict(int)
        """How many elements of a name are open."""
        self._gone = ""
        """The element that is open and of which nothing is kept."""
        self._depth = 0
        """How often it is open, one in another."""
        self.parts: dict[str, tuple[int, int]] = {}

    @property
    def text(self) -> str:
        return "".join(self._pieces)

    def write(self, html: str) -> None:
        place = 0
        for tag in _TAG.finditer(html):
            self._put(html[place : tag.start()])
            place = tag.end()
            _raw, is_end, name, attributes, end = tag.groups()
            if end == ">":
                if is_end:
                    self._end(name.lower())
                else:
                    self._begin(name.lower(), attributes)
        self._put(html[place:])
        while self._open:
            self._close(self._open.pop())

    def _put(self, text: str) -> None:
        if text and not self._gone:
            self._put_markup(text.replace("<", "&lt;") if "<" in text else text)

    def _put_markup(self, text: str) -> None:
        self._pieces.append(text)
        self._size += len(text)

    def _begin(self, name: str, rest: str) -> None:
        if self._gone:
            self._depth += name == self._gone
            return
        if name in _GONE:
            self._leave_out(name)
            return
        if not rest:
            if name in _KEPT:
                self._put_markup(f"<{name}>")
            self._note(name, "")
            return
        found = {key.lower(): value.strip("\"'") for key, value in _ATTRIBUTE.findall(rest)}
        if name == "a" and _PERMALINK in found.get("class", "").split():
            self._leave_out(name)
        elif name == "input":
            if found.get("type", "").lower() == "checkbox":
                self._put(_BOXES["checked" in found])
        elif name in ("iframe", "frame"):
            self._put_frame(found)
        else:
            if name in _KEPT:
                self._put_markup(f"<{name}{''.join(self._attributes(found))}>")
            self._note(name, found.get("id", ""))

    def _leave_out(self, name: str) -> None:
        if name not in _EMPTY:
            self._gone, self._depth = name, 1

    def _note(self, name: str, anchor: str) -> None:
        anchors = [anchor] if anchor and anchor in self._anchors else []
        if anchors and name not in _HOLDERS and self._open:
            self._open[-1].anchors.append(anchors.pop())
        if name not in _EMPTY:
            self._open.append(_Open(name, self._size, anchors))
            self._counts[name] += 1

    def _end(self, name: str) -> None:
        if self._gone:
            self._depth -= name == self._gone
            if not self._depth:
                self._gone = ""
            return
        while self._counts[name]:
            each = self._open.pop()
            self._close(each)
            if each.name == name:
                break

    def _close(self, each: _Open) -> None:
        self._counts[each.name] -= 1
        for anchor in each.anchors:
            self.parts.setdefault(anchor, (each.begin, self._size))
        if each.name in _KEPT:
            self._put_markup(f"</{each.name}>")

    def _attributes(self, found: dict[str, str]) -> Iterator[str]:
        for key, written in found.items():
            if key not in _ATTRIBUTES:
                continue
            value = unescape(written) if "&" in written else written
            if key in _ADDRESSES:
                value = absolute(value, self._address, _LINKED if key == "href" else _SCHEMES)
                if not value:
                    continue
            elif key == "srcset":
                value = self._pictures(value)
            yield f' {key}="{escape(value)}"'

    def _pictures(self, value: str) -> str:
        pictures = (each.split(None, 1) for each in value.split(",") if each.strip())
        return ", ".join(
            " ".join((absolute(url, self._address, _SCHEMES), *size)) for url, *size in pictures
        )

    def _put_frame(self, found: dict[str, str]) -> None:
        """A link to what a frame shows."""
        url = absolute(unescape(found.get("src", "")), self._address, _SCHEMES)
        if url:
            words = escape(unescape(found.get("title", "")).strip() or url)
            self._put_markup(f'<p><a href="{escape(url)}">{words}</a></p>')


def portable(html: str, address: str, anchors: Collection[str] = ()) -> Portable:
    """A page for other programs.

    :param address: the page's own, which relative addresses begin at
    :param anchors: those of which it is to be known what they name
    """
    writer = _Writer(address, frozenset(anchors))
    writer.write(html)
    return Portable(writer.text, writer.parts)


def absolute(url: str, address: str, schemes: Collection[str] = _LINKED) -> str:
    """An address as it is from everywhere; empty if it has another scheme than *schemes*."""
    if url.startswith("#"):
        return address.partition("#")[0] + url
    if url.startswith(("https://", "http://")):
        return url.strip()
    plain = _UNSEEN.sub("", url) if _UNSEEN.search(url) else url
    found = _SCHEME.match(plain)
    if found is not None and found[1].lower() not in schemes:
        return ""
    try:
        return urljoin(address, url.strip())
    except ValueError:  # as of "http://["
        return ""


def without_heading(html: str) -> str:
    """A text without the heading that it begins with."""
    found = _HEADING.match(html)
    if found is None:
        return html.strip()
    section = "<section" in found[0][: found[0].index("<h")]
    return (f"<section>{html[found.end() :]}" if section else html[found.end() :]).strip()


def words_of(html: str) -> str:
    """The text of such a page without markup, a line for each paragraph."""
    plain = _ANY_TAG.sub("", _BREAK.sub("\n", html))
    return _BLANK_LINES.sub("\n", _BLANKS.sub(" ", unescape(plain))).strip()
