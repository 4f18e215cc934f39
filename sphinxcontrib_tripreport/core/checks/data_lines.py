"""Entries of data files as lines to paste. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Final

from sphinxcontrib_tripreport.core.checks.finding import DataEntry

_PLAIN: Final = re.compile(r"[^\W\d_][\w .'’·-]*(?<![ .])|\d{4}-\d\d-\d\d")
"""Texts that need no quotation marks in our data files."""
_WORDS_OF_YAML: Final = frozenset(("true", "false", "yes", "no", "on", "off", "null", "y", "n"))


def data_lines(entries: Iterable[DataEntry]) -> Iterator[str]:
    """The lines of a data file with *entries*; those of one key are put together."""
    sections: dict[str, dict[str, DataEntry]] = {}
    for entry in entries:
        section = sections.setdefault(entry.section, {})
        known = section.get(entry.key)
        section[entry.key] = entry if known is None else _added_up(known, entry)
    for name, section in sections.items():
        yield f"{name}:"
        for entry in section.values():
            yield f"  {_scalar(entry.key)}:"
            yield from (f"    {line}" for line in _options(entry))


def _added_up(first: DataEntry, second: DataEntry) -> DataEntry:
    lists = dict(first.lists)
    for option, values in second.lists:
        lists[option] = tuple(dict.fromkeys((*lists.get(option, ()), *values)))
    texts = tuple((dict(second.texts) | dict(first.texts)).items())
    name = first.name or second.name
    return DataEntry(first.section, first.key, name, tuple(lists.items()), texts)


def _options(entry: DataEntry) -> Iterator[str]:
    if entry.name:
        yield f"name: {_scalar(entry.name)}"
    yield from (f"{option}: {_scalar(text)}" for option, text in entry.texts)
    for option, values in entry.lists:
        yield f"{option}: [{', '.join(map(_scalar, values))}]"


def _scalar(text: str) -> str:
    """A text as YAML has it; in quotation marks, JSON's strings are YAML's."""
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS_OF_YAML:
        return text
    return json.dumps(text, ensure_ascii=False)
