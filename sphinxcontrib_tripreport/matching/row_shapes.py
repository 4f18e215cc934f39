"""Patterns to try on the rows of a table: which column is what."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from typing import Final

from docutils import nodes

from sphinxcontrib_tripreport.core.languages.introductions import without_introduction
from sphinxcontrib_tripreport.core.languages.talk_words import kind_of
from sphinxcontrib_tripreport.core.patterns.marked_text import BORDER
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.slugs import fold
from sphinxcontrib_tripreport.matching.groups import PlaceGroup

_TIME: Final = regex(r"\s*\d{1,2}[:.h]\d\d")
_TIME_SPAN: Final = regex(r"\s*\d{1,2}[:.h]\d\d\s*[-–—]+\s*\d{1,2}[:.h]\d\d")
_MOST_COLUMNS: Final = 8
_TITLES: Final = frozenset(map(fold, (
    "title", "name", "topic", "what", "título", "tema", "titre", "sujet", "titel", "thema",
    "titolo", "tytuł", "temat", "название", "тема", "назва", "题目", "標題", "标题", "主题", "主題",
    "タイトル", "題名", "제목", "주제", "العنوان",
)))  # fmt: skip
"""What a column of titles is called, beside the words for kinds of talks."""


def rows_for(group: PlaceGroup) -> Iterator[str]:
    """Each way in which a column has the titles and another one the people."""
    rows = [each.first.marked.text.split(BORDER) for each in group.candidates]
    if not 1 < group.size <= _MOST_COLUMNS:
        return
    columns = list(zip(*rows, strict=True))
    times = {number: _time_of(cells) for number, cells in enumerate(columns) if _time_of(cells)}
    others = [number for number, cells in enumerate(columns) if _is_text(cells)]
    pairs = list(permutations((n for n in others if n not in times), 2))
    named = [pair for pair in pairs if _fits_head(pair, _head_of(group))]
    for title, people in named or pairs:
        names = {title: "{title}", people: "{speakers}", **times}
        cells = (names.get(number, "{}") for number in range(group.size))
        yield f"| {' | '.join(cells)} |"


def _head_of(group: PlaceGroup) -> list[str]:
    """The words at the head of the columns, folded."""
    table = group.candidates[0].node.parent
    head = next(iter(table.parent.findall(nodes.thead)), None) if table is not None else None
    row = next(iter(head.findall(nodes.row)), None) if head is not None else None
    return [fold(cell.astext()) for cell in row] if row is not None else []


def _fits_head(pair: tuple[int, int], head: list[str]) -> bool:
    """Whether the columns are called as those of titles and of speakers are."""
    title, people = (head[number] if number < len(head) else "" for number in pair)
    return _is_of_titles(title) and _is_of_people(people)


def _is_of_titles(word: str) -> bool:
    return word in _TITLES or bool(kind_of(word))


def _is_of_people(word: str) -> bool:
    return bool(word) and not without_introduction(f"{word}:", "")


def _time_of(cells: tuple[str, ...]) -> str:
    if all(map(_TIME_SPAN.match, cells)):
        return "{time}-{end}"
    return "{time}" if all(map(_TIME.match, cells)) else ""


def _is_text(cells: tuple[str, ...]) -> bool:
    return sum(any(map(str.isalpha, cell)) for cell in cells) > len(cells) / 2
