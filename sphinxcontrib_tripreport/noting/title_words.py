"""Titles of entries: their words, and what of an author's HTML may stay in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from docutils import nodes

from sphinxcontrib_tripreport.core.text.regexes import regex

_FORMATTING = regex(
    r"</?(a|abbr|b|big|br|center|code|del|em|font|i|img|ins|kbd|mark|q|s|samp|small|span|strike"
    r"|strong|sub|sup|tt|u|var|wbr)\b[^>]*>",
    re.IGNORECASE,
)


class TitlePart(NamedTuple):
    """A piece of a title: a text, or what is to be looked up, with a text if nothing is found."""

    text: str
    kind: Literal["", "doc", "ref"] = ""
    target: str = ""


_MARKS = (nodes.footnote_reference, nodes.citation_reference)


def text_of(node: nodes.Node) -> str:
    """The words of a title, without markup, its number, and the marks of footnotes.

    Tables of contents have no such marks, either, and their numbers depend on the page around them.
    The mark of a citation is its label, which is known when Sphinx has read all of the document.
    """
    return " ".join(_words(node).split())


def _words(node: nodes.Node) -> str:
    if isinstance(node, _MARKS) or is_number(node):
        return ""
    if isinstance(node, nodes.Text) or not node.children:
        return node.astext()
    return "".join(map(_words, node.children))


def is_number(node: nodes.Node) -> bool:
    """Whether a node is the number that ``sectnum`` puts before a title."""
    return isinstance(node, nodes.generated) and "sectnum" in node["classes"]


def is_footnote_mark(node: nodes.Node) -> bool:
    """Whether a node is the mark of a footnote or a citation, which is no word of a title."""
    if isinstance(node, nodes.Element) and node.tagname == "pending_xref":
        return bool(node.get("refdomain") == "citation")
    return isinstance(node, _MARKS)


def has_substitutions(element: nodes.Element) -> bool:
    """Whether substitutions are still to be put into the place of their names."""
    return next(element.findall(nodes.substitution_reference), None) is not None


def with_substitutions(
    element: nodes.Element, document: nodes.document, within: frozenset[str] = frozenset()
) -> nodes.Element:
    """*element*, or a copy of it with the substitutions that its document defines.

    Docutils puts them in their place only when all of a document is parsed and translated. Those
    that Sphinx defines (the version, the day) keep their names: a key that is made of the words
    would change with them.

    :param within: the substitutions that the element is part of: none is put into itself
    """
    if not has_substitutions(element):
        return element
    copy = element.deepcopy()
    for reference in list(copy.findall(nodes.substitution_reference)):
        name = reference["refname"]
        if name not in document.substitution_defs:
            name = document.substitution_names.get(name.lower(), name)
        definition = document.substitution_defs.get(name)
        if definition is None or name in within:
            continue
        parent = reference.parent
        place = parent.index(reference)
        if "rtrim" in definition and place + 1 < len(parent):
            _strip(parent, place + 1, str.lstrip)
        if "ltrim" in definition and place:
            _strip(parent, place - 1, str.rstrip)
        filled = with_substitutions(definition, document, within | {name})
        parent[place : place + 1] = [child.deepcopy() for child in filled.children]
    return copy


def _strip(parent: nodes.Element, place: int, strip: Callable[[str], str]) -> None:
    if isinstance(parent[place], nodes.Text):
        parent[place] = nodes.Text(strip(parent[place].astext()))


def title_of(section: nodes.section) -> str:
    """The words of a section's title; empty if it has none."""
    if len(section) and isinstance(section[0], nodes.title):
        return text_of(section[0])
    return ""


def tame_html(title: nodes.Element) -> None:
    """Make raw HTML in a title a text, so that it is escaped; formatting tags go.

    Markdown passes HTML on as it is. A title is not only on its author's page: it is
    in tables of contents, indices, data files and other people's reports.
    """
    for raw in list(title.findall(nodes.raw)):
        text = _FORMATTING.sub("", raw.astext())
        raw.replace_self([nodes.Text(text)] if text else [])
