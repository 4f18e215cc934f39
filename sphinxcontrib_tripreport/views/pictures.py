"""Pictures in lists: of the size that is shown, and loaded when they come into view."""

from __future__ import annotations

from html import escape
from posixpath import join
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import quote

from docutils import nodes
from sphinx.util.osutil import relative_uri

from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.outputs import has_scripts, is_one_page

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinxcontrib_tripreport.core.model.picture import Picture
    from sphinxcontrib_tripreport.views.pen import BylineGroup, Pen

LARGE: Final = 640
"""Pixels across: on cards and in posts, sharp on screens with two pixels for one."""
SMALL: Final = 192
"""Pixels across: in tables."""
_IN_PRINT: Final = {LARGE: "40%", SMALL: "2cm"}
_SHOWING: Final = ("html", "latex")
"""Formats of outputs with pictures beside texts."""


class ShownPicture(NamedTuple):
    """A picture on a page."""

    address: str
    width: int
    """In pixels; 0 if it is not known."""
    height: int


def draw_picture(pen: Pen, picture: Picture, across: int) -> BylineGroup:
    """A picture of the project; nothing in outputs that have none beside texts.

    :param across: how wide it is at most, in pixels: :data:`LARGE` or :data:`SMALL`
    """
    if pen.builder.format not in _SHOWING:
        return []
    if not has_scripts(pen.builder):
        image = pen.image(picture.url, picture.alt, "trip-picture")
        image["width"] = _IN_PRINT[across]
        return [image]
    shown = picture_of_size(pen, picture, across)
    size = f' width="{shown.width}" height="{shown.height}"' if shown.width else ""
    alt = escape(picture.alt)
    html = f'<img class="trip-picture" src="{escape(shown.address)}" alt="{alt}"{size}'
    return [nodes.raw("", f'{html} loading="lazy">', format="html")]


def picture_of_size(pen: Pen, picture: Picture, across: int) -> ShownPicture:
    """A picture of the project as it is shown on a page, which it becomes a part of.

    :param across: how wide it is at most, in pixels
    """
    from sphinxcontrib_tripreport.views.small_pictures import make_small

    small = make_small(pen, picture, across)
    address = _address(pen, small.name) if small.name else address_of_picture(pen, picture.url)
    return ShownPicture(address, small.width, small.height)


def bring_pictures(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Have the pictures that a document's author chose in the output; for ``doctree-resolved``.

    No page may show them as they are, but files for other programs name them.
    """
    store = store_of(app.env)
    report = store.data["reports"].get(docname)
    if report is None or not has_scripts(app.builder):
        return
    images = (report.image, *(note.image for note in store.notes_in(docname)))
    for image in images:
        path = image.url[1:] if image is not None and image.is_chosen and image.stamp else ""
        if path in app.env.images:
            app.builder.images[path] = app.env.images[path][1]


def address_of_picture(pen: Pen, url: str) -> str:
    """The address of a picture on a page; one of the project becomes a part of the output."""
    path = url.removeprefix("/")
    if path == url or not has_scripts(pen.builder):
        return url
    pen.env.images.add_file(pen.docname, path)
    name = pen.env.images[path][1]
    pen.builder.images[path] = name
    return _address(pen, name)


def _address(pen: Pen, name: str) -> str:
    """The address of a file in the folder of pictures."""
    folder = pen.builder.imagedir
    if not is_one_page(pen.builder):
        folder = relative_uri(pen.builder.get_target_uri(pen.docname), folder)
    return join(folder, quote(name))
