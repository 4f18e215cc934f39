"""Jupyter notebooks as posts: their metadata, and the text of their Markdown cells. Pure.

nbformat's documentation: a notebook is JSON with ``metadata`` and ``cells``, whose ``source`` is a
text or a list of lines. Nikola keeps a post's metadata in ``nikola`` of the notebook's own; Quarto
has front matter in a first raw cell; fastpages a heading and a list in a first Markdown cell.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sphinxcontrib_tripreport.core.patterns.rules import Rules
from sphinxcontrib_tripreport.core.posts.configured import located_value
from sphinxcontrib_tripreport.core.posts.field_names import field_name, is_engine_name
from sphinxcontrib_tripreport.core.posts.metadata import Metadata, shown_text
from sphinxcontrib_tripreport.core.posts.pattern_fields import is_pattern_name, take_patterns
from sphinxcontrib_tripreport.core.posts.readers import read_metadata
from sphinxcontrib_tripreport.core.text.located import Located

LINES_OF_CELL = 10_000
"""MyST-NB's line of the first line of a first cell is 10001, that of a second cell 20001."""
_TABLES = ("nikola", "tripreport")


@dataclass(slots=True)
class Notebook:
    """One notebook; its cells can be changed."""

    content: dict[str, Any]

    @property
    def cells(self) -> list[dict[str, Any]]:
        """All cells, as they are in the file."""
        cells: list[dict[str, Any]] = self.content["cells"]
        return cells

    def text_of(self, number: int) -> str:
        """The source of a cell, counted from 0."""
        source = self.cells[number].get("source", "")
        return "".join(map(str, source)) if isinstance(source, list) else str(source)

    def set_text(self, number: int, text: str) -> None:
        """Change the source of a cell."""
        self.cells[number]["source"] = text

    def markdown_cells(self) -> Iterator[int]:
        """The numbers of the cells that are Markdown."""
        for number, cell in enumerate(self.cells):
            if cell.get("cell_type") == "markdown":
                yield number

    def source(self) -> str:
        """The text of the file."""
        return json.dumps(self.content, ensure_ascii=False)


def read_notebook(source: str) -> Notebook | None:
    """The notebook that a file holds; None if it holds none."""
    try:
        content = json.loads(source)
    except (ValueError, RecursionError):
        return None  # whoever reads notebooks says so
    cells = content.get("cells") if isinstance(content, dict) else None
    if not isinstance(cells, list) or not all(isinstance(cell, dict) for cell in cells):
        return None
    return Notebook(content)


def take_metadata(notebook: Notebook) -> tuple[Metadata, Rules]:
    """Take the metadata and the patterns out of a notebook, whose first cell is changed.

    Lines are those of MyST-NB. What the cell says counts more than what the notebook's own says.
    """
    fields = _own_fields(notebook.content.get("metadata"))
    number = next((n for n, _ in enumerate(notebook.cells) if notebook.text_of(n).strip()), -1)
    kind = notebook.cells[number].get("cell_type") if number >= 0 else ""
    if kind not in ("raw", "markdown"):
        return Metadata(fields), Rules()
    taken = take_patterns(notebook.text_of(number), "markdown")
    found = read_metadata(taken.text, "notebook")
    if not (found.fields or found.problems or taken.rules):
        return Metadata(fields), Rules()
    shown = shown_text(taken.text, found)
    notebook.set_text(number, "" if kind == "raw" else shown)
    above = (number + 1) * LINES_OF_CELL
    fields = {n: each for n, each in fields.items() if not _is_among(n, found)}
    located = {name: _at_line(each, above) for name, each in found.fields.items()}
    problems = (*taken.problems, *found.problems)
    return (
        Metadata(
            fields | located,
            problems=tuple(each._replace(line=each.line + above) for each in problems),
        ),
        taken.rules.moved(above),
    )


def _own_fields(metadata: object) -> dict[str, Located]:
    """What a notebook's metadata says of the post, on line 1; not what it says of its kernel."""
    if not isinstance(metadata, dict):
        return {}
    tables = [metadata.get(name) for name in _TABLES]
    found: dict[str, Located] = {}
    for table in (*(each for each in tables if isinstance(each, dict)), metadata):
        for name, value in table.items():
            known = field_name(name) or is_engine_name(name) or is_pattern_name(name)
            if known and not (table is metadata and isinstance(value, dict)):
                found.setdefault(str(name).lower(), located_value(value, 1))
    return found


def _is_among(name: str, metadata: Metadata) -> bool:
    ours = field_name(name) or name
    return any((field_name(each) or each) == ours for each in metadata.fields)


def _at_line(located: Located, lines: int) -> Located:
    value = located.value
    if isinstance(value, list):
        value = [_at_line(each, lines) for each in value]
    elif isinstance(value, dict):
        value = {name: _at_line(each, lines) for name, each in value.items()}
    return Located(value, located.line + lines)
