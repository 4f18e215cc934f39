"""Titles with references to documents and labels, whose words are known when all is read.

A heading such as ``About :ref:`setup``` shows the title of another section. Elsewhere a talk is
called what its heading shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.util import docname_join
from sphinx.util.nodes import clean_astext

from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.noting.title_words import TitlePart, text_of

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


def parts_of(title: nodes.Element) -> list[TitlePart]:
    """The pieces of a heading; none if nothing in it is to be looked up."""
    parts = list(_parts(title))
    return parts if any(part.kind for part in parts) else []


def _parts(node: nodes.Node) -> Iterator[TitlePart]:
    if isinstance(node, addnodes.pending_xref) and not node.get("refexplicit"):
        domain, role, target = node.get("refdomain"), node["reftype"], node["reftarget"]
        text = text_of(node)
        if domain == "std" and role == "doc":
            yield TitlePart(text, "doc", docname_join(node["refdoc"], target))
        elif domain == "doc" and not node.get("reftargetid"):  # a link of Markdown
            yield TitlePart(text, "doc", target)
        elif (domain == "std" and role == "ref") or (not domain and role == "myst"):
            yield TitlePart(text, "ref", target)
        else:
            yield TitlePart(_with_spaces(node))
    elif isinstance(node, nodes.Element) and next(node.findall(addnodes.pending_xref), None):
        for child in node.children:
            yield from _parts(child)
    else:
        yield TitlePart(_with_spaces(node))


def _with_spaces(node: nodes.Node) -> str:
    """The words of a piece, with the spaces around them."""
    text = node.astext()
    before, after = text[:1].isspace(), text[-1:].isspace()
    return f"{' ' * before}{text_of(node)}{' ' * after}"


def resolved_titles(env: BuildEnvironment) -> dict[Target, str]:
    """What the headings with references show, by their places; reports have no anchor."""
    return {
        Target(docname, anchor): " ".join("".join(_words(env, parts)).split())
        for docname, titles in store_of(env).data["title_references"].items()
        for anchor, parts in titles.items()
    }


def _words(env: BuildEnvironment, parts: list[TitlePart]) -> Iterator[str]:
    labels = env.domains["std"].labels
    for part in parts:
        found = part.text
        if part.kind == "doc" and part.target in env.titles:
            found = clean_astext(env.titles[part.target])
        elif part.kind == "ref" and part.target in labels:
            found = labels[part.target][2]
        yield found
