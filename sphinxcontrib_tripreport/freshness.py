"""Which pages must be written again: those that show something else than when last written.

Sphinx writes the documents that it read. What a page shows of other documents (bylines, lists,
the titles and places that roles lead to) may change without it being read, so a digest of every
document's answers is kept for each output directory, and compared after reading.
"""

from __future__ import annotations

import json
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sphinxcontrib_tripreport.domain import DATA_VERSION
from sphinxcontrib_tripreport.views.registry import VIEWS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_tripreport.domain import TripDomain

_Pages = dict[str, dict[str, Any]]


def find_stale_pages(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """The documents to write again; for ``env-updated``."""
    domain = cast("TripDomain", env.domains["trip"])
    domain.start_answering(app.builder)
    return [
        docname
        for docname, page in _remembered(_memory(app)).items()
        if docname in env.all_docs and digest(domain, docname, page["asked"]) != page["digest"]
    ]


def remember_pages(app: Sphinx, exception: Exception | None) -> None:
    """Keep what the written pages show; for ``build-finished``.

    Only of pages that this build wrote, beside the doctrees, for each output directory: a build
    that broke off, one of a few files, or another builder's leaves no page stale.
    """
    domain = cast("TripDomain", app.env.domains["trip"])
    if exception is not None or domain.builder is None:
        return
    path = _memory(app)
    before = _remembered(path)
    now = {name: page for name, page in before.items() if name in app.env.all_docs}
    for docname in domain.written & app.env.all_docs.keys():
        asked = sorted(domain.asked[docname])
        if asked or domain.shown_in(docname):
            now[docname] = {"asked": asked, "digest": digest(domain, docname, asked)}
        else:
            now.pop(docname, None)
    if now != before:
        memory = {"version": DATA_VERSION, "pages": now}
        path.write_text(json.dumps(memory, indent=0, sort_keys=True), encoding="utf-8")


def digest(domain: TripDomain, docname: str, asked: Sequence[str]) -> str:
    """A digest of all that a document shows of the project.

    :param asked: what it asks for without a role of ours, as ``any`` and Markdown links do
    """
    desk = domain.desk
    questions = [
        *domain.shown_in(docname),
        *(("role", f"{role} {name}") for name in asked for role in domain.object_types),
    ]
    answers = [VIEWS[view].answer(desk, docname, subject) for view, subject in questions]
    return blake2b(json.dumps(answers).encode(), digest_size=12).hexdigest()


def _memory(app: Sphinx) -> Path:
    """The file that remembers for this builder and output directory."""
    output = blake2b(str(app.outdir).encode(), digest_size=6).hexdigest()
    return Path(app.doctreedir) / f"tripreport-{app.builder.name}-{output}.json"


def _remembered(path: Path) -> _Pages:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    # Another version of ours, or of its records, reads and writes everything anew.
    if not isinstance(found, dict) or found.get("version") != DATA_VERSION:
        return {}
    pages: _Pages = found["pages"]
    return pages
