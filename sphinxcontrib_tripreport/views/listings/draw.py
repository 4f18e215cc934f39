"""Draws a listing in its layout, with standard nodes that every builder knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docutils import nodes

from sphinxcontrib_tripreport.messages import _, _n, translatable
from sphinxcontrib_tripreport.outputs import has_scripts
from sphinxcontrib_tripreport.views.listings.answer import Listing, ListingPart, rows_of
from sphinxcontrib_tripreport.views.listings.cards import draw_cards
from sphinxcontrib_tripreport.views.listings.feed_sign import draw_feed
from sphinxcontrib_tripreport.views.listings.list import draw_list
from sphinxcontrib_tripreport.views.listings.matrix import draw_matrix
from sphinxcontrib_tripreport.views.listings.posts import draw_posts
from sphinxcontrib_tripreport.views.listings.schedule import draw_schedule
from sphinxcontrib_tripreport.views.listings.search_box import AROUND, FILTERED, is_filtered
from sphinxcontrib_tripreport.views.listings.table import draw_table, fold_class
from sphinxcontrib_tripreport.views.listings.timeline import draw_timeline
from sphinxcontrib_tripreport.views.pen import Pen
from sphinxcontrib_tripreport.views.references import Reference

_FEWEST_JUMPS = 5
"""With fewer letters, nobody needs links to them."""
_NOTHING = {
    "talk": translatable("No talks here."),
    "speaker": translatable("No speakers here."),
    "author": translatable("No authors here."),
    "event": translatable("No events here."),
    "report": translatable("No reports here."),
    "takeaway": translatable("No takeaways here."),
    "action": translatable("No actions here."),
}


def draw_listing(pen: Pen, listing: Listing) -> list[nodes.Node]:
    """The listing in a container of its own; a sentence if there is nothing to list."""
    # A search finds what is listed on its own page, rather than on every page that lists it.
    classes = ["trip-listing", f"trip-{listing.layout}-layout", "no-search"]
    content: list[nodes.Node] = []
    # Who saw what is seen at once, or not at all.
    can_filter = listing.layout != "matrix"
    if can_filter and is_filtered(pen.env.config, pen.builder, _count(listing)):
        listing = listing._replace(is_filtered=True)
    if not listing.parts:
        content.append(nodes.paragraph("", _(_NOTHING[listing.kind]), classes=["trip-nothing"]))
        classes.append("trip-empty")
    if listing.layout == "map":
        from sphinxcontrib_tripreport.views.listings.map import draw_map, without_coordinates

        content += draw_map(pen, listing)
        listing = without_coordinates(listing)
    anchors = _anchors(pen, listing)
    if any(anchors):
        content.append(_draw_jumps(listing.parts, anchors))
    for part, anchor in zip(listing.parts, anchors, strict=True):
        content += _draw_part(pen, listing, part, 1, anchor)
    content += _draw_end(pen, listing)
    if listing.by_letter and listing.layout == "list":
        classes.append("trip-by-letter")
    if listing.layout == "table" and (fold := fold_class(listing.columns)):
        classes.append(fold)
    container = nodes.container("", *content, classes=classes)
    if listing.is_filtered:
        container["classes"].append(FILTERED)
        container[AROUND] = {name: [above, other] for name, above, other in listing.topics}
    return [container]


def _anchors(pen: Pen, listing: Listing) -> list[str]:
    """The anchors of the parts of a list; empty ones if nothing leads to them."""
    count = len(listing.parts)
    if listing.by_letter and count >= _FEWEST_JUMPS and has_scripts(pen.builder):
        number = next(pen.numbers)
        return [f"trip-list-{number}-{each}" for each in range(1, count + 1)]
    return [""] * count


def _draw_end(pen: Pen, listing: Listing) -> Iterator[nodes.Node]:
    """How many the limit leaves out, with a link to where they are; the feed on what is listed."""
    if listing.left_out:
        text = _n("and %(number)d more", "and %(number)d more", listing.left_out)
        line = pen.reference(Reference(text % {"number": listing.left_out}, listing.more))
        yield nodes.paragraph("", "", line, classes=["trip-left-out"])
    if listing.feed is not None:
        yield draw_feed(pen, listing.feed)


def _draw_jumps(parts: Iterable[ListingPart], anchors: Iterable[str]) -> nodes.Node:
    """Links to the letters of a list, as the pages of indices have them."""
    links = [
        nodes.reference("", part.heading.text, refid=anchor, internal=True)
        for part, anchor in zip(parts, anchors, strict=True)
        if part.heading is not None
    ]
    return nodes.paragraph("", "", *links, classes=["trip-jumps"])


def _count(listing: Listing) -> int:
    """How many things there are, as the script of the search box counts them.

    One that is in several groups has a row in each. By its title it is known; without one, each
    row is by itself.
    """
    rows = list(rows_of(listing.parts))
    for name in ("title", "name", "text"):
        if name in listing.columns:
            place = listing.columns.index(name)
            return len({row.values[place] for row in rows})
    return len(rows)


def _draw_part(
    pen: Pen, listing: Listing, part: ListingPart, level: int, anchor: str = ""
) -> Iterator[nodes.Node]:
    if part.heading is not None:
        classes = ["trip-heading", f"trip-level-{level}"]
        heading = nodes.rubric("", "", pen.reference(part.heading), classes=classes)
        heading["ids"] += [anchor] * bool(anchor)
        yield heading
    for inner in part.parts:
        yield from _draw_part(pen, listing, inner, level + 1)
    if part.rows:
        yield _LAYOUTS[listing.layout](pen, listing, part.rows)


_LAYOUTS = {
    "list": draw_list,
    "table": draw_table,
    "cards": draw_cards,
    "posts": draw_posts,
    "schedule": draw_schedule,
    "timeline": draw_timeline,
    "matrix": draw_matrix,
    "map": draw_list,
}
