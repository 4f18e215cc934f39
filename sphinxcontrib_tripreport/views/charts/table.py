"""The table of a chart: a row for each bar, with its name, its number, and those of its parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from babel.numbers import format_decimal
from docutils import nodes

from sphinxcontrib_tripreport.core.languages.locales import find_locale
from sphinxcontrib_tripreport.core.queries.chart_shapes import (
    level,
    name_size,
    room_for_columns,
)
from sphinxcontrib_tripreport.messages import _
from sphinxcontrib_tripreport.views.charts.answer import Bar, Chart
from sphinxcontrib_tripreport.views.charts.ink import Ink
from sphinxcontrib_tripreport.views.listings.column_heads import HEADS
from sphinxcontrib_tripreport.views.listings.widths import LETTERS, fit_letters
from sphinxcontrib_tripreport.views.pen import Pen
from sphinxcontrib_tripreport.views.references import Reference

_WIDTHS = {"short": 10, "medium": 18, "long": 30}
"""Shares of the width of a printed page, for the names."""
_BAR = 40
_NUMBER = 8
_PART = 12
"""In print, of the bars, of each number, and of one with a whole word as its head."""
_LETTERS = 4
"""In letters, of a column of numbers in a text."""
_MANY_COLUMNS = 5
_LONGEST_FLAT = 6
"""Longer heads over narrow columns are turned upwards, in letters."""
_LONGEST_UPRIGHT = 2
"""Heads that have room beside turned ones, in letters: ratings, numbers of months."""


class ChartTable:
    """One table of one chart."""

    def __init__(self, pen: Pen, chart: Chart) -> None:
        self._pen, self._chart = pen, chart
        self._locale = find_locale(pen.locale)
        is_embedded = getattr(pen.builder, "embedded", False)
        self._ink = Ink(pen.builder.format, is_embedded=is_embedded)
        self._is_heat = chart.layout in ("calendar", "heatmap")
        self._names = [bar.name.text for bar in chart.parts]
        self._heads = [name.text for name in chart.series]
        self._most = max(max(bar.number, sum(bar.numbers)) for bar in chart.parts)
        # Beside all that is left out, nothing would be dark.
        own = [bar for bar in chart.parts if not bar.is_rest] or chart.parts
        self._hottest = max((number for bar in own for number in bar.numbers), default=0)
        self._turns = max(map(len, self._heads), default=0) > _LONGEST_FLAT and (
            self._is_heat or len(self._heads) >= _MANY_COLUMNS
        )

    @property
    def classes(self) -> Iterator[str]:
        """The classes of the container, which tell stylesheets how much room there must be."""
        yield f"trip-{self._chart.layout}-layout"
        yield f"trip-names-{name_size(self._names)}"
        if self._is_heat:
            if self._turns:
                yield "trip-turned"
            return
        if self._chart.layout == "columns" and (room := room_for_columns(self._names)):
            yield f"trip-columns-{room}"
        if self._heads:
            yield "trip-stacked"
            if len(self._heads) < _MANY_COLUMNS:
                yield "trip-few-parts"

    def words(self, number: int) -> str:
        """A number as the language of the page writes it."""
        return str(format_decimal(number, locale=self._locale))

    def draw(self) -> nodes.Element:
        """The table; for LaTeX in a container that says that there are many columns."""
        columns = len(self._heads) + 2
        group = nodes.tgroup("", cols=columns)
        widths = self._widths()
        group += nodes.colspec(colwidth=widths[0], stub=1)
        group += [nodes.colspec(colwidth=width) for width in widths[1:]]
        group += nodes.thead("", nodes.row("", *self._head_cells()))
        group += nodes.tbody("", *map(self._row, self._chart.parts))
        output = self._pen.builder.format
        if output in LETTERS:
            fit_letters(group, output)
        # "longtable" lets LaTeX break the table across pages, and repeat its head.
        given = "colwidths-auto" if self._ink.is_html else "colwidths-given"
        table = nodes.table("", group, classes=["trip-table", "longtable", given])
        if output == "latex" and columns > _MANY_COLUMNS:
            # LaTeX knows the classes of containers only.
            return nodes.container("", table, classes=["trip-many-columns"])
        return table

    def _widths(self) -> list[int]:
        is_flat = self._heads and not (self._turns or self._is_heat)
        numbers = [_PART if is_flat else _NUMBER] * len(self._heads)
        if self._pen.builder.format in LETTERS:
            return [_LETTERS] * (len(numbers) + 2)
        name = _WIDTHS[name_size(self._names)]
        return [name, *numbers, _NUMBER] if self._is_heat else [name, _BAR, *numbers]

    def _head_cells(self) -> Iterator[nodes.entry]:
        yield _entry([nodes.Text(self._chart.head)])
        total = _("Total") if self._heads else _(HEADS[self._chart.of])
        last = _entry([nodes.Text(total)], "trip-total")
        if not self._is_heat:
            yield last
        for place, name in enumerate(self._chart.series):
            head = _entry(self._part_head(place, name), "trip-part")
            if len(name.text) <= _LONGEST_UPRIGHT and name.text.isascii():
                head["classes"].append("trip-upright")
            yield head
        if self._is_heat:
            yield last

    def _part_head(self, place: int, name: Reference) -> list[nodes.Node]:
        head = self._pen.reference(name)
        if self._turns and len(name.text) > _LONGEST_FLAT:
            content = self._ink.turn(head)
        else:
            content = self._ink.centre(head) if self._is_heat else [head]
        return content if self._is_heat else [*self._ink.swatch(place), *content]

    def _row(self, bar: Bar) -> nodes.row:
        name = _entry([self._pen.reference(bar.name)], "trip-bar-name")
        number = nodes.Text(self.words(bar.number))
        classes = ["trip-rest"] if bar.is_rest else []
        if self._is_heat:
            cells = map(self._hot_cell, bar.numbers)
            total = _entry([number], "trip-total")
            return nodes.row("", name, *cells, total, classes=classes)
        drawn = self._ink.bar(bar.number, self._most)
        if self._heads:
            drawn = self._ink.parts(bar.numbers, self._most, self._heads)
        total = _entry([*drawn, nodes.inline("", "", number, classes=["trip-amount"])])
        total["classes"].append("trip-total")
        return nodes.row("", name, total, *self._part_cells(bar.numbers), classes=classes)

    def _hot_cell(self, number: int) -> nodes.entry:
        darkness = level(number, self._hottest)
        content = self._ink.heat(nodes.Text(self.words(number)), darkness)
        return _entry(content, f"trip-heat-{darkness}")

    def _part_cells(self, numbers: Sequence[int]) -> Iterator[nodes.entry]:
        for place, (number, head) in enumerate(zip(numbers, self._heads, strict=False)):
            content: list[nodes.Node] = [nodes.Text(self.words(number))]
            if self._ink.is_html:
                # On narrow screens, which show no row of heads.
                label = nodes.inline("", f"{head}: ", classes=["trip-narrow"])
                content = [*self._ink.swatch(place), label, *content]
            entry = _entry(content, "trip-part")
            entry["classes"] += [] if number else ["trip-none"]
            yield entry


def _entry(content: Sequence[nodes.Node], css_class: str = "") -> nodes.entry:
    classes = [css_class] if css_class else []
    return nodes.entry("", nodes.paragraph("", "", *content), classes=classes)
