"""Files at old addresses: which of them must be written, and away with those of earlier builds."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.core.exports.redirects import SIGN
from sphinxcontrib_tripreport.core.model.digests import digest_of
from sphinxcontrib_tripreport.freshness.stale import memory_of
from sphinxcontrib_tripreport.views.answers import answers_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_IN_JOURNAL = "redirect:"
"""Before the names of such files in a journal, which has those of documents, too."""
_BEGINNING = 200
"""Bytes of a file, in which our sign is."""


def begin_redirects(app: Sphinx, wanted: Mapping[str, str]) -> list[str]:
    """Remove the files that an earlier build wrote and nobody wants; the names of those to write.

    :param wanted: by path in the output directory, what a file says
    """
    memory = memory_of(app.env)
    if memory is None:
        return list(wanted)
    before, left = memory.written.redirects, _files_of_stopped_builds(memory.journal.left)
    if memory.is_lost and wanted:
        left |= set(_all_files(Path(app.outdir)))
    digests = {name: digest_of(text) for name, text in wanted.items()}
    # Where Sphinx wrote everything anew, so do we.
    anew = answers_of(app.env).written >= app.env.all_docs.keys()
    stale = [
        name
        for name, digest in digests.items()
        if anew
        or before.get(name) != digest
        or name in left
        or not (Path(app.outdir) / name).is_file()
    ]
    gone = sorted((before.keys() | left) - wanted.keys())
    memory.journal.note(_IN_JOURNAL + name for name in (*stale, *gone))
    for name in gone:
        _remove(Path(app.outdir), name)
    memory.written.redirects = digests
    return stale


def other_pages(app: Sphinx, now: Collection[str]) -> Collection[str]:
    """The pages that are no documents, such as that of the search; remembered for the next build.

    :param now: those that this build wrote: all, or none if it had nothing to write
    """
    memory = memory_of(app.env)
    if memory is None:
        return now
    if now:
        memory.written.others = sorted(now)
    return memory.written.others


def _files_of_stopped_builds(names: Collection[str]) -> set[str]:
    """Files that a build which was stopped may have written."""
    return {name.removeprefix(_IN_JOURNAL) for name in names if name.startswith(_IN_JOURNAL)}


def _all_files(outdir: Path) -> Iterator[str]:
    """The files of ours that are there, if nobody remembers."""
    for path in outdir.rglob("*.htm*"):
        if _is_ours(path):
            yield path.relative_to(outdir).as_posix()


def _is_ours(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return SIGN.encode() in file.read(_BEGINNING)
    except (OSError, ValueError):
        return False


def _remove(outdir: Path, name: str) -> None:
    """Remove a file, unless something else is in its place by now, and folders that it leaves."""
    path = outdir / name
    # A name that was remembered may have been tampered with.
    if ".." in path.parts or not path.is_relative_to(outdir) or not _is_ours(path):
        return
    with suppress(OSError):
        path.unlink()
        for folder in path.parents:
            if folder == outdir:
                break
            folder.rmdir()
