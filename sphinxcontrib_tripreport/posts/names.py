"""What the engines call a field, folded to one name each."""

from __future__ import annotations

_NAMES = {
    "title": ("title",),
    "event": ("event", "conference"),
    "date": ("date",),
    "authors": ("authors", "author"),
    "topics": ("tags", "topics", "keywords", "categories"),
    "language": ("language", "lang"),
    "series": ("series",),
    "talks": ("talks",),
}
"""Ours, with the names it is written under; where several are given, the first one counts."""

_OURS = {name: ours for ours, names in _NAMES.items() for name in names}


def field_name(name: str) -> str:
    """The name that a report knows a field by, or nothing where it knows it not."""
    return _OURS.get(name.lower(), "")


def spellings(ours: str) -> tuple[str, ...]:
    """The names that a field of ours is written under, in the order of preference."""
    return _NAMES[ours]
