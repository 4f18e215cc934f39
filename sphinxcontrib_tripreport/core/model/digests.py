"""Digests of records: whether anything that pages show of them can have changed. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from hashlib import blake2b
from operator import attrgetter

from sphinxcontrib_tripreport.core.model.records import Event, Note, Report, Speaker, Takeaway

_LINES = ("line", "date_line", "topics_line", "feed_line")
_SAID = {
    record_type: attrgetter(*(each.name for each in fields(record_type) if each.name not in _LINES))
    for record_type in (Note, Speaker, Event, Report, Takeaway)
}
"""All of a record but its line numbers, which no page shows."""


def digest_of(*parts: object) -> str:
    """A digest of values whose ``repr`` says all of them."""
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def digest_records(records: Iterable[Note | Speaker | Event | Report | Takeaway]) -> str:
    """A digest of what records say, wherever in the source they are."""
    return digest_of(*((type(each).__name__, _SAID[type(each)](each)) for each in records))
