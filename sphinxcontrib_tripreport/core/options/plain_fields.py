"""The fields of a record that are options, as they were read. Pure."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import fields
from typing import Any


def plain_fields(record: type[Any], options: Container[str], *computed: str) -> tuple[str, ...]:
    """The names of a record's fields that have the values of the options of that name.

    :param computed: fields that have the name of an option, and are made of more than that
    """
    names = (field.name for field in fields(record))
    return tuple(name for name in names if name in options and name not in computed)


def pick(values: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """The *values* with one of the *names*."""
    return {name: values[name] for name in names if name in values}
