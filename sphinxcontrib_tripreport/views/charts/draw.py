"""Draws a chart: a table of its numbers, which every builder has, and bars in it if it can."""

from __future__ import annotations

from babel.numbers import format_decimal
from docutils import nodes

from sphinxcontrib_tripreport.core.languages.locales import find_locale
from sphinxcontrib_tripreport.messages import _, translatable
from sphinxcontrib_tripreport.views.charts.answer import Chart
from sphinxcontrib_tripreport.views.listings.columns import HEADS
from sphinxcontrib_tripreport.views.listings.widths import LETTERS, fit_letters
from sphinxcontrib_tripreport.views.pen import Group, Pen
from sphinxcontrib_tripreport.views.references import Reference

_NOTHING = {
    "talks": translatable("No talks here."),
    "speakers": translatable("No speakers here."),
    "reports": translatable("No reports here."),
    "notes": translatable("Nothing here yet."),
}
_NAME_WIDTH = 12
_COUNT_WIDTH = 4


def draw_chart(pen: Pen, chart: Chart) -> list[nodes.Node]:
    """The chart in a container of its own; a sentence if there is nothing to count."""
    classes = ["trip-chart", "no-search"]
    if not chart.parts:
        words = nodes.paragraph("", _(_NOTHING[chart.of]), classes=["trip-nothing"])
        return [nodes.container("", words, classes=[*classes, "trip-empty"])]
    if chart.in_cell:
        return [nodes.container("", _draw_list(pen, chart), classes=classes)]
    return [nodes.container("", draw_table(pen, chart), classes=classes)]


def number_in_words(pen: Pen, number: int) -> str:
    """A number as the language of the page writes it."""
    return str(format_decimal(number, locale=find_locale(pen.locale)))


def _draw_list(pen: Pen, chart: Chart) -> nodes.bullet_list:
    """A line for each bar: in the cells of tables there are no tables."""
    items = nodes.bullet_list("", classes=["trip-list"], bullet="*")
    for bar in chart.parts:
        groups: list[Group] = [
            [pen.reference(bar.name)],
            pen.words(number_in_words(pen, bar.number), "trip-amount"),
        ]
        items += nodes.list_item("", *pen.line(groups, "trip-line"))
    return items


def draw_table(pen: Pen, chart: Chart) -> nodes.table:
    """The numbers in a table: a row for each bar, a column for each part, and their sum."""
    numbers = len(chart.series) + 1
    group = nodes.tgroup("", cols=numbers + 1)
    group += nodes.colspec(colwidth=_NAME_WIDTH, stub=1)
    group += [nodes.colspec(colwidth=_COUNT_WIDTH) for _number in range(numbers)]
    group += nodes.thead("", nodes.row("", *_heads(pen, chart)))
    body = nodes.tbody()
    for bar in chart.parts:
        parts = bar.numbers if chart.series else ()
        cells = (_cell(number_in_words(pen, each)) for each in (*parts, bar.number))
        body += nodes.row("", _entry(pen, bar.name), *cells)
    group += body
    if pen.builder.format in LETTERS:
        fit_letters(group, pen.builder.format)
    # "longtable" lets LaTeX break the table across pages, and repeat its head.
    return nodes.table("", group, classes=["trip-table", "longtable", "colwidths-given"])


def _heads(pen: Pen, chart: Chart) -> list[nodes.entry]:
    total = _("Total") if chart.series else _(HEADS[chart.of])
    return [
        nodes.entry("", nodes.paragraph("", chart.heads[0])),
        *(_entry(pen, name) for name in chart.series),
        nodes.entry("", nodes.paragraph("", total)),
    ]


def _entry(pen: Pen, name: Reference) -> nodes.entry:
    return nodes.entry("", nodes.paragraph("", "", pen.reference(name)))


def _cell(text: str) -> nodes.entry:
    return nodes.entry("", nodes.paragraph("", text, classes=["trip-amount"]))
