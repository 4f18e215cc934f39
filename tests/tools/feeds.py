"""What RFC 4287 says that a feed must have, as assertions."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

ATOM = "{http://www.w3.org/2005/Atom}"
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
_IRI = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:\S+")
_ONCE = ("id", "title", "updated")


def check_feed(text: str) -> ET.Element:
    """Assert all that a feed must have; numbers are those of the RFC's sections."""
    feed = ET.fromstring(text)
    assert feed.tag == f"{ATOM}feed"
    _check(feed)
    found = feed.findall(f"{ATOM}entry")
    # 4.1.1: an author, unless all entries have one.
    assert feed.find(f"{ATOM}author") is not None or (
        found and all(entry.find(f"{ATOM}author") is not None for entry in found)
    )
    # 4.1.1: one link to itself should be there.
    assert len(_links(feed, "self")) == 1
    ids = [entry.findtext(f"{ATOM}id") for entry in found]
    assert len(set(ids)) == len(ids)
    for entry in found:
        _check(entry)
        assert len(entry.findall(f"{ATOM}published")) <= 1
        contents = entry.findall(f"{ATOM}content")
        assert len(contents) <= 1
        # 4.1.2: without content, a link to where it is.
        assert contents or _links(entry, "alternate")
        assert len(entry.findall(f"{ATOM}summary")) <= 1
        for content in contents:
            assert content.get("type") == "html"  # 4.1.3.3
            assert len(content) == 0
    return feed


def _check(thing: ET.Element) -> None:
    """What feeds and entries have in common."""
    for name in _ONCE:
        assert len(thing.findall(f"{ATOM}{name}")) == 1, name
    assert _IRI.fullmatch(thing.findtext(f"{ATOM}id") or "")  # 4.2.6
    for name in ("updated", "published"):  # 3.3
        for moment in thing.findall(f"{ATOM}{name}"):
            assert _MOMENT.fullmatch(moment.text or "")
    for author in thing.findall(f"{ATOM}author"):  # 3.2
        assert len(author.findall(f"{ATOM}name")) == 1
        assert len(author.findall(f"{ATOM}uri")) <= 1
    for category in thing.findall(f"{ATOM}category"):  # 4.2.2.1
        assert "term" in category.attrib
    for link in thing.findall(f"{ATOM}link"):  # 4.2.7.1
        assert _IRI.fullmatch(link.get("href", ""))
    # 4.1.1: no two links to the same in the same language and of the same type.
    kinds = [(link.get("type"), link.get("hreflang")) for link in _links(thing, "alternate")]
    assert len(set(kinds)) == len(kinds)


def _links(thing: ET.Element, relation: str) -> list[ET.Element]:
    return [
        link for link in thing.findall(f"{ATOM}link") if link.get("rel", "alternate") == relation
    ]
