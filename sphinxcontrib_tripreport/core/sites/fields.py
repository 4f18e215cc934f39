"""One object of the ``talks.json`` of another site: what is not as expected is empty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, time
from typing import Any, Final

from sphinxcontrib_tripreport.core.languages.codes import read_code
from sphinxcontrib_tripreport.core.programmes.moments import read_clock, read_day
from sphinxcontrib_tripreport.core.text.controls import without_controls
from sphinxcontrib_tripreport.core.text.surrogates import join_halves

_LONGEST: Final = 500
"""In characters: no title is so long."""
_MOST: Final = 100
"""How many speakers, topics, links or authors of one thing are read."""

JsonRow = Mapping[str, Any]


def text_of(row: JsonRow, name: str, longest: int = _LONGEST) -> str:
    """A text as one line of plain text."""
    return one_line(row.get(name), longest)


def one_line(value: object, longest: int = _LONGEST) -> str:
    """A value as one line, if it is a text: without control characters and needless spaces."""
    if not isinstance(value, str):
        return ""
    text = without_controls(join_halves(value[: 2 * longest]))
    return " ".join(text.split())[:longest].strip()


def texts_in(row: JsonRow, name: str) -> list[str]:
    """The texts of a list, each once."""
    value = row.get(name)
    found = map(one_line, value[:_MOST]) if isinstance(value, list) else ()
    return [*filter(None, dict.fromkeys(found))]


def pairs_in(row: JsonRow, name: str) -> Iterator[tuple[str, str]]:
    """The names and the texts of an object."""
    value = row.get(name)
    if isinstance(value, dict):
        for label, text in list(value.items())[:_MOST]:
            if isinstance(text, str):
                yield one_line(label, 80), text


def rows_in(row: JsonRow, name: str, most: int = _MOST) -> Iterator[JsonRow]:
    """The objects of a list."""
    value = row.get(name)
    if isinstance(value, list):
        yield from (each for each in value[:most] if isinstance(each, dict))


def word_of(row: JsonRow, name: str, known: tuple[str, ...]) -> str:
    """One of some words; empty if it is another one."""
    value = row.get(name)
    return value if isinstance(value, str) and value in known else ""


def number_of(row: JsonRow, name: str, most: int) -> int | None:
    """A number from 1 to *most*, rounded."""
    value = row.get(name)
    if isinstance(value, int | float) and not isinstance(value, bool) and 1 <= value <= most:
        return round(value)
    return None


def date_of(row: JsonRow, name: str) -> date | None:
    """A date, also one with a time after it."""
    return read_day(value) if isinstance(value := row.get(name), str) else None


def time_of(row: JsonRow, name: str, moment: str) -> time | None:
    """A time of day, else that of a moment, as clocks at the event show it.

    :param name: the field that the second version of the file has
    :param moment: the field that both have: ``2020-07-23T09:00:00+01:00``
    """
    value = row.get(name)
    if isinstance(value, str):
        return read_clock(value[:5])
    value = row.get(moment)
    if isinstance(value, str) and value[10:11] == "T":
        return read_clock(value[11:16])
    return None


def language_of(row: JsonRow, name: str) -> str:
    """The code of a language that CLDR knows."""
    try:
        return read_code(value) if isinstance(value := row.get(name), str) else ""
    except ValueError:
        return ""
