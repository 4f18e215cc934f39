"""Programmes from the disk."""

from __future__ import annotations

from pathlib import Path

from sphinxcontrib_tripreport.core.model.programme import Programme
from sphinxcontrib_tripreport.core.programmes import LARGEST, read_folder, read_programme

_MOST_FILES = 30_000


def read_path(path: Path) -> Programme:
    """Read a file, or a folder of pyvideo.

    :raises OSError: if the file cannot be read
    """
    if not path.is_dir():
        return read_programme(_content(path), path.name)
    files = sorted(path.rglob("*.json"))[:_MOST_FILES]
    return read_folder({file.relative_to(path).as_posix(): _content(file) for file in files})


def _content(path: Path) -> bytes:
    # One byte more tells that there is more.
    with path.open("rb") as file:
        return file.read(LARGEST + 1)
