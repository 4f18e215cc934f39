"""HTML that a stranger wrote, as the blocks of a text. Pure.

Everything that is not known to be harmless is left out, and its words stay. No attribute is kept
but the addresses of links.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

from sphinxcontrib_tripreport.core.text.addresses_in_words import web_address, with_links
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.rich_parts import Content, RichPart
from sphinxcontrib_tripreport.core.text.xhtml import names_of_ends
from sphinxcontrib_tripreport.core.text.xhtml_elements import KNOWN, SILENT

_WORDS: Final = {
    **dict.fromkeys(("b", "strong"), "strong"),
    **dict.fromkeys(("cite", "dfn", "em", "i", "var"), "emphasis"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "code"),
    "a": "link", "sub": "sub", "sup": "sup",
}  # fmt: skip
"""What words are set apart by."""
_HOLDERS: Final = {"blockquote": "quote", "ol": "numbers", "ul": "bullets", "menu": "bullets",
                   "dir": "bullets", "li": "item"}  # fmt: skip
"""Blocks that hold blocks."""
_LISTS: Final = ("bullets", "numbers")
_HEADINGS: Final = frozenset(("dt", "h1", "h2", "h3", "h4", "h5", "h6", "summary"))
_CODE: Final = frozenset(("listing", "pre", "xmp"))
_LINES: Final = frozenset((
    "address", "article", "aside", "caption", "center", "dd", "details", "div", "dl", "fieldset",
    "figcaption", "figure", "footer", "form", "header", "hr", "main", "nav", "p", "section",
    "table", "tbody", "tfoot", "thead", "tr",
))  # fmt: skip
"""Begin and end a paragraph."""
_CELLS: Final = frozenset(("td", "th"))
_ELSEWHERE: Final = frozenset(("audio", "embed", "frame", "iframe", "img", "object", "video"))
"""What they show is not in the page: a link leads to it."""
_DEEPEST: Final = 3
"""Lists and quotations in one another; the deeper ones are read as if they were not there."""
_SPACE: Final = regex(r"[ \t\r\n\f]+")


def read_html(text: str) -> tuple[RichPart, ...]:
    """The blocks of a piece of HTML, however it is written."""
    reader = _Reader(names_of_ends((text,)))
    reader.feed(text)
    reader.close()
    return reader.finish()


@dataclass(slots=True)
class _Open:
    """A part that has not ended."""

    name: str
    url: str = ""
    content: list[RichPart | str] = field(default_factory=list)

    def close(self) -> RichPart:
        return RichPart(self.name, tuple(self.content), self.url)


class _Reader(HTMLParser):
    def __init__(self, ends: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self._ends = ends
        self._holders = [_Open("")]
        """Open blocks that hold blocks; the first is the text."""
        self._words: list[_Open] = []
        """The open block that holds words, then what is open in it; empty between blocks."""
        self._silent: list[str] = []

    def finish(self) -> tuple[RichPart, ...]:
        """All blocks, when everything is read."""
        while len(self._holders) > 1:
            self._end_holder()
        self._end_block()
        return tuple(part for part in self._holders[0].content if isinstance(part, RichPart))

    # What the parser of the standard library calls

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in reversed(attrs)}
        if tag in SILENT and (tag in self._ends or tag in ("script", "style")):
            self._silent.append(tag)
        elif self._silent or tag in SILENT:
            return
        elif tag not in KNOWN and tag not in self._ends:
            # Words in angle brackets, as in "Vec<u8>".
            self._put_text(self.get_starttag_text() or "")
        else:
            self._start(tag, found)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in SILENT:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._silent:
            del self._silent[self._silent.index(tag) :]
        elif not self._silent:
            self._end(tag)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._put_text(data)

    # Elements

    def _start(self, tag: str, found: dict[str, str]) -> None:
        if tag == "br":
            self._put_break()
        elif tag in _WORDS:
            self._begin_words(_WORDS[tag], found)
        elif tag in _ELSEWHERE:
            self._put_link_to(found)
        elif tag in _HOLDERS:
            self._begin_holder(_HOLDERS[tag])
        elif tag in _CELLS:
            self._begin_cell()
        elif tag in _HEADINGS or tag in _CODE or tag in _LINES:
            self._end_block()
            if tag in _HEADINGS or tag in _CODE:
                self._begin_block("heading" if tag in _HEADINGS else "code-block")

    def _end(self, tag: str) -> None:
        if tag == "br":
            self._put_break()
        elif tag in _WORDS:
            self._end_words(_WORDS[tag])
        elif tag in _HOLDERS:
            self._end_holders(_HOLDERS[tag])
        elif tag in _HEADINGS or tag in _CODE or tag in _LINES:
            self._end_block()

    # Words

    def _put_text(self, text: str) -> None:
        if self._in_code_block:
            self._words[0].content.append(text)
            return
        text = _SPACE.sub(" ", text)
        if not self._words or not any(self._words[0].content):
            text = text.lstrip(" ") if len(self._words) < 2 else text
        if not text:
            return
        if not self._words:
            self._begin_block("paragraph")
        is_linked = any(each.name in ("link", "code") for each in self._words)
        self._words[-1].content += [text] if is_linked else with_links(text)

    def _put_break(self) -> None:
        if self._in_code_block:
            self._words[0].content.append("\n")
        elif len(self._words) == 1 and _last(self._words[0].content) == RichPart("break"):
            self._end_block()
        elif self._words:
            self._words[-1].content.append(RichPart("break"))

    def _begin_words(self, name: str, found: dict[str, str]) -> None:
        if self._in_code_block or any(each.name == name for each in self._words):
            return
        url = web_address(found.get("href", "")) if name == "link" else ""
        if name == "link" and not url:
            return
        if not self._words:
            self._begin_block("paragraph")
        self._words.append(_Open(name, url))

    def _end_words(self, name: str) -> None:
        if any(each.name == name for each in self._words[1:]):
            while self._end_last_words() != name:
                pass

    def _end_last_words(self) -> str:
        last = self._words.pop()
        is_blank = all(isinstance(part, str) and not part.strip() for part in last.content)
        self._words[-1].content += last.content if is_blank else [last.close()]
        return last.name

    def _put_link_to(self, found: dict[str, str]) -> None:
        written = found.get("src") or found.get("data") or ""
        words = " ".join((found.get("alt") or found.get("title") or "").split())
        url = web_address(written)
        if self._in_code_block or not (words or url):
            return
        if not self._words:
            self._begin_block("paragraph")
        is_linked = not url or any(each.name == "link" for each in self._words)
        words = words or ("" if is_linked else url)
        content = self._words[-1].content
        if content and isinstance(content[-1], RichPart):
            content.append(" ")
        content.append(words if is_linked else RichPart("link", (words,), url))

    def _begin_cell(self) -> None:
        """Cells of a row are beside each other in one line."""
        while len(self._words) > 1:
            self._end_last_words()
        if self._words and any(self._words[0].content):
            self._words[0].content.append(" · ")

    # Blocks

    @property
    def _in_code_block(self) -> bool:
        return bool(self._words) and self._words[0].name == "code-block"

    def _begin_block(self, name: str) -> None:
        if self._holders[-1].name in _LISTS:
            self._holders.append(_Open("item"))
        self._words = [_Open(name)]

    def _end_block(self) -> None:
        if not self._words:
            return
        while len(self._words) > 1:
            self._end_last_words()
        block = self._words.pop()
        content = _code(block.content) if block.name == "code-block" else _trim(block.content)
        if content:
            self._holders[-1].content.append(RichPart(block.name, content))

    def _begin_holder(self, name: str) -> None:
        self._end_block()
        if name == "item":
            while self._holders[-1].name == "item":
                self._end_holder()
            if self._holders[-1].name not in _LISTS:
                # Without a list, or in one that is too deep: a paragraph of its own.
                return
        elif sum(each.name != "item" for each in self._holders) > _DEEPEST:
            return
        elif self._holders[-1].name in _LISTS:
            self._holders.append(_Open("item"))
        self._holders.append(_Open(name))

    def _end_holders(self, name: str) -> None:
        self._end_block()
        for holder in reversed(self._holders):
            if holder.name == name:
                while self._end_holder() != name:
                    pass
                return
            if name == "item" and holder.name in _LISTS:
                return

    def _end_holder(self) -> str:
        self._end_block()
        last = self._holders.pop()
        if last.content:
            self._holders[-1].content.append(last.close())
        return last.name


def _last(content: list[RichPart | str]) -> RichPart | str | None:
    """The last part that is more than a space."""
    return next((part for part in reversed(content) if part != " "), None)


def _trim(content: list[RichPart | str]) -> Content:
    """Words without spaces and breaks at their ends; nothing if there are no words."""
    parts = list(content)
    for end in (0, -1):
        while parts and (parts[end] == RichPart("break") or not str(parts[end]).strip()):
            del parts[end]
    return tuple(_join(parts))


def _join(parts: list[RichPart | str]) -> Iterator[RichPart | str]:
    """Texts that follow each other as one, without spaces around breaks and ends."""
    text = ""
    after_break = True
    for part in parts:
        if isinstance(part, str):
            text += part
            continue
        is_break = part == RichPart("break")
        if text := _strip(text, start=after_break, end=is_break):
            yield text
        text = ""
        after_break = is_break
        yield part
    if text := _strip(text, start=after_break, end=True):
        yield text


def _strip(text: str, *, start: bool, end: bool) -> str:
    text = _SPACE.sub(" ", text)
    text = text.lstrip(" ") if start else text
    return text.rstrip(" ") if end else text


def _code(content: list[RichPart | str]) -> Content:
    text = "".join(part for part in content if isinstance(part, str)).strip("\r\n").rstrip()
    return (text,) if text.strip() else ()
