"""Made pages that were called otherwise: by old keys of talks, and in the last release."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.core.catalogue.pages import names_of_pages
from sphinxcontrib_tripreport.core.catalogue.renamed_pages import EarlierRelease
from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.settings import page_kinds
from sphinxcontrib_tripreport.views.answers import context_of

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

_MOST_BYTES = 200_000_000
"""No project has more; what claims to be larger is not read."""


def renamed_pages(env: BuildEnvironment) -> Iterator[tuple[str, str]]:
    """Documents of pages, and what they were called before."""
    if not page_kinds(env.config) or store_of(env).is_empty:
        return
    context = context_of(env)
    pages = context.pages
    gone: set[str] = set()
    if pages.has_talks and env.config.tripreport_redirects:
        for talk in context.catalogue.talks:
            docname = pages.docname_of("talk", talk.name)
            for _key, before in names_of_pages("talk", talk.former_names):
                if docname is not None and before not in pages.by_docname:
                    gone.add(before)
                    yield docname, before
    previous = _previous(env) if env.config.tripreport_previous else None
    for before, kind, key in (
        previous.renamed_pages(context.catalogue) if previous is not None else ()
    ):
        docname = pages.docname_of(kind, key)
        if docname is not None and before not in gone and before not in pages.by_docname:
            yield docname, before


def _previous(env: BuildEnvironment) -> EarlierRelease | None:
    """The last release; None if nobody can read it, of which a warning is given."""
    path = Path(env.srcdir, env.config.tripreport_previous)
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise ValueError(f"expected at most {_MOST_BYTES // 1_000_000} MB")
        return EarlierRelease(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, RecursionError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        text = f"“tripreport_previous”: “{env.config.tripreport_previous}” cannot be read: {reason}"
        warn(Subtype.DATA, f"{text}.")
        return None
