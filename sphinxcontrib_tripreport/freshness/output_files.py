"""The files that a builder wrote of documents: whether there are any, and away with old ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.builders.html import StandaloneHTMLBuilder

from sphinxcontrib_tripreport.core.catalogue.page_names import KINDS, ROOT, is_page_name

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def has_page(app: Sphinx, docname: str) -> bool:
    """Whether the output directory has a page of a document, by whichever build."""
    return (path := _page_of(app, docname)) is not None and path.is_file()


def remove_pages(app: Sphinx, docnames: Iterable[str]) -> None:
    """Remove the files that an earlier build wrote of documents."""
    for docname in docnames:
        for path in _written_of(app, docname):
            _remove(app, path)


def remove_made_pages(app: Sphinx) -> None:
    """Remove every page of events, speakers, topics and years that no document is written to."""
    first = _page_of(app, f"{ROOT}/{KINDS[0]}")
    if first is None:
        return
    folder = Path(app.outdir) / ROOT
    kept = {_page_of(app, docname) for docname in app.env.all_docs}
    for path in sorted(folder.rglob(f"*{first.suffix}")):
        name = path.relative_to(app.outdir).with_suffix("").as_posix()
        if path not in kept and is_page_name(name, KINDS):
            _remove(app, path)


def _remove(app: Sphinx, path: Path) -> None:
    # A name that was remembered may have been tampered with.
    if ".." in path.parts or not path.is_relative_to(app.outdir):
        return
    with suppress(OSError, ValueError):
        path.unlink()
        if path.stem == "index":
            path.parent.rmdir()  # of a page in a folder of its own


def _page_of(app: Sphinx, docname: str) -> Path | None:
    """Where a builder with one page a document writes it; None of other builders."""
    builder = app.builder
    if isinstance(builder, StandaloneHTMLBuilder):
        return Path(builder.get_output_path(docname))
    suffix = getattr(builder, "out_suffix", "")
    return Path(app.outdir) / f"{docname}{suffix}" if suffix else None


def _written_of(app: Sphinx, docname: str) -> Iterator[Path]:
    """The files that a builder with one page a document writes of it."""
    if page := _page_of(app, docname):
        yield page
    yield from copies_of_source(app, docname)


def copies_of_source(app: Sphinx, docname: str) -> Iterator[Path]:
    """The files to which a builder copies the source of a document, whatever its markup."""
    if isinstance(app.builder, StandaloneHTMLBuilder):
        ending = app.config.html_sourcelink_suffix
        for suffix in app.config.source_suffix:
            copy = suffix if suffix == ending else suffix + ending
            yield Path(app.outdir) / "_sources" / f"{docname}{copy}"
