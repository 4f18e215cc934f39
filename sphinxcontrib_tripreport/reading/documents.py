"""Documents that are read: those that say something of talks, and those that say nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinxcontrib_tripreport.matching.explain_tag import is_explained
from sphinxcontrib_tripreport.noting.post import current_post
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.noting.unfinished import has_takeaways, has_unfinished

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def finish_document(app: Sphinx, doctree: nodes.document) -> None:
    """Keep what a document says, which is all known now; for ``doctree-read``."""
    docname = app.env.docname
    if store_of(app.env).is_made(docname):
        return
    if _says_something(app.env):
        from sphinxcontrib_tripreport.reading.keeping_records import keep_said

        keep_said(app, docname, doctree)
    if is_explained(app):
        from sphinxcontrib_tripreport.matching.explain import explain_post

        explain_post(app, doctree)


def _says_something(env: BuildEnvironment) -> bool:
    """Whether the document that is being read may be a report, or has anything of ours."""
    post = current_post(env)
    is_plain = post is not None and not (post.is_report or post.fields)
    return not is_plain or has_unfinished(env) or has_takeaways(env)
