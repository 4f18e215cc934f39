"""The places of a document that patterns are tried on: headings, list items, paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from docutils import nodes

from sphinxcontrib_tripreport.core.patterns.marked_text import LINK, STRONG
from sphinxcontrib_tripreport.core.patterns.pattern import PlaceKind
from sphinxcontrib_tripreport.core.patterns.quotes import begins_quoted
from sphinxcontrib_tripreport.matching.lines import TextLine, lines_of, words_of

HOLD_LINES = (
    nodes.bullet_list,
    nodes.enumerated_list,
    nodes.list_item,
    nodes.block_quote,
    nodes.definition_list,
    nodes.definition_list_item,
    nodes.definition,
    nodes.line_block,
)
"""What may hold lines, and other places, in it."""
_BEGIN_TALKS = frozenset((STRONG, LINK))
"""With one of these a paragraph begins that may be a talk."""
MOST_LINES = 30
"""How many lines of a place, or below it, are looked at."""


@dataclass(frozen=True, eq=False)
class Candidate:
    """A place that patterns are tried on."""

    where: PlaceKind
    node: nodes.Element
    """The section, list item or paragraph."""
    first: TextLine
    following: Callable[[], Iterable[TextLine]]
    """The lines below."""
    level: int | None = None

    @property
    def is_section(self) -> bool:
        """Whether the talk has a section of its own already."""
        return isinstance(self.node, nodes.section)


def all_candidates(
    document: nodes.document,
    title: nodes.section | None,
    level_of: Callable[[nodes.section], int],
) -> Iterator[Candidate]:
    """Every place in a document that a pattern could be tried on."""
    for node in document.findall(nodes.Element):
        candidate = None
        if isinstance(node, nodes.section) and node is not title:
            candidate = heading_candidate(node, level_of(node))
        elif isinstance(node, nodes.list_item):
            candidate = item_candidate(node)
        elif isinstance(node, nodes.row):
            candidate = row_candidate(node)
        elif is_paragraph(node):
            candidate = paragraph_candidate(node)
        if candidate is not None:
            yield candidate


def is_paragraph(node: nodes.Node) -> bool:
    """Whether a node may be a talk that is a paragraph, or lines."""
    if isinstance(node, nodes.line_block):
        return not isinstance(node.parent, (nodes.list_item, nodes.line_block))
    return isinstance(node, nodes.paragraph) and not isinstance(node.parent, nodes.list_item)


def candidate_again(before: Candidate) -> Candidate | None:
    """The place of a candidate whose text is another one by now; None if it has no words."""
    node = before.node
    if isinstance(node, nodes.section):
        again = heading_candidate(node, before.level or 0)
        return again if again is None else replace(again, where=before.where)
    if isinstance(node, nodes.list_item):
        return item_candidate(node)
    if isinstance(node, nodes.row):
        return row_candidate(node)
    return _in_paragraph(node, _lines_of_paragraph(node))


def heading_candidate(section: nodes.section, level: int) -> Candidate | None:
    """The heading of a section; None if it has none."""
    if not len(section) or not isinstance(section[0], nodes.title):
        return None
    words = words_of(section[0])
    return Candidate(
        PlaceKind.HEADING,
        section,
        TextLine(words, 0, len(words.text)),
        lambda: _lines_in(section.children[1:]),
        level,
    )


def item_candidate(item: nodes.list_item) -> Candidate | None:
    """A list item; None if it does not begin with a paragraph."""
    lines = list(islice(_lines_in(item.children), MOST_LINES))
    if not lines or not isinstance(item[0], nodes.paragraph):
        return None
    return Candidate(PlaceKind.ITEM, item, lines[0], lambda: lines[1:])


def row_candidate(row: nodes.row) -> Candidate | None:
    """A row of a table's body; None for one of its head."""
    if not isinstance(row.parent, nodes.tbody):
        return None
    return Candidate(PlaceKind.ROW, row, _line_of_row(row), tuple)


def paragraph_candidate(node: nodes.Element) -> Candidate | None:
    """A paragraph or a line block; None if it does not begin as the paragraphs of talks do.

    They begin with strong text, a link or a quotation mark.
    """
    lines = _lines_of_paragraph(node)
    if not lines:
        return None
    first = lines[0]
    text = first.words.text
    start = first.start + len(text[first.start :]) - len(text[first.start :].lstrip())
    begins = (mark.kind for mark in first.words.marks if mark.start <= start < mark.end)
    if _BEGIN_TALKS.isdisjoint(begins) and not begins_quoted(first.marked.text):
        return None
    return _in_paragraph(node, lines)


def _lines_of_paragraph(node: nodes.Element) -> list[TextLine]:
    if isinstance(node, nodes.line_block):
        return list(_lines_in(node.children))
    return list(lines_of(words_of(node)))


def _in_paragraph(node: nodes.Element, lines: Sequence[TextLine]) -> Candidate | None:
    if not lines or node.parent is None:
        return None
    siblings = node.parent.children

    def following() -> Iterator[TextLine]:
        yield from lines[1:]
        yield from _lines_in(siblings[siblings.index(node) + 1 :])

    return Candidate(PlaceKind.PARAGRAPH, node, lines[0], following)


def _lines_in(children: Sequence[nodes.Node]) -> Iterator[TextLine]:
    """The lines up to the next heading; directives, comments and pictures have none."""
    for child in children:
        if isinstance(child, nodes.section):
            return
        if isinstance(child, (nodes.paragraph, nodes.term, nodes.line)):
            yield from lines_of(words_of(child))
        elif isinstance(child, nodes.field_list):
            for each in child.children:
                yield from _lines_of_field(each)
        elif isinstance(child, nodes.table):
            yield from map(_line_of_row, child.findall(nodes.row))
        elif isinstance(child, HOLD_LINES):
            yield from _lines_in(child.children)


def _lines_of_field(field: nodes.Node) -> Iterator[TextLine]:
    """The line of a field with its name, and the further lines of its body."""
    if isinstance(field, nodes.field) and len(field) > 1:
        yield from lines_of(words_of(field))


def _line_of_row(row: nodes.row) -> TextLine:
    words = words_of(row)
    return TextLine(words, 0, len(words.text))
