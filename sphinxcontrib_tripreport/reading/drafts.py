"""Drafts: posts that a build leaves out, unless it has the tag ``drafts``.

They are taken out of what Sphinx found before it reads anything. So it never knows them: pages,
tables of contents, search and indices agree without further ado.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sphinx.util.docutils import is_directive_registered

from sphinxcontrib_tripreport.core.posts.configured import with_configured
from sphinxcontrib_tripreport.core.posts.drafts import STATE_FIELDS, is_draft, may_be_draft
from sphinxcontrib_tripreport.core.posts.metadata import Metadata
from sphinxcontrib_tripreport.core.posts.pattern_fields import take_patterns
from sphinxcontrib_tripreport.core.posts.readers import plain_text, read_metadata
from sphinxcontrib_tripreport.freshness.output_files import remove_pages
from sphinxcontrib_tripreport.messages import logger
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.reading.configured import fields_from_conf
from sphinxcontrib_tripreport.reading.sources import markup_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


TAG = "drafts"
"""Builds with this tag have drafts, too."""


class Seen(NamedTuple):
    """All that decided that a document is a draft: as long as it is the same, so is the answer."""

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
    """Take drafts out of what was found, and out of what is to be read; for ``env-get-outdated``.

    :param added: changed in place, as are *changed* and *removed*
    :return: documents that have to be read again, for their toctrees lead to other documents now
    """
    store = store_of(env)
    drafts: dict[str, Seen] = store.data["drafts"]
    for docname in drafts.keys() - env.found_docs:
        del drafts[docname]
    _look_at(app, added | changed, drafts)
    hidden = set() if TAG in app.tags else drafts.keys() - {app.config.root_doc}
    store.hidden = frozenset(hidden)
    gone = hidden & env.all_docs.keys()
    for docnames in (env.found_docs, added, changed):
        docnames.difference_update(hidden)
    removed.update(gone)
    above = {parent for docname in gone for parent in env.files_to_rebuild.get(docname, ())}
    skipped = store.data["skipped"]
    above.update(parent for parent, names in skipped.items() if not hidden.issuperset(names))
    return sorted(above)


def _look_at(app: Sphinx, docnames: Iterable[str], drafts: dict[str, Seen]) -> None:
    """Bring *drafts* up to date with the files of *docnames*."""
    dateless = not is_directive_registered("post")
    for docname in docnames:
        path = Path(app.env.doc2path(docname))
        try:
            status = path.stat()
            from_conf = fields_from_conf(app.config, docname)
            said = repr([(name, from_conf[name]) for name in STATE_FIELDS if name in from_conf])
            markup = markup_of(app, docname)
            seen = Seen(status.st_mtime_ns, status.st_size, markup, said, dateless)
            if drafts.get(docname) == seen:
                continue
            source = path.read_text(encoding=app.config.source_encoding, errors="replace")
        except OSError:
            continue  # Sphinx says so when it reads the file
        if not (may_be_draft(source) or may_be_draft(" ".join(from_conf))):
            drafts.pop(docname, None)
            continue
        metadata = with_configured(_metadata(source, markup), from_conf)
        if is_draft(metadata, dateless=dateless):
            drafts[docname] = seen
        else:
            drafts.pop(docname, None)


def _metadata(source: str, markup: str) -> Metadata:
    if markup == "notebook":
        from sphinxcontrib_tripreport.core.posts.notebook import read_notebook, take_metadata

        notebook = read_notebook(source)
        return take_metadata(notebook)[0] if notebook is not None else Metadata()
    # Patterns first: written without quotes they are no YAML.
    return read_metadata(take_patterns(plain_text(source), markup).text, markup)


def remove_pages_of_drafts(app: Sphinx, env: BuildEnvironment) -> None:
    """Remove what an earlier build wrote of a post that is a draft now; for ``env-updated``.

    Before anything is written, for EPUB packs all that is in its output directory.
    """
    hidden = sorted(store_of(env).hidden)
    if not hidden:
        return
    logger.info("drafts are left out (“-t %s” builds them): %s", TAG, ", ".join(hidden))
    remove_pages(app, hidden)
