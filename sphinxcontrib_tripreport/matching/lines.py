"""The lines of a document as patterns see them, and the nodes that they are made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from docutils import nodes

from sphinxcontrib_tripreport.core.patterns.marked_text import (
    BORDER,
    EMPHASIS,
    LINK,
    STRONG,
    Mark,
    MarkedText,
)
from sphinxcontrib_tripreport.core.text.slugs import fold
from sphinxcontrib_tripreport.matching.raw_html import follow_tag, text_of_raw
from sphinxcontrib_tripreport.noting.title_words import is_footnote_mark, with_substitutions

_JOINTS: dict[type[nodes.Element], str] = {nodes.row: f" {BORDER} ", nodes.field: ": "}
"""What is between the parts of nodes that are one line."""
_HOLD_WORDS = (nodes.paragraph, nodes.entry, nodes.field_name, nodes.field_body)
"""What holds the words of such a line, and is none of its markup."""
_MARKS: dict[type[nodes.Element], str] = {nodes.strong: STRONG, nodes.emphasis: EMPHASIS}
_LINKS_OF_SPHINX = ("pending_xref", "download_reference")
"""The names of its nodes: no more of Sphinx is needed to know them."""


class _Leaf(NamedTuple):
    node: nodes.Node
    start: int
    end: int


@dataclass(frozen=True, eq=False)
class Words:
    """The inline content of a title or paragraph: its text, its marks, and its nodes."""

    element: nodes.Element
    text: str
    marks: tuple[Mark, ...]
    leaves: tuple[_Leaf, ...]
    breaks: frozenset[int] = frozenset()
    """Where the author asked for the end of a line."""

    @property
    def holder(self) -> nodes.Element:
        """What holds the words alone."""
        if not isinstance(self.element, nodes.field):
            return self.element
        body = self.element.children[1]
        assert isinstance(body, nodes.Element)
        return next(body.findall(nodes.paragraph), body)

    def marked(self, start: int, end: int, *, joined: bool = False) -> MarkedText:
        """A part, for matching.

        :param joined: whether its line breaks are spaces
        """
        part = MarkedText(self.text, self.marks).part(start, end)
        return replace(part, text=part.text.replace("\n", " ")) if joined else part

    def nodes_of(self, start: int, end: int) -> list[nodes.Node]:
        """Copies of the nodes of a part, with the markup around it."""
        return _part(
            self.element.children, {id(leaf.node): leaf for leaf in self.leaves}, start, end
        )


def words_of(element: nodes.Element) -> Words:
    """What patterns see of a title, a paragraph, a field or a row of a table."""
    reader = _Reader()
    reader.walk(element)
    reader.marks.sort(key=lambda mark: (mark.start, -mark.end))
    return Words(
        element,
        "".join(reader.text),
        tuple(reader.marks),
        tuple(reader.leaves),
        frozenset(reader.breaks),
    )


class _Reader:
    """Collects the words of one element."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.marks: list[Mark] = []
        self.leaves: list[_Leaf] = []
        self.breaks: set[int] = set()
        self._length = 0
        self._opened: list[tuple[str, int, str]] = []  # by HTML tags

    def walk(self, parent: nodes.Element) -> None:
        joint = _JOINTS.get(type(parent))
        for number, child in enumerate(parent.children):
            if joint and number:
                self._add(nodes.Text(""), joint)
            if not isinstance(child, nodes.Invisible):
                self._read(child)

    def _read(self, node: nodes.Node) -> None:
        start = self._length
        if isinstance(node, nodes.Text):
            self._add(node, node.astext())
        elif isinstance(node, nodes.raw):
            shown = text_of_raw(node)
            if shown == "\n":
                self.breaks.add(start)
            self._add(node, shown)
            follow_tag(node, self._length, self._opened, self.marks)
        elif isinstance(node, nodes.substitution_reference):
            self._add(node, _text_of_substitution(node))
        elif is_footnote_mark(node):
            # No word, but it stays with the words that it comes after.
            self.leaves.append(_Leaf(node, len("".join(self.text).rstrip()), start))
        elif isinstance(node, nodes.Element):
            self.walk(node)
            kind = _MARKS.get(type(node)) or (LINK if _is_link(node) else "")
            if kind and self._length > start:
                self.marks.append(Mark(kind, start, self._length, _target_of(node)))

    def _add(self, node: nodes.Node, shown: str) -> None:
        self.leaves.append(_Leaf(node, self._length, self._length + len(shown)))
        self.text.append(shown)
        self._length += len(shown)


def _text_of_substitution(reference: nodes.substitution_reference) -> str:
    """What will be there: patterns may have to be tried before docutils puts it there."""
    holder = nodes.inline("", "", reference.deepcopy())
    document = reference.document
    return (with_substitutions(holder, document) if document else holder).astext()


def _is_link(node: nodes.Element) -> bool:
    return isinstance(node, nodes.reference) or node.tagname in _LINKS_OF_SPHINX


def _target_of(link: nodes.Element) -> str:
    """Where a link leads: an address or a path; nothing for what is resolved by name later."""
    if link.tagname == "download_reference":
        return str(link.get("reftarget", ""))
    url = str(link.get("refuri", ""))
    return "" if url.startswith("#") else url


def _part(
    children: list[nodes.Node], leaves: dict[int, _Leaf], start: int, end: int
) -> list[nodes.Node]:
    kept: list[nodes.Node] = []
    for child in children:
        leaf = leaves.get(id(child))
        if leaf is not None:
            text = child.astext()[max(start - leaf.start, 0) : max(end - leaf.start, 0)]
            if isinstance(child, nodes.Text) and text:
                kept.append(nodes.Text(text))
            elif start < leaf.start < end + is_footnote_mark(child) and not _is_text(child):
                if leaf.start <= end < leaf.end:
                    kept.append(nodes.Text(" "))
                kept.append(child.deepcopy())
        elif isinstance(child, nodes.Element):
            inner = _part(child.children, leaves, start, end)
            if isinstance(child, _HOLD_WORDS):
                kept += inner
            elif inner:
                copy = child.copy()
                copy += inner
                kept.append(copy)
    return kept


def _is_text(leaf: nodes.Node) -> bool:
    return isinstance(leaf, nodes.Text | nodes.substitution_reference)


@dataclass(frozen=True, eq=False)
class TextLine:
    """One line of a title or a paragraph."""

    words: Words
    start: int
    end: int
    box: int = 0
    """How many characters are before it in its source line that belong to no field."""

    @cached_property
    def marked(self) -> MarkedText:
        """The line, for matching."""
        return self.words.marked(self.start, self.end)

    @property
    def rest_of_paragraph(self) -> TextLine:
        """The paragraph from this line on, with line breaks as spaces."""
        return replace(self, end=len(self.words.text))

    @property
    def with_next(self) -> TextLine:
        """This line and the next one that says something."""
        text = self.words.text
        start = self.end + len(text[self.end :]) - len(text[self.end :].lstrip())
        end = text.find("\n", start)
        return replace(self, end=len(text) if end < 0 else end)

    @property
    def next_text(self) -> str:
        """The text of the next line that says something."""
        return self.words.text[self.end : self.with_next.end].strip()

    def without_start(self, length: int) -> TextLine:
        """The line without its first characters, which belong to no field."""
        return replace(self, start=self.start + length, box=length)

    def part(self, before: int, start: int, end: int) -> TextLine:
        """A part of the line, by its places in it.

        :param before: from where on all belongs to this part, if only to leave the page with it
        """
        box = start - before + (0 if before else self.box)
        return replace(self, start=self.start + start, end=self.start + end, box=box)

    def holds(self, other: TextLine) -> bool:
        """Whether another line is a part of this one."""
        return self.words.element is other.words.element and other.start < self.end

    @property
    def goes_on(self) -> bool:
        """Whether the paragraph has more lines."""
        return bool(self.words.text[self.end :].strip())

    @property
    def has_open_mark(self) -> bool:
        """Whether a link or an emphasis goes on in the next line."""
        return any(mark.start < self.end < mark.end for mark in self.words.marks)

    @property
    def next_has_mark(self) -> bool:
        """Whether the next line that says something begins with a link or an emphasis."""
        start = self.with_next.end - len(self.next_text)
        return any(mark.start == start for mark in self.words.marks)

    @property
    def has_hard_end(self) -> bool:
        """Whether the author asked for a new line after it."""
        return self.end in self.words.breaks

    @cached_property
    def as_one_line(self) -> MarkedText:
        """All of it as one line."""
        if "\n" not in self.words.text[self.start : self.end]:
            return self.marked
        return self.words.marked(self.start, self.end, joined=True)


def lines_of(words: Words) -> Iterator[TextLine]:
    """The lines of a paragraph that say something."""
    start = 0
    for text in words.text.split("\n"):
        if fold(text):
            yield TextLine(words, start, start + len(text))
        start += len(text) + 1
