"""Control characters, which no word has: editors and copied slides leave them. Standard library."""

from __future__ import annotations

from typing import Final

from sphinxcontrib_tripreport.core.text.regexes import regex

_CONTROLS: Final = regex(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
"""The characters of Unicode's category Cc that are no white space."""


def without_controls(text: str) -> str:
    """*text* without control characters, which show nothing and which HTML forbids."""
    return text if text.isprintable() else _CONTROLS.sub("", text)
