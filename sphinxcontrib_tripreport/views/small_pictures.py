"""Small copies of pictures, made with Pillow if that is installed (the extra ``images``).

A copy is named after what is in the picture, so it is made once, and is the same in every build.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable
from hashlib import sha256
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.slugs import slug
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.noting.files import is_there
from sphinxcontrib_tripreport.noting.pictures import size_of
from sphinxcontrib_tripreport.noting.store import store_of

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.model.picture import Picture
    from sphinxcontrib_tripreport.views.pen import Pen

_FORMATS: Final = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
"""Formats of which a copy is smaller; others (SVG, moving GIF) are shown as they are."""
_ENOUGH: Final = 1.25
"""A picture that is at most this many times as wide as wanted is shown as it is."""
_LONGEST_NAME: Final = 40
_HEX = "[0-9a-f]" * 10
COPIES: Final = f"*-[0-9]*-{_HEX}.*"
"""The names of all copies, as a pattern for files."""
_NAME: Final = regex(r"(.+)-\d+-([0-9a-f]{10})\.\w+")


class Small(NamedTuple):
    """A picture as it is shown."""

    name: str
    """Of the copy in the folder of pictures; empty if the picture is shown as it is."""
    width: int
    height: int


class _Copies:
    """What one build knows of copies."""

    def __init__(self) -> None:
        self.made: dict[tuple[str, str, int], Small] = {}
        self.has_pillow = find_spec("PIL") is not None
        self.is_said = False
        self.damaged: set[str] = set()


def make_small(pen: Pen, picture: Picture, across: int) -> Small:
    """A picture no wider than wanted; as it is if it already is, or cannot be made smaller.

    :param across: the width, in pixels
    """
    as_it_is = Small("", picture.width, picture.height)
    kind = _FORMATS.get(Path(picture.url).suffix.lower())
    if kind is None or picture.width <= across * _ENOUGH:
        return as_it_is
    copies = store_of(pen.env).state(_Copies)
    if not copies.has_pillow:
        if not copies.is_said:
            copies.is_said = True
            text = (
                f"“{picture.url[1:]}” is {picture.width} pixels wide and shown as it is: expected"
                " Pillow for small copies (pip install sphinxcontrib-tripreport[images])."
            )
            warn(Subtype.PICTURE, text, pen.docname)
        return as_it_is
    known = (picture.url, picture.stamp, across)
    if known not in copies.made:
        try:
            copies.made[known] = _copy(pen, picture, across, kind)
        # Pillow raises whatever its decoders do with a file that is damaged.
        except Exception as error:
            if picture.url not in copies.damaged:
                copies.damaged.add(picture.url)
                text = f"“{picture.url[1:]}” cannot be made smaller: {error}."
                warn(Subtype.PICTURE, text, pen.docname)
            copies.made[known] = as_it_is
    return copies.made[known]


def copies_of(srcdir: Path, pictures: Iterable[str]) -> Callable[[str], bool]:
    """Whether a file of that name is a copy of one of some pictures.

    :param pictures: of the project, as ``/path`` from the source directory; others have no copies
    """
    by_stem: defaultdict[str, list[Path]] = defaultdict(list)
    for path in (srcdir / url[1:] for url in pictures if url.startswith("/")):
        by_stem[_stem(path)].append(path)

    def is_copy(name: str) -> bool:
        found = _NAME.fullmatch(name)
        if found is None:
            return False
        there = filter(is_there, by_stem[found[1]])
        return any(_digest(path.read_bytes()) == found[2] for path in there)

    return is_copy


def _stem(source: Path) -> str:
    return slug(source.stem)[:_LONGEST_NAME] or "picture"


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()[:10]


def _copy(pen: Pen, picture: Picture, across: int, kind: str) -> Small:
    from PIL import Image, ImageOps

    source = Path(pen.env.srcdir, picture.url[1:])
    content = source.read_bytes()
    name = f"{_stem(source)}-{across}-{_digest(content)}{source.suffix.lower()}"
    target = Path(pen.builder.outdir, pen.builder.imagedir, name)
    if not target.is_file():
        with Image.open(BytesIO(content)) as opened:
            upright = ImageOps.exif_transpose(opened)
            upright.thumbnail((across, across * 2))
            made = BytesIO()
            upright.save(made, kind, optimize=True, quality=82, exif=b"", icc_profile=None)
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_suffix(f".{os.getpid()}")
        part.write_bytes(made.getvalue())
        part.replace(target)
    return Small(name, *size_of(target))
