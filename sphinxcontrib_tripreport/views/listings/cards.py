"""The layout ``cards``: the grid and the cards of sphinx-design, a block each in other outputs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docutils import nodes
from sphinx_design.shared import create_component

from sphinxcontrib_tripreport.views.listings.answer import Listing, ListingRow
from sphinxcontrib_tripreport.views.listings.column_heads import in_words
from sphinxcontrib_tripreport.views.listings.search_box import year_classes
from sphinxcontrib_tripreport.views.listings.values import draw_value
from sphinxcontrib_tripreport.views.pen import BylineGroup, Pen

_FACTS = ("kind", "speakers", "event", "date", "place", "affiliation", "authors", "reading-time")
"""Columns in the first line below the title."""


def draw_cards(pen: Pen, listing: Listing, rows: Sequence[ListingRow]) -> nodes.Element:
    grid = create_component(
        "grid-container",
        ["sd-container-fluid", "sd-sphinx-override", "sd-mb-4", "trip-cards"],
    )
    inner = create_component(
        "grid-row",
        ["sd-row", *(f"sd-row-cols-{n}" for n in ("1", "xs-1", "sm-2", "md-2", "lg-3")),
         "sd-g-3", "sd-g-xs-3", "sd-g-sm-3", "sd-g-md-3", "sd-g-lg-3"],
    )  # fmt: skip
    inner += [_draw_card(pen, listing, row) for row in rows]
    grid += inner
    return grid


def _draw_card(pen: Pen, listing: Listing, row: ListingRow) -> nodes.Element:
    values = dict(zip(listing.columns, row.values, strict=True))
    title = values.pop("title", values.pop("name", ()) if "name" in values else ())
    # Strong, because in print nothing else sets one card off from the next.
    name = nodes.strong("", "", *_flat(draw_value(pen, "title", title)))
    head = nodes.paragraph("", "", name, classes=["trip-card-title"])
    faces = _flat(draw_value(pen, "faces", values.pop("faces", ())))
    before = [nodes.container("", *faces, classes=["trip-faces"])] if faces else []
    picture = _flat(draw_value(pen, "image", values.pop("image", ())))
    excerpt = _flat(draw_value(pen, "excerpt", values.pop("excerpt", ())))
    facts: list[BylineGroup] = []
    more: list[BylineGroup] = []
    for column, value in values.items():
        drawn = draw_value(pen, column, in_words(column, value))
        (facts if column in _FACTS else more).extend(drawn)
    body = create_component("card-body", ["sd-card-body"])
    body += [*before, head, *pen.line(facts, "trip-facts")]
    if excerpt:
        body += nodes.paragraph("", "", *excerpt, classes=["trip-lead"])
    body += pen.line(more, "trip-more")
    card = create_component("card", ["sd-card", "sd-sphinx-override", "sd-w-100", "trip-card"])
    if picture:
        card += nodes.container("", *picture, classes=["trip-card-picture"])
    card += body
    years = year_classes(row) if listing.is_filtered else []
    column_node = create_component("grid-item", ["sd-col", "sd-d-flex-row", *years])
    column_node += card
    return column_node


def _flat(groups: Iterable[BylineGroup]) -> list[nodes.Node]:
    return [node for group in groups for node in group]
