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

If several are given, the first one that says something counts; those of topics add up.
"""

_SHOWN_ELSEWHERE = {
    # Ghost calls it "custom_excerpt".
    "description": ("description", "summary", "excerpt", "custom_excerpt", "meta_description"),
    # Nikola has "previewimage", Ghost "feature_image", Astro "heroimage", themes of Hugo, Hexo
    # and Jekyll the others; "header" is a table of Minimal Mistakes.
    "image": (
        *("image", "cover", "thumbnail", "previewimage", "banner", "featured_image"),
        *("featuredimage", "feature_image", "featureimage", "cover_image", "coverimage"),
        *("heroimage", "hero_image", "header_image", "preview_image", "social_image", "og_image"),
        *("banner_img", "index_img", "images", "header"),
    ),
    "image-alt": ("image-alt", "image_alt", "imagealt", "alt"),
    # Hugo has "lastmod", Pelican "modified", Nikola and Hexo "updated", Quarto "date-modified",
    # Jekyll's plugins and Minimal Mistakes "last_modified_at", Docusaurus a table, Astro, Eleventy
    # and Ghost the others.
    "updated": (
        *("updated", "modified", "lastmod", "last_modified_at", "date-modified", "date_modified"),
        *("last_update", "last_updated", "lastupdated", "last-modified", "last_modified"),
        *("lastmodified", "updateddate", "updated_date", "updatedat", "updated_at"),
        *("moddatetime", "moddate"),
    ),
    "programme": ("programme",),
    # Nikola and Ghost of old call it "guid".
    "feed-id": ("feed-id", "feed_id", "guid"),
}
"""What pages that list a report show of it, and its event's programme.

Documents that are no reports have such fields, too.
"""

_KNOWN = {name: ours for ours, names in _NAMES.items() for name in names}
_OURS = _KNOWN | {name: ours for ours, names in _SHOWN_ELSEWHERE.items() for name in names}

_ENGINES_OWN = frozenset(
    {
        *("audience", "blogpost", "comments", "data", "draft"),
        *("lastmod", "layout", "link", "modified", "permalink", "published", "save_as", "slug"),
        *("status", "subtitle", "template", "toc", "translation", "type", "updated", "url"),
    }
)
"""What engines keep beside what a report knows."""

FOR_ENGINES_ALONE = frozenset(("comments", "layout", "template", "theme", "type"))
"""Fields that say how an engine shows a post; themes read the same names to other ends."""

_NOT_FOR_READERS = frozenset(("permalink", "save_as", "slug", "template", "translation"))


def field_name(name: str) -> str:
    """The name by which a report knows a field; empty if it does not know it."""
    return _OURS.get(name.lower(), "")


def spellings(ours: str) -> tuple[str, ...]:
    """The names that a field of ours is written under, in the order of preference."""
    return _NAMES.get(ours) or _SHOWN_ELSEWHERE[ours]


def all_fields() -> tuple[str, ...]:
    """Every field of ours, as the reference calls it."""
    return (*_NAMES, *_SHOWN_ELSEWHERE)


def all_spellings() -> tuple[str, ...]:
    """Every name of the fields that only reports have."""
    return tuple(_KNOWN)


def is_engine_name(name: str) -> bool:
    """Whether an engine or a report has a field of that name: a post may begin with it."""
    return name.lower() in _OURS or name.lower() in _ENGINES_OWN


def is_engine_list(names: Collection[str]) -> bool:
    """Whether all fields are engines', and one is what nobody would show to readers."""
    return not _NOT_FOR_READERS.isdisjoint(names) and all(map(is_engine_name, names))


def has_known(names: Iterable[str]) -> bool:
    """Whether one of the fields is one that only reports have."""
    return any(name.lower() in _KNOWN for name in names)
