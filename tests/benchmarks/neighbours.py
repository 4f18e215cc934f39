"""What the extension changes in projects that do not use it, such as those of Sphinx's own tests.

Each project is built with and without the extension, in a process of its own. What a page loads for
our lists is left out of the comparison, as are our own files; everything else should be the same.
"""

from __future__ import annotations

import difflib
import multiprocessing
import multiprocessing.connection
import re
import shutil
import traceback
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Final, NamedTuple

_PATIENCE: Final = 60
"""Seconds that one build may take."""
_ADDED: Final = (
    "\n\n_extensions = list(globals().get('extensions', ()))\n"
    "extensions = [*_extensions, *({'sphinxcontrib_tripreport'} - set(_extensions))]\n"
)
_OURS: Final = re.compile(
    r"trip-\w+\.html|talks\.json|_static/(tripreport|sphinx-design|design-tabs)|_sphinx_design_static/"
)
"""Files that only we bring."""
_NOT_COMPARED: Final = re.compile(
    r"\.buildinfo|.*\.(pickle|doctree|inv|png|ico|gif|jpe?g|pdf)|searchindex\.js"
)
"""They say when or how they were made, or name all files."""
_LOADED: Final = re.compile(
    r"^.*_static/(?:tripreport|sphinx-design|design-tabs|mathjax_loading)[^\n]*\n", re.MULTILINE
)


class Outcome(NamedTuple):
    """What a build wrote and said."""

    texts: dict[str, str]
    """The files that are compared, by their paths."""
    warnings: str


class Total(NamedTuple):
    """All projects together."""

    projects: int
    files: int
    differences: int

    def __str__(self) -> str:
        return f"{self.projects} projects, {self.files} files: {self.differences} differences"


def compare_projects(projects: Path, folder: Path) -> Iterator[str | Total]:
    """What is different in each project below a folder; the last is how much there was.

    :param folder: an empty one to work in
    """
    total = Total(0, 0, 0)
    for project in sorted(path.parent for path in projects.glob("*/conf.py")):
        # One after the other at one place, which some pages and warnings name.
        without = _build(project, folder / project.name, "")
        with_us = _build(project, folder / project.name, _ADDED)
        differences = list(_compare(with_us, without))
        for difference in differences:
            yield f"{project.name}: {difference}"
        total = Total(
            total.projects + 1,
            total.files + len(without.texts),
            total.differences + len(differences),
        )
    yield total


def _compare(with_us: Outcome, without: Outcome) -> Iterator[str]:
    ours, theirs = with_us.texts, without.texts
    for name in sorted(ours.keys() ^ theirs.keys()):
        yield f"{name}: only {'with' if name in ours else 'without'} us"
    for name in sorted(ours.keys() & theirs.keys()):
        if ours[name] != theirs[name]:
            yield f"{name}\n{_lines(theirs[name], ours[name])}"
    if with_us.warnings != without.warnings:
        yield f"warnings\n{_lines(without.warnings, with_us.warnings)}"


def _lines(before: str, after: str) -> str:
    found = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return "\n".join(f"    {line[:200]}" for line in list(found)[2:14])


def _build(project: Path, copy: Path, added: str) -> Outcome:
    shutil.copytree(project, copy)
    conf = copy / "conf.py"
    conf.write_text(conf.read_text(encoding="utf-8") + added, encoding="utf-8")
    ours, theirs = multiprocessing.get_context("fork").Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=_run, args=(copy, theirs))
    process.start()
    said = ours.recv() if ours.poll(_PATIENCE) else f"not done after {_PATIENCE} seconds"
    process.kill()
    process.join()
    texts = _texts(copy / "_built")
    shutil.rmtree(copy)
    return Outcome(texts, said)


def _texts(folder: Path) -> dict[str, str]:
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not _OURS.match(name) and not _NOT_COMPARED.fullmatch(name):
            found[name] = _LOADED.sub("", path.read_text(encoding="utf-8", errors="replace"))
    return found


def _run(source: Path, end: multiprocessing.connection.Connection) -> None:
    from sphinx.application import Sphinx

    warnings = StringIO()
    out = source / "_built"
    try:
        app = Sphinx(
            source, source, out, source / "_doctrees", "html", status=None, warning=warnings
        )
        app.build()
    except Exception:  # what ends a build with us should end it without us
        warnings.write(traceback.format_exc(limit=-1))
    end.send(re.sub(r"\x1b\[[0-9;]*m", "", warnings.getvalue()))
