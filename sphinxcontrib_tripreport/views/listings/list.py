"""The layout ``list``: one line for each thing."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

from sphinxcontrib_tripreport.views.listings.answer import Listing, ListingRow
from sphinxcontrib_tripreport.views.listings.as_html import write_items
from sphinxcontrib_tripreport.views.listings.column_heads import in_words
from sphinxcontrib_tripreport.views.listings.values import draw_value
from sphinxcontrib_tripreport.views.nodes_as_html import is_written
from sphinxcontrib_tripreport.views.pen import BylineGroup, Pen


def draw_list(pen: Pen, listing: Listing, rows: Sequence[ListingRow]) -> nodes.Element:
    if is_written(pen):
        # With the class that Sphinx gives to lists of single lines.
        items = nodes.bullet_list(classes=["trip-list", "simple"], bullet="*")
        items += write_items(pen, listing, rows)
        return items
    items = nodes.bullet_list(classes=["trip-list"], bullet="*")
    for row in rows:
        before: BylineGroup = []
        groups: list[BylineGroup] = []
        for column, value in zip(listing.columns, row.values, strict=True):
            drawn = draw_value(pen, column, in_words(column, value))
            if column == "faces":
                before = [node for group in drawn for node in group]
            else:
                groups += drawn
        line = pen.line(groups, "trip-facts")
        for paragraph in line:
            if isinstance(paragraph, nodes.paragraph):
                paragraph[0:0] = before
        items += nodes.list_item("", *line)
    return items
