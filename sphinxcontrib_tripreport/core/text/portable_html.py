"""The HTML of a page for other programs: readers of feeds, which show it on a page of their own.

Addresses are absolute; scripts, forms and whatever else could act are gone, and so are anchors,
because two entries may have the same. Standard library only.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from itertools import accumulate
from typing import Final

from sphinxcontrib_tripreport.core.text.portable_tags import (
    EMPTY,
    ENDS,
    TAGS,
    Fate,
    PortableTag,
    Tags,
)
from sphinxcontrib_tripreport.core.text.regexes import regex

_HOLDERS: Final = frozenset(("section", "article", "li", "div", "dd", "td", "blockquote"))
"""What is in one of these belongs to its anchor."""
_HEADING: Final = regex(
    r"\s*(?:<section[^>]*>\s*)?(?:<span></span>\s*)*"
    r"<h([1-6])[^>]*>(?:[^<]++|<(?!/h\1>))*+</h\1>"
)
_BYLINE: Final = regex(r'<div class="trip-byline[^>]*>(?:[^<]++|<(?!/div>))*+</div>')
_ANY_TAG: Final = regex(r"<[^>]*>")
_BREAK: Final = regex(r"<(?:/(?:p|div|li|tr|h[1-6]|pre|dt|dd|section|blockquote)|br)\b[^>]*>")
_BLANKS: Final = regex("  +")
_NO_PLACE: Final = 0, 0


@dataclass(frozen=True)
class Portable:
    """A page for other programs."""

    html: str
    parts: dict[str, tuple[int, int]]
    """By anchor, where the content of its element begins and ends, without its own tags."""

    def part(self, anchor: str) -> str:
        """What an anchor names, without its heading; nothing if nothing has it."""
        begin, end = self.parts.get(anchor, _NO_PLACE)
        return without_heading(self.html[begin:end])

    def own_part(self, anchor: str) -> str:
        """What an anchor names, without its heading, its byline and the notes in it."""
        begin, end = self.parts.get(anchor, _NO_PLACE)
        pieces, place = [], begin
        for first, last in self._places[bisect_left(self._places, (begin + 1, 0)) :]:
            if first >= end:
                break
            if first >= place:
                pieces.append(self.html[place:first])
                place = last
        pieces.append(self.html[place:end])
        return _BYLINE.sub("", without_heading("".join(pieces)))

    @cached_property
    def _places(self) -> list[tuple[int, int]]:
        return sorted(self.parts.values())


class _PageWriter:
    """Writes one page."""

    def __init__(
        self, address: str, anchors: Collection[str], known: dict[str, PortableTag]
    ) -> None:
        self._tags = Tags(address, known)
        self._known = known
        self._anchors = anchors
        self._pieces: list[str] = []
        self._open: list[tuple[str, int]] = []
        """The elements that are open, and the pieces that their contents begin with."""
        self._counts: defaultdict[str, int] = defaultdict(int)
        """How many elements of a name are open."""
        self._held: dict[int, list[str]] = {}
        """The anchors of an element that is open, by how many are when it is the last one."""
        self._gone = ""
        """The element that is open and of which nothing is kept."""
        self._depth = 0
        """How often it is open, one in another."""
        self._places: dict[str, tuple[int, int]] = {}
        """Of what anchors name: its first piece, and that after it."""

    def write(self, html: str) -> Portable:
        """The page as HTML for other programs."""
        pieces, known, read = self._pieces, self._known.get, self._tags.read
        begins, ends = Fate.BEGINS, Fate.ENDS
        texts = iter(TAGS.split(html))
        pieces.append(_text(next(texts)))
        for written, text in zip(texts, texts, strict=True):
            if written is not None:
                tag = known(written) or read(written)
                if self._gone:
                    self._pass(tag)
                elif tag.fate is begins:
                    self._begin(tag)
                elif tag.fate is ends:
                    self._end(tag.name)
                else:
                    self._replace(tag)
            if text and not self._gone:
                pieces.append(_text(text) if "<" in text else text)
        while self._open:
            self._close()
        return Portable("".join(pieces), self._parts())

    def _begin(self, tag: PortableTag) -> None:
        _fate, name, markup, anchor = tag
        self._pieces.append(markup)
        if anchor and anchor in self._anchors:
            self._note_anchor(name, anchor)
        if name not in EMPTY:
            self._open.append((name, len(self._pieces)))
            self._counts[name] += 1

    def _note_anchor(self, name: str, anchor: str) -> None:
        """An anchor of what is in the element, or of the one that the element is in."""
        holder = len(self._open)
        if name in _HOLDERS or not holder:
            holder += 1
        if name not in EMPTY or holder <= len(self._open):
            self._held.setdefault(holder, []).append(anchor)

    def _end(self, name: str) -> None:
        while self._counts[name]:
            if self._close() == name:
                break

    def _close(self) -> str:
        """Close the last one that is open, and say which."""
        name, begin = self._open.pop()
        if self._held:
            for anchor in self._held.pop(len(self._open) + 1, ()):
                self._places.setdefault(anchor, (begin, len(self._pieces)))
        self._counts[name] -= 1
        self._pieces.append(ENDS.get(name, ""))
        return name

    def _replace(self, tag: PortableTag) -> None:
        if tag.fate is Fate.LEFT_OUT:
            self._gone, self._depth = tag.name, 1
        else:
            self._pieces.append(tag.markup)

    def _pass(self, tag: PortableTag) -> None:
        """Look for the end of what is left out."""
        if tag.name == self._gone:
            self._depth += -1 if tag.fate is Fate.ENDS else 1
            if not self._depth:
                self._gone = ""

    def _parts(self) -> dict[str, tuple[int, int]]:
        """By anchor, where what it names begins and ends in the text."""
        if not self._places:
            return {}
        sizes = list(accumulate(map(len, self._pieces), initial=0))
        return {anchor: (sizes[begin], sizes[end]) for anchor, (begin, end) in self._places.items()}


def _text(text: str) -> str:
    return text.replace("<", "&lt;")


class PortablePages:
    """Makes pages for other programs; what many of a folder have is looked at once."""

    def __init__(self) -> None:
        self._folder = ""
        self._known: dict[str, PortableTag] = {}

    def page(self, html: str, address: str, anchors: Collection[str] = ()) -> Portable:
        """A page for other programs.

        :param address: the page's own, which relative addresses begin at
        :param anchors: those of which it is to be known what they name
        """
        folder = address.rpartition("/")[0]
        if folder != self._folder:
            self._folder, self._known = folder, {}
        return _PageWriter(address, frozenset(anchors), self._known).write(html)


def without_heading(html: str) -> str:
    """A text without the heading that it begins with."""
    found = _HEADING.match(html)
    if found is None:
        return html.strip()
    section = "<section" in found[0][: found[0].index("<h")]
    return (f"<section>{html[found.end() :]}" if section else html[found.end() :]).strip()


def words_of(html: str) -> str:
    """The text of such a page without markup, a line for each paragraph."""
    plain = unescape(_ANY_TAG.sub("", _BREAK.sub("\n", html))).replace("\t", " ")
    plain = _BLANKS.sub(" ", plain)
    return "\n".join(filter(None, map(str.strip, plain.split("\n"))))
