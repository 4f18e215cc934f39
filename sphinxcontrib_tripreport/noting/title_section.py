"""The section that is a whole post: its title, with everything else beneath it."""

from __future__ import annotations

from docutils import nodes

from sphinxcontrib_tripreport.core.text.slugs import fold, slug
from sphinxcontrib_tripreport.noting.title_words import title_of

_ABOVE = (nodes.docinfo, nodes.field_list, nodes.meta, nodes.comment, nodes.substitution_definition)
"""What may be above the title, and has to for Sphinx to see it."""


def make_title_section(document: nodes.document, title: str) -> nodes.section | None:
    """Make the first section of a post the whole post.

    :param title: of the metadata; if it is another than that of the first section, all of the post
        is put below a section of its own
    :return: the section; None if there is none, and no title for one
    """
    first = next((node for node in document if isinstance(node, nodes.section)), None)
    if title and (first is None or fold(title_of(first)) != fold(title)):
        return wrap(document, title)
    if first is not None:
        _move(document, document.index(first) + 1, first)
    return first


def wrap(document: nodes.document, title: str) -> nodes.section:
    """Put the document into a section of that title."""
    section = nodes.section("", nodes.title(title, title))
    section["names"].append(nodes.fully_normalize_name(title))
    section.source, section.line = document["source"], 1
    section[0].source, section[0].line = section.source, 1
    start = 0
    while start < len(document) and isinstance(document[start], _ABOVE):
        start += 1
    _move(document, start, section)
    document.append(section)
    document.note_implicit_target(section, section)
    if not slug(section["ids"][0]):
        section["ids"][0] = slug(title)
    return section


def _move(document: nodes.document, start: int, section: nodes.section) -> None:
    """Move what the document holds from *start* on to the end of *section*."""
    moved = document.children[start:]
    document.children[start:] = []
    section += moved
