"""Entries of listings as HTML, for pages of the web.

A list of thousands of talks, or ten lists on each page, would cost more than all the rest. So if
the HTML is for browsers, all entries of a list or table are one raw node. Other builders get the
same as standard nodes.

Of a project of 1,000 talks, with a page that has all of them as a list and as a table, a full build
takes 4.3 s of CPU time and 116 MB; drawn as nodes, 5.6 s and 133 MB.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from docutils import nodes

from sphinxcontrib_tripreport.messages import _
from sphinxcontrib_tripreport.views.listings.answer import Listing, ListingRow
from sphinxcontrib_tripreport.views.listings.column_heads import COUNTS, HEADS, in_words
from sphinxcontrib_tripreport.views.listings.columns import Value
from sphinxcontrib_tripreport.views.listings.search_box import year_classes
from sphinxcontrib_tripreport.views.listings.values import draw_value
from sphinxcontrib_tripreport.views.nodes_as_html import NodesAsHtml, class_attribute
from sphinxcontrib_tripreport.views.pen import Pen

_LOOKING_DIFFERENT = frozenset({"kind", "rating", "status", "links"})
"""Columns of tables whose values have a class: that of the others is at the head alone."""


def write_items(pen: Pen, listing: Listing, rows: Sequence[ListingRow]) -> nodes.raw:
    """The items of a list, each with its line."""
    writer = _Writer(pen, is_bare=False)
    lines = (_line(writer, zip(listing.columns, row.values, strict=True)) for row in rows)
    return _raw(
        f'<li{_years(listing, row)}><p class="trip-facts">{line}</p></li>\n'
        for row, line in zip(rows, lines, strict=True)
    )


def _line(writer: _Writer, values: Iterable[tuple[str, Value]]) -> str:
    before = ""
    groups: list[str] = []
    for column, value in values:
        if column == "faces":
            # Nothing is between a face and a name.
            before = "".join(writer.groups(column, value))
        else:
            groups += writer.groups(column, in_words(column, value))
    return before + writer.separator.join(groups)


def write_rows(pen: Pen, listing: Listing, rows: Sequence[ListingRow]) -> nodes.raw:
    """The rows of a table's body."""
    writer = _Writer(pen, is_bare=True)
    # For the stylesheet, which shows it if there is no room for the row of heads.
    heads = {column: f' data-head="{escape(_(HEADS[column]))}"' for column in COUNTS}
    lines = (
        # Each cell on a line of its own: Sphinx's search takes the tags away, not the space.
        "\n".join(
            f"<td{heads.get(column, '')}>{writer.separator.join(writer.groups(column, value))}</td>"
            for column, value in zip(listing.columns, row.values, strict=True)
        )
        for row in rows
    )
    return _raw(
        f"<tr{_years(listing, row)}>{line}</tr>\n" for row, line in zip(rows, lines, strict=True)
    )


def _years(listing: Listing, row: ListingRow) -> str:
    return class_attribute(year_classes(row)) if listing.is_filtered else ""


def _raw(parts: Iterable[str]) -> nodes.raw:
    return nodes.raw("", "".join(parts), format="html")


class _Writer:
    """Writes values; each that occurs often in a document (an event, a speaker) once."""

    def __init__(self, pen: Pen, *, is_bare: bool) -> None:
        self._pen = pen
        self._is_bare = is_bare
        self._known: dict[tuple[str, Value], list[str]] = pen.written[is_bare]
        self._write = NodesAsHtml(pen, is_bare=is_bare).write
        self.separator = self._write(pen.separator())
        """What is between two groups."""

    def groups(self, column: str, value: Value) -> list[str]:
        """A value as groups of a line."""
        if not value:
            return []
        known = self._known.get((column, value))
        if known is None:
            bare = "" if self._is_bare and column not in _LOOKING_DIFFERENT else None
            drawn = draw_value(self._pen, column, value, bare)
            known = self._known[column, value] = ["".join(map(self._write, each)) for each in drawn]
        return known
