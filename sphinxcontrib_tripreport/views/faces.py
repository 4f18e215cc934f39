"""Faces: a small round picture of a person, or the initials of their name, for browsers."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

from sphinxcontrib_tripreport.core.text.initials import initials_of
from sphinxcontrib_tripreport.outputs import has_scripts
from sphinxcontrib_tripreport.views.pictures import address_of_picture

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinxcontrib_tripreport.core.model.records import Speaker
    from sphinxcontrib_tripreport.views.context import Context
    from sphinxcontrib_tripreport.views.pen import BylineGroup, Pen

_MOST = 4
"""How many faces are beside each other at most."""


class Face(NamedTuple):
    """What is known of a person's looks."""

    initials: str
    photo: str
    """``/path`` from the source directory, or an address of the web."""
    digest: str
    """Of the picture: pages that show it are written again when it is another."""


def face_of(context: Context, speaker: Speaker) -> Face:
    """The face of a speaker."""
    return Face(initials_of(speaker.name), speaker.photo, context.digest_of(speaker.photo))


def draw_faces(pen: Pen, faces: Iterable[Face]) -> BylineGroup:
    """The first of some faces; none in outputs without our stylesheet.

    They say nothing that the names beside them do not say, so nobody reads them aloud.
    """
    if not has_scripts(pen.builder):
        return []
    html = "".join(_face_as_html(pen, face) for face in list(faces)[:_MOST])
    return [nodes.raw("", html, format="html")] if html else []


def _face_as_html(pen: Pen, face: Face) -> str:
    if not face.photo:
        return f'<span class="trip-face" data-initials="{escape(face.initials)}"></span>'
    return f'<img class="trip-face" src="{escape(address_of_picture(pen, face.photo))}" alt="">'
