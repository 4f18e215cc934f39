"""Feeds in Atom, as RFC 4287 has it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final
from xml.sax.saxutils import escape
from zlib import crc32

from sphinxcontrib_tripreport.core.text.regexes import regex

_NO_DATE: Final = date(1970, 1, 1)
"""A feed has to say when it was changed, also if there is nothing on the site."""
_GENERATOR: Final = "https://sphinxcontrib-tripreport.readthedocs.io/"
# https://www.w3.org/TR/xml/#charsets
_NOT_XML: Final = regex("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_QUOTES: Final = {'"': "&quot;", "\n": " "}


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote an entry."""

    name: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry of feeds. What nobody knows is empty."""

    id: str
    title: str
    address: str
    published: date
    updated: date
    authors: tuple[Author, ...] = ()
    topics: tuple[tuple[str, str], ...] = ()
    """Keys and names."""
    language: str = ""
    summary: str = ""
    content: str = ""
    """HTML, with absolute addresses."""
    enclosures: tuple[tuple[str, str], ...] = ()
    """Addresses and media types."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed, without its entries."""

    id: str
    title: str
    address: str
    """Of the feed itself."""
    page: str
    """The address of the page that it is about."""
    author: Author
    """Of entries that have none."""
    language: str = ""
    day: date | None = None
    """When it was changed, if it has no entries."""


def render_feed(feed: Feed, entries: Iterable[tuple[FeedEntry, str]]) -> str:
    """The text of a feed.

    :param entries: each with its text, as :func:`render_entry` makes it, in the order of the feed
    """
    found = list(entries)
    moments = (_moment(entry.updated, entry.id) for entry, _ in found)
    updated = max(moments, default=_moment(feed.day or _NO_DATE))
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom"{_lang(feed.language)}>',
        _element("id", feed.id),
        _element("title", feed.title),
        _element("updated", updated),
        _link("self", feed.address, "application/atom+xml"),
        _link("alternate", feed.page, "text/html"),
        f'<generator uri="{_GENERATOR}">sphinxcontrib-tripreport</generator>',
    ]
    if not all(entry.authors for entry, _ in found) or not found:
        lines.append(_author(feed.author))
    return "\n".join((*lines, *(text for _, text in found), "</feed>\n"))


def render_entry(entry: FeedEntry) -> str:
    """The text of an entry, which all feeds that have it share."""
    return "\n".join(_entry_lines(entry))


def _entry_lines(entry: FeedEntry) -> Iterator[str]:
    yield f"<entry{_lang(entry.language)}>"
    yield _element("id", entry.id)
    yield _element("title", entry.title)
    yield _element("published", _moment(entry.published, entry.id))
    yield _element("updated", _moment(entry.updated, entry.id))
    yield _link("alternate", entry.address, "text/html")
    for url, media_type in entry.enclosures:
        yield _link("enclosure", url, media_type)
    yield from map(_author, entry.authors)
    for key, name in entry.topics:
        yield f'<category term="{_value(key)}" label="{_value(name)}"/>'
    if entry.summary:
        yield _element("summary", entry.summary)
    if entry.content:
        yield f'<content type="html">{_text(entry.content)}</content>'
    yield "</entry>"


def _author(author: Author) -> str:
    uri = _element("uri", author.url) if author.url else ""
    return f"<author>{_element('name', author.name)}{uri}</author>"


def _link(relation: str, url: str, media_type: str) -> str:
    return f'<link rel="{relation}" type="{media_type}" href="{_value(url)}"/>'


def _element(name: str, text: str) -> str:
    return f"<{name}>{_text(text)}</{name}>"


def _moment(day: date, about: str = "") -> str:
    """The beginning of a day, as RFC 3339 has it: nobody says more.

    :param about: an id: of each there is another part of the first second, because readers of
        feeds do not know in which order they have what has the same moment
    """
    part = f".{crc32(about.encode()) % 1_000_000:06}" if about else ""
    return f"{day.isoformat()}T00:00:00{part}Z"


def _lang(language: str) -> str:
    return f' xml:lang="{_value(language)}"' if language else ""


def _value(text: str) -> str:
    return escape(_NOT_XML.sub("", text), _QUOTES)


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("", text))
