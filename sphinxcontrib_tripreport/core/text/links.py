"""Links as authors write them, and whether they are safe to follow. Standard library only."""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from typing import Final, NamedTuple
from urllib.parse import unquote, urlsplit

from sphinxcontrib_tripreport.core.text.accents import without_piles
from sphinxcontrib_tripreport.core.text.phrases import did_you_mean
from sphinxcontrib_tripreport.core.text.regexes import regex

_EXPECTED: Final = "expected a URL such as https://example.org or a file in the project"
_WITH_HOST: Final = frozenset({"http", "https", "ftp", "ftps", "gemini"})
_SAFE: Final = _WITH_HOST | {"mailto", "tel"}
_DANGEROUS: Final = frozenset({"javascript", "vbscript", "livescript", "data", "file", "blob"})

_MOST_ROUNDS: Final = 10
_SCHEME: Final = regex(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_FORBIDDEN: Final = regex(r"[\s<>\"`\\]")
_LABELLED: Final = regex(r"(?P<label>[^<>]*)<(?P<url>[^<>]*)>")
_HOST: Final = regex(
    r"(?:[\w-]+\.)+(?!(?:pdf|pptx?|odp|key|docx?|odt|html?|md|rst|txt|png|jpe?g|gif|svg|webp|avif|mp[34]"
    r"|webm|mov|avi|mkv|ogg|wav|zip|gz|tar|py|ipynb|json|yaml|yml|csv|xml|ics|bib|tex)\b)"
    r"[a-z]{2,24}(?::\d+)?(?:[/?#]|$)",
    re.IGNORECASE,
)
"""How an address without its scheme begins; no usual file name looks like it."""
_WWW: Final = regex(r"www\.[^/.]", re.IGNORECASE)
_VIDEO_HOSTS: Final = regex(
    r"(?:.+\.)?(?:youtube\.com|youtu\.be|youtube-nocookie\.com|vimeo\.com|media\.ccc\.de|pyvideo\.org"
    r"|dailymotion\.com|twitch\.tv|bilibili\.com|b23\.tv|youku\.com|nicovideo\.jp|rutube\.ru|loom\.com"
    r"|video\.fosdem\.org|infoq\.com)"
)
PEERTUBE_HOSTS: Final = regex(
    r"(?:.+\.)?(?:toobnix\.org|peertube\..+|diode\.zone|tube\..+|makertube\.net)"
)
"""Hosts of videos that are known for PeerTube, or named as most of its hosts are."""
# An address that can be read in one way only: nothing in it is hidden, and no sign of HTML or of
# Unicode is before its host.
_PLAIN: Final = regex(
    r"https?://[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?([/?#][!#-;=?-\[\]^_a-z{|}~]*)?", re.ASCII
)
# Persian and emoji addresses hold these two; anything else that cannot be seen is a trick.
_JOINERS: Final = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"


KNOWN_LABELS: Final = (
    *("url", "slides", "video", "code", "paper", "homepage", "website", "programme", "photo"),
    *("github", "gitlab", "mastodon", "bluesky", "twitter", "linkedin", "orcid"),
)
"""What links are called for which there is a word in every language."""


class Link(NamedTuple):
    """A link with the words to show for it."""

    label: str
    url: str


def read_url(text: str) -> str:
    """The URL, or the path of a file in the project, that ``text`` holds.

    ``<...>`` around it is dropped; ``www.example.org`` and ``//example.org`` get ``https``.

    :raises ValueError: for empty text, for characters that no URL may have, and for every scheme
        but http, https, ftp, ftps, gemini, mailto and tel, however it is disguised
    """
    url = text.strip()
    if _PLAIN.fullmatch(url):
        return url
    if url.startswith("<") and url.endswith(">"):
        url = url[1:-1].strip()
    if not url or _FORBIDDEN.search(url) or _has_hidden(url):
        raise ValueError(_EXPECTED)
    if url.startswith("//"):
        url = f"https:{url}"
    elif _WWW.match(url):
        url = f"https://{url}"
    _check_scheme(url)
    return url


def say_no_file(url: str, where: str = " in the project") -> str:
    """What to say of the path of a file that is not there: it may be a web address.

    :param where: files may be; empty if none is taken
    """
    expected = f"expected a web address or a file{where}" if where else "expected a web address"
    if _HOST.match(url):
        return f": {expected}.{did_you_mean([f'https://{url}'])}"
    return f", which is missing: {expected}." if where else f": {expected}."


def is_file(url: str) -> bool:
    """Whether a URL has neither scheme nor host: it is a path in the project."""
    return bool(url) and not _scheme(url) and not url.startswith(("//", "#", "?"))


def is_video(url: str) -> bool:
    """Whether a URL leads to a host that is known for videos."""
    host = _host(url)
    return bool(_VIDEO_HOSTS.fullmatch(host) or PEERTUBE_HOSTS.fullmatch(host))


def read_link(text: str) -> Link:
    """The link in ``label <https://...>``, or in a bare URL, whose label is its host.

    A bare path is labelled with the name of the file. ``Video`` is the known label ``video``: case
    does not matter.

    :raises ValueError: as :func:`read_url` does
    """
    match = _LABELLED.fullmatch(text.strip())
    url = read_url(match["url"] if match else text)
    label = " ".join(match["label"].split()) if match else ""
    if label.lower() in KNOWN_LABELS:
        label = label.lower()
    return Link(label or _default_label(url), url)


def split_links(text: str) -> tuple[str, ...]:
    """The lines that should each hold a link, stripped, without the empty ones."""
    return tuple(filter(None, map(str.strip, text.splitlines())))


def _has_hidden(url: str) -> bool:
    # All that can be printed can be seen; most addresses are asked no further.
    return not url.isprintable() and any(map(_is_hidden, url))


def _is_hidden(char: str) -> bool:
    kind = unicodedata.category(char)
    return kind in ("Cc", "Cs") or (kind == "Cf" and char not in _JOINERS)


def _scheme(url: str) -> str:
    match = _SCHEME.match(url)
    return match[1].lower() if match else ""


def _check_scheme(url: str) -> None:
    """Raise ValueError unless every way to read ``url`` agrees on one scheme that is safe."""
    decoded = _decode_entities(url)
    scheme, *others = {_scheme(form) for form in (url, decoded, _visible(url), _visible(decoded))}
    if others or (scheme and scheme not in _SAFE):
        raise ValueError(_EXPECTED)
    widest = unicodedata.normalize("NFKC", without_piles(_visible(unquote(decoded))))
    if _scheme(widest) in _DANGEROUS:
        raise ValueError(_EXPECTED)
    if scheme in _WITH_HOST and not _host(url):
        raise ValueError(_EXPECTED)
    if scheme in _SAFE - _WITH_HOST and url.endswith(":"):
        raise ValueError(_EXPECTED)


def _decode_entities(url: str) -> str:
    """What ``&amp;amp;`` and its like mean in the end; nobody means them to go on long."""
    for _ in range(_MOST_ROUNDS):
        before, url = url, unescape(url)
        if url == before:
            return url
    raise ValueError(_EXPECTED)


def _visible(text: str) -> str:
    """Drop what browsers drop, or do not show, when they look for the scheme."""
    if text.isprintable() and " " not in text:
        return text
    return "".join(
        char
        for char in text
        if not char.isspace() and unicodedata.category(char) not in ("Cc", "Cf")
    )


def _host(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return parts.hostname or ""


def _default_label(url: str) -> str:
    scheme = _scheme(url)
    if scheme in _WITH_HOST:
        return _host(url).removeprefix("www.")
    path = url.partition(":")[2] if scheme else url
    path = re.split(r"[?#]", path, maxsplit=1)[0].rstrip("/")
    return path.rpartition("/")[2] or url
