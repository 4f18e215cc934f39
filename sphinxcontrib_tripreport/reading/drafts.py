"""Drafts and private posts, which a build leaves out unless it has the tag for them.

They are taken out of what Sphinx found before it reads anything. So it never knows them, and pages,
tables of contents, search and indices agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sphinx.util.docutils import is_directive_registered

from sphinxcontrib_tripreport.core.model.audience import AUDIENCE
from sphinxcontrib_tripreport.core.posts.source import (
    STATE_FIELDS,
    may_be_draft,
    may_be_private,
    plain_text,
)
from sphinxcontrib_tripreport.freshness.output_files import remove_pages
from sphinxcontrib_tripreport.freshness.private_files import note_files
from sphinxcontrib_tripreport.messages import logger, warn
from sphinxcontrib_tripreport.noting.audience import TAG as PRIVATE_TAG
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.reading.configured import fields_from_conf
from sphinxcontrib_tripreport.reading.sources import markup_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_tripreport.core.posts.metadata import Metadata
    from sphinxcontrib_tripreport.core.text.located import Located

TAG = "drafts"
"""Builds with this tag have drafts, too; those with that of ``noting.audience``, private posts."""


_DECIDING = (*STATE_FIELDS, AUDIENCE)
"""The fields that can keep a post back."""
_MAY_BE = (may_be_draft, may_be_private)


class KeptBack(NamedTuple):
    """Why a document is not for all readers."""

    is_draft: bool
    is_private: bool


class SeenFile(NamedTuple):
    """All that decides whether a document is kept back."""

    modified: int
    """In nanoseconds."""
    size: int
    markup: str
    from_conf: str
    """What ``conf.py`` says of it."""
    dateless: bool
    """Whether a post of ABlog's without a date counts: not where ABlog itself shows it."""


def hide_drafts(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Take what is kept back out of what was found and is to be read; for ``env-get-outdated``.

    :param added: changed in place, as are *changed* and *removed*
    :return: documents that have to be read again, because their toctrees lead to other documents
        now, or because what is private in them comes or goes
    """
    store = store_of(env)
    drafts: dict[str, tuple[SeenFile, KeptBack]] = store.data["drafts"]
    store.has_private = PRIVATE_TAG in app.tags
    private = {docname for docname, (_, kept) in drafts.items() if kept.is_private}
    own = removed & (private | store.data["private_parts"].keys())
    # What was written with what is private may show that of any other document.
    store.deleted_private = frozenset(removed if store.data["has_private"] else own)
    for docname in drafts.keys() - env.found_docs:
        del drafts[docname]
    _look_at(app, added | changed, drafts)
    hidden = _hidden_documents(app, drafts) - {app.config.root_doc}
    store.hidden = frozenset(hidden)
    gone = hidden & env.all_docs.keys()
    turned = store.data["has_private"] != store.has_private
    if gone or store.deleted_private or (turned and not store.has_private):
        note_files(app)
    store.data["has_private"] = store.has_private
    for docnames in (env.found_docs, added, changed):
        docnames.difference_update(hidden)
    removed.update(gone)
    unlisted = gone | store.deleted_private
    above = {parent for docname in unlisted for parent in env.files_to_rebuild.get(docname, ())}
    above &= env.found_docs
    skipped = store.data["skipped"]
    above.update(parent for parent, names in skipped.items() if not hidden.issuperset(names))
    if turned:
        above.update(store.data["private_parts"].keys() & env.found_docs)
    return sorted(above)


def _hidden_documents(app: Sphinx, drafts: Mapping[str, tuple[SeenFile, KeptBack]]) -> set[str]:
    """The documents that this build leaves out."""
    without_drafts, without_private = TAG not in app.tags, PRIVATE_TAG not in app.tags
    return {
        docname
        for docname, (_, kept) in drafts.items()
        if (kept.is_draft and without_drafts) or (kept.is_private and without_private)
    }


def _look_at(
    app: Sphinx, docnames: Iterable[str], drafts: dict[str, tuple[SeenFile, KeptBack]]
) -> None:
    """Bring *drafts* up to date with the files of *docnames*."""
    dateless = not is_directive_registered("post")
    for docname in docnames:
        path = Path(app.env.doc2path(docname))
        try:
            status = path.stat()
            from_conf = fields_from_conf(app.config, docname)
            said = repr([(name, from_conf[name]) for name in _DECIDING if name in from_conf])
            markup = markup_of(app, docname)
            seen = SeenFile(status.st_mtime_ns, status.st_size, markup, said, dateless)
            if drafts.get(docname, (None,))[0] == seen:
                continue
            source = path.read_text(encoding=app.config.source_encoding, errors="replace")
        except OSError:
            continue  # Sphinx says so when it reads the file
        drafts.pop(docname, None)
        names = " ".join(from_conf)
        if not any(may_be(text) for may_be in _MAY_BE for text in (source, names)):
            continue
        kept = _read(docname, source, seen, from_conf)
        if any(kept):
            drafts[docname] = seen, kept


def _read(docname: str, source: str, seen: SeenFile, from_conf: Mapping[str, Located]) -> KeptBack:
    """Why a document is kept back, by its metadata; warns of what is wrong with its audience."""
    from sphinxcontrib_tripreport.core.posts.audience import is_private_post, problems_of_audience
    from sphinxcontrib_tripreport.core.posts.configured import with_configured
    from sphinxcontrib_tripreport.core.posts.drafts import is_draft

    metadata = with_configured(_metadata(source, seen.markup), from_conf)
    kept = KeptBack(is_draft(metadata, dateless=seen.dateless), is_private_post(metadata.fields))
    if kept.is_private:
        for problem in problems_of_audience(metadata.fields):
            warn(problem.subtype, problem.text, (docname, problem.line))
    return kept


def _metadata(source: str, markup: str) -> Metadata:
    from sphinxcontrib_tripreport.core.posts.metadata import Metadata
    from sphinxcontrib_tripreport.core.posts.pattern_fields import take_patterns
    from sphinxcontrib_tripreport.core.posts.readers import read_metadata

    if markup == "notebook":
        from sphinxcontrib_tripreport.core.posts.notebook import read_notebook, take_metadata

        notebook = read_notebook(source)
        return take_metadata(notebook)[0] if notebook is not None else Metadata()
    # Patterns first: written without quotes they are no YAML.
    return read_metadata(take_patterns(plain_text(source), markup).text, markup)


def remove_pages_of_drafts(app: Sphinx, env: BuildEnvironment) -> None:
    """Remove what an earlier build wrote of a post that is a draft now; for ``env-updated``.

    Before anything is written, because EPUB packs all that is in its output directory.
    """
    store = store_of(env)
    hidden = sorted(store.hidden)
    # Sphinx leaves the pages of documents that are deleted; later builds may be public.
    remove_pages(app, store.deleted_private)
    if not hidden:
        return
    drafts: dict[str, tuple[SeenFile, KeptBack]] = store.data["drafts"]
    for tag, number in ((TAG, 0), (PRIVATE_TAG, 1)):
        names = [name for name in hidden if drafts[name][1][number] and tag not in app.tags]
        if names:
            logger.info("left out (“-t %s” builds them): %s", tag, ", ".join(names))
    remove_pages(app, hidden)
