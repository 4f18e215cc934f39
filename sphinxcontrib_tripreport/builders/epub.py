"""What books need: HTML of posts as XHTML, pictures within the book, names of pages as files have.

Readers of books show an error in red in place of a page that is no XHTML.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import partial
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from docutils import nodes
from sphinx.builders.epub3 import Epub3Builder
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.noting.files import is_there
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.views.answers import answers_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_tripreport.core.text.xhtml import BookPicture

_NOT_ASCII = regex("(?:%[89A-F][0-9A-F])+")
_PAGE = regex(
    r'<item id="[^"]*" href="(?P<name>[^"]+)" media-type="application/xhtml\+xml"(?! properties)'
)
_REMOTE = regex("https?://", re.IGNORECASE)


def name_pages_alike(app: Sphinx) -> None:
    """Have a book's order of pages name them as its list of files does; for ``builder-inited``.

    Sphinx quotes the addresses of documents, ``%E6%95%B0.xhtml``, and then looks for them among
    the names of files: what is not ASCII is not found, and the book is not valid.
    """
    builder = app.builder
    if not isinstance(builder, Epub3Builder):
        return
    collect = builder.get_toc

    def get_toc() -> None:
        # All that is packed is written by now.
        _pass_over_doctrees(app)
        collect()
        for node in builder.refnodes:
            node["refuri"] = _NOT_ASCII.sub(lambda match: unquote(match[0]), node["refuri"])

    builder.get_toc = get_toc  # type: ignore[method-assign]


def declare_drawings(app: Sphinx) -> None:
    """Have a book's list of files say which pages have drawings (SVG); for ``builder-inited``.

    Sphinx does not say it, and without it a book is not valid:
    https://www.w3.org/TR/epub-33/#sec-svg.
    """
    builder = app.builder
    if not isinstance(builder, Epub3Builder):
        return
    write = builder.build_content

    def build_content() -> None:
        write()
        listed = Path(app.outdir, "content.opf")
        listed.write_text(
            _PAGE.sub(partial(_with_drawings, Path(app.outdir)), listed.read_text("utf-8")), "utf-8"
        )

    builder.build_content = build_content  # type: ignore[method-assign]


def _with_drawings(folder: Path, item: re.Match[str]) -> str:
    """An item of the list of files, with what its page has."""
    page = folder / unescape(unquote(item["name"]))
    if not is_there(page) or b"<svg" not in page.read_bytes():
        return item[0]
    return f'{item[0]} properties="svg"'


def _pass_over_doctrees(app: Sphinx) -> None:
    """Take our files beside the doctrees for no part of a book.

    Without ``-d`` these are below the output directory, of which Sphinx packs everything.
    """
    doctrees, output = Path(app.doctreedir), Path(app.outdir)
    if not doctrees.is_relative_to(output):
        return
    made = (doctrees / f"{name}.doctree" for name in store_of(app.env).data["pages"])
    ours = (*doctrees.glob("tripreport-*"), *doctrees.glob("trip-pages/_sources/**/*.trip"), *made)
    app.config.epub_exclude_files = [
        *app.config.epub_exclude_files,
        *(str(path.relative_to(output)) for path in ours),
    ]


class WriteXhtml(SphinxPostTransform):
    """Writes the HTML of posts, which browsers forgive much, as the XHTML of books."""

    formats = ("html",)

    def is_supported(self) -> bool:
        """Whether a book is written: by Sphinx's builder, or by one made from it."""
        return _is_book(self.env)

    def run(self, **kwargs: Any) -> None:
        """Replace each piece of HTML, those within one element after each other."""
        found = [each for each in self.document.findall(nodes.raw) if _is_html(each)]
        if not found:
            return
        from sphinxcontrib_tripreport.core.text.xhtml import XhtmlWriter, names_of_ends
        from sphinxcontrib_tripreport.core.text.xhtml_elements import Anchors

        texts = [each.astext() for each in found]
        taken = (name for each in self.document.findall(nodes.Element) for name in each["ids"])
        anchors, ends = Anchors(taken, texts), names_of_ends(texts)
        parents: defaultdict[int, list[nodes.Element]] = defaultdict(list)
        for each in found:
            parents[id(each.parent)].append(each.parent)
        for parent, *_again in parents.values():
            writer = XhtmlWriter(
                anchors,
                ends=ends,
                is_line=isinstance(parent, nodes.TextElement),
                in_link=_is_in_link(parent),
            )
            children: list[nodes.Node] = []
            for child in parent.children:
                if _is_html(child):
                    children += self._nodes_of(writer.write(child.astext()))
                else:
                    is_block = not isinstance(child, nodes.Text | nodes.Inline)
                    children += self._nodes_of(writer.make_room(is_block=is_block))
                    children.append(child)
            parent[:] = [*children, *self._nodes_of(writer.finish())]

    def _nodes_of(self, parts: list[str | BookPicture]) -> list[nodes.Node]:
        return [
            nodes.raw("", part, format="html") if isinstance(part, str) else self._picture(part)
            for part in parts
        ]

    def _picture(self, picture: BookPicture) -> nodes.Node:
        """An image of the project or of the web; if there is none, the text in its place."""
        uri = picture.source
        candidates = {"?": uri}
        if not _REMOTE.match(uri) and not uri.startswith("data:"):
            uri, path = self.env.relfn2path(unquote(uri), self.env.docname)
            if not (picture.source and is_there(Path(path))):
                return nodes.Text(picture.text)
            self.env.images.add_file(self.env.docname, uri)
            candidates = {"*": uri}
        image = nodes.image(uri=uri, alt=picture.text, candidates=candidates)
        for name in ("width", "height"):
            if size := getattr(picture, name):
                image[name] = size
        return image


class LinkRemoteImages(SphinxPostTransform):
    """Puts a link in the place of an image that Sphinx could not fetch from the web."""

    formats = ("html",)

    def is_supported(self) -> bool:
        """Whether a book is written."""
        return _is_book(self.env)

    def run(self, **kwargs: Any) -> None:
        """Replace each; within a link its text is enough."""
        for image in list(self.document.findall(nodes.image)):
            if not _REMOTE.match(image["uri"]):
                continue
            text = image.get("alt") or image["uri"]
            node: nodes.Node = nodes.Text(text)
            if not _is_in_link(image.parent):
                node = nodes.reference("", text, refuri=image["uri"], internal=False)
            if not isinstance(image.parent, nodes.TextElement):
                node = nodes.paragraph("", "", node)
            image.replace_self(node)


def _is_book(env: BuildEnvironment) -> bool:
    return isinstance(answers_of(env).builder, Epub3Builder)


def _is_html(node: nodes.Node) -> bool:
    return isinstance(node, nodes.raw) and "html" in node.get("format", "").split()


def _is_in_link(node: nodes.Node | None) -> bool:
    while node is not None:
        if isinstance(node, nodes.reference):
            return True
        node = node.parent
    return False
