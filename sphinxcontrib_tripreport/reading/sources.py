"""Reports, as Sphinx reads them: metadata before parsing, the byline after it."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from sphinx.util.docutils import is_directive_registered

from sphinxcontrib_tripreport.core.posts.field_names import is_engine_name
from sphinxcontrib_tripreport.core.posts.headings import mend_headings
from sphinxcontrib_tripreport.core.posts.metadata import shown_text
from sphinxcontrib_tripreport.core.posts.pattern_fields import take_patterns
from sphinxcontrib_tripreport.core.posts.readers import plain_text, read_metadata
from sphinxcontrib_tripreport.core.posts.summary_end import line_of_summary_end
from sphinxcontrib_tripreport.noting.audience import has_private, note_private_part
from sphinxcontrib_tripreport.noting.post import note_post
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.reading.making import make_post, warn_of_post
from sphinxcontrib_tripreport.reading.myst import heading_levels, with_colon_fences
from sphinxcontrib_tripreport.reading.slips import note_source

if TYPE_CHECKING:
    from sphinx.application import Sphinx


_MARKUP = {".rst": "restructuredtext", ".md": "markdown"}
"""By file name; where ``source_suffix`` names a parser, that decides."""


def read_post(app: Sphinx, docname: str, source: list[str]) -> None:
    """Read a post's metadata and hide what Sphinx would show of it; for ``source-read``."""
    if store_of(app.env).is_made(docname):
        heading_levels.in_report = False
        return
    markup = markup_of(app, docname)
    note_source(app.env, source[0])
    if markup == "notebook":
        from sphinxcontrib_tripreport.reading.notebooks import read_notebook_post

        read_notebook_post(app, docname, source)
        return
    taken = take_patterns(plain_text(source[0]), markup)
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
    if markup == "markdown":
        shown = with_colon_fences(app.config, shown)
    if "audience" in shown and not has_private(app.env):
        from sphinxcontrib_tripreport.reading.private_sections import without_private_sections

        public = without_private_sections(app.env, shown, markup)
        if public != shown:
            note_private_part(app.env)
        shown = public
    source[0] = shown
    post.lines, post.is_markdown = shown.split("\n"), markup == "markdown"
    heading_levels.in_report = post.is_report or bool(own.fields or own.problems)
    note_post(app.env, post)


def markup_of(app: Sphinx, docname: str) -> str:
    """The markup of a document: ``markdown``, ``restructuredtext``, ``notebook``, or another."""
    suffix = PurePosixPath(app.env.doc2path(docname)).suffix
    parser = app.config.source_suffix.get(suffix) or ""
    if parser in ("markdown", "myst-nb"):
        return "notebook" if suffix == ".ipynb" else "markdown"
    return parser or _MARKUP.get(suffix, "")
