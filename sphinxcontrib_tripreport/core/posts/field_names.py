"""What the engines call a field, folded to one name each."""

from __future__ import annotations

from collections.abc import Collection, Iterable

_NAMES = {
    "title": ("title",),
    "event": ("event", "conference"),
    # Hugo takes the first that a post has of the first three. The others are those of Astro,
    # Eleventy, Ghost, Docusaurus and of themes; Jekyll's "published" is no date.
    "date": (
        *("date", "publishdate", "pubdate", "pub_date", "pubdatetime", "published"),
        *("publishedat", "published_at", "published_date", "date_published", "posted"),
        *("created", "createdat", "created_at"),
    ),
    "authors": ("authors", "author"),
    "topics": ("tags", "topics", "keywords", "categories", "category", "tag"),
    "language": ("language", "lang", "locale"),
    "series": ("series",),
    "talks": ("talks",),
    "talk": ("talk",),
    "list-talks": ("list-talks", "list_talks"),
}
"""Ours, with the names it is written under.

Where several are given the first one that says something counts; those of topics add up.
"""

_OURS = {name: ours for ours, names in _NAMES.items() for name in names}

_ENGINES_OWN = frozenset(
    {
        *("blogpost", "comments", "cover", "data", "description", "draft", "excerpt", "image"),
        *("lastmod", "layout", "link", "modified", "permalink", "published", "save_as", "slug"),
        *("status", "subtitle", "summary", "template", "toc", "translation", "type", "updated"),
        *("url",),
    }
)
"""What engines keep beside what a report knows."""

FOR_ENGINES_ALONE = frozenset(("comments", "layout", "template", "theme", "type"))
"""Fields that say how an engine shows a post; themes read the same names to other ends."""

_NOT_FOR_READERS = frozenset(("permalink", "save_as", "slug", "template", "translation"))


def field_name(name: str) -> str:
    """The name that a report knows a field by, or nothing where it knows it not."""
    return _OURS.get(name.lower(), "")


def spellings(ours: str) -> tuple[str, ...]:
    """The names that a field of ours is written under, in the order of preference."""
    return _NAMES[ours]


def all_spellings() -> tuple[str, ...]:
    """Every name that a report knows a field by."""
    return tuple(_OURS)


def is_engine_name(name: str) -> bool:
    """Whether an engine or a report has a field of that name: a post may begin with it."""
    return name.lower() in _OURS or name.lower() in _ENGINES_OWN


def is_engine_list(names: Collection[str]) -> bool:
    """Whether all fields are engines', and one is what nobody would show to readers."""
    return not _NOT_FOR_READERS.isdisjoint(names) and all(map(is_engine_name, names))


def has_known(names: Iterable[str]) -> bool:
    """Whether a report knows one of the fields."""
    return any(field_name(name) for name in names)
