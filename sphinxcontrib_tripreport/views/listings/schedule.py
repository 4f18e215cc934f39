"""The layout ``schedule``: a table for each day, with the times down and the rooms across."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from docutils import nodes

from sphinxcontrib_tripreport.messages import _
from sphinxcontrib_tripreport.views.in_words import status_in_words
from sphinxcontrib_tripreport.views.listings.answer import Listing, ListingRow, rows_of
from sphinxcontrib_tripreport.views.listings.columns import UNNOTED
from sphinxcontrib_tripreport.views.listings.grid import Grid, GridLine, GridTalk, arrange_talks
from sphinxcontrib_tripreport.views.listings.values import draw_value
from sphinxcontrib_tripreport.views.listings.widths import LETTERS, fit_letters
from sphinxcontrib_tripreport.views.pen import SEPARATOR, BylineGroup, Pen

_MOST = {"html": 12, "man": 1}
"""How many rooms fit side by side; what is not here has 5.

A table on a screen can be moved sideways. Manual pages have no cells that span columns.
"""
_TIME_WIDTH = 13
_REST_WIDTH = 65
_LEAST_WIDTH = 12
"""In letters, as plain text takes them; other outputs share their width in the same way."""


def draw_schedule(pen: Pen, listing: Listing, rows: Sequence[ListingRow]) -> nodes.Element:
    """The table of one day, and a list of what has no time."""
    talks = _talks(listing, rows)
    timed = [talk for talk in talks if talk["start"]]
    untimed = [talk for talk in talks if not talk["start"]]
    day = nodes.container(classes=["trip-day"])
    output = pen.builder.format
    if timed:
        table = _draw_table(pen, arrange_talks(timed, _MOST.get(output, 5), spans=output == "html"))
        day += nodes.container("", table, classes=["trip-scroll"])
        if untimed:
            day += nodes.paragraph("", _("Without a time:"), classes=["trip-untimed"])
    if untimed:
        items = (_draw_item(pen, talk) for talk in untimed)
        day += nodes.bullet_list("", *items, classes=["trip-list"], bullet="*")
    return day


def _talks(listing: Listing, rows: Sequence[ListingRow]) -> Sequence[GridTalk]:
    """What is shown of each talk: if some were noted and others not, those are lit up."""
    talks = [dict(zip(listing.columns, row.values, strict=True)) for row in rows]
    if "attendance" not in listing.columns:
        return talks
    place = listing.columns.index("attendance")
    noted = {UNNOTED not in str(row.values[place]) for row in rows_of(listing.parts)}
    for talk in talks:
        met = str(talk["attendance"])
        if noted == {True, False}:
            talk["lit"] = "" if UNNOTED in met else "yes"
        else:
            talk["attendance"] = met.removeprefix(UNNOTED).lstrip()
    return talks


def _draw_table(pen: Pen, grid: Grid) -> nodes.table:
    count = max(len(grid.places), 1)
    group = nodes.tgroup(cols=count + 1)
    group += nodes.colspec(colwidth=_TIME_WIDTH, stub=1)
    width = max(_REST_WIDTH // count, _LEAST_WIDTH)
    group += [nodes.colspec(colwidth=width) for _place in range(count)]
    heads = [nodes.entry("", nodes.paragraph("", head)) for head in _heads(grid)]
    group += nodes.thead("", nodes.row("", *heads))
    lines = _unstack(grid.lines) if pen.builder.format == "text" else grid.lines
    group += nodes.tbody("", *(_draw_line(pen, grid, line) for line in lines))
    if pen.builder.format in LETTERS:
        fit_letters(group, pen.builder.format)
    # "longtable" lets LaTeX break the table across pages, and repeat its head.
    return nodes.table("", group, classes=["trip-schedule", "longtable", "colwidths-given"])


def _heads(grid: Grid) -> Iterator[str]:
    yield _("Time")
    if len(grid.places) > 1:
        yield from grid.places
    else:
        yield SEPARATOR.join((_("Talk"), *grid.places))


def _unstack(lines: Iterable[GridLine]) -> Iterator[GridLine]:
    """A row for each talk of a cell: in the tables of plain text a cell is one paragraph."""
    for line in lines:
        for talks in zip_longest(*line.cells):
            cells = tuple((talk,) if talk is not None else () for talk in talks)
            yield line._replace(cells=cells)


def _draw_line(pen: Pen, grid: Grid, line: GridLine) -> nodes.row:
    row = nodes.row("", nodes.entry("", nodes.paragraph("", line.time)))
    for place in range(len(line.cells)):
        if not line.spans[place]:
            continue
        entry = nodes.entry("", *_draw_cell(pen, grid, line, place))
        if line.spans[place] > 1:
            entry["morerows"] = line.spans[place] - 1
        if len(line.cells) < len(grid.places):
            entry["morecols"] = len(grid.places) - len(line.cells)
        row += entry
    return row


def _draw_cell(pen: Pen, grid: Grid, line: GridLine, number: int) -> Iterator[nodes.Node]:
    cell = line.cells[number]
    for talk in cell:
        # What the heads of row and column say is not said again.
        columns = ["speakers", "event", "kind", "rating"]
        if not grid.places:
            columns.insert(0, grid.across)
        if not line.says_when(number, talk):
            columns.insert(0, "time")
        title = _draw_title(pen, talk)
        facts = list(_facts(pen, talk, columns))
        if pen.builder.format == "text":
            yield from pen.line([*title, *facts], "trip-session")
            continue
        head = nodes.paragraph("", "", *_flat(title), classes=["trip-session-title"])
        place = str(talk.get(grid.across) or "") if grid.places else ""
        content = pen.line(facts, "trip-facts")
        if place and pen.builder.format == "html":
            content = _with_place(pen, place, content)
        classes = ["trip-session", *_classes(talk)]
        yield nodes.container("", head, *content, classes=classes)
    if not cell:
        yield nodes.paragraph()


def _draw_title(pen: Pen, talk: GridTalk) -> list[BylineGroup]:
    """The title, strong if it is lit up: so it is also without colours.

    In print it is strong unless another one is lit up: nothing else sets one talk of a cell off
    from the next.
    """
    title = draw_value(pen, "title", talk["title"])
    if talk.get("lit", "" if pen.builder.format == "text" else "yes"):
        return [[nodes.strong("", "", *_flat(title))]]
    return title


def _with_place(pen: Pen, place: str, content: list[nodes.Node]) -> list[nodes.Node]:
    """The facts with the room before them, for narrow screens, which show no row of heads.

    The stylesheet takes it away everywhere else, from what is read aloud, too.
    """
    if not content:
        inline = nodes.inline("", place, classes=["trip-narrow"])
        return [nodes.paragraph("", "", inline, classes=["trip-facts"])]
    inline = nodes.inline("", place, classes=["trip-narrow"])
    separator = nodes.inline("", "", pen.separator(), classes=["trip-narrow"])
    return [
        nodes.paragraph("", "", inline, separator, *line.children, classes=line["classes"])
        for line in content
        if isinstance(line, nodes.paragraph)
    ]


def _draw_item(pen: Pen, talk: GridTalk) -> nodes.list_item:
    title = draw_value(pen, "title", talk["title"])
    facts = ("kind", "speakers", "event", "time", "room", "track", "rating")
    title = [[nodes.strong("", "", *_flat(title))]] if talk.get("lit") else title
    line = pen.line([*title, *_facts(pen, talk, facts)], "trip-facts")
    return nodes.list_item("", *line, classes=_classes(talk))


def _facts(pen: Pen, talk: GridTalk, columns: Iterable[str]) -> Iterator[BylineGroup]:
    for column in columns:
        yield from draw_value(pen, column, talk.get(column, ""))
    # That a talk was attended is said by its edge: most were.
    if status := status_in_words(str(talk.get("attendance", "")).rpartition(" ")[2]):
        yield pen.words(status, "trip-status")


def _classes(talk: GridTalk) -> list[str]:
    return [f"trip-{met}" for met in str(talk.get("attendance", "")).split()]


def _flat(groups: Iterable[BylineGroup]) -> list[nodes.Node]:
    return [node for group in groups for node in group]
