"""Says how heavy the table of a page is: its HTML beside what a reader gets of it."""

from __future__ import annotations

import gzip
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

_CLASS = '<table class="trip-table'


class Weight(NamedTuple):
    """Bytes of UTF-8."""

    html: int
    """From the first letter of the table's first tag to the last of its last."""
    text: int
    """What can be seen, each run of white space as one space."""
    addresses: int
    """Those of all links, as they are in the page but for the escaping."""
    gzipped: int
    """The HTML as servers send it."""

    def __str__(self) -> str:
        content = self.text + self.addresses
        return (
            f"the table: {self.html / 1000:.0f} kB of HTML ({self.gzipped / 1000:.0f} kB gzipped), "
            f"{self.html / content:.2f} times its text and the addresses of its links "
            f"({self.text / 1000:.0f} + {self.addresses / 1000:.0f} kB), "
            f"{self.html / self.text:.1f} times its text alone"
        )


def weigh_table(page: Path) -> Weight:
    """The weight of the first table of talks in a page."""
    html = page.read_text(encoding="utf-8")
    start = html.index(_CLASS)
    table = html[start : html.index("</table>", start) + len("</table>")]
    content = _Content()
    content.feed(table)
    content.close()
    text = " ".join("".join(content.texts).split())
    return Weight(
        len(table.encode()),
        len(text.encode()),
        len("".join(content.addresses).encode()),
        len(gzip.compress(table.encode(), mtime=0)),
    )


class _Content(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.addresses += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
