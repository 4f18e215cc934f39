"""Videos and posts of other sites that engines embed: the page each is on."""

from __future__ import annotations

import re

from sphinxcontrib_tripreport.core.text.regexes import regex

_PAGES = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "vimeo": "https://vimeo.com/{}",
    "gist": "https://gist.github.com/{}",
    "tweet": "https://twitter.com/i/status/{}",
    "twitter": "https://twitter.com/i/status/{}",
    "x": "https://twitter.com/i/status/{}",
    "instagram": "https://www.instagram.com/p/{}/",
    "video": "{}",
    "audio": "{}",
    "speakerdeck": "https://speakerdeck.com/player/{}",
    "soundcloud": "https://soundcloud.com/{}",
}
_PLAIN = regex(r"[\w./=-]+")


def page_of(name: str, by_place: list[str], by_name: dict[str, str]) -> str:
    """The address of the page that a tag embeds; empty if it embeds none.

    :param name: of the tag: ``youtube``, ``gist`` …
    """
    if name not in _PAGES:
        return ""
    user = by_name.get("user", "")
    identity = by_name.get("id") or by_name.get("url") or (by_place[0] if by_place else "")
    if re.match(r"https?://[^\s<>]+$", identity):
        return identity
    if name == "gist" and len(by_place) > 1 and _PLAIN.fullmatch(by_place[1]):
        # Hugo names the user first; in Jekyll's the second word is a file.
        identity = f"{by_place[0]}/{by_place[1]}" if "." not in by_place[1] else by_place[0]
    elif name in ("tweet", "x", "twitter") and user and _PLAIN.fullmatch(f"{user}{identity}"):
        return f"https://twitter.com/{user}/status/{identity}"
    return _PAGES[name].format(identity) if _PLAIN.fullmatch(identity) else ""
