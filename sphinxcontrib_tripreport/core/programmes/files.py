"""Programmes from the disk."""

from __future__ import annotations

from pathlib import Path

from sphinxcontrib_tripreport.core.model.programme import Programme
from sphinxcontrib_tripreport.core.programmes import LARGEST, read_folder, read_programme
from sphinxcontrib_tripreport.core.programmes.earlier_titles import ENDING, with_earlier
from sphinxcontrib_tripreport.core.programmes.shared_ids import problems_of_shared_ids

_MOST_FILES = 30_000


def read_path(path: Path) -> Programme:
    """Read a file, with what is kept beside it, or a folder of pyvideo.

    :raises OSError: if the file cannot be read
    """
    if not path.is_dir():
        programme = read_programme(_content(path), path.name)
        kept = path_of_earlier(path)
        if kept.is_file():
            with_earlier(programme, _content(kept).decode("utf-8", "replace"))
        programme.problems += problems_of_shared_ids(programme)
        return programme
    files = sorted(path.rglob("*.json"))[:_MOST_FILES]
    return read_folder({file.relative_to(path).as_posix(): _content(file) for file in files})


def path_of_earlier(path: Path) -> Path:
    """Where it is kept what the sessions of a programme's file were called before."""
    return path.with_name(path.name + ENDING)


def _content(path: Path) -> bytes:
    # One byte more tells that there is more.
    with path.open("rb") as file:
        return file.read(LARGEST + 1)
