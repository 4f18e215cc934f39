"""What tells one picture from another: pages that show it are written again when it changes."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from sphinxcontrib_tripreport.noting.files import is_there


def digest_of_picture(srcdir: Path, url: str) -> str:
    """The digest of a picture of the project, ``/path`` from the source directory.

    Empty for one of the web, and for one that is not there.
    """
    path = srcdir / url[1:]
    if not url.startswith("/") or not is_there(path):
        return ""
    return sha256(path.read_bytes()).hexdigest()[:16]


def stamp_of_picture(srcdir: Path, url: str) -> str:
    """The size of a picture of the project and when it was changed: cheaper than its digest.

    Empty for one of the web, and for one that is not there.
    """
    path = srcdir / url[1:]
    if not url.startswith("/") or not is_there(path):
        return ""
    found = path.stat()
    return f"{found.st_size} {found.st_mtime_ns}"
