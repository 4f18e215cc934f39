"""The layout ``table``: columns of the author's choice, below a row of heads."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

from sphinxcontrib_tripreport.messages import _
from sphinxcontrib_tripreport.views.listings.answer import Listing, ListingRow
from sphinxcontrib_tripreport.views.listings.as_html import write_rows
from sphinxcontrib_tripreport.views.listings.column_heads import head_of
from sphinxcontrib_tripreport.views.listings.list import draw_list
from sphinxcontrib_tripreport.views.listings.values import draw_value
from sphinxcontrib_tripreport.views.listings.widths import LETTERS, fit_letters, fit_widths
from sphinxcontrib_tripreport.views.nodes_as_html import is_written
from sphinxcontrib_tripreport.views.pen import Pen

_WIDTHS = {"title": 7, "name": 5, "speakers": 5, "event": 5, "topics": 5, "links": 4, "notes": 6,
           "affiliation": 5, "authors": 4, "text": 9, "talk": 5, "date": 4, "talks": 2,
           "reports": 2, "excerpt": 10}  # fmt: skip
"""Shares of the width; what is not here has 3."""
_FOLDING_COLUMNS = 4
_MANY_COLUMNS = 5
_MOST_IN_BOOKS = 6
"""A table of more columns is drawn as a list on the small pages of books."""
_NEEDS = {"title": 11, "name": 9, "speakers": 9, "event": 8, "topics": 8, "notes": 9, "links": 4,
          "affiliation": 9, "authors": 8, "text": 14, "talk": 9, "owner": 8, "due": 7, "place": 8,
          "date": 7, "talks": 4, "reports": 5, "track": 7, "series": 7, "status": 7, "excerpt": 14,
          "reading-time": 7}  # fmt: skip
"""How wide a column has to be on a screen, in letters of the size of the text; others 6."""
_FOLDS = (42, 45, 48, 51, 54, 60, 66, 72, 80)
"""Widths that the stylesheet knows, in the same letters."""


def fold_class(columns: Sequence[str]) -> str:
    """The class that says below which width the rows of a wide table become blocks; or nothing."""
    need = sum(_NEEDS.get(column, 6) for column in columns)
    if len(columns) < _MANY_COLUMNS or need < _FOLDS[0]:
        return ""
    return f"trip-fold-{max(fold for fold in _FOLDS if fold <= need)}"


def draw_table(pen: Pen, listing: Listing, rows: Sequence[ListingRow]) -> nodes.Element:
    if getattr(pen.builder, "embedded", False) and len(listing.columns) > _MOST_IN_BOOKS:
        return draw_list(pen, listing, rows)
    group = nodes.tgroup(cols=len(listing.columns))
    for column in listing.columns:
        group += nodes.colspec(colwidth=_WIDTHS.get(column, 3))
    heads = (
        # The class says for the whole column what its cells are.
        nodes.entry(
            "",
            nodes.paragraph("", _(head_of(listing.kind, column))),
            classes=[f"trip-column-{column}"],
        )
        for column in listing.columns
    )
    group += nodes.thead("", nodes.row("", *heads))
    body = nodes.tbody()
    if is_written(pen):
        body += write_rows(pen, listing, rows)
    else:
        body += [_draw_row(pen, listing, row) for row in rows]
    group += body
    # "longtable" lets LaTeX break the table across pages, and repeat its head.
    classes = ["trip-table", "longtable", "colwidths-given"]
    # Stylesheets find a column by its number, and know by these what is in it.
    classes += [f"trip-{number}-{column}" for number, column in enumerate(listing.columns, 1)]
    if len(listing.columns) >= _FOLDING_COLUMNS:
        classes.append("trip-folding")
    many = len(listing.columns) >= _MANY_COLUMNS
    if many:
        classes.append("trip-many-columns")
    table = nodes.table("", group, classes=classes)
    if pen.builder.format in LETTERS:
        fit_letters(group, pen.builder.format)
    elif many and pen.builder.format == "latex":
        _fit(group)
        # LaTeX knows the classes of containers only.
        return nodes.container("", table, classes=["trip-many-columns"])
    return table


def _fit(group: nodes.tgroup) -> None:
    columns = list(group.findall(nodes.colspec))
    widths = fit_widths([each["colwidth"] for each in columns], group.findall(nodes.row))
    for column, width in zip(columns, widths, strict=True):
        column["colwidth"] = width


def _draw_row(pen: Pen, listing: Listing, row: ListingRow) -> nodes.row:
    drawn = nodes.row()
    for column, value in zip(listing.columns, row.values, strict=True):
        groups = draw_value(pen, column, value)
        line = pen.line(groups, "trip-cell") or [nodes.paragraph()]
        drawn += nodes.entry("", *line)
    return drawn
