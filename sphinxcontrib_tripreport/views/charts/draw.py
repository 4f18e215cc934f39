"""Draws a chart: a table of its numbers, which every builder has, and bars in it if it can."""

from __future__ import annotations

from docutils import nodes

from sphinxcontrib_tripreport.messages import _, translatable
from sphinxcontrib_tripreport.views.charts.answer import Chart
from sphinxcontrib_tripreport.views.charts.table import ChartTable
from sphinxcontrib_tripreport.views.pen import BylineGroup, Pen

_NOTHING = {
    "talks": translatable("No talks here."),
    "speakers": translatable("No speakers here."),
    "reports": translatable("No reports here."),
    "notes": translatable("Nothing here yet."),
}


def draw_chart(pen: Pen, chart: Chart) -> list[nodes.Node]:
    """The chart in a container of its own; a sentence if there is nothing to count."""
    classes = ["trip-chart", "no-search"]
    if not chart.parts:
        words = nodes.paragraph("", _(_NOTHING[chart.of]), classes=["trip-nothing"])
        return [nodes.container("", words, classes=[*classes, "trip-empty"])]
    table = ChartTable(pen, chart)
    if chart.in_cell:
        return [nodes.container("", _draw_list(pen, chart, table), classes=classes)]
    return [nodes.container("", table.draw(), classes=[*classes, *table.classes])]


def _draw_list(pen: Pen, chart: Chart, table: ChartTable) -> nodes.bullet_list:
    """A line for each bar: in the cells of tables there are no tables."""
    items = nodes.bullet_list("", classes=["trip-list"], bullet="*")
    for bar in chart.parts:
        number = table.words(bar.number)
        groups: list[BylineGroup] = [[pen.reference(bar.name)], pen.words(number, "trip-amount")]
        items += nodes.list_item("", *pen.line(groups, "trip-line"))
    return items
