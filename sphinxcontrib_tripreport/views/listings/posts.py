"""The layout ``posts``, as a blog's home page: picture, title, byline, excerpt, "Read on"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docutils import nodes

from sphinxcontrib_tripreport.messages import _
from sphinxcontrib_tripreport.outputs import has_scripts
from sphinxcontrib_tripreport.views.listings.answer import Listing, ListingRow
from sphinxcontrib_tripreport.views.listings.column_heads import in_words
from sphinxcontrib_tripreport.views.listings.columns import Value
from sphinxcontrib_tripreport.views.listings.search_box import year_classes
from sphinxcontrib_tripreport.views.listings.values import draw_value
from sphinxcontrib_tripreport.views.pen import BylineGroup, Pen
from sphinxcontrib_tripreport.views.references import Reference

_AFTER = ("topics", "links")
"""Are in the last line, after the link to the text."""


def draw_posts(pen: Pen, listing: Listing, rows: Sequence[ListingRow]) -> nodes.Element:
    """One post after another."""
    posts = nodes.container(classes=["trip-posts"])
    posts += [_draw_post(pen, listing, row) for row in rows]
    return posts


def _draw_post(pen: Pen, listing: Listing, row: ListingRow) -> nodes.Element:
    values = dict(zip(listing.columns, row.values, strict=True))
    title = values.pop("title", ())
    picture = _flat(draw_value(pen, "image", values.pop("image", ())))
    excerpt = _flat(draw_value(pen, "excerpt", values.pop("excerpt", ())))
    facts: list[BylineGroup] = []
    after: list[BylineGroup] = [_read_on(pen, title)]
    for column, value in values.items():
        drawn = draw_value(pen, column, in_words(column, value))
        (after if column in _AFTER else facts).extend(drawn)
    # Strong, because in print nothing else sets one post off from the next.
    name = nodes.strong("", "", *_flat(draw_value(pen, "title", title)))
    text = [
        nodes.paragraph("", "", name, classes=["trip-post-title"]),
        *pen.line(facts, "trip-facts"),
        *([nodes.paragraph("", "", *excerpt, classes=["trip-lead"])] if excerpt else []),
        *pen.line(after, "trip-more"),
    ]
    content = [nodes.container("", *text, classes=["trip-post-text"])]
    if picture:
        content.insert(0, nodes.container("", *picture, classes=["trip-post-picture"]))
    years = year_classes(row) if listing.is_filtered else []
    return nodes.container("", *content, classes=["trip-post", *years])


def _read_on(pen: Pen, title: Value) -> BylineGroup:
    """The link to the text. Readers who hear links alone hear of what it is."""
    first = title[0] if title else None
    if not isinstance(first, Reference) or first.target is None:
        return []
    link = pen.reference(Reference(_("Read on"), first.target), "trip-read-on")
    if has_scripts(pen.builder) and isinstance(link, nodes.reference):
        link += nodes.inline("", f": {first.text}", classes=["trip-aside"])
    return [link]


def _flat(groups: Iterable[BylineGroup]) -> list[nodes.Node]:
    return [node for group in groups for node in group]
