"""Notebooks that MyST-NB reads, as posts: their metadata, and their Markdown cells cleaned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.core.posts.field_names import is_engine_name
from sphinxcontrib_tripreport.core.posts.headings import mend_headings
from sphinxcontrib_tripreport.core.posts.notebook import (
    LINES_OF_CELL,
    Notebook,
    read_notebook,
    take_metadata,
)
from sphinxcontrib_tripreport.noting.post import note_post
from sphinxcontrib_tripreport.reading.making_posts import make_post, warn_of_post
from sphinxcontrib_tripreport.reading.myst import heading_levels

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def read_notebook_post(app: Sphinx, docname: str, source: list[str]) -> None:
    """Read a notebook's metadata, and hide what MyST-NB would show of it."""
    notebook = read_notebook(source[0])
    if notebook is None:
        return
    own, taken = take_metadata(notebook)
    post = make_post(app, docname, own, taken)
    warn_of_post(docname, post, own, ())
    if post.is_report or any(map(is_engine_name, own.fields)):
        _clean(app, docname, notebook, mends=post.is_report)
    if own.fields or post.is_report:
        source[0] = notebook.source()
    post.is_markdown = True
    post.cells = [notebook.text_of(n).split("\n") for n, _ in enumerate(notebook.cells)]
    heading_levels.in_report = post.is_report or bool(own.fields)
    note_post(app.env, post)


def _clean(app: Sphinx, docname: str, notebook: Notebook, *, mends: bool) -> None:
    from sphinxcontrib_tripreport.reading.cleaning import clean_post

    for number in notebook.markdown_cells():
        above = (number + 1) * LINES_OF_CELL
        text = clean_post(app, docname, notebook.text_of(number), "markdown", above)
        notebook.set_text(number, mend_headings(text) if mends else text)
