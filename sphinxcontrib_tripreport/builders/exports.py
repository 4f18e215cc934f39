"""Writes the files for other programs beside the pages of an HTML build."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.freshness.stale import is_fresh
from sphinxcontrib_tripreport.garbage import nothing_is_garbage
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.noting.files import path_in_output
from sphinxcontrib_tripreport.views.answers import catalogue_of
from sphinxcontrib_tripreport.views.own_files import own_files

if TYPE_CHECKING:
    from sphinx.application import Sphinx


_FILE_NAME = "talks.json"
_BUILDERS = ("html", "dirhtml", "singlehtml")


@nothing_is_garbage()
def write_exports(app: Sphinx, exception: Exception | None) -> None:
    """Write ``talks.json``, unless it already says the same; for ``build-finished``."""
    if exception is not None or app.builder.name not in _BUILDERS:
        return
    own = own_files(app.env, app.builder, [_FILE_NAME]).get(_FILE_NAME)
    if own is not None:
        text = f"{own.text} is in the place of the data of all talks, “{_FILE_NAME}”"
        warn(Subtype.NAME, f"{text}; it needs another name to have both", own.location)
        return
    if is_fresh(app, _FILE_NAME):
        return
    from sphinxcontrib_tripreport.core.exports.talks_json import render_talks

    def locate(url: str) -> str:
        download = path_in_output(app.env, url)
        return f"_downloads/{download}" if download else url

    write_if_changed(
        Path(app.outdir) / _FILE_NAME,
        render_talks(catalogue_of(app.env), app.config.project, locate),
    )


def write_if_changed(path: Path, text: str) -> None:
    """Write *text*, leaving alone a file that already holds it."""
    content = text.encode("utf-8")
    if not path.is_file() or path.read_bytes() != content:
        path.write_bytes(content)
