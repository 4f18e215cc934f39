"""Which pages must be written again: those that show something else than when last written.

Sphinx writes the documents that it read. What a page shows of other documents (bylines, lists,
the titles and places that roles lead to) may change without it being read, so a digest of every
document's answers is kept for each output directory, and compared after reading.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from itertools import filterfalse
from pathlib import Path
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.core.catalogue.pages import KINDS, is_page_name
from sphinxcontrib_tripreport.core.model.digests import digest_of
from sphinxcontrib_tripreport.freshness.memory import Memory
from sphinxcontrib_tripreport.freshness.removed import remove_pages
from sphinxcontrib_tripreport.nodes import ROLES
from sphinxcontrib_tripreport.noting.store import Subject, store_of
from sphinxcontrib_tripreport.views.answers import answers_of, context_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


_is_made = partial(is_page_name, kinds=KINDS)
_UNSURE = "?"
"""In place of a digest that no value has."""


@dataclass
class _Writing:
    """What one build knows of what is to be written."""

    memory: Memory | None = None
    made_from: str = ""
    """A digest of all that index pages and data files are made from."""


def find_stale_pages(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """The documents to write again; for ``env-updated``."""
    answers, state = answers_of(env), store_of(env).state(_Writing)
    state.memory = memory = Memory.load(app)
    state.made_from = digest_of(answers.revision, _frame(env), app.config.project)
    # A draft comes or goes in menus, links to neighbours and references of any page.
    everything = memory.drafts not in ("", _drafts(env))
    if memory.revision == answers.revision and not everything:
        return []
    remove_pages(app, filterfalse(env.all_docs.__contains__, filter(_is_made, memory.pages)))
    stale = [
        docname
        for docname, page in memory.pages.items()
        if docname in env.all_docs and digest(env, docname, page["asked"]) != page["digest"]
    ]
    # If this build breaks off, nobody knows what it wrote of these.
    for docname in stale:
        memory.pages[docname]["digest"] = ""
    if everything:
        memory.drafts = _UNSURE
        stale = sorted(env.all_docs)
    memory.revision = ""
    memory.files.clear()
    memory.save(app)
    return stale


def remember_pages(app: Sphinx, exception: Exception | None) -> None:
    """Keep what the written pages show; for ``build-finished``.

    Only of pages that this build wrote, beside the doctrees, for each output directory: a build
    that broke off, one of a few files, or another builder's leaves no page stale.
    """
    answers = answers_of(app.env)
    memory = store_of(app.env).state(_Writing).memory
    if exception is not None or memory is None:
        return
    before = Memory.load(app)
    pages = {name: page for name, page in memory.pages.items() if name in app.env.all_docs}
    for docname in answers.written & app.env.all_docs.keys():
        asked = sorted(answers.asked[docname])
        if asked or store_of(app.env).shown_in(docname):
            pages[docname] = {"asked": asked, "digest": digest(app.env, docname, asked)}
        else:
            pages.pop(docname, None)
    memory.pages = pages
    if not memory.drafts or answers.written >= app.env.all_docs.keys():
        memory.drafts = _drafts(app.env)
    if all(page["digest"] for page in pages.values()):
        memory.revision = answers.revision
    if memory != before:
        memory.save(app)


def _drafts(env: BuildEnvironment) -> str:
    return digest_of(sorted(store_of(env).hidden))


def digest(env: BuildEnvironment, docname: str, asked: Sequence[str]) -> str:
    """A digest of all that a document shows of the project.

    :param asked: what it asks for without a role of ours, as ``any`` and Markdown links do
    """
    from sphinxcontrib_tripreport.views.registry import answer

    context = context_of(env)
    questions: list[tuple[str, Subject]] = [
        *store_of(env).shown_in(docname),
        *(("role", f"{role} {name}") for name in asked for role in ROLES),
    ]
    answers = [answer(context, docname, view, subject) for view, subject in questions]
    return blake2b(json.dumps(answers).encode(), digest_size=12).hexdigest()


def is_fresh(app: Sphinx, name: str) -> bool:
    """Whether a file that is made from all records, of the output directory, still is right.

    Says no only once: whoever asks writes the file.

    :param name: its path in the output directory
    """
    state = store_of(app.env).state(_Writing)
    memory = state.memory
    if memory is None:
        return False
    # Where Sphinx wrote everything anew (another config or theme), so do we.
    fresh = (
        memory.files.get(name) == state.made_from
        and not answers_of(app.env).written >= app.env.all_docs.keys()
        and (Path(app.outdir) / name).is_file()
    )
    memory.files[name] = state.made_from
    return fresh


def _frame(env: BuildEnvironment) -> str:
    """What themes show beside every page: the titles of all documents, and their tree."""
    titles = [(name, env.titles[name].astext()) for name in sorted(env.titles)]
    return digest_of(titles, sorted(env.toctree_includes.items()))
