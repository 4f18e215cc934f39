"""Pictures that are shown of a post elsewhere: found in its metadata and in its text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.core.model.records import Picture
from sphinxcontrib_tripreport.core.text.links import say_no_file
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.noting.pictures import stamp_of_picture
from sphinxcontrib_tripreport.reading.old_paths import look_up, note_sought

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_tripreport.noting.post import Post

_PELICAN = regex(r"^(?:\{(?:static|attach|filename)\}|\|(?:static|attach|filename)\|)")
"""What Pelican writes before the path of a file, in both its forms."""


def picture_of(
    env: BuildEnvironment, images: Sequence[nodes.image], number: int | None = None
) -> Picture | None:
    """One of the pictures of a text: the first that is a file, else the first.

    :param number: which one its author wants, from 1; 0 for none
    """
    if number is not None:
        images = images[number - 1 : number] if number else ()
    found = [picture for each in images if (picture := _picture(env, each)) is not None]
    files = (picture for picture in found if picture.stamp)
    return next(files, found[0] if found else None)


def _picture(env: BuildEnvironment, image: nodes.image) -> Picture | None:
    candidates: dict[str, str] = image.get("candidates", {})
    alt = " ".join(str(image.get("alt", "")).split())
    if address := candidates.get("?"):
        is_address = address.startswith(("http://", "https://"))
        return Picture(address, alt) if is_address else None
    for _kind, path in sorted(candidates.items(), key=lambda each: "svg" in each[0]):
        url = f"/{Path(path).as_posix()}"
        if stamp := stamp_of_picture(Path(env.srcdir), url):
            return Picture(url, alt, stamp=stamp)
    return None


def named_picture(env: BuildEnvironment, docname: str, post: Post) -> Picture | None:
    """The picture that the metadata names, if the project holds it or it is on the web."""
    written = post.read.shown.picture
    if written is None:
        return None
    if written.url.startswith(("http://", "https://")):
        return Picture(written.url, written.alt, is_chosen=True)
    path = _PELICAN.sub("", written.url)
    place = look_up(env, docname, path)
    note_sought(env, docname, {path: place.path if place is not None else ""})
    if place is None or place.document:
        text = f"The metadata field “{written.field}” is “{written.url}”{say_no_file(written.url)}"
        warn(Subtype.METADATA, text, (docname, written.line) if written.line else docname)
        return None
    env.note_dependency(place.path.lstrip("/"))
    stamp = stamp_of_picture(Path(env.srcdir), place.path)
    return Picture(place.path, written.alt, is_chosen=True, stamp=stamp)
