"""Which pages must be written again: those that show something else than when last written.

Sphinx writes the documents that it read. What a page shows of other documents (bylines, lists,
the titles and places that roles lead to) may change without it being read, so a digest of every
document's answers is kept for each output directory, and compared after reading.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence, Set
from contextlib import suppress
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.application import ENV_PICKLE_FILENAME

from sphinxcontrib_tripreport.core.model.digests import digest_of
from sphinxcontrib_tripreport.freshness.memory import Memory
from sphinxcontrib_tripreport.freshness.output_files import (
    has_page,
    remove_made_pages,
    remove_pages,
)
from sphinxcontrib_tripreport.nodes import ROLES
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.noting.stored_data import Subject
from sphinxcontrib_tripreport.views.answers import answers_of, context_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


class _Writing:
    """What one build knows of what is to be written."""

    memory: Memory | None = None
    made_from = ""
    """A digest of all that index pages and data files are made from."""


def open_memory(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Know what earlier builds wrote, before anything is read; for ``env-before-read-docs``."""
    state = store_of(env).state(_Writing)
    state.memory = Memory.load(app)
    state.memory.read_before = dict(env.all_docs)


def find_stale_pages(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """The documents to write again; for ``env-updated``.

    What this build is going to write is noted before Sphinx keeps that it was read.
    """
    answers, state = answers_of(env), store_of(env).state(_Writing)
    memory = state.memory
    assert memory is not None
    written = memory.written
    state.made_from = digest_of(answers.revision, _frame(env), app.config.project)
    # A draft comes or goes in menus, links to neighbours and references of any page.
    if written.drafts not in ("", _drafts(env)):
        written.pages.clear()
    if memory.is_lost:
        remove_made_pages(app)
    else:
        remove_pages(app, memory.made - env.all_docs.keys())
    if written.revision != answers.shown or memory.journal.follows_a_stop:
        digests = _Digests(env)
        written.pages = {
            docname: page
            for docname, page in written.pages.items()
            if docname in env.all_docs
            and digests.digest_of(docname, page["asked"]) == page["digest"]
        }
    stale = [name for name in env.all_docs if name not in written.pages and has_page(app, name)]
    read = {name for name, when in env.all_docs.items() if memory.read_before.get(name) != when}
    memory.journal.note(_with_parents(env, read.union(stale)))
    return stale


def _with_parents(env: BuildEnvironment, docnames: Set[str]) -> Iterator[str]:
    """Documents, and those whose toctrees show them: Sphinx writes these, too."""
    for docname in docnames:
        yield docname
        yield from env.files_to_rebuild.get(docname, ())


def note_writing(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Keep that a document is going to be written; for ``doctree-resolved``."""
    memory = store_of(app.env).state(_Writing).memory
    if memory is not None:
        memory.journal.note([docname])


def remember_pages(app: Sphinx, exception: Exception | None) -> None:
    """Keep what the written pages show; for ``build-finished``.

    Only of pages that this build wrote, beside the doctrees, for each output directory: a build
    that broke off, one of a few files, or another builder's leaves no page stale.
    """
    memory = store_of(app.env).state(_Writing).memory
    if memory is None:
        return
    if exception is None:
        _remember(app, memory)
    memory.journal.close()


def _remember(app: Sphinx, memory: Memory) -> None:
    if not memory.journal.is_alone:
        # Another build has written to the same files: begin anew, with what all documents say.
        memory.forget()
        (Path(app.doctreedir) / ENV_PICKLE_FILENAME).unlink(missing_ok=True)
        return
    answers, written, all_docs = answers_of(app.env), memory.written, app.env.all_docs.keys()
    digests = _Digests(app.env)
    known = (written.pages.keys() & all_docs) - memory.journal.noted
    pages = {docname: written.pages[docname] for docname in known}
    for docname in answers.written & all_docs:
        asked = sorted(answers.asked[docname])
        pages[docname] = {"asked": asked, "digest": digests.digest_of(docname, asked)}
    written.pages = pages
    written.made = sorted(store_of(app.env).data["pages"])
    if not written.drafts or answers.written >= all_docs:
        written.drafts = _drafts(app.env)
    written.revision = answers.shown
    memory.save()


def _drafts(env: BuildEnvironment) -> str:
    return digest_of(sorted(store_of(env).hidden))


class _Digests:
    """Digests of all that documents show of the project."""

    def __init__(self, env: BuildEnvironment) -> None:
        self._env = env
        self._store = store_of(env)

    def digest_of(self, docname: str, asked: Sequence[str]) -> str:
        """A digest of what one document shows.

        :param asked: what it asks for without a role of ours, as ``any`` and Markdown links do
        """
        questions: list[tuple[str, Subject]] = [
            *self._store.shown_in(docname),
            *(("role", f"{role} {name}") for name in asked for role in ROLES),
        ]
        answers = self._digests(docname, questions) if questions else []
        if docname in self._store.data["names_pages"]:
            answers.append(self._pages)
        return blake2b(json.dumps(answers).encode(), digest_size=12).hexdigest()

    def _digests(self, docname: str, questions: list[tuple[str, Subject]]) -> list[str]:
        from sphinxcontrib_tripreport.views.registry import digest_answer

        context = context_of(self._env)
        return [digest_answer(context, docname, view, subject) for view, subject in questions]

    @cached_property
    def _pages(self) -> str:
        """The made documents, because roles of Sphinx's and toctrees may lead to them."""
        return digest_of(sorted(self._store.data["pages"]))


def memory_of(env: BuildEnvironment) -> Memory | None:
    """What was written last, and is being written now; None before anything is read."""
    return store_of(env).state(_Writing).memory


def made_from(env: BuildEnvironment) -> str:
    """A digest of all that index pages, data files and the inventory are made from.

    Empty until all documents are read.
    """
    return store_of(env).state(_Writing).made_from


def is_fresh(app: Sphinx, name: str, other_inputs: str = "") -> bool:
    """Whether a file that is made from all records, of the output directory, still is right.

    Says no only once: whoever asks writes the file.

    :param name: its path in the output directory
    :param other_inputs: a digest of all that it is made from apart from the records
    """
    made_from, memory = _file_made_from(app.env, other_inputs), memory_of(app.env)
    if memory is None:
        return False
    fresh = (
        memory.files.get(name) == made_from
        and not _is_all_written(app)
        and (Path(app.outdir) / name).is_file()
    )
    if not fresh:
        memory.journal.note([name])
    note_file(app, name, other_inputs)
    return fresh


def note_file(app: Sphinx, name: str, other_inputs: str) -> None:
    """Keep what a file was made from that has just been written, as :func:`is_fresh` compares it.

    For a file that is written with each document: whoever writes it need not ask before.
    """
    memory = memory_of(app.env)
    if memory is not None:
        memory.files[name] = memory.written.files[name] = _file_made_from(app.env, other_inputs)


def _file_made_from(env: BuildEnvironment, other_inputs: str) -> str:
    return f"{made_from(env)} {other_inputs}" if other_inputs else made_from(env)


def _is_all_written(app: Sphinx) -> bool:
    """Whether Sphinx wrote everything anew (another config or theme): so do we."""
    return answers_of(app.env).written >= app.env.all_docs.keys()


def known_files(app: Sphinx, prefixes: tuple[str, ...]) -> list[str]:
    """The files made from all records that the last build left, as far as it is known.

    :param prefixes: how the paths begin that are meant
    """
    memory = memory_of(app.env)
    return [name for name in memory.files if name.startswith(prefixes)] if memory else []


def are_fresh(app: Sphinx, names: Collection[str], other_inputs: str) -> bool:
    """Whether these files are all, and right: there is no need to find out which there should be.

    :param names: the known ones
    :param other_inputs: a digest of all that they are made from apart from the records
    """
    memory = memory_of(app.env)
    if memory is None or not memory.exports or _is_all_written(app):
        return False
    made_from, outdir = _file_made_from(app.env, other_inputs), Path(app.outdir)
    if memory.exports != made_from or not all((outdir / name).is_file() for name in names):
        return False
    memory.written.exports = made_from
    memory.written.files |= {name: memory.files[name] for name in names}
    return True


def note_all_files(app: Sphinx, other_inputs: str) -> None:
    """Keep that all files are written, for :func:`are_fresh`."""
    memory = memory_of(app.env)
    if memory is not None:
        memory.written.exports = _file_made_from(app.env, other_inputs)


def remove_files_but(app: Sphinx, kept: Collection[str], prefixes: tuple[str, ...]) -> None:
    """Remove files that an earlier build made from all records, and that this one does not make.

    :param kept: their paths in the output directory
    :param prefixes: how the paths begin that are meant
    """
    memory = memory_of(app.env)
    if memory is None:
        return
    for name in sorted(memory.files):
        path = Path(app.outdir) / name
        if not name.startswith(prefixes) or name in kept or ".." in path.parts:
            continue
        with suppress(OSError, ValueError):
            path.unlink()
        del memory.files[name]


def _frame(env: BuildEnvironment) -> str:
    """What themes show beside every page: the titles of all documents, and their tree."""
    titles = [(name, env.titles[name].astext()) for name in sorted(env.titles)]
    return digest_of(titles, sorted(env.toctree_includes.items()))
