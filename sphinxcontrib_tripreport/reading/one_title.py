"""One title a post: from its metadata or its first heading, with everything else beneath it."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.core.text.slugs import fold, slug
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.noting.post import Post, current_post
from sphinxcontrib_tripreport.noting.title_words import title_of

_ABOVE = (nodes.docinfo, nodes.field_list, nodes.meta, nodes.comment, nodes.substitution_definition)
"""What may stand above the title, and has to for Sphinx to see it."""


class GiveOneTitle(SphinxTransform):
    """Makes the first section of a post the whole post."""

    def apply(self, **kwargs: Any) -> None:
        """Give the document its title."""
        post = current_post(self.env)
        if post is None:
            return
        if post.is_report:
            self._drop_empty_headings()
            post.title_section = self._title_section(post)
        elif post.title and not self._has_title(post):
            self._wrap(post.title)

    def _has_title(self, post: Post) -> bool:
        """Whether a heading can be the title: in Markdown one of the first level."""
        sections = (node for node in self.document if isinstance(node, nodes.section))
        return any(not post.is_markdown or post.level_at(s.line) == 1 for s in sections)

    def _title_section(self, post: Post) -> nodes.section | None:
        tops = [node for node in self.document if isinstance(node, nodes.section)]
        first = tops[0] if tops else None
        if post.title and (first is None or fold(title_of(first)) != fold(post.title)):
            return self._wrap(post.title)
        if first is not None:
            _move(self.document, self.document.index(first) + 1, first)
        return first

    def _wrap(self, title: str) -> nodes.section:
        """Put the document into a section of that title."""
        section = nodes.section("", nodes.title(title, title))
        section["names"].append(nodes.fully_normalize_name(title))
        section.source, section.line = self.document["source"], 1
        section[0].source, section[0].line = section.source, 1
        start = 0
        while start < len(self.document) and isinstance(self.document[start], _ABOVE):
            start += 1
        _move(self.document, start, section)
        self.document.append(section)
        self.document.note_implicit_target(section, section)
        if not slug(section["ids"][0]):
            section["ids"][0] = slug(title)
        return section

    def _drop_empty_headings(self) -> None:
        for section in list(self.document.findall(nodes.section)):
            if not len(section) or not isinstance(section[0], nodes.title):
                continue
            if section[0].astext().strip() or next(iter(section[0].findall(nodes.image)), None):
                continue
            warn(
                Subtype.TITLE,
                "A heading is empty: expected words; it is left out, what stands below it stays.",
                (self.env.docname, section.line),
            )
            parent = section.parent
            position = parent.index(section)
            parent[position : position + 1] = section.children[1:]


def _move(document: nodes.document, start: int, section: nodes.section) -> None:
    """Move what the document holds from *start* on to the end of *section*."""
    moved = document.children[start:]
    document.children[start:] = []
    section += moved
