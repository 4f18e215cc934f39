"""The source of a post: its metadata is read, and what Sphinx would show of it is hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util.docutils import is_directive_registered

from sphinxcontrib_tripreport.core.posts.field_names import is_engine_name
from sphinxcontrib_tripreport.core.posts.headings import mend_headings
from sphinxcontrib_tripreport.core.posts.metadata import shown_text
from sphinxcontrib_tripreport.core.posts.pattern_fields import take_patterns
from sphinxcontrib_tripreport.core.posts.readers import read_metadata
from sphinxcontrib_tripreport.core.posts.summary_end import line_of_summary_end
from sphinxcontrib_tripreport.reading.making_posts import make_post, warn_of_post
from sphinxcontrib_tripreport.reading.myst import heading_levels

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinxcontrib_tripreport.noting.post import Post


def read_post_source(app: Sphinx, docname: str, text: str, markup: str) -> tuple[Post, str]:
    """What a document is by its metadata, and what is left of its *text* for the page.

    :param text: plain; every line keeps its number
    """
    taken = take_patterns(text, markup)
    own = read_metadata(taken.text, markup, hide_post_directive=not is_directive_registered("post"))
    post = make_post(app, docname, own, taken.rules)
    warn_of_post(docname, post, own, taken.problems)
    shown = shown_text(taken.text, own)
    post.summary_end = line_of_summary_end(shown, markup)
    if post.is_report or any(map(is_engine_name, own.fields)):
        from sphinxcontrib_tripreport.reading.cleaning import clean_post

        shown = clean_post(app, docname, shown, markup)
    if post.is_report and markup == "markdown":
        shown = mend_headings(shown)
    heading_levels.in_report = post.is_report or bool(own.fields or own.problems)
    return post, shown
