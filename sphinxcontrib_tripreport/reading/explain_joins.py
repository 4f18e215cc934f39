"""Says in builds that explain which notes found no session of a programme, and what is near."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.core.text.slugs import fold
from sphinxcontrib_tripreport.matching.explain_tag import is_explained
from sphinxcontrib_tripreport.messages import logger
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.views.answers import catalogue_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_tripreport.core.model.records import Note
    from sphinxcontrib_tripreport.core.programmes.explaining import NoteWithSession


def explain_joins_of_build(app: Sphinx, env: BuildEnvironment) -> None:
    """Say so when all documents are read; for ``env-updated``."""
    if not (is_explained(app) and store_of(env).data["programmes"]):
        return
    text = "\n".join(_lines(env))
    if text and app.quiet:
        print(text)
    elif text:
        logger.info("%s", text)


def _lines(env: BuildEnvironment) -> Iterator[str]:
    from sphinxcontrib_tripreport.core.programmes.explaining import explain_joins
    from sphinxcontrib_tripreport.core.programmes.joining import NONE

    catalogue = catalogue_of(env)
    found: defaultdict[str, list[NoteWithSession]] = defaultdict(list)
    for note in sorted((note for talk in catalogue.talks for note in talk.notes), key=_order):
        joined = catalogue.sessions.joined.get(note.target)
        if joined is not None and fold(note.programme) != NONE:
            found[note.event].append((note.said_at, note.title, joined))
    for event in sorted(found):
        yield from explain_joins(event, found[event])


def _order(note: Note) -> tuple[str, int]:
    return note.docname, note.line
