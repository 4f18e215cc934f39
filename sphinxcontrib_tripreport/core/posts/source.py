"""The source of a post, and signs of what it may have: most documents are quick to know. Pure.

What a document has none of needs no reader: neither time, nor the modules that know how to read it.
"""

from __future__ import annotations

from typing import Final

from sphinxcontrib_tripreport.core.model.audience import AUDIENCE, PRIVATE

STATE_FIELDS: Final = ("draft", "published", "status", "blogpost")
"""The fields that can say that a post is a draft."""
_OF_DRAFTS: Final = (*STATE_FIELDS, ".. post::", "{post}")
"""One of these is in every post that can be a draft."""
_OF_PRIVATE_POSTS: Final = (AUDIENCE, PRIVATE)
_OF_PATTERNS: Final = ("pattern", "skip")
"""One of these is in the head of every post that has patterns."""
_HEAD: Final = 20000
"""Characters: patterns are not further down."""
_OF_SUMMARIES: Final = ("<!--", "{%", "{/*", ".. more", ".. TEASER_END", ".. PELICAN_END")
_OF_METADATA: Final = ("---", "+++", "{", "<!--", ".. ")
"""One of these begins every post with metadata, unless its first line has a colon."""


def plain_text(source: str) -> str:
    """A post's *source* as the readers want it: no byte order mark, lines end with ``\\n``."""
    text = source.lstrip("\N{BYTE ORDER MARK}")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def may_be_draft(text: str) -> bool:
    """Whether the *text* of a post has a word that makes drafts."""
    lower = text.lower()
    return any(word in lower for word in _OF_DRAFTS)


def may_be_private(text: str) -> bool:
    """Whether the *text* of a post has a word that makes posts private."""
    lower = text.lower()
    return any(word in lower for word in _OF_PRIVATE_POSTS)


def may_have_patterns(text: str) -> bool:
    """Whether the *text* of a post may have patterns in its metadata."""
    head = text[:_HEAD].lower()
    return any(word in head for word in _OF_PATTERNS)


def may_have_summary_end(text: str) -> bool:
    """Whether the *text* of a post may have a mark at which its summary ends."""
    return any(sign in text for sign in _OF_SUMMARIES)


def may_have_metadata(text: str, markup: str) -> bool:
    """Whether the *text* of a post, which is plain, may have metadata.

    :param markup: ``markdown``, ``restructuredtext`` or ``notebook``; others have none
    """
    if text.lstrip().startswith(_OF_METADATA):
        return True
    if markup == "restructuredtext":
        return text.startswith(":") or "\n:" in text or ".. post::" in text
    return markup == "notebook" or ":" in text.partition("\n")[0] or "{post}" in text
