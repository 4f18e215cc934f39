"""The links of a session: labelled as those of talks are, and safe."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from sphinxcontrib_tripreport.core.languages.talk_words import link_label
from sphinxcontrib_tripreport.core.text.links import KNOWN_LABELS, Link, is_file, is_video, read_url
from sphinxcontrib_tripreport.core.text.regexes import regex

_NO_LINKS: Final = regex(
    r"(?:submit )?feedback|.*\bchat\b.*|matrix|live ?stream.*|.*join the room.*|.*\bsubtitles?\b.*",
    re.IGNORECASE,
)
_VIDEO: Final = regex(
    r".*\.(?:mp4|webm|ogv|mkv|mov)(?:$|[?#])|.*\b(?:recording|aufzeichnung)\b.*", re.IGNORECASE
)
_SLIDES: Final = regex(
    r".*\.(?:pdf|pptx?|odp|key)(?:$|[?#])|.*\bslides?\b.*|.*speakerdeck\.com/.*", re.IGNORECASE
)


def safe_url(text: str) -> str:
    """The address in a text; empty if it is none that a page may link to.

    Only addresses of the web: a programme comes from elsewhere, so its paths name no file of the
    project.
    """
    try:
        url = read_url(text)
    except ValueError:
        return ""
    return "" if is_file(url) or not url.startswith(("http://", "https://")) else url


def make_links(found: Iterable[tuple[str, str]]) -> tuple[Link, ...]:
    """Links of labels and addresses: of each known label one, the first; unsafe ones are left out.

    :param found: pairs of a label, which may be empty, and an address
    """
    links: dict[str, Link] = {}
    for label, address in found:
        url = safe_url(address)
        if not url or _NO_LINKS.fullmatch(label.strip()):
            continue
        name = _label(label, url)
        if name and (name not in links) and url not in {link.url for link in links.values()}:
            links[name] = Link(name, url)
    return tuple(links.values())


def _label(label: str, url: str) -> str:
    if is_video(url) or _VIDEO.fullmatch(url) or _VIDEO.fullmatch(label):
        return "video"
    if known := link_label(label):
        return known
    if _SLIDES.fullmatch(url) or _SLIDES.fullmatch(label):
        return "slides"
    name = label.strip()
    if name.lower() in KNOWN_LABELS:
        return name.lower()
    return name or url.split("://", 1)[1].split("/", 1)[0].removeprefix("www.")
