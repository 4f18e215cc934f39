r"""Characters that are written as two halves, as JSON has them: ``\ud83d\ude00``.

Unicode calls the halves surrogates; a text that has one alone cannot be written in UTF-8.
"""

from __future__ import annotations

import re

from sphinxcontrib_tripreport.core.text.regexes import regex

_ESCAPED = regex(r"(?<!\\)((?:\\\\)*)\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE)
_HALF = regex("[\ud800-\udfff]")


def join_escaped(source: str) -> str:
    """*source* with the character itself in place of every escaped pair of halves."""
    if "\\u" not in source:
        return source
    return _ESCAPED.sub(lambda found: found[1] + _character(found[2], found[3]), source)


def join_halves(text: str) -> str:
    """*text* with one character in place of two halves, and U+FFFD in place of a half alone."""
    if text.isascii() or not _HALF.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _character(high: str, low: str) -> str:
    return join_halves(chr(int(high, 16)) + chr(int(low, 16)))
