"""Players of videos: the address that shows one within a page. Standard library only.

Only of hosts that document such an address, and built from nothing but the video's id:

* YouTube: https://developers.google.com/youtube/player_parameters, in the mode that sets no cookies
  before a video plays (https://support.google.com/youtube/answer/171780).
* Vimeo: https://developer.vimeo.com/player/sdk/embed, with ``dnt``: do not track.
* media.ccc.de: "Embed" below each video, https://github.com/voc/voctoweb
  (``app/views/frontend/shared/_embedshare.haml``).
* PeerTube: https://docs.joinpeertube.org/api/embed-player, without ``p2p``, which would tell
  viewers each other's addresses.

Left out are Dailymotion, whose players belong to an account, Twitch, whose address names the site
that shows it, and hosts that document none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple
from urllib.parse import parse_qsl, urlsplit

from sphinxcontrib_tripreport.core.text.links import PEERTUBE_HOSTS
from sphinxcontrib_tripreport.core.text.regexes import regex

_YOUTUBE_HOSTS: Final = regex(
    r"(?:(?:www|m|music)\.)?youtube\.com|(?:www\.)?(?:youtu\.be|youtube-nocookie\.com)"
)
_VIMEO_HOSTS: Final = regex(r"(?:(?:www|player)\.)?vimeo\.com")
_CCC_HOSTS: Final = regex(r"media\.ccc\.de")

_YOUTUBE_ID: Final = regex(r"[\w-]{11}", re.ASCII)
_NO_YOUTUBE_IDS: Final = frozenset({"videoseries", "live_stream"})
"""What is in the place of an id in addresses of playlists, and of what a channel sends live."""
_YOUTUBE_PATH: Final = regex(r"/(?:embed|live|shorts|v)/([^/]+)/?")
_VIMEO_PATH: Final = regex(
    r"/(?:channels/[^/]+/|groups/[^/]+/videos/|(?:album|showcase)/[^/]+/video/|video/)?"
    r"(\d{1,15})(?:/(\w{1,40}))?/?",
    re.ASCII,
)
_VIMEO_HASH: Final = regex(r"\w{1,40}", re.ASCII)
_CCC_PATH: Final = regex(r"/v/([a-z0-9][\w.-]*)(?:/oembed)?/?", re.ASCII | re.IGNORECASE)
_PEERTUBE_PATH: Final = regex(
    r"/(?:w|videos/(?:watch|embed))/"
    r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[1-9A-HJ-NP-Za-km-z]{20,22})/?"
)
_NAME: Final = regex(r"[a-z0-9.-]+")
_TIME: Final = regex(r"(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?", re.ASCII)


class Player(NamedTuple):
    """A player of one video."""

    host: str
    """The name of its host, for readers: "YouTube"."""
    url: str
    """The address of the player. It starts at the time that the link names."""

    @property
    def waiting(self) -> str:
        """The address of the same player, which does not play before it is told to."""
        return (
            self.url.replace("?autoplay=1&", "?")
            .replace("&autoplay=1", "")
            .replace("?autoplay=1", "")
        )


class _Parts(NamedTuple):
    host: str
    path: str
    query: Mapping[str, str]
    start: int
    """Seconds."""


def find_player(url: str) -> Player | None:
    """The player of the video that ``url`` leads to; None if no host of ours has it."""
    try:
        split = urlsplit(url)
        host, port = split.hostname or "", split.port
    except ValueError:
        return None
    if split.scheme not in ("http", "https") or port not in (None, 80, 443):
        return None
    for hosts, find in _FINDERS:
        if hosts.fullmatch(host):
            query = dict(parse_qsl(split.query))
            fragment = dict(parse_qsl(split.fragment))
            given = query.get("t") or query.get("start") or fragment.get("t") or ""
            return find(_Parts(host, split.path, query, _seconds(given)))
    return None


def _seconds(text: str) -> int:
    """The time in ``90``, ``90s`` or ``1m30s``; 0 if it is none."""
    match = _TIME.fullmatch(text.lower())
    hours, minutes, seconds = (int(part or 0) for part in match.groups()) if match else (0, 0, 0)
    return hours * 3600 + minutes * 60 + seconds


def _youtube(link: _Parts) -> Player | None:
    if link.host.endswith("youtu.be"):
        video = link.path.strip("/")
    elif match := _YOUTUBE_PATH.fullmatch(link.path):
        video = match[1]
    else:
        video = link.query.get("v", "") if link.path.rstrip("/") == "/watch" else ""
    if not _YOUTUBE_ID.fullmatch(video) or video in _NO_YOUTUBE_IDS:
        return None
    start = f"&start={link.start}" if link.start else ""
    return Player("YouTube", f"https://www.youtube-nocookie.com/embed/{video}?autoplay=1{start}")


def _vimeo(link: _Parts) -> Player | None:
    match = _VIMEO_PATH.fullmatch(link.path)
    if match is None:
        return None
    # Videos that are in no list cannot be seen without it.
    secret = match[2] or link.query.get("h", "")
    secret = f"h={secret}&" if _VIMEO_HASH.fullmatch(secret) else ""
    start = f"#t={link.start}s" if link.start else ""
    return Player(
        "Vimeo", f"https://player.vimeo.com/video/{match[1]}?{secret}dnt=1&autoplay=1{start}"
    )


def _ccc(link: _Parts) -> Player | None:
    match = _CCC_PATH.fullmatch(link.path)
    if match is None:
        return None
    start = f"#t={link.start}" if link.start else ""
    return Player("media.ccc.de", f"https://media.ccc.de/v/{match[1]}/oembed{start}")


def _peertube(link: _Parts) -> Player | None:
    match = _PEERTUBE_PATH.fullmatch(link.path)
    if match is None or not _NAME.fullmatch(link.host):
        return None
    start = f"&start={link.start}s" if link.start else ""
    address = f"https://{link.host}/videos/embed/{match[1]}?p2p=0&autoplay=1{start}"
    return Player(link.host, address)


_FINDERS: Final[tuple[tuple[re.Pattern[str], Callable[[_Parts], Player | None]], ...]] = (
    (_YOUTUBE_HOSTS, _youtube),
    (_VIMEO_HOSTS, _vimeo),
    (_CCC_HOSTS, _ccc),
    (PEERTUBE_HOSTS, _peertube),
)
