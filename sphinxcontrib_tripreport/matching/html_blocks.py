"""Lists and tables that posts have in HTML, as the nodes that patterns are tried on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html.parser import HTMLParser
from typing import Final

from docutils import nodes

from sphinxcontrib_tripreport.core.patterns.pattern import Pattern, PlaceKind
from sphinxcontrib_tripreport.core.text.links import read_url
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.matching.candidates import item_candidate, row_candidate
from sphinxcontrib_tripreport.matching.pieces import Names, match_pieces

_BLOCK: Final = regex(r"<(ul|ol|table)\b", re.IGNORECASE)
_HOLDERS: Final[dict[str, type[nodes.Element]]] = {
    "ul": nodes.bullet_list,
    "ol": nodes.enumerated_list,
    "li": nodes.list_item,
    "table": nodes.tgroup,
    "thead": nodes.thead,
    "tbody": nodes.tbody,
    "tr": nodes.row,
    "td": nodes.entry,
    "th": nodes.entry,
}
_INLINE: Final[dict[str, type[nodes.Element]]] = {
    "b": nodes.strong,
    "strong": nodes.strong,
    "i": nodes.emphasis,
    "em": nodes.emphasis,
    "cite": nodes.emphasis,
    "code": nodes.literal,
    "a": nodes.reference,
    "span": nodes.inline,
}
_STAY: Final = (
    *("img", "abbr", "del", "ins", "kbd", "mark", "q", "s", "small", "sub", "sup", "time", "u"),
)
"""Tags within a line that stay HTML."""
_ENDS_ITSELF: Final = ("li", "tr", "td", "th", "p")
"""Tags whose end may be left out."""
_HOLD: Final[dict[type[nodes.Element], tuple[type[nodes.Element], ...]]] = {
    nodes.bullet_list: (nodes.list_item,),
    nodes.enumerated_list: (nodes.list_item,),
    nodes.tgroup: (nodes.thead, nodes.tbody),
    nodes.thead: (nodes.row,),
    nodes.tbody: (nodes.row,),
    nodes.row: (nodes.entry,),
}
"""What can be in which."""


class _UnknownError(Exception):
    """There is something in the HTML that these nodes cannot say."""


def read_html(document: nodes.document, patterns: Sequence[Pattern], names: Names) -> None:
    """Put lists and tables in the place of HTML, if a pattern takes one of their items or rows.

    :param names: how names are listed in the report
    """
    wanted = [pattern for pattern in patterns if pattern.where in (PlaceKind.ITEM, PlaceKind.ROW)]
    for raw in list(document.findall(nodes.raw)) if wanted else ():
        made = nodes_of_html(raw)
        if any(_matches(made, pattern, names) for pattern in wanted):
            raw.replace_self(made)


def _matches(made: Sequence[nodes.Element], pattern: Pattern, names: Names) -> bool:
    places = (
        *(item_candidate(item) for each in made for item in each.findall(nodes.list_item)),
        *(row_candidate(row) for each in made for row in each.findall(nodes.row)),
    )
    return any(match_pieces(pattern, place, names) for place in places if place is not None)


def nodes_of_html(raw: nodes.raw) -> Sequence[nodes.Element]:
    """The lists, tables and paragraphs of a block of HTML; nothing if it has anything else."""
    if raw.get("format") != "html" or not _BLOCK.search(raw.astext()):
        return ()
    reader = _Reader(raw)
    try:
        reader.feed(raw.astext())
        reader.close()
        return reader.blocks()
    except _UnknownError:
        return ()


class _Reader(HTMLParser):
    def __init__(self, raw: nodes.raw) -> None:
        super().__init__()
        self._raw = raw
        self._top: nodes.Element = nodes.container()
        self._open: list[tuple[str, nodes.Element]] = [("", self._top)]
        self._heads: set[int] = set()
        """Cells that say what is below them."""

    def blocks(self) -> Sequence[nodes.Element]:
        """The lists, tables and paragraphs."""
        self._close_line()
        if len(self._open) > 1:
            raise _UnknownError
        return [self._finish(each) for each in self._top.children]

    def _finish(self, node: nodes.Node) -> nodes.Element:
        assert isinstance(node, nodes.Element)
        if isinstance(node, nodes.tgroup):
            self._move_head(node)
            return _as_table(node)
        return node

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HOLDERS:
            self._open_holder(tag)
        elif tag == "p":
            self._open_line()
        elif tag in _INLINE:
            node = _INLINE[tag]("")
            if isinstance(node, nodes.reference):
                node["refuri"] = _address(dict(attrs).get("href") or "")
            self._line().append(node)
            self._open.append((tag, node))
        elif tag == "br":
            self._line().append(nodes.raw("", "<br>\n", format="html"))
        elif tag in _STAY:
            self._line().append(nodes.raw("", self.get_starttag_text() or "", format="html"))
        else:
            raise _UnknownError

    def handle_endtag(self, tag: str) -> None:
        if tag in _HOLDERS or tag == "p":
            self._close_line()
        if tag in _STAY:
            self._line().append(nodes.raw("", f"</{tag}>", format="html"))
        if tag in ("p", "br", *_STAY):
            return
        while self._open[-1][0] in _ENDS_ITSELF and self._open[-1][0] != tag:
            self._open.pop()
        if self._open[-1][0] == "tbody" and tag == "table":
            self._open.pop()
        if self._open.pop()[0] != tag or not self._open:
            raise _UnknownError

    def handle_data(self, data: str) -> None:
        if data.strip() or (self._open[-1][0] in ("line", *_INLINE) and data):
            text = re.sub(r"\s+", " ", data)
            line = self._line()
            line.append(nodes.Text(text if len(line) else text.lstrip()))

    def handle_comment(self, data: str) -> None:
        """Leave it out: it shows nothing."""

    def _open_holder(self, tag: str) -> None:
        self._close_line()
        if tag in _ENDS_ITSELF and self._open[-1][0] == tag:
            self._open.pop()
        if tag == "tr" and self._open[-1][0] == "table":
            self._open_holder("tbody")
        node = _HOLDERS[tag]("")
        parent = self._open[-1][1]
        wanted = _HOLD.get(type(parent))
        if wanted is not None and not isinstance(node, wanted):
            raise _UnknownError
        if wanted is None and isinstance(node, (nodes.list_item, nodes.row, nodes.entry)):
            raise _UnknownError
        node.source, node.line = self._raw.source, self._raw.line
        parent.append(node)
        self._open.append((tag, node))
        if tag == "th":
            self._heads.add(id(node))

    def _move_head(self, group: nodes.Element) -> None:
        """Put a first row of nothing but such cells into a head."""
        body = group.children[0] if group.children else None
        row = body.children[0] if isinstance(body, nodes.tbody) and len(body) > 1 else None
        if not isinstance(body, nodes.tbody) or not isinstance(row, nodes.row):
            return
        if self._heads.issuperset(map(id, row.children)):
            body.remove(row)
            group.insert(0, nodes.thead("", row))

    def _line(self) -> nodes.Element:
        """What words go into: an open mark, or a paragraph."""
        tag, node = self._open[-1]
        if tag == "line" or tag in _INLINE:
            return node
        if node is self._top:
            raise _UnknownError
        return self._open_line()

    def _open_line(self) -> nodes.Element:
        """A new paragraph."""
        self._close_line()
        node = self._open[-1][1]
        if not (isinstance(node, (nodes.list_item, nodes.entry)) or node is self._top):
            raise _UnknownError
        paragraph = nodes.paragraph("")
        paragraph.source, paragraph.line = self._raw.source, self._raw.line
        node.append(paragraph)
        self._open.append(("line", paragraph))
        return paragraph

    def _close_line(self) -> None:
        if self._open[-1][0] in _INLINE:
            raise _UnknownError
        if self._open[-1][0] == "line":
            self._open.pop()


def _address(href: str) -> str:
    try:
        return read_url(href)
    except ValueError:
        raise _UnknownError from None


def _as_table(group: nodes.Element) -> nodes.table:
    """A table of rows that are equally long."""
    lengths = {len(row) for row in group.findall(nodes.row)}
    if len(lengths) != 1 or 0 in lengths or not any(isinstance(e, nodes.tbody) for e in group):
        raise _UnknownError
    (columns,) = lengths
    group["cols"] = columns
    group[0:0] = [nodes.colspec(colwidth=100 // columns) for _ in range(columns)]
    return nodes.table("", group, classes=["colwidths-auto"])
