"""Which pages must be written again: those that show something else than when last written.

Sphinx writes the documents that it read. What a page shows of other documents (bylines, lists,
the titles and places that roles lead to) may change without it being read, so a digest of every
document's answers is kept for each output directory, and compared after reading.
"""

from __future__ import annotations

import json
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, cast

from sphinxcontrib_tripreport.views.registry import VIEWS

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_tripreport.domain import TripDomain


def find_stale_pages(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """The documents to write again; for ``env-updated``."""
    domain = cast("TripDomain", env.domains["trip"])
    domain.start_answering(app.builder)
    before = _remembered(_memory(app))
    domain.digests = {docname: digest(domain, docname) for docname in domain.documents()}
    return [name for name, shown in domain.digests.items() if before.get(name, shown) != shown]


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
    now = {name: before[name] for name in domain.digests if name in before}
    now |= {name: shown for name, shown in domain.digests.items() if name in domain.written}
    if now != before:
        path.write_text(json.dumps(now, indent=0, sort_keys=True), encoding="utf-8")


def digest(domain: TripDomain, docname: str) -> str:
    """A digest of all that a document shows of the project."""
    desk = domain.desk
    shown = domain.shown_in(docname)
    answers = [VIEWS[view].answer(desk, docname, subject) for view, subject in shown]
    return blake2b(json.dumps(answers).encode(), digest_size=12).hexdigest()


def _memory(app: Sphinx) -> Path:
    """The file that remembers for this builder and output directory."""
    output = blake2b(str(app.outdir).encode(), digest_size=6).hexdigest()
    return Path(app.doctreedir) / f"tripreport-{app.builder.name}-{output}.json"


def _remembered(path: Path) -> dict[str, str]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
