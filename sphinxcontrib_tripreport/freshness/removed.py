"""Which documents a builder's output holds, and what it wrote of those that are no longer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.builders.html import StandaloneHTMLBuilder

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def remove_pages(app: Sphinx, docnames: Iterable[str]) -> None:
    """Remove the files that an earlier build wrote of documents."""
    for docname in docnames:
        for path in _written_of(app, docname):
            with suppress(OSError):
                path.unlink()
                if path.stem == "index":
                    path.parent.rmdir()  # of a page in a folder of its own


def _written_of(app: Sphinx, docname: str) -> Iterator[Path]:
    """The files that a builder with one page a document writes of it."""
    builder, outdir = app.builder, Path(app.outdir)
    if isinstance(builder, StandaloneHTMLBuilder):
        yield Path(builder.get_output_path(docname))
        ending = app.config.html_sourcelink_suffix
        for suffix in app.config.source_suffix:
            copy = suffix if suffix == ending else suffix + ending
            yield outdir / "_sources" / f"{docname}{copy}"
    elif suffix := getattr(builder, "out_suffix", ""):
        yield outdir / f"{docname}{suffix}"
