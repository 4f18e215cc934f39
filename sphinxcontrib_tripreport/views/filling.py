"""Fills in the placeholders of one document: each with what its view draws of its answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import count
from typing import TYPE_CHECKING

from docutils import nodes

from sphinxcontrib_tripreport.messages import in_language
from sphinxcontrib_tripreport.nodes import trip_placeholder
from sphinxcontrib_tripreport.views.answers import context_of
from sphinxcontrib_tripreport.views.listings.search_box import mark_document
from sphinxcontrib_tripreport.views.nodes_as_html import byline_as_html
from sphinxcontrib_tripreport.views.pen import Pen, with_remainder
from sphinxcontrib_tripreport.views.registry import VIEWS, answer_to_draw

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

_COPYING = ("talk-note", "facts")
"""The views whose drawings have placeholders: those of a text of another document."""


class Filling:
    """Draws in one document for one builder."""

    def __init__(self, env: BuildEnvironment, builder: Builder) -> None:
        self._env, self._builder = env, builder
        self._context = context_of(env)
        self._pens: dict[tuple[str, str], Pen] = {}
        self._numbers: defaultdict[str, count[int]] = defaultdict(lambda: count(1))

    def fill(self, document: nodes.document, placeholders: Iterable[trip_placeholder]) -> None:
        """Replace each placeholder by what it stands for; by nothing if that is nothing."""
        for placeholder in placeholders:
            with in_language(self._context.language_of(placeholder["docname"])):
                drawn = self._draw(placeholder)
            placeholder.replace_self([*_anchors(placeholder), *drawn])
            mark_document(document, drawn)
            if placeholder["view"] in _COPYING:
                self.fill(document, [each for node in drawn for each in _placeholders_in(node)])

    def _draw(self, placeholder: trip_placeholder) -> list[nodes.Node]:
        view, docname = VIEWS[placeholder["view"]], placeholder["docname"]
        asked = placeholder["view"], placeholder["subject"]
        answered = answer_to_draw(self._context, docname, *asked)
        if answered is None or view.draw is None:
            return []
        if view.takes_content and placeholder.children and not answered.parts:
            return _with_classes(placeholder, placeholder.children)
        pen = self._pen(placeholder.get("shown_in", docname), docname)
        drawn = view.draw(pen, answered)
        if placeholder.children and not view.takes_content:
            drawn = with_remainder(pen, drawn, placeholder.children)
        drawn = _with_classes(placeholder, drawn)
        return byline_as_html(pen, drawn) if view.is_byline else drawn

    def _pen(self, docname: str, written_in: str) -> Pen:
        """The pen of the document that shows a placeholder; nearly always one.

        :param written_in: the document that the placeholder is from, whose language it has
        """
        language = self._context.language_of(written_in)
        if (docname, language) not in self._pens:
            pen = self._pens[docname, language] = Pen(self._env, self._builder, docname, language)
            pen.numbers = self._numbers[docname]
        return self._pens[docname, language]


def _placeholders_in(node: nodes.Node) -> Iterable[trip_placeholder]:
    return node.findall(trip_placeholder)


def _anchors(placeholder: trip_placeholder) -> list[nodes.Node]:
    """A node with the labels that was before a placeholder, whatever is drawn, or nothing."""
    if not placeholder["ids"]:
        return []
    target = nodes.target("", "")
    for name in ("ids", "names", "dupnames"):
        target[name], placeholder[name] = placeholder[name], []
    return [target]


def _with_classes(placeholder: trip_placeholder, drawn: list[nodes.Node]) -> list[nodes.Node]:
    """What was drawn; its first node has the classes that an author gave to the placeholder."""
    first = next((node for node in drawn if isinstance(node, nodes.Element)), None)
    if first is not None:
        first["classes"] += placeholder["classes"]
    placeholder["classes"] = []
    return drawn
