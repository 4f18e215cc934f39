"""The layout ``matrix``: who saw what, with the talks down and the authors across."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from docutils import nodes

from sphinxcontrib_tripreport.core.languages.collation import collate
from sphinxcontrib_tripreport.messages import _
from sphinxcontrib_tripreport.views.listings.answer import Listing, ListingRow, rows_of
from sphinxcontrib_tripreport.views.listings.columns import UNNOTED, Value
from sphinxcontrib_tripreport.views.listings.marks import SEEN, AuthorMark, Who, draw_mark, name_of
from sphinxcontrib_tripreport.views.listings.time_columns import ApproximateDate
from sphinxcontrib_tripreport.views.listings.values import draw_value
from sphinxcontrib_tripreport.views.listings.widths import LETTERS, fit_letters
from sphinxcontrib_tripreport.views.pen import BylineGroup, Pen

_MOST = {"man": 0, "latex": 8, "texinfo": 4, "text": 6}
"""How many authors fit side by side; in the others any number, because a table can be scrolled."""
_MOST_IN_BOOKS = 6
_TIME_WIDTH, _TALK_WIDTH, _MARK_WIDTH, _COUNT_WIDTH = 11, 40, 11, 7


class _Line(NamedTuple):
    """A talk, with the marks of each author."""

    time: str
    title: list[BylineGroup]
    facts: list[BylineGroup]
    cells: tuple[tuple[AuthorMark, ...], ...]

    @property
    def seen(self) -> list[bool]:
        """Which of the authors saw the talk."""
        return [any(mark.status in SEEN for mark in cell) for cell in self.cells]


def draw_matrix(pen: Pen, listing: Listing, rows: Sequence[ListingRow]) -> nodes.Element:
    """The table of some talks; a list if it would be too wide."""
    talks = [dict(zip(listing.columns, row.values, strict=True)) for row in rows]
    authors = sorted(
        {mark.who for row in rows_of(listing.parts) for mark in _marks(listing, row)},
        # Those that nobody names come last.
        key=lambda who: (not who.sort, collate(who.sort, pen.locale), who),
    )
    most = _MOST_IN_BOOKS if getattr(pen.builder, "embedded", False) else len(authors)
    if not authors or len(authors) > _MOST.get(pen.builder.format, most):
        return nodes.bullet_list("", *(_item(pen, talk) for talk in talks), classes=["trip-list"])
    by_day: dict[str, list[_Line]] = {}
    # Talks without a day are sorted under the first of their event, but belong to none.
    for talk in sorted(talks, key=lambda talk: not _day(talk.get("date", ""))):
        by_day.setdefault(_day(talk.get("date", "")), []).append(_line(pen, talk, authors))
    table = _Table(pen, authors, has_times=any(talk["time"] for talk in talks)).draw(by_day)
    classes = ["trip-scroll"]
    if pen.builder.format == "latex":
        # LaTeX knows the classes of containers only.
        classes.append("trip-many-columns")
    return nodes.container("", table, classes=classes)


def _marks(listing: Listing, row: ListingRow) -> Iterator[AuthorMark]:
    value = row.values[listing.columns.index("marks")]
    return (mark for mark in value if isinstance(mark, AuthorMark))


def _day(value: Value) -> str:
    """The day of some talks, as far as it is known."""
    if isinstance(value, ApproximateDate):
        return value.day or value.period
    return str(value)


def _line(pen: Pen, talk: dict[str, Value], authors: Sequence[Who]) -> _Line:
    marks = [mark for mark in talk["marks"] if isinstance(mark, AuthorMark)]
    return _Line(
        str(talk["time"]),
        draw_value(pen, "title", talk["title"]),
        [
            group
            for column in ("kind", "speakers", "event")
            for group in draw_value(pen, column, talk.get(column, ""))
        ],
        tuple(tuple(mark for mark in marks if mark.who == who) for who in authors),
    )


def _item(pen: Pen, talk: dict[str, Value]) -> nodes.list_item:
    """A talk with its marks in one line."""
    columns = ("title", "kind", "speakers", "event", "date", "time")
    groups = [g for column in columns for g in draw_value(pen, column, talk.get(column, ""))]
    marks = (mark for mark in talk["marks"] if isinstance(mark, AuthorMark))
    groups += [[nodes.Text(f"{name_of(mark.who)}: "), *draw_mark(pen, mark)] for mark in marks]
    return nodes.list_item("", *pen.line(groups, "trip-facts"))


class _Table:
    """One table of one listing."""

    def __init__(self, pen: Pen, authors: Sequence[Who], *, has_times: bool) -> None:
        self._pen = pen
        self._authors = authors
        self._has_times = has_times
        self._columns = len(authors) + 2 + has_times
        self._is_turned = pen.builder.format == "latex"
        self._folds = pen.builder.format == "html"

    def draw(self, by_day: Mapping[str, list[_Line]]) -> nodes.table:
        """The table, with a row for each day above its talks."""
        group = nodes.tgroup(cols=self._columns)
        widths = [*([_TIME_WIDTH] if self._has_times else []), _TALK_WIDTH]
        widths += [_MARK_WIDTH] * len(self._authors) + [_COUNT_WIDTH]
        group += [nodes.colspec(colwidth=width) for width in widths]
        group += nodes.thead("", nodes.row("", *self._heads()))
        body = nodes.tbody()
        has_days = any(by_day)
        for day, lines in by_day.items():
            if has_days:
                body += self._day_row(day or _("Without a day"))
            body += [self._row(line) for line in lines]
        body += self._totals([line for lines in by_day.values() for line in lines])
        group += body
        if self._pen.builder.format in LETTERS:
            fit_letters(group, self._pen.builder.format)
        # "longtable" lets LaTeX break the table across pages, and repeat its head.
        classes = ["trip-table", "trip-matrix", "longtable", "colwidths-given"]
        return nodes.table("", group, classes=classes)

    def _heads(self) -> Iterator[nodes.entry]:
        if self._has_times:
            yield _entry(nodes.Text(_("Time")))
        yield _entry(nodes.Text(_("Talk")))
        for who in self._authors:
            head = self._pen.reference(who.reference._replace(text=name_of(who)))
            yield _entry(*self._turn(head), css_class="trip-matrix-author")
        yield _entry(*self._turn(nodes.Text(_("Seen"))), css_class="trip-matrix-count")

    def _turn(self, node: nodes.Node) -> list[nodes.Node]:
        """A head, turned upwards in print: names are wider than the marks below them."""
        if not self._is_turned:
            return [node]
        before = nodes.raw("", r"\tripturned{", format="latex")
        return [before, node, nodes.raw("", "}", format="latex")]

    def _day_row(self, day: str) -> nodes.row:
        entry = _entry(nodes.strong("", day), css_class="trip-matrix-day")
        entry["morecols"] = self._columns - 1
        return nodes.row("", entry)

    def _row(self, line: _Line) -> nodes.row:
        cells = [self._talk(line)]
        if self._has_times:
            cells.insert(0, _entry(nodes.Text(line.time), css_class="trip-matrix-time"))
        for who, cell in zip(self._authors, line.cells, strict=True):
            content = [node for mark in cell for node in self._mark(who, mark)]
            cells.append(_entry(*content, css_class="trip-matrix-cell") if content else _empty())
        cells.append(self._count(sum(line.seen), _("Seen")))
        is_noted = any(line.cells)
        return nodes.row("", *cells, classes=[] if is_noted else [f"trip-{UNNOTED}"])

    def _talk(self, line: _Line) -> nodes.entry:
        """The title, and below it what else tells one talk from another."""
        title = [node for group in line.title for node in group]
        if self._pen.builder.format == "text":
            (paragraph,) = self._pen.line([title, *line.facts], "trip-cell")
            return nodes.entry("", paragraph)
        head = nodes.paragraph("", "", *title, classes=["trip-matrix-title"])
        facts = self._pen.line(line.facts, "trip-facts")
        return nodes.entry("", head, *facts, classes=["trip-matrix-talk"])

    def _mark(self, who: Who, mark: AuthorMark) -> Iterator[nodes.Node]:
        if self._folds:
            # On narrow screens, which show no row of heads.
            yield nodes.inline("", f"{name_of(who)}: ", classes=["trip-narrow"])
        if self._is_turned:
            # TeX hyphenates no first word of a line.
            yield nodes.raw("", r"\hspace{0pt}", format="latex")
        yield from draw_mark(self._pen, mark)
        yield nodes.Text(" ")

    def _count(self, number: int, label: str) -> nodes.entry:
        """A number; narrow screens, which show no row of heads, show what it counts before it."""
        content: list[nodes.Node] = [nodes.Text(str(number))]
        if self._folds:
            content.insert(0, nodes.inline("", f"{label}: ", classes=["trip-narrow"]))
        return _entry(*content, css_class="trip-matrix-count")

    def _totals(self, lines: Sequence[_Line]) -> nodes.row:
        """How many talks each author saw, and how many they saw together."""
        seen = [line.seen for line in lines]
        label = _entry(nodes.strong("", _("Seen")), css_class="trip-matrix-talk")
        cells = [*([_empty()] if self._has_times else []), label]
        for number, who in enumerate(self._authors):
            cells.append(self._count(sum(each[number] for each in seen), name_of(who)))
        cells.append(self._count(sum(map(sum, seen)), _("Total")))
        return nodes.row("", *cells, classes=["trip-matrix-totals"])


def _entry(*content: nodes.Node, css_class: str = "") -> nodes.entry:
    classes = [css_class] if css_class else []
    return nodes.entry("", nodes.paragraph("", "", *content), classes=classes)


def _empty() -> nodes.entry:
    return nodes.entry("", nodes.paragraph())
