"""The layout ``timeline``: one line for each thing, its date first, along a line at the side."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

from sphinxcontrib_tripreport.views.listings.answer import Listing, ListingRow
from sphinxcontrib_tripreport.views.listings.list import draw_list
from sphinxcontrib_tripreport.views.pen import Pen


def draw_timeline(pen: Pen, listing: Listing, rows: Sequence[ListingRow]) -> nodes.Element:
    """The entries of one year."""
    items = draw_list(pen, listing, rows)
    items["classes"].append("trip-timeline")
    return items
