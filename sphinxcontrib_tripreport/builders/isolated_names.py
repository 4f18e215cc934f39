"""Names and titles that run the other way than a book: each keeps to itself.

Else signs and numbers beside them change their places: the date after an Arabic name is before
it. For browsers the stylesheet says so. Stylesheets of books must not (EPUBCheck's CSS-001): there,
HTML's element ``bdi`` does it. The template of the index pages has it, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeGuard, cast
from unicodedata import bidirectional

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinxcontrib_tripreport.core.languages.codes import is_right_to_left
from sphinxcontrib_tripreport.nodes import MARKED, NAME

if TYPE_CHECKING:
    from collections.abc import Iterator


_LEFT: Final = frozenset(("R", "AL"))
_RIGHT: Final = frozenset(("L",))
"""Unicode's classes of the letters of a direction."""
_OURS: Final = frozenset(("trip-byline", "trip-listing", "trip-ref"))
_SECTIONS: Final = frozenset(("trip-talk", "trip-speaker", "trip-event"))


class IsolateNames(SphinxPostTransform):
    """Puts ``bdi`` around names and titles of the other direction, in books."""

    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Put it around each of them."""
        for node in [*self._parts(), *filter(_is_title, self.document.findall())]:
            foreign = _RIGHT if is_right_to_left(self._language_of(node)) else _LEFT
            if any(bidirectional(letter) in foreign for letter in node.astext()):
                # Within a link, whose line is below all of it.
                node.insert(0, nodes.raw("", "<bdi>", format="html"))
                node.append(nodes.raw("", "</bdi>", format="html"))

    def _parts(self) -> Iterator[nodes.Element]:
        """The innermost elements of bylines, listings and roles."""
        for node in filter(_is_innermost, self.document.findall()):
            around: nodes.Node | None = node
            while isinstance(around, nodes.Element):
                if not _OURS.isdisjoint(around["classes"]):
                    yield node
                    break
                around = around.parent

    def _language_of(self, node: nodes.Node) -> str:
        around: nodes.Node | None = node
        while isinstance(around, nodes.Element):
            if MARKED in around:
                return cast("str", around[MARKED])
            around = around.parent
        return cast("str", self.config.language)


def _is_innermost(node: nodes.Node) -> TypeGuard[nodes.inline | nodes.reference]:
    return isinstance(node, nodes.inline | nodes.reference) and all(
        isinstance(child, nodes.Text) for child in node.children
    )


def _is_title(node: nodes.Node) -> TypeGuard[nodes.title | nodes.rubric]:
    if isinstance(node, nodes.rubric):
        return NAME in node["classes"]
    return isinstance(node, nodes.title) and not _SECTIONS.isdisjoint(node.parent["classes"])
