"""Whether the first heading of a post is its title, or one of its talks."""

from __future__ import annotations

from docutils import nodes

from sphinxcontrib_tripreport.core.patterns.rules import make_usable
from sphinxcontrib_tripreport.matching.candidates import heading_candidate
from sphinxcontrib_tripreport.matching.finder import Finder
from sphinxcontrib_tripreport.matching.pieces import Names
from sphinxcontrib_tripreport.noting.post import Post


def first_talk_or_day(document: nodes.document, post: Post, language: str) -> nodes.section | None:
    """The first heading, if a pattern takes it and others of its level follow; None if not.

    :param language: of the post
    """
    tops = [node for node in document if isinstance(node, nodes.section)]
    if len(tops) < 2:
        return None
    # Below the title that it has not: in reStructuredText its level is 2.
    level = post.level_at(tops[0].line) or 2
    candidate = heading_candidate(tops[0], level)
    usable, _problems = make_usable(post.rules)
    finder = Finder(usable, None, lambda _: level, Names(language))
    return tops[0] if candidate is not None and finder.takes(candidate) else None
