"""HTML as people write it, as the XHTML that books are made of.

Browsers forgive what the readers of books do not: ``<br>``, ``&mdash;``, attributes without
quotation marks, elements without an end, a word in angle brackets. What goes in are pieces of HTML
that follow each other, between which other things may be; what comes out has the elements and
attributes of XHTML that EPUB 3 allows (https://www.w3.org/TR/epub-33/#sec-xhtml), each with
its end.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from html.parser import HTMLParser
from typing import NamedTuple

from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.xhtml_elements import (
    BLOCKS,
    CHECKBOXES,
    CHILDREN,
    CLOSED_BY,
    ENDLESS,
    IMPLIED,
    KNOWN,
    LINES,
    NESTED,
    PHRASES,
    RENAMED,
    REPLACED,
    SILENT,
    STYLES,
    TRANSPARENT,
    Anchors,
    attributes_of,
)

_NOT_XML = regex("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no characters for."""
_ENDS = regex(r"</\s*([a-zA-Z][^\s/>]*)")


class BookPicture(NamedTuple):
    """An image, which has to be a part of the book."""

    source: str
    text: str
    width: str
    height: str


def names_of_ends(pieces: Iterable[str]) -> frozenset[str]:
    """The names of elements that have an end somewhere, in lower case."""
    return frozenset(found[1].lower() for piece in pieces for found in _ENDS.finditer(piece))


class _Open(NamedTuple):
    written: str
    """By its author; empty for what is there because XHTML needs it."""
    name: str


class XhtmlWriter:
    """Writes pieces of HTML that are beside each other, within one element of the page."""

    def __init__(
        self, anchors: Anchors, *, ends: frozenset[str], is_line: bool, in_link: bool
    ) -> None:
        """Say what is around the pieces.

        :param ends: the names of elements that have an end: others are words in angle brackets
        :param is_line: whether no block can be here, as in a paragraph
        """
        self._anchors = anchors
        self._ends = ends
        self._is_line = is_line
        self._in_link = in_link
        self._open: list[_Open] = []
        self._silent: list[str] = []
        """The elements around, from the outside in, whose words nobody is to read."""
        self._parts: list[str | BookPicture] = []

    def write(self, html: str) -> list[str | BookPicture]:
        """A piece as XHTML, in parts: between two texts there is a picture."""
        reader = _Reader(self)
        reader.feed(html)
        reader.close()
        return self._take()

    def make_room(self, *, is_block: bool) -> list[str | BookPicture]:
        """The end tags that have to come before something that is not HTML."""
        if is_block and not self._is_line:
            while self._open and self._holds_phrases:
                self._close_last()
        self._imply("")
        return self._take()

    def finish(self) -> list[str | BookPicture]:
        """The ends of all that is open."""
        while self._open:
            self._close_last()
        return self._take()

    def _take(self) -> list[str | BookPicture]:
        parts, self._parts = self._parts, []
        return parts

    def _put(self, text: str) -> None:
        """Write XHTML as it is."""
        if self._parts and isinstance(self._parts[-1], str):
            self._parts[-1] += text
        else:
            self._parts.append(text)

    def put_text(self, text: str) -> None:
        """Write words."""
        if self._silent:
            return
        if text.strip():
            self._imply("")
        self._put(escape(_NOT_XML.sub("", text), quote=False))

    def _put_thing(self, written: str, found: Mapping[str, str]) -> None:
        if written == "img":
            self._put_picture(found)
        elif written != "input":
            self._put_link(found)
        elif found.get("type", "").lower() == "checkbox":
            self.put_text(CHECKBOXES["checked" in found])

    def _put_picture(self, found: Mapping[str, str]) -> None:
        """Write an image, for which the page has its own way."""
        self._imply("")
        numbers = (found.get(each, "") for each in ("width", "height"))
        size = (each if each.isascii() and each.isdecimal() else "" for each in numbers)
        self._parts.append(BookPicture(found.get("src", "").strip(), found.get("alt", ""), *size))

    def start(self, written: str, found: Mapping[str, str], source: str) -> None:
        """Begin an element, or write what stands for it.

        :param source: the tag, as it is in the post
        """
        if written in SILENT and written in self._ends:
            self._silent.append(written)
        if self._silent:
            return
        if written in REPLACED:
            self._put_thing(written, found)
        elif written not in KNOWN:
            if written not in self._ends:
                self.put_text(source)
        elif (name := RENAMED.get(written, written)) in ENDLESS:
            self._put_endless(name)
        elif name in BLOCKS or name in PHRASES or name in NESTED:
            self._begin(written, name, found)

    def end(self, written: str) -> None:
        """End an element, with all that is open in it; nothing if it has not begun."""
        if written in self._silent:
            del self._silent[self._silent.index(written) :]
        elif any(each.written == written for each in self._open):
            while self._close_last().written != written:
                pass

    def _put_link(self, found: Mapping[str, str]) -> None:
        """Players and frames are no part of books: what they show is elsewhere."""
        address = found.get("src") or found.get("data") or ""
        if address.startswith("//"):
            address = f"https:{address}"
        href = attributes_of("a", {"href": address}, self._anchors)
        if href and not self._in_link and not any(each.name == "a" for each in self._open):
            self._imply("")
            words = found.get("title", "").strip() or address
            self._put(f"<a{href}>{escape(_NOT_XML.sub('', words), quote=False)}</a>")

    def _put_endless(self, name: str) -> None:
        if name == "hr":
            self._leave_paragraph()
            if self._holds_phrases:
                name = "br"
        self._imply("")
        self._put(f"<{name} />")

    def _begin(self, written: str, name: str, found: Mapping[str, str]) -> None:
        self._close_siblings(name)
        if name in BLOCKS:
            self._leave_paragraph()
        if name == "a":
            if self._in_link:
                return
            self.end("a")
        self._imply(name)
        style = STYLES.get(written, "")
        if name in NESTED and name not in self._allowed_here:
            # Its place is gone, as with a cell without a table.
            name = "div"
        if name in BLOCKS and self._holds_phrases:
            if name in CHILDREN:
                return
            name, style = "span", f"display: block; {style}".rstrip("; ")
        self._open.append(_Open(written, name))
        self._put(f"<{name}{attributes_of(name, found, self._anchors, style)}>")

    @property
    def _allowed_here(self) -> frozenset[str]:
        return CHILDREN.get(self._open[-1].name, frozenset()) if self._open else frozenset()

    @property
    def _holds_phrases(self) -> bool:
        """Whether no block can be here."""
        for each in reversed(self._open):
            if each.name not in TRANSPARENT:
                return each.name in LINES
        return self._is_line

    def _leave_paragraph(self) -> None:
        """A block ends the paragraph that it begins in."""
        for each in reversed(self._open):
            if each.name == "p":
                self.end(each.written)
                return
            if each.name not in PHRASES:
                return

    def _close_siblings(self, name: str) -> None:
        """An item ends the item before it, a cell the cell, a row the row."""
        closed, place = CLOSED_BY.get(name, ()), len(self._open)
        for number in range(len(self._open) - 1, -1, -1):
            if self._open[number].name in closed:
                place = number
            elif self._open[number].name in ("ul", "ol", "dl", "table"):
                break
        while len(self._open) > place:
            self._close_last()

    def _imply(self, name: str) -> None:
        """Begin what a list or a table must have around *name*; an empty name means words."""
        while self._open and (current := self._open[-1].name) in CHILDREN:
            if name in CHILDREN[current]:
                return
            implied = IMPLIED[current]
            self._open.append(_Open("", implied))
            self._put(f"<{implied}>")

    def _close_last(self) -> _Open:
        last = self._open.pop()
        self._put(f"</{last.name}>")
        return last


class _Reader(HTMLParser):
    """Reads one piece."""

    def __init__(self, writer: XhtmlWriter) -> None:
        super().__init__(convert_charrefs=True)
        self._writer = writer

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # Of two attributes of a name the first counts.
        found = {name: value or "" for name, value in reversed(attrs)}
        self._writer.start(tag, found, self.get_starttag_text() or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in SILENT:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag == "br":
            self._writer.start(tag, {}, "")
        self._writer.end(tag)

    def handle_data(self, data: str) -> None:
        self._writer.put_text(data)
