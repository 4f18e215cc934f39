"""Texts of strangers as HTML for other programs: what :mod:`.rich_text` lets pass. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Final

from sphinxcontrib_tripreport.core.text.rich_parts import RichPart

_TAGS: Final = {
    "paragraph": "p", "quote": "blockquote", "bullets": "ul", "numbers": "ol", "item": "li",
    "emphasis": "em", "strong": "strong", "code": "code", "sub": "sub", "sup": "sup",
}  # fmt: skip


def parts_as_html(parts: Iterable[RichPart | str]) -> str:
    """The parts of a text, in their order."""
    return "".join(map(_html, parts))


def _html(part: RichPart | str) -> str:
    if isinstance(part, str):
        return escape(part)
    if part.name == "break":
        return "<br>"
    content = parts_as_html(part.content)
    if part.name == "heading":
        return f"<p><strong>{content}</strong></p>"
    if part.name == "code-block":
        return f"<pre>{content}</pre>"
    if part.name == "link":
        return f'<a href="{escape(part.url)}">{content}</a>' if part.url else content
    tag = _TAGS[part.name]
    return f"<{tag}>{content}</{tag}>"
