"""Nodes of bylines and listings as HTML, as Sphinx itself would write them for browsers.

Sphinx visits each node of a page about thirty times. If pages are for browsers, what there is much
of becomes one raw node instead: without that, bylines take 5 % of a full build of 1,000 talks.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from posixpath import join
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from docutils import nodes
from sphinx import addnodes
from sphinx.util.osutil import relative_uri

from sphinxcontrib_tripreport.nodes import LANGUAGE
from sphinxcontrib_tripreport.outputs import has_scripts, is_one_page

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.views.pen import Pen


_WRITTEN: Final = frozenset(
    (
        *nodes.Element.basic_attributes,
        "backrefs",  # of docutils before 0.22: nothing refers to what we draw
        *("refuri", "refid", "internal", "filename", "reftarget", "refdoc", "xml:space", "format"),
    )
)
"""Attributes that need nothing of the translator of Sphinx or a theme, or are dealt with here."""


_DIV: Final = ("docutils", "container")
"""The classes that docutils gives to every container."""


class UnknownNode(TypeError):
    """A node that only the translator of Sphinx, a theme or an extension can write."""


def is_written(pen: Pen) -> bool:
    """Whether what is drawn can be HTML already.

    Not if all documents are one page: there Sphinx still changes the addresses of links.
    """
    return has_scripts(pen.builder) and not is_one_page(pen.builder)


class NodesAsHtml:
    """Writes what a pen draws.

    :param is_bare: whether links within the project, and words without a look of their own, go
        without classes: in tables, which have thousands of them
    """

    def __init__(self, pen: Pen, *, is_bare: bool = False) -> None:
        self._pen = pen
        self._is_bare = is_bare

    def write(self, node: nodes.Node) -> str:
        """A node as HTML.

        :raises UnknownNode: if that is not for us to write
        """
        if isinstance(node, nodes.Text):
            return escape(node, quote=False)
        if isinstance(node, nodes.raw):
            return node.astext() if "html" in node["format"].split() else ""
        if not isinstance(node, nodes.Element) or not _WRITTEN.issuperset(node.attributes):
            raise UnknownNode(node)
        content = "".join(map(self.write, node.children))
        classes = [*filter(None, node["classes"])]
        if isinstance(node, addnodes.download_reference):  # a reference, too
            return self._download(node, classes, content)
        if isinstance(node, nodes.reference):
            return self._link(node, classes, content)
        if isinstance(node, nodes.inline):
            return f"<span{class_attribute(classes)}>{content}</span>" if classes else content
        if isinstance(node, nodes.paragraph):
            return f"<p{class_attribute(classes)}>{content}</p>\n"
        if isinstance(node, nodes.container):
            return f"<div{class_attribute([*classes, *_DIV])}>\n{content}</div>\n"
        raise UnknownNode(node)

    def _link(self, node: nodes.reference, classes: list[str], content: str) -> str:
        is_internal = bool(node.get("internal"))
        if not (is_internal and self._is_bare):
            classes += "reference", "internal" if is_internal else "external"
        address = node.get("refuri") or f"#{node.get('refid', '')}"
        title = self._title(node, classes)
        return f'<a{class_attribute(classes)} href="{escape(address)}"{title}>{content}</a>'

    def _download(self, node: addnodes.download_reference, classes: list[str], content: str) -> str:
        classes += "reference", "download", "internal"
        address = escape(join(self._downloads(), quote(node["filename"])))
        title = self._title(node, classes)
        css_class = class_attribute(classes)
        return f'<a{css_class} download="" href="{address}"{title}>{content}</a>'

    def _title(self, node: nodes.Element, classes: Sequence[str]) -> str:
        """What a link is called whose icon alone is shown, in a table of many columns."""
        has_icon = self._is_bare and any(each.startswith("trip-link-") for each in classes)
        return f' title="{escape(node.astext())}"' if has_icon else ""

    def _downloads(self) -> str:
        return relative_uri(self._pen.builder.get_target_uri(self._pen.docname), "_downloads")


def class_attribute(classes: Sequence[str]) -> str:
    """The attributes for classes; as docutils has it, one of them may be for the language."""
    text = " ".join(each for each in classes if not each.startswith(LANGUAGE))
    languages = [each.removeprefix(LANGUAGE) for each in classes if each.startswith(LANGUAGE)]
    css_class = f' class="{escape(text)}"' if text else ""
    return css_class + (f' lang="{escape(languages[0])}"' if languages else "")


def byline_as_html(pen: Pen, drawn: list[nodes.Node]) -> list[nodes.Node]:
    """A byline as one raw node; as it was drawn if the output or a node in it does not allow it."""
    if not drawn or not is_written(pen):
        return drawn
    writer = NodesAsHtml(pen)
    try:
        text = "".join(map(writer.write, drawn))
    except UnknownNode:
        return drawn
    return [nodes.raw("", text, format="html")]


def items_as_html(pen: Pen, items: list[nodes.list_item]) -> list[nodes.Node]:
    """The items of a list as one raw node, or as they were drawn, in the same way."""
    if not is_written(pen):
        return [*items]
    writer = NodesAsHtml(pen)
    try:
        lines = ["".join(map(writer.write, item.children)) for item in items]
    except UnknownNode:
        return [*items]
    return [nodes.raw("", "".join(f"<li>{line}</li>\n" for line in lines), format="html")]
