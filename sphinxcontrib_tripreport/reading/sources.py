"""Documents, as Sphinx reads them: what each is, before it is parsed."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.core.posts.source import (
    may_have_metadata,
    may_have_patterns,
    may_have_summary_end,
    plain_text,
)
from sphinxcontrib_tripreport.noting.audience import has_private, note_private_part
from sphinxcontrib_tripreport.noting.post import Post, note_post
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.reading.myst import heading_levels, with_colon_fences
from sphinxcontrib_tripreport.reading.slips import note_source, warn_of_fences
from sphinxcontrib_tripreport.settings import is_post

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


_MARKUP = {".rst": "restructuredtext", ".md": "markdown"}
"""By file name; where ``source_suffix`` names a parser, that decides."""


def read_post(app: Sphinx, docname: str, source: list[str]) -> None:
    """Read a post's metadata and hide what Sphinx would show of it; for ``source-read``."""
    if store_of(app.env).is_made(docname):
        heading_levels.in_report = False
        return
    markup = markup_of(app, docname)
    note_source(app.env, source[0])
    if markup == "markdown":
        warn_of_fences(docname, source[0])
    if markup == "notebook":
        from sphinxcontrib_tripreport.reading.notebooks import read_notebook_post

        read_notebook_post(app, docname, source)
        return
    text = plain_text(source[0])
    if _is_plain(app.config, docname, text, markup):
        post, heading_levels.in_report = Post(docname, {}), False
    else:
        from sphinxcontrib_tripreport.reading.post_source import read_post_source

        post, text = read_post_source(app, docname, text, markup)
    if markup == "markdown":
        text = with_colon_fences(app.config, text)
    if "audience" in text and not has_private(app.env):
        from sphinxcontrib_tripreport.reading.private_sections import without_private_sections

        public = without_private_sections(app.env, text, markup)
        if public != text:
            note_private_part(app.env)
        text = public
    source[0] = text
    post.lines, post.is_markdown = text.split("\n"), markup == "markdown"
    note_post(app.env, post)


def _is_plain(config: Config, docname: str, text: str, markup: str) -> bool:
    """Whether nothing says of a document that it is a post; it may still have talks."""
    return not (
        may_have_metadata(text, markup)
        or may_have_patterns(text)
        or may_have_summary_end(text)
        or config.tripreport_metadata
        or config.tripreport_talk_patterns
        or config.tripreport_day_patterns
        or is_post(config, docname)
    )


def markup_of(app: Sphinx, docname: str) -> str:
    """The markup of a document: ``markdown``, ``restructuredtext``, ``notebook``, or another."""
    suffix = PurePosixPath(app.env.doc2path(docname)).suffix
    parser = app.config.source_suffix.get(suffix) or ""
    if parser in ("markdown", "myst-nb"):
        return "notebook" if suffix == ".ipynb" else "markdown"
    return parser or _MARKUP.get(suffix, "")
