"""Says in builds that explain which topics are spelled in several ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.core.text.phrases import quoted
from sphinxcontrib_tripreport.matching.explain_tag import is_explained
from sphinxcontrib_tripreport.messages import logger
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.views.answers import catalogue_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def explain_topics(app: Sphinx, env: BuildEnvironment) -> None:
    """Say so when all documents are read; for ``env-updated``."""
    if not is_explained(app) or store_of(env).is_empty:
        return
    from sphinxcontrib_tripreport.core.checks.topic_spellings import find_spellings

    for usual, *others in find_spellings(catalogue_of(env).topic_spellings()):
        names = ", ".join(quoted(others))
        text = (
            f"topics: {names} and “{usual}” seem to be one: write “{usual}”, or declare it in a"
            f" data file, with aliases: [{', '.join(others)}]"
        )
        if app.quiet:
            print(text)
        else:
            logger.info("%s", text)
