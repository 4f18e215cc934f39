"""One title for each post, from its metadata or its first heading, above everything else."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.noting.post import Post, current_post


class GiveOneTitle(SphinxTransform):
    """Makes the first section of a post the whole post."""

    def apply(self, **kwargs: Any) -> None:
        """Give the document its title."""
        post = current_post(self.env)
        if post is None or not (post.is_report or post.title):
            return
        from sphinxcontrib_tripreport.noting.title_section import make_title_section, wrap

        if post.is_report:
            self._drop_empty_headings()
            post.title_section = self._name_of_file(post) or make_title_section(
                self.document, post.title
            )
        elif not self._has_title(post):
            wrap(self.document, post.title)

    def _name_of_file(self, post: Post) -> nodes.section | None:
        """Call a post by its file if its first heading is one of several talks; None if not."""
        if post.title or not post.rules:
            return None
        from sphinxcontrib_tripreport.matching.first_heading import first_talk_or_day

        language = post.language or self.config.language or "en"
        first = first_talk_or_day(self.document, post, language)
        if first is None:
            return None
        from sphinxcontrib_tripreport.core.posts.file_names import title_of_file
        from sphinxcontrib_tripreport.core.text.phrases import quoted
        from sphinxcontrib_tripreport.noting.title_section import wrap
        from sphinxcontrib_tripreport.noting.title_words import title_of

        name = title_of_file(self.env.docname)
        looks = " with one “#”" if post.is_markdown else ", underlined in another way"
        heading, called = quoted([title_of(first), name])
        warn(
            Subtype.TITLE,
            f"The post has no title: its first heading, {heading}, is a talk or a day, as others"
            f" are. It is called {called}, as its file is: expected a “title” in the metadata, or"
            f" a heading above the others{looks}.",
            (self.env.docname, first.line),
        )
        return wrap(self.document, name)

    def _has_title(self, post: Post) -> bool:
        """Whether a heading can be the title: in Markdown one of the first level."""
        sections = (node for node in self.document if isinstance(node, nodes.section))
        return any(not post.is_markdown or post.level_at(s.line) == 1 for s in sections)

    def _drop_empty_headings(self) -> None:
        for section in list(self.document.findall(nodes.section)):
            if not len(section) or not isinstance(section[0], nodes.title):
                continue
            if section[0].astext().strip() or next(iter(section[0].findall(nodes.image)), None):
                continue
            warn(
                Subtype.TITLE,
                "Empty heading removed; the text below it is kept.",
                (self.env.docname, section.line),
            )
            parent = section.parent
            position = parent.index(section)
            parent[position : position + 1] = section.children[1:]
