"""Pictures that are shown of a post elsewhere: found in its metadata and in its text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sphinxcontrib_tripreport.core.model.picture import Picture
from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.core.text.links import say_no_file
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.noting.pictures import measure, problem_of_picture
from sphinxcontrib_tripreport.reading.old_paths import look_up, note_sought

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_tripreport.noting.post import Post

_PELICAN = regex(r"^(?:\{(?:static|attach|filename)\}|\|(?:static|attach|filename)\|)")
_OF_OLD_SITES = (
    " If the old site was served from a folder that has it, name that in “tripreport_site_roots”."
)
"""What Pelican writes before the path of a file, in both its forms."""


class FoundPicture(NamedTuple):
    """A picture of a text, and its node."""

    node: nodes.image
    picture: Picture


def pictures_in(
    env: BuildEnvironment, images: Iterable[nodes.image], said: set[str]
) -> list[FoundPicture]:
    """The pictures that can be shown elsewhere, in the order of the text.

    :param said: those of which the author already knows that they cannot be shown, which grows
    """
    found: list[FoundPicture] = []
    for image in images:
        picture = _picture(env, image)
        if picture is None:
            continue
        wrong = problem_of_picture(picture)
        if not wrong:
            found.append(FoundPicture(image, picture))
        elif picture.url not in said:
            said.add(picture.url)
            warn(Subtype.PICTURE, f"“{picture.url[1:]}” {wrong}", image)
    return found


def choose(found: Sequence[FoundPicture], number: int | None = None) -> Picture | None:
    """One of the pictures of a text: the first of the project, else the first.

    :param number: which one its author wants, from 1; 0 for none
    """
    if number is not None:
        found = found[number - 1 : number] if number else ()
    files = (each.picture for each in found if each.picture.stamp)
    return next(files, found[0].picture if found else None)


def _picture(env: BuildEnvironment, image: nodes.image) -> Picture | None:
    candidates: dict[str, str] = image.get("candidates", {})
    alt = " ".join(str(image.get("alt", "")).split())
    if address := candidates.get("?"):
        is_address = address.startswith(("http://", "https://"))
        return Picture(address, alt) if is_address else None
    for _kind, path in sorted(candidates.items(), key=lambda each: "svg" in each[0]):
        picture = measure(Path(env.srcdir), Picture(f"/{Path(path).as_posix()}", alt))
        if picture.stamp:
            return picture
    return None


def named_picture(
    env: BuildEnvironment, docname: str, post: Post, said_wrong: set[str]
) -> Picture | None:
    """The picture that the metadata names, if the project holds it or it is on the web.

    :param said_wrong: it is added to these if it cannot be shown
    """
    written = post.read.shown.picture
    if written is None:
        return None
    if written.url.startswith(("http://", "https://")):
        return Picture(written.url, written.alt, is_chosen=True)
    path = _PELICAN.sub("", written.url)
    place = look_up(env, docname, path)
    note_sought(env, docname, {path: place.path if place is not None else ""})
    location = (docname, written.line) if written.line else docname
    said = f"The metadata field “{written.field}” is “{written.url}”"
    if place is None or place.document:
        hint = _OF_OLD_SITES if path.startswith("/") else ""
        warn(Subtype.METADATA, f"{said}{say_no_file(written.url)}{hint}", location)
        return None
    env.note_dependency(place.path.lstrip("/"))
    picture = measure(Path(env.srcdir), Picture(place.path, written.alt, is_chosen=True))
    if wrong := problem_of_picture(picture):
        said_wrong.add(picture.url)
        warn(Subtype.PICTURE, f"{said}, which {wrong}", location)
        return None
    env.images.add_file(docname, place.path.lstrip("/"))
    return picture
