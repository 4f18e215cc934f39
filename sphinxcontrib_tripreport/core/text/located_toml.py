"""TOML with the line of every key, all scalars as text. Pure.

What a value means is read from its text, as with YAML: whoever knows the field reads it. The parser
of the standard library tells no lines of what it reads, so the line of a key is where the text has
that key first, from the line of the table around it on.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Final

from sphinxcontrib_tripreport.core.text.located import Located
from sphinxcontrib_tripreport.core.text.regexes import regex

_PLACE: Final = regex(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_NAME: Final = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_KEY: Final = regex(rf"(?:^|[{{,])[ \t]*({_NAME}(?:[ \t]*\.[ \t]*{_NAME})*)[ \t]*=")
_HEADER: Final = regex(rf"[ \t]*\[\[?[ \t]*({_NAME}(?:[ \t]*\.[ \t]*{_NAME})*)[ \t]*\]")
_NAMES: Final = regex(_NAME)

_Lines = Mapping[str, Sequence[int]]
"""By key, the lines that have it, in order."""


class UnreadableToml(ValueError):
    """Text that is not TOML: what is wrong, and the line, from 1."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


def read_toml(text: str, first_line: int = 1) -> Located:
    """The table in *text*.

    :param first_line: the line of the file on which *text* begins
    :raises UnreadableToml: if the text is not TOML
    """
    try:
        table = tomllib.loads(text, parse_float=str)
        return _with_lines(table, first_line, _lines_of_keys(text, first_line))
    except ValueError as error:
        said = str(error)
        place = _PLACE.search(said)
        line = first_line + text.rstrip("\n").count("\n")
        if place and place[1]:
            line = first_line + int(place[1]) - 1
        raise UnreadableToml(_PLACE.sub("", said), line) from None
    except RecursionError:
        raise UnreadableToml("nested too deeply", first_line) from None


def _with_lines(value: Any, line: int, lines: _Lines) -> Located:
    if isinstance(value, dict):
        return Located(_table(value, line, lines), line)
    if isinstance(value, list):
        return Located([_with_lines(item, line, lines) for item in value], line)
    if isinstance(value, bool):
        return Located("true" if value else "false", line)
    if isinstance(value, (dt.date, dt.time)):
        return Located(value.isoformat(), line)
    return Located(str(value), line)


def _table(table: Mapping[str, Any], line: int, lines: _Lines) -> dict[str, Located]:
    """The values of a table that begins on a line, by key: the parser keeps them in order."""
    located: dict[str, Located] = {}
    for name, value in table.items():
        places = _places_from(line, lines.get(name, ()))
        line = places[0] if places else line
        if isinstance(value, list) and all(isinstance(item, dict) for item in value):
            # Each table of a list has the key above it.
            places = [*places[: len(value)], *[line] * (len(value) - len(places))]
            items = zip(value, places, strict=True)
            located[name] = Located([_with_lines(item, at, lines) for item, at in items], line)
        else:
            located[name] = _with_lines(value, line, lines)
        if isinstance(value, str):
            # What looks like a key within a text is none.
            line += value.count("\n")
    return located


def _places_from(line: int, places: Sequence[int]) -> Sequence[int]:
    return places[bisect_left(places, line) :]


def _lines_of_keys(text: str, first_line: int) -> _Lines:
    lines: defaultdict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(text.split("\n"), first_line):
        if header := _HEADER.match(line):
            names = [name.strip("\"'") for name in _NAMES.findall(header[1])]
            # A table within one that has its own header is no other one of that.
            names = [name for name in names[:-1] if name not in lines] + names[-1:]
        else:
            paths = [found[1] for found in _KEY.finditer(line)]
            names = [name.strip("\"'") for path in paths for name in _NAMES.findall(path)]
        for name in dict.fromkeys(names):
            lines[name].append(number)
    return lines
