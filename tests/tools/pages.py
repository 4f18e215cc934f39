"""Reads HTML pages as a reader sees them: words, links, and what has a class or an anchor."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
     "wbr")
)  # fmt: skip


class Page:
    """An element of a page, or the page itself."""

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Page | str] = []

    @classmethod
    def read(cls, text: str) -> Page:
        """The page with this source."""
        parser = _Parser()
        parser.feed(text)
        parser.close()
        return parser.root

    def walk(self) -> Iterator[Page]:
        """This element and all in it."""
        yield self
        for child in self.children:
            if isinstance(child, Page):
                yield from child.walk()

    @property
    def words(self) -> str:
        """The text, with single spaces, without the signs of permalinks."""
        return " ".join("".join(self._texts()).split())

    def _texts(self) -> Iterator[str]:
        if "headerlink" in self.classes or self.tag in ("script", "style"):
            return
        for child in self.children:
            if isinstance(child, Page):
                yield from child._texts()
            else:
                yield child

    def words_without(self, css_class: str) -> str:
        """The text without that of the elements with a class."""
        return self._without(css_class).words

    def _without(self, css_class: str) -> Page:
        page = Page(self.tag, self.attributes)
        page.children = [
            child if isinstance(child, str) else child._without(css_class)
            for child in self.children
            if isinstance(child, str) or css_class not in child.classes
        ]
        return page

    @property
    def classes(self) -> list[str]:
        """The CSS classes."""
        return self.attributes.get("class", "").split()

    @property
    def ids(self) -> list[str]:
        """The anchors in this element, in order."""
        return [part.attributes["id"] for part in self.walk() if "id" in part.attributes]

    @property
    def main(self) -> Page:
        """The page without its navigation."""
        (found,) = (part for part in self.walk() if part.attributes.get("role") == "main")
        return found

    def by_id(self, anchor: str) -> Page:
        """The one element with an anchor."""
        (found,) = (part for part in self.walk() if part.attributes.get("id") == anchor)
        return found

    def by_class(self, css_class: str) -> list[Page]:
        """All elements with a class."""
        return [part for part in self.walk() if css_class in part.classes]

    def by_tag(self, tag: str) -> list[Page]:
        """All elements of a kind."""
        return [part for part in self.walk() if part.tag == tag]

    @property
    def links(self) -> dict[str, str]:
        """Where each text leads; permalinks left out."""
        return {
            part.words: part.attributes["href"]
            for part in self.by_tag("a")
            if "href" in part.attributes and "headerlink" not in part.classes
        }


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Page("", {})
        self._path = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Page(tag, {name: value or "" for name, value in attrs})
        self._path[-1].children.append(element)
        if tag not in _VOID:
            self._path.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._path[-1].children.append(Page(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        while len(self._path) > 1:
            if self._path.pop().tag == tag:
                return

    def handle_data(self, data: str) -> None:
        self._path[-1].children.append(data)
