"""Digests of records: whether anything that pages show of them can have changed. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields
from hashlib import blake2b
from operator import attrgetter
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.model.records import Event, Note, Report, Speaker, Takeaway

_LINES = ("line", "date_line", "topics_line", "feed_line")
_SAID: dict[type, Callable[[object], object]] = {}
"""All of a record but its line numbers, which no page shows."""


def digest_of(*parts: object) -> str:
    """A digest of values whose ``repr`` says all of them."""
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def digest_records(records: Iterable[Note | Speaker | Event | Report | Takeaway]) -> str:
    """A digest of what records say, wherever in the source they are."""
    return digest_of(*(_values_of(each) for each in records))


def _values_of(record: object) -> tuple[str, object]:
    record_type = type(record)
    if record_type not in _SAID:
        names = (each.name for each in fields(cast("type[Any]", record_type)))
        _SAID[record_type] = attrgetter(*(name for name in names if name not in _LINES))
    return record_type.__name__, _SAID[record_type](record)
