"""The places of a document that patterns are tried on: headings, list items, paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from docutils import nodes

from sphinxcontrib_tripreport.core.patterns.pattern import Where
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
MOST_LINES = 30
"""How many lines of a place, or below it, are looked at."""


@dataclass(frozen=True, eq=False)
class Candidate:
    """A place that patterns are tried on."""

    where: Where
    node: nodes.Element
    """The section, list item or paragraph."""
    first: TextLine
    following: Callable[[], Iterable[TextLine]]
    """The lines below."""
    level: int | None = None


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
        elif isinstance(node, nodes.paragraph) and not isinstance(node.parent, nodes.list_item):
            candidate = paragraph_candidate(node)
        if candidate is not None:
            yield candidate


def candidate_again(before: Candidate) -> Candidate | None:
    """The place of a candidate whose text is another one by now; None where it has no words."""
    node = before.node
    if isinstance(node, nodes.section):
        return heading_candidate(node, before.level or 0)
    if isinstance(node, nodes.list_item):
        return item_candidate(node)
    return _in_paragraph(node)


def heading_candidate(section: nodes.section, level: int) -> Candidate | None:
    """The heading of a section; None where it has none."""
    if not len(section) or not isinstance(section[0], nodes.title):
        return None
    words = words_of(section[0])
    return Candidate(
        Where.HEADING,
        section,
        TextLine(words, 0, len(words.text)),
        lambda: _lines_in(section.children[1:]),
        level,
    )


def item_candidate(item: nodes.list_item) -> Candidate | None:
    """A list item; None where it does not begin with a paragraph."""
    lines = list(islice(_lines_in(item.children), MOST_LINES))
    if not lines or not isinstance(item[0], nodes.paragraph):
        return None
    return Candidate(Where.ITEM, item, lines[0], lambda: lines[1:])


def paragraph_candidate(paragraph: nodes.paragraph) -> Candidate | None:
    """A paragraph; None where it does not begin with strong text."""
    first = next((c for c in paragraph.children if c.astext().strip()), None)
    if not isinstance(first, nodes.strong) and not (
        isinstance(first, nodes.Element) and isinstance(next(iter(first.children), 0), nodes.strong)
    ):
        return None
    return _in_paragraph(paragraph)


def _in_paragraph(paragraph: nodes.Element) -> Candidate | None:
    lines = list(lines_of(words_of(paragraph)))
    if not lines or paragraph.parent is None:
        return None
    siblings = paragraph.parent.children

    def following() -> Iterator[TextLine]:
        yield from lines[1:]
        yield from _lines_in(siblings[siblings.index(paragraph) + 1 :])

    return Candidate(Where.PARAGRAPH, paragraph, lines[0], following)


def _lines_in(children: Sequence[nodes.Node]) -> Iterator[TextLine]:
    """The lines up to the next heading; directives, comments and pictures have none."""
    for child in children:
        if isinstance(child, nodes.section):
            return
        if isinstance(child, (nodes.paragraph, nodes.term, nodes.line)):
            yield from lines_of(words_of(child))
        elif isinstance(child, HOLD_LINES):
            yield from _lines_in(child.children)
