"""Pictures of the project: how large they are, and what tells one from another.

Pages that show a picture are written again when it is another one.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Final

from sphinxcontrib_tripreport.core.model.picture import Picture
from sphinxcontrib_tripreport.noting.files import is_there


def digest_of_picture(srcdir: Path, url: str) -> str:
    """The digest of a picture of the project, ``/path`` from the source directory.

    Empty for one of the web, and for one that is not there.
    """
    path = srcdir / url[1:]
    if not url.startswith("/") or not is_there(path):
        return ""
    return sha256(path.read_bytes()).hexdigest()[:16]


_MOST_PIXELS: Final = 100_000_000
"""No camera makes more: a small file that claims it would take all memory to show."""


def measure(srcdir: Path, picture: Picture) -> Picture:
    """A picture with what its file tells; as it was if it is none of the project or missing."""
    stamp = stamp_of_picture(srcdir, picture.url)
    if not stamp:
        return picture
    width, height = size_of(srcdir / picture.url[1:])
    return picture._replace(stamp=stamp, width=width, height=height)


def size_of(path: Path) -> tuple[int, int]:
    """The width and the height of a picture, in pixels; zeros if it cannot be read."""
    import imagesize  # type: ignore[import-untyped]  # Sphinx brings it

    try:
        width, height = imagesize.get(str(path))
    # What is no picture may be anything.
    except Exception:
        return 0, 0
    return max(int(width), 0), max(int(height), 0)


def problem_of_picture(picture: Picture) -> str:
    """What is wrong with a picture that was measured; nothing if it can be shown."""
    if not picture.url.startswith("/"):
        return ""
    if picture.width * picture.height > _MOST_PIXELS:
        size = f"{picture.width} by {picture.height} pixels"
        return f"has {size}: expected no more than {_MOST_PIXELS // 1_000_000} million."
    if picture.url.lower().endswith(".svg") or (picture.width and picture.height):
        return ""
    return "is no picture that can be read: expected PNG, JPEG, GIF, WebP or SVG."


def stamp_of_picture(srcdir: Path, url: str) -> str:
    """The size of a picture of the project and when it was changed: cheaper than its digest.

    Empty for one of the web, and for one that is not there.
    """
    path = srcdir / url[1:]
    if not url.startswith("/") or not is_there(path):
        return ""
    found = path.stat()
    return f"{found.st_size} {found.st_mtime_ns}"
