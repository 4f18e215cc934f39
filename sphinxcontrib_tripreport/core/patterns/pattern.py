"""The pattern language: from what an author wrote to lines that can be matched. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Final

from sphinxcontrib_tripreport.core.patterns.line import LinePattern, read_line, read_tails
from sphinxcontrib_tripreport.core.patterns.marked_text import BORDER
from sphinxcontrib_tripreport.core.patterns.quotes import begins_quoted
from sphinxcontrib_tripreport.core.patterns.repeats import take_mark
from sphinxcontrib_tripreport.core.patterns.tokens import names_of_fields
from sphinxcontrib_tripreport.core.text.regexes import regex

_LINES: Final = regex(r"\s+//\s+|\s+//$|^//\s+")
_LONGEST: Final = 1000
_HEADING: Final = regex(r"(#{1,6})\s+(?=\S)")
_TITLE: Final = regex(r"=\s+(?=\S)")
_LINK: Final = regex(r"\[(?:\\.|[^\]\\])*\]\(")
_BAR: Final = regex(r"(?<!\\)\|")
_ITEM: Final = regex(r"[*+-]\s+(?=\S)")


class PlaceKind(Enum):
    """What the first line of a pattern is matched with."""

    HEADING = "headings"
    ITEM = "list items"
    PARAGRAPH = "paragraphs that begin with strong text, a link or a quotation mark"
    TITLE = "titles of posts"
    ROW = "rows of tables"


@dataclass(frozen=True)
class Pattern:
    """A pattern: where its talks are, and what their lines look like."""

    text: str
    where: PlaceKind
    level: int | None
    """Of the headings, if the pattern says it."""
    lines: tuple[LinePattern, ...]
    is_for_paragraphs: bool = False
    """Whether it is matched with paragraphs, too."""
    first: str = ""
    """The first line as it was written, without what says where it is matched."""
    repeat: str = ""
    """What separates several talks of one line; empty if each line is one talk."""

    @property
    def tails(self) -> tuple[LinePattern, ...]:
        """What further talks of a line may look like: they share what the first begins with."""
        return read_tails(self.first)

    @property
    def places(self) -> tuple[PlaceKind, ...]:
        """Everything that the first line is matched with."""
        return (self.where, PlaceKind.PARAGRAPH) if self.is_for_paragraphs else (self.where,)

    @property
    def fields(self) -> frozenset[str]:
        """The names of all fields."""
        return frozenset(name for line in self.lines for name in line.fields)


@lru_cache(maxsize=1024)
def read_pattern(text: str) -> Pattern:
    """The pattern that an author wrote.

    :raises ValueError: saying what was expected
    """
    if len(text) > _LONGEST:
        raise ValueError(f"expected a pattern of at most {_LONGEST} characters")
    lines = [line for line in _LINES.split(text.strip()) if line.strip()]
    if not lines:
        raise ValueError('expected a pattern such as "## {title} ({speakers})"')
    first, level = lines[0].strip(), None
    if found := _HEADING.match(first):
        where, level, first = PlaceKind.HEADING, len(found[1]), first[found.end() :]
    elif found := _TITLE.match(first):
        where, first = PlaceKind.TITLE, first[found.end() :]
    elif found := _ITEM.match(first):
        where, first = PlaceKind.ITEM, first[found.end() :]
    elif first.startswith("|"):
        where, first = PlaceKind.ROW, _cells(first)
    elif first.startswith("**"):
        where = PlaceKind.PARAGRAPH
    else:
        where = PlaceKind.HEADING
    rest = (_without_item(line.strip()) for line in lines[1:])
    first, repeat = take_mark(first)
    several = repeat or (take_mark(lines[-1])[1] if len(lines) > 1 else "")
    if several and (len(lines) > 1 or where is PlaceKind.ROW):
        raise ValueError(f"“{several} …” is expected only at the end of a pattern of one line")
    is_open = where is PlaceKind.HEADING and level is None
    is_for_paragraphs = is_open and (_LINK.match(first) is not None or begins_quoted(first))
    lines_read = tuple(map(read_line, (first, *rest)))
    pattern = Pattern(text, where, level, lines_read, is_for_paragraphs, first, repeat)
    if not pattern.fields:
        raise ValueError(f"expected a field; the fields are {names_of_fields()}")
    return pattern


def _without_item(line: str) -> str:
    """A later line without the item's mark that it may begin with; a row's cells."""
    found = _ITEM.match(line)
    line = line[found.end() :] if found else line
    return _cells(line) if line.startswith("|") else line


def _cells(row: str) -> str:
    """The cells of a row, which is written with a ``|`` before, between and after them."""
    cells = _BAR.split(row.removeprefix("|"))
    if len(cells) > 1 and not cells[-1].strip():
        cells.pop()
    return f" {BORDER} ".join(cell.strip() for cell in cells)
