"""Which elements and attributes of HTML a book has, and what becomes of the others.

After the HTML standard (https://html.spec.whatwg.org/multipage/dom.html#kinds-of-content), only
stricter: what readers of books show differently, or not at all, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import Final
from urllib.parse import quote

from sphinxcontrib_tripreport.core.text.regexes import regex


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


PHRASES: Final = _names(
    "a abbr b bdi cite code del dfn em i ins kbd mark pre q s samp small span strong sub sup u var"
)
"""Hold words, and no blocks."""
LINES: Final = PHRASES | frozenset(("dt", "h1", "h2", "h3", "h4", "h5", "h6", "p"))
"""All that hold no blocks."""
TRANSPARENT: Final = frozenset(("a", "del", "ins"))
"""Hold what is allowed around them."""
BLOCKS: Final = _names("blockquote div dl h1 h2 h3 h4 h5 h6 ol p pre table ul")
NESTED: Final = _names("caption dd dt li tbody td tfoot th thead tr")
"""Have their place in a certain element only."""
ENDLESS: Final = frozenset(("br", "hr", "wbr"))

RENAMED: Final = {
    **dict.fromkeys(("acronym",), "abbr"),
    **dict.fromkeys(("big", "data", "font", "nobr", "rt", "ruby", "time"), "span"),
    **dict.fromkeys(("tt",), "code"),
    **dict.fromkeys(("strike",), "s"),
    **dict.fromkeys(
        ("address", "article", "aside", "center", "details", "figcaption", "figure", "footer",
         "header", "main", "nav", "section"), "div"),
    "summary": "p",
    "dir": "ul", "menu": "ul", "listing": "pre", "xmp": "pre",
}  # fmt: skip
STYLES: Final = {"center": "text-align: center", "big": "font-size: larger",
                 "nobr": "white-space: nowrap", "rt": "font-size: smaller",
                 "summary": "font-weight: bold"}  # fmt: skip
"""The style of an element that gets another name, so that it keeps its look."""

REPLACED: Final = _names("embed frame iframe img input object source video audio")
"""A picture, a box, or something that a link leads to is written in their place."""
SILENT: Final = _names(
    "canvas datalist head math noscript script select style svg template textarea title"
)
"""What is in them is not for readers, or not without scripts."""
KNOWN: Final = (
    PHRASES | BLOCKS | NESTED | ENDLESS | REPLACED | SILENT | RENAMED.keys()
    | _names(
        "area base basefont bdo bgsound blink body button col colgroup dialog fieldset form"
        " frameset html img input label legend link map marquee meta meter noframes option"
        " optgroup output param picture plaintext portal progress rb rp rtc search slot spacer"
        " track"
    )
)  # fmt: skip
"""Every element of HTML, those of earlier times too. Other tags are words in angle brackets."""
CHECKBOXES: Final = {False: "☐", True: "☑"}

_CELLS: Final = frozenset(("td", "th"))
_ROWS: Final = frozenset(("tr",))
CHILDREN: Final = {
    "ul": frozenset(("li",)),
    "ol": frozenset(("li",)),
    "dl": frozenset(("dd", "dt")),
    "table": frozenset(("caption", "tbody", "tfoot", "thead")),
    "tbody": _ROWS,
    "tfoot": _ROWS,
    "thead": _ROWS,
    "tr": _CELLS,
}
"""The only elements that may be in one."""
IMPLIED: Final = {"ul": "li", "ol": "li", "dl": "dd", "table": "tbody", "tbody": "tr",
                  "tfoot": "tr", "thead": "tr", "tr": "td"}  # fmt: skip
"""What is put between an element of CHILDREN and content that it cannot have."""
_GROUPS: Final = ("caption", "tbody", "tfoot", "thead")
CLOSED_BY: Final = {
    "li": ("li",), "dt": ("dt", "dd"), "dd": ("dt", "dd"), "td": ("td", "th"), "th": ("td", "th"),
    "tr": ("tr", "caption"), "tbody": _GROUPS, "tfoot": _GROUPS, "thead": _GROUPS,
}  # fmt: skip
"""By the name of an element, the open elements that it ends."""

_NUMBERS: Final = {
    "td": ("colspan", "rowspan"), "th": ("colspan", "rowspan"), "ol": ("start",), "li": ("value",),
}  # fmt: skip
_LANGUAGE: Final = regex(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*")
_NAME: Final = regex(r"[^\W\d][\w.-]*")
_ANCHOR: Final = regex(r"""<[^<>]*?\s(?:id|name)\s*=\s*["']?([^"'\s<>]+)""", re.IGNORECASE)
_DECLARATION: Final = regex(
    r"\s*(?:background-color|border|color|font-size|font-style|font-weight|text-align"
    r"|text-decoration)\s*:\s*[\w\s#%.-]+"
)
_ALIGNMENTS: Final = frozenset(("left", "right", "center", "justify"))
_ADDRESS: Final = regex(r"(?:https?://[^\s/?#]|mailto:.|tel:.)", re.IGNORECASE)
_SAFE: Final = "!#$%&'()*+,/:;=?@~-._"


class Anchors:
    """The anchors of a page: no two elements have one, and links lead to no others."""

    def __init__(self, taken: Iterable[str], pieces: Iterable[str]) -> None:
        """Take the anchors that are there, and the pieces of HTML that are yet to be written."""
        self._taken = set(taken)
        found = {each[1] for piece in pieces for each in _ANCHOR.finditer(piece)}
        self._known = self._taken | {name for name in found if _NAME.fullmatch(name)}

    def take(self, name: str) -> bool:
        """Whether an element may have a name, which then is its own."""
        is_free = bool(_NAME.fullmatch(name)) and name not in self._taken
        self._taken.add(name)
        return is_free

    def __contains__(self, name: str) -> bool:
        """Whether a link may lead there."""
        return name in self._known


def attributes_of(name: str, found: Mapping[str, str], anchors: Anchors, style: str = "") -> str:
    """The attributes of an element that a book may have, each with a space before it.

    :param style: what the element looks like in any case
    """
    kept = {key: found[key] for key in ("class", "title") if found.get(key, "").strip()}
    anchor = found.get("id") or (found.get("name", "") if name == "a" else "")
    if anchor and anchors.take(anchor):
        kept["id"] = anchor
    if _LANGUAGE.fullmatch(language := found.get("lang", "")):
        kept["lang"] = kept["xml:lang"] = language
    if (direction := found.get("dir", "").lower()) in ("ltr", "rtl", "auto"):
        kept["dir"] = direction
    if styles := _styles(found, style):
        kept["style"] = styles
    for key in _NUMBERS.get(name, ()):
        if (number := found.get(key, "")).isascii() and number.isdecimal() and int(number):
            kept[key] = number
    if name == "a" and (address := _address(found.get("href", ""), anchors)):
        kept["href"] = address
    return "".join(f' {key}="{escape(value)}"' for key, value in kept.items())


def _styles(found: Mapping[str, str], style: str) -> str:
    declarations = found.get("style", "").split(";")
    kept = [each.strip() for each in declarations if _DECLARATION.fullmatch(each)]
    if (alignment := found.get("align", "").lower()) in _ALIGNMENTS:
        kept.append(f"text-align: {alignment}")
    return "; ".join(filter(None, (style, *kept)))


def _address(written: str, anchors: Anchors) -> str:
    """Where a link of a book may lead: to the web, or to an anchor of the page."""
    written = written.strip()
    if written.startswith("#"):
        return written if written[1:] in anchors else ""
    if written.startswith("//"):
        written = f"https:{written}"
    return quote(written, safe=_SAFE) if _ADDRESS.match(written) else ""
