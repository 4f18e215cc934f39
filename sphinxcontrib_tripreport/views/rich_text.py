"""Draws a text of somebody else's: standard nodes for the few things that may pass."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from docutils import nodes

from sphinxcontrib_tripreport.core.text.rich_parts import RichPart

_WORDS: dict[str, type[nodes.TextElement]] = {
    "emphasis": nodes.emphasis,
    "strong": nodes.strong,
    "sub": nodes.subscript,
    "sup": nodes.superscript,
}


def draw_rich_text(parts: Iterable[RichPart | str]) -> list[nodes.Node]:
    """The blocks of a text.

    A heading is a paragraph in bold: it has no place in the page's contents, and no anchor.
    """
    return [_BLOCKS[part.name](part) for part in parts if isinstance(part, RichPart)]


def _paragraph(part: RichPart) -> nodes.Node:
    lines = list(_lines(part))
    if len(lines) == 1:
        return nodes.paragraph("", "", *lines[0])
    return nodes.line_block("", *(nodes.line("", "", *line) for line in lines))


def _heading(part: RichPart) -> nodes.Node:
    words = [word for line in _lines(part) for word in (nodes.Text(" "), *line)][1:]
    return nodes.paragraph("", "", nodes.strong("", "", *words))


def _code_block(part: RichPart) -> nodes.Node:
    text = "".join(each for each in part.content if isinstance(each, str))
    return nodes.literal_block(text, text, language="none")


def _quote(part: RichPart) -> nodes.Node:
    return nodes.block_quote("", *draw_rich_text(part.content))


def _bullets(part: RichPart) -> nodes.Node:
    return nodes.bullet_list("", *draw_rich_text(part.content), bullet="-")


def _numbers(part: RichPart) -> nodes.Node:
    return nodes.enumerated_list(
        "", *draw_rich_text(part.content), enumtype="arabic", prefix="", suffix="."
    )


def _item(part: RichPart) -> nodes.Node:
    return nodes.list_item("", *draw_rich_text(part.content))


_BLOCKS: dict[str, Callable[[RichPart], nodes.Node]] = {
    "paragraph": _paragraph,
    "heading": _heading,
    "code-block": _code_block,
    "quote": _quote,
    "bullets": _bullets,
    "numbers": _numbers,
    "item": _item,
}


def _lines(part: RichPart) -> Iterator[list[nodes.Node]]:
    """The words of a block, by line; breaks within what is set apart are spaces."""
    line: list[nodes.Node] = []
    for each in part.content:
        if each == RichPart("break"):
            yield line
            line = []
        else:
            line.append(_word(each))
    yield line


def _word(part: RichPart | str) -> nodes.Node:
    if isinstance(part, str):
        return nodes.Text(part)
    if part.name == "break":
        return nodes.Text(" ")
    content = [_word(each) for each in part.content]
    if part.name == "link":
        return nodes.reference("", "", *content, refuri=part.url)
    if part.name == "code":
        text = "".join(node.astext() for node in content)
        return nodes.literal(text, text)
    return _WORDS[part.name]("", "", *content)
