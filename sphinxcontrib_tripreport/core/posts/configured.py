"""Metadata that ``conf.py`` gives to posts by their folders. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from sphinxcontrib_tripreport.core.model.problems import Problem
from sphinxcontrib_tripreport.core.posts.field_names import field_name
from sphinxcontrib_tripreport.core.posts.metadata import Metadata
from sphinxcontrib_tripreport.core.posts.report import read_report
from sphinxcontrib_tripreport.core.posts.unknown_fields import near_fields
from sphinxcontrib_tripreport.core.text.located import Located

_NAME = "tripreport_metadata"


def configured_fields(
    value: Mapping[object, object], matches: Callable[[str], bool]
) -> dict[str, Located]:
    """The fields that a document gets; their lines are 0.

    :param value: of the setting: by glob, a mapping from names to values
    :param matches: whether a glob matches the document; of two that do the later one counts, and
        None takes back what the earlier one says
    """
    fields: dict[str, Located] = {}
    for glob, given in value.items():
        if isinstance(given, Mapping) and matches(str(glob)):
            new = {str(name).lower(): located_value(each) for name, each in given.items()}
            fields = _without_fields(fields, new) | new
    return fields


def with_configured(metadata: Metadata, fields: Mapping[str, Located]) -> Metadata:
    """A post's metadata with what ``conf.py`` gives it; if both have a field, its own counts."""
    if not fields:
        return metadata
    return replace(metadata, fields=metadata.fields | _without_fields(fields, metadata.fields))


def check_configured(value: Mapping[object, object]) -> Iterator[str]:
    """What is wrong with the setting, as the texts of warnings."""
    for glob, given in value.items():
        if not isinstance(given, Mapping):
            shown = type(given).__name__
            expected = "expected a dict of metadata, which only conf.py can give"
            yield f"{_NAME}[{str(glob)!r}] is of type {shown}: {expected}."
            continue
        fields = configured_fields({glob: given}, lambda _: True)
        problems: list[Problem] = [
            *read_report(Metadata(fields), "").problems,
            *near_fields(fields, is_report=True),
        ]
        yield from (f"{_NAME}[{str(glob)!r}]: {problem.text}" for problem in problems)


def _without_fields(
    fields: Mapping[str, Located], others: Mapping[str, Located]
) -> dict[str, Located]:
    """The *fields* that *others* do not have, by whichever of their names."""
    known = {field_name(name) or name for name, located in others.items() if located.value}
    return {name: each for name, each in fields.items() if (field_name(name) or name) not in known}


def located_value(value: object, line: int = 0) -> Located:
    """A value of Python, or of JSON, as one of metadata."""
    if isinstance(value, Mapping):
        return Located({str(name): located_value(each, line) for name, each in value.items()}, line)
    if isinstance(value, (list, tuple, set, frozenset)):
        items = sorted(value, key=str) if isinstance(value, (set, frozenset)) else value
        return Located([located_value(each, line) for each in items], line)
    if isinstance(value, bool):
        return Located(str(value).lower(), line)
    if isinstance(value, dt.date):
        return Located(value.isoformat(), line)
    return Located("" if value is None else str(value), line)
