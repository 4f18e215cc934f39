"""Builds with the tag ``tripreport-explain``, which say what they understood of each post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.noting.store import store_of

if TYPE_CHECKING:
    from collections.abc import Set

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

TAG = "tripreport-explain"


def is_explained(app: Sphinx) -> bool:
    """Whether the build says what it understood."""
    return app.tags.has(TAG)


def read_all_to_explain(
    app: Sphinx, env: BuildEnvironment, added: Set[str], changed: Set[str], removed: Set[str]
) -> Set[str]:
    """Every document of an author, if they are to be explained; for ``env-get-outdated``."""
    made = store_of(env).data["pages"].keys()
    return env.found_docs - made if is_explained(app) else set()
