"""Makes talks of what patterns matched: sections, or list items, with a byline below the title."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from typing import cast

from docutils import nodes

from sphinxcontrib_tripreport.core.options.tables import talk_links
from sphinxcontrib_tripreport.core.patterns.marked_text import BORDER
from sphinxcontrib_tripreport.core.patterns.pattern import PlaceKind
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.matching.finder import TalkMatch
from sphinxcontrib_tripreport.matching.lines import Words
from sphinxcontrib_tripreport.nodes import trip_placeholder
from sphinxcontrib_tripreport.noting.anchors import mark_section, rubric_with_anchor
from sphinxcontrib_tripreport.noting.title_words import tame_html

_CAN_HOLD_SECTIONS = (nodes.document, nodes.section)
_MARK = regex(r"(\*\*|__|[*_])(?!\s)[^*_]*\{title\}")
"""In a pattern, what makes the title bold."""
_WITHOUT_WORDS = "  \t\n\N{NO-BREAK SPACE}.,:;|·•-–—()[]"


class Placer:
    """Changes one document."""

    def __init__(self, document: nodes.document, boundaries: Iterable[nodes.Element]) -> None:
        self._document = document
        self._boundaries = {id(node) for node in boundaries}
        """Paragraphs that end the talk above them."""
        self._cuts: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        self._cut_words: dict[int, Words] = {}

    def place(self, match: TalkMatch, anchor: str, placeholder: trip_placeholder) -> None:
        """Make what *match* was found in a talk."""
        where, node = match.candidate.where, match.candidate.node
        if where is PlaceKind.ROW:
            self._place_row(match, anchor)
            return
        title = self._title(match)
        if not (match.number is not None and match.candidate.is_section):
            self._cut_lines(match)
        if match.number is not None:
            self._place_one_of_several(match.number, node, title, anchor, placeholder)
        elif match.candidate.is_section:
            placeholder += _left_over(match)
            _fill(cast("nodes.Element", node[0]), title)
            node.insert(1, placeholder)
            mark_section(self._document, node, "talk", anchor)
        elif where is PlaceKind.ITEM:
            node["classes"].append("trip-talk")
            node[0:0] = [*self._rubric(node, title, anchor), placeholder]
        else:
            self._place_paragraph(node, title, anchor, placeholder)

    def finish(self) -> None:
        """Take the matched lines off the page, once all talks have their titles."""
        for key, words in self._cut_words.items():
            _remove_spans(words, self._cuts[key])

    def _title(self, match: TalkMatch) -> list[nodes.Node]:
        span = match.talk.title_span
        if span is None:
            return [nodes.Text(match.talk.title)]
        line = match.pieces[span.line].line
        content = line.words.nodes_of(line.start + span.start, line.start + span.end)
        holder = nodes.inline("", "", *content)
        for text in list(holder.findall(nodes.Text)):
            if "\n" in text:
                text.parent.replace(text, nodes.Text(text.replace("\n", " ")))
        tame_html(holder)
        _without_links(holder, {link.url for link in talk_links(match.talk.values)})
        return _without_mark(holder, match.pattern.text)

    def _rubric(
        self, node: nodes.Element, title: list[nodes.Node], anchor: str
    ) -> list[nodes.Element]:
        made = rubric_with_anchor(self._document, title, anchor)
        for element in made:
            element.source, element.line = node.source, node.line
        return made

    def _place_row(self, match: TalkMatch, anchor: str) -> None:
        """Mark a row, which says all that a byline would and stays as it is."""
        row = match.candidate.node
        row["classes"].append("trip-talk")
        target = nodes.target("", "", ids=[anchor])
        self._document.ids[anchor] = target
        span = match.talk.title_span
        before = match.pieces[0].line.words.text[: span.start if span is not None else 0]
        cell = cast("nodes.entry", row.children[before.count(BORDER)])
        next(cell.findall(nodes.paragraph), cell).insert(0, target)

    def _place_one_of_several(
        self,
        number: int,
        node: nodes.Element,
        title: list[nodes.Node],
        anchor: str,
        placeholder: trip_placeholder,
    ) -> None:
        """Give a talk that shares its line with others a place of its own.

        A heading stays as it is, because it names all of them.
        """
        container = nodes.container(classes=["trip-talk"])
        container += [*self._rubric(node, title, anchor), placeholder]
        if isinstance(node, nodes.section):
            node.insert(1 + number, container)
        elif isinstance(node, nodes.list_item):
            node.insert(number, container)
        else:
            node.parent.insert(node.parent.index(node), container)

    def _place_paragraph(
        self,
        paragraph: nodes.Element,
        title: list[nodes.Node],
        anchor: str,
        placeholder: trip_placeholder,
    ) -> None:
        parent = paragraph.parent
        if not isinstance(parent, _CAN_HOLD_SECTIONS):
            position = parent.index(paragraph)
            container = nodes.container(classes=["trip-talk"])
            container += [*self._rubric(paragraph, title, anchor), placeholder]
            parent.insert(position, container)
            parent.remove(paragraph)
            container += paragraph
            return
        heading = nodes.title("", "", *title)
        section = nodes.section("", heading, placeholder)
        for node in (heading, section):
            node.source, node.line = paragraph.source, paragraph.line
        mark_section(self._document, section, "talk", anchor)
        position = parent.index(paragraph)
        end = position + 1
        while end < len(parent) and not self._ends_talk(parent[end]):
            end += 1
        body = parent.children[position:end]
        parent[position:end] = [section]
        section += body

    def _ends_talk(self, node: nodes.Node) -> bool:
        return isinstance(node, nodes.section) or id(node) in self._boundaries

    def _cut_lines(self, match: TalkMatch) -> None:
        for number, piece in enumerate(match.pieces):
            in_title = number == 0 and match.candidate.is_section
            is_row = isinstance(piece.line.words.element, nodes.row)
            if in_title or is_row or (piece.is_only_any and number):
                continue
            key = id(piece.line.words.element)
            self._cut_words[key] = piece.line.words
            place = piece.line.start - piece.line.box
            for start, end in _kept_spans(match, number):
                self._cuts[key].append((place, start))
                place = end
            self._cuts[key].append((place, piece.line.end))


def _without_links(holder: nodes.Element, urls: Container[str]) -> None:
    """Leave of links that the byline shows their words."""
    for link in list(holder.findall(nodes.reference)):
        if link.get("refuri") in urls:
            link.replace_self(link.children)


def _without_mark(holder: nodes.Element, pattern: str) -> list[nodes.Node]:
    """The content of a title, without the bold around all of it that its pattern names."""
    content = holder.children
    named = _MARK.search(pattern.partition("//")[0])
    if named and len(content) == 1 and isinstance(content[0], (nodes.strong, nodes.emphasis)):
        return content[0].children
    return content


def _kept_spans(match: TalkMatch, number: int) -> list[tuple[int, int]]:
    """Where in its paragraph a line has what ``{}`` caught, and words that nothing else shows."""
    piece = match.pieces[number]
    start = piece.line.start
    caught = [(field.start, field.end) for field in piece.fields if not field.name]
    caught += [(span.start, span.end) for span in match.talk.left if span.line == number]
    return [(start + first, start + last) for first, last in sorted(caught) if last > first]


def _left_over(match: TalkMatch) -> list[nodes.Node]:
    """What is left of a heading: it goes to the end of the byline."""
    left: list[nodes.Node] = []
    for start, end in _kept_spans(match, 0):
        caught = match.pieces[0].line.words.nodes_of(start, end)
        if any(node.astext().strip(_WITHOUT_WORDS) for node in caught):
            left += [nodes.Text(" ")] if left else []
            left.append(nodes.inline("", "", *caught))
    return left


def _remove_spans(words: Words, cuts: Sequence[tuple[int, int]]) -> None:
    """Leave of a paragraph what no cut covers; nothing, if that has no words."""
    kept: list[nodes.Node] = []
    place = 0
    for start, end in [*sorted(cuts), (len(words.text), len(words.text))]:
        while start > place and words.text[place] == "\n" and not kept:
            place += 1
        if start > place:
            if kept and not words.text[place].isspace() and not kept[-1].astext()[-1:].isspace():
                kept.append(nodes.Text(" "))
            kept += words.nodes_of(place, start)
        place = max(place, end)
    if any(_says_something(node) for node in kept):
        _fill(words.holder, kept)
    else:
        _remove(words.element)


def _fill(element: nodes.Element, content: list[nodes.Node]) -> None:
    _break_circles(element.children)
    element.children = []
    element += content


def _break_circles(children: Iterable[nodes.Node]) -> None:
    """Take nodes that nobody needs out of each other's hands.

    They are freed at once then, and not only when the collector looks through all doctrees.
    """
    for child in children:
        child.parent = None
        _break_circles(child.children)


def _says_something(node: nodes.Node) -> bool:
    if isinstance(node, nodes.Text):
        return bool(node.astext().strip(_WITHOUT_WORDS))
    return isinstance(node, nodes.image) or any(map(_says_something, node.children))


def _remove(element: nodes.Element) -> None:
    """Remove an element, and what held nothing else."""
    parent = element.parent
    if parent is None:
        return
    parent.remove(element)
    _break_circles((element,))
    if not len(parent) and not isinstance(parent, (nodes.section, nodes.document, nodes.container)):
        _remove(parent)
