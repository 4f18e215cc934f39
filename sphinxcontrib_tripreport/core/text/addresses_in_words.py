"""Addresses of the web among words, which become links. Pure."""

from __future__ import annotations

from typing import Final

from sphinxcontrib_tripreport.core.text.links import read_url
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.rich_parts import RichPart

_URL: Final = regex(r"https?://[^\s<>\"'`\\|^{}]+[^\s<>\"'`\\|^{}.,;:!?…*_~]")
_BRACKETS: Final = (("(", ")"), ("[", "]"))


def with_links(text: str) -> list[RichPart | str]:
    """Words, with addresses among them as links."""
    parts: list[RichPart | str] = []
    end = 0
    for found in _URL.finditer(text) if "://" in text else ():
        address = found[0]
        for opening, closing in _BRACKETS:
            # "(see https://example.org/)"; a bracket within an address stays.
            if address.endswith(closing) and address.count(closing) > address.count(opening):
                address = address.removesuffix(closing)
        if url := web_address(address):
            parts += [text[end : found.start()], RichPart("link", (address,), url)]
            end = found.start() + len(address)
    return [part for part in (*parts, text[end:]) if part]


def web_address(written: str) -> str:
    """An address of the web or of mail that is safe to follow; empty for anything else."""
    try:
        url = read_url(written)
    except ValueError:
        return ""
    return url if url.lower().startswith(("https://", "http://", "mailto:")) else ""
