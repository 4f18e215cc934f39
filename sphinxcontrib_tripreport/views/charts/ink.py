"""What is drawn beside the numbers of a chart: as HTML, as LaTeX, or nothing.

It says nothing that the numbers do not say, so programs that read a page aloud pass over it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from docutils import nodes

from sphinxcontrib_tripreport.core.queries.chart_shapes import shade, share

_TINTS = (100, 50, 75, 30, 90, 40, 60, 20, 10)
"""Of the parts of a bar in print, in percent of the colour: neighbours are told apart."""
_HEAT = (0, 10, 22, 36, 50)
"""Of the cells of a heatmap in print, by how dark they are."""

_ROOM = 0.8
"""The share of a cell of a book that the longest bar has."""


class Ink:
    """Draws for one builder."""

    def __init__(self, output: str, *, is_embedded: bool = False) -> None:
        """Take what is drawn for.

        :param output: the builder's format
        :param is_embedded: whether HTML is for readers of books, of which many know no variables
        """
        self.is_html = output == "html"
        self.is_latex = output == "latex"
        self._is_embedded = is_embedded

    def bar(self, number: int, most: int) -> list[nodes.Node]:
        """A bar of one part."""
        length = share(number, most)
        if self.is_html and length:
            return [_html(f'<span class="trip-fill" style="{self._length(length)}"></span> ')]
        if self.is_latex and length:
            return [_latex(rf"\tripbar{{{_fraction(length)}}} ")]
        return []

    def parts(self, numbers: Sequence[int], most: int, names: Iterable[str]) -> list[nodes.Node]:
        """A bar of several parts."""
        lengths = [(place, share(number, most)) for place, number in enumerate(numbers) if number]
        if not lengths:
            return []
        if self.is_latex:
            inks = (rf"\tripbarpart{{{_fraction(length)}}}{{{_TINTS[shade(place) - 1]}}}"
                    for place, length in lengths)  # fmt: skip
            return [_latex("".join(inks) + " ")]
        if not self.is_html:
            return []
        known, whole = list(names), share(sum(numbers), most)
        spans = (
            f'<span class="trip-shade-{shade(place)}" style="{self._part(number, sum(numbers))}"'
            f' title="{escape(known[place])}: {number}"></span>'
            for place, number in enumerate(numbers)
            if number
        )
        bar = f'<span class="trip-stack" style="{self._length(whole)}">'
        return [_html(f"{bar}{''.join(spans)}</span> ")]

    def _length(self, percent: float) -> str:
        """The style of a whole bar, beside which there is room for its number."""
        if self._is_embedded:
            return f"width: {percent * _ROOM:.3g}%"
        return f"--trip-share: {percent:g}%"

    def _part(self, number: int, whole: int) -> str:
        """The style of a part; all together must not be longer than the bar."""
        if self._is_embedded:
            return f"width: {number * 1000 // whole / 10:g}%"
        return f"flex: {number}"

    def swatch(self, place: int) -> list[nodes.Node]:
        """What shows how a part looks, by its place among all, from 0."""
        if self.is_html:
            return [_html(f'<span class="trip-swatch trip-shade-{shade(place)}"></span>')]
        if self.is_latex:
            return [_latex(rf"\tripswatch{{{_TINTS[shade(place) - 1]}}}")]
        return []

    def heat(self, content: nodes.Node, darkness: int) -> list[nodes.Node]:
        """A number on the ground of its cell; in HTML the class of the cell says how dark it is."""
        if not darkness:
            return self.centre(content)
        if not self.is_latex:
            return [content]
        return [_latex(rf"\tripheat{{{_HEAT[darkness]}}}{{"), content, _latex("}")]

    def centre(self, content: nodes.Node) -> list[nodes.Node]:
        """What is in the middle of a printed cell; stylesheets say that for a column."""
        if not self.is_latex:
            return [content]
        return [_latex(r"\makebox[\linewidth][c]{\strut "), content, _latex("}")]

    def turn(self, content: nodes.Node) -> list[nodes.Node]:
        """A head that is turned upwards in print."""
        if not self.is_latex:
            return [content]
        return [_latex(r"\tripturned{"), content, _latex("}")]


def _html(text: str) -> nodes.raw:
    return nodes.raw("", text, format="html")


def _latex(text: str) -> nodes.raw:
    return nodes.raw("", text, format="latex")


def _fraction(percent: float) -> str:
    """A share as LaTeX multiplies a length by it."""
    return f"{percent / 100:.3f}"
