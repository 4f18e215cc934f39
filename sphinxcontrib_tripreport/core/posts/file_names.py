"""What the name of a post's file says. Pure."""

from __future__ import annotations

import re
from typing import Final

from sphinxcontrib_tripreport.core.text.regexes import regex

_DATE: Final = regex(r"^\d{4}-\d{1,2}-\d{1,2}[-_]?")
_BUNDLES: Final = ("index", "_index", "readme")
"""Names of files whose folder has the name of the post."""


def title_of_file(docname: str) -> str:
    """The words that the file of a post is called by, or its folder where all files are alike."""
    parts = [part for part in docname.split("/") if part]
    if len(parts) > 1 and parts[-1].lower() in _BUNDLES:
        parts.pop()
    name = parts[-1] if parts else docname
    words = re.sub(r"[-_\s]+", " ", _DATE.sub("", name)).strip() or name
    return words[:1].upper() + words[1:]
