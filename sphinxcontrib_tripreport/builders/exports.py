"""Writes the files for other programs beside the pages of an HTML build."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.freshness.stale import is_fresh
from sphinxcontrib_tripreport.garbage import nothing_is_garbage
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.noting.files import path_in_output
from sphinxcontrib_tripreport.outputs import has_scripts
from sphinxcontrib_tripreport.views.answers import catalogue_of
from sphinxcontrib_tripreport.views.own_files import own_files

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class _Format(NamedTuple):
    """A file that is written: what warnings call it, and what makes its text."""

    about: str
    render: Callable[[Sphinx], str]
    """What this needs is loaded when it is called: most builds have nothing to write."""


@nothing_is_garbage()
def write_exports(app: Sphinx, exception: Exception | None) -> None:
    """Write each file, unless it already says the same; for ``build-finished``."""
    if exception is not None or not has_scripts(app.builder):
        return
    own = own_files(app.env, app.builder, list(_FORMATS))
    for name, (about, render) in _FORMATS.items():
        if name in own:
            text = f"{own[name].text} is in the place of {about}, “{name}”"
            warn(Subtype.NAME, f"{text}; it needs another name to have both", own[name].location)
        elif not is_fresh(app, name):
            write_if_changed(Path(app.outdir) / name, render(app))


def write_if_changed(path: Path, text: str) -> None:
    """Write *text*, leaving alone a file that already holds it."""
    content = text.encode("utf-8")
    if not path.is_file() or path.read_bytes() != content:
        path.write_bytes(content)


def _talks_json(app: Sphinx) -> str:
    from sphinxcontrib_tripreport.core.exports.talks_json import render_talks

    def locate(url: str) -> str:
        download = path_in_output(app.env, url)
        return f"_downloads/{download}" if download else url

    return render_talks(catalogue_of(app.env), app.config.project, locate)


_FORMATS: Final[Mapping[str, _Format]] = {
    "talks.json": _Format("the data of all talks", _talks_json),
}
"""By the names of the files."""
