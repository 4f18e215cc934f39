"""TOML with the line of every key, all scalars as text. Pure.

What a value means is read from its text, as with YAML: whoever knows the field reads it.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterable, Iterator
from typing import Any

from sphinxcontrib_tripreport.core.text.located import Located

_Path = tuple[str | int, ...]
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_MAY_END = ("]", "}", '"""', "'''")
"""What the last line of a value of several lines has."""


class UnreadableToml(ValueError):
    """Text that is not TOML: what is wrong, and the line, from 1."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


def read_toml(text: str, first_line: int = 1) -> Located:
    """The table in *text*.

    :param first_line: the line of the file on which *text* begins
    :raises UnreadableToml: where the text is not TOML
    """
    try:
        table = _loads(text)
        return _located(table, (), first_line, _first(_lines_of_keys(text, first_line)))
    except ValueError as error:
        said = str(error)
        place = _PLACE.search(said)
        line = first_line + text.rstrip("\n").count("\n")
        if place and place[1]:
            line = first_line + int(place[1]) - 1
        raise UnreadableToml(_PLACE.sub("", said), line) from None
    except RecursionError:
        raise UnreadableToml("nested too deeply", first_line) from None


def _first(pairs: Iterable[tuple[_Path, int]]) -> dict[_Path, int]:
    lines: dict[_Path, int] = {}
    for path, line in pairs:
        lines.setdefault(path, line)
    return lines


def _loads(text: str) -> dict[str, Any]:
    return tomllib.loads(text, parse_float=str)


def _located(value: Any, path: _Path, line: int, lines: dict[_Path, int]) -> Located:
    line = lines.get(path, line)
    if isinstance(value, dict):
        return Located(
            {name: _located(item, (*path, name), line, lines) for name, item in value.items()},
            line,
        )
    if isinstance(value, list):
        items = [_located(item, (*path, n), line, lines) for n, item in enumerate(value)]
        return Located(items, line)
    if isinstance(value, bool):
        return Located("true" if value else "false", line)
    if isinstance(value, (dt.date, dt.time)):
        return Located(value.isoformat(), line)
    return Located(str(value), line)


def _lines_of_keys(text: str, first_line: int) -> Iterator[tuple[_Path, int]]:
    """Where each key and each table of the readable *text* stands."""
    table: _Path = ()
    sizes: dict[_Path, int] = {}
    for number, is_header, statement in _statements(text):
        path, value = _innermost(statement)
        if is_header:
            table = _in_last_items(path, sizes)
            if isinstance(value, list):
                yield table, first_line + number
                sizes[table] = sizes.get(table, 0) + 1
                table = (*table, sizes[table] - 1)
            yield table, first_line + number
        else:
            for end in range(1, len(path) + 1):
                yield (*table, *path[:end]), first_line + number


def _innermost(statement: dict[str, Any]) -> tuple[_Path, Any]:
    """The keys that a statement names, and what it says of the last of them."""
    path: _Path = ()
    value: Any = statement
    while isinstance(value, dict) and len(value) == 1:
        name, value = next(iter(value.items()))
        path = (*path, name)
    return path, value


def _in_last_items(path: _Path, sizes: dict[_Path, int]) -> _Path:
    """A header's path where tables above it are lists: it goes on in their last items."""
    resolved: _Path = ()
    for number, name in enumerate(path, start=1):
        resolved = (*resolved, name)
        if number < len(path) and resolved in sizes:
            resolved = (*resolved, sizes[resolved] - 1)
    return resolved


def _statements(text: str) -> Iterator[tuple[int, bool, dict[str, Any]]]:
    """Each statement's first line, from 0, whether it is a header, and what it says by itself."""
    first, pending = 0, ""
    for number, line in enumerate(text.split("\n")):
        if not pending:
            first = number
        elif not any(mark in line for mark in _MAY_END):
            pending += f"{line}\n"
            continue
        pending += f"{line}\n"
        try:
            statement = _loads(pending)
        except ValueError:
            continue
        if statement:  # neither blank nor a comment
            yield first, pending.lstrip().startswith("["), statement
        pending = ""
