"""What the name of a post's file says. Pure."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from sphinxcontrib_tripreport.core.text.regexes import regex

_DATE: Final = regex(r"^\d{4}-\d{1,2}-\d{1,2}[-_]?")
_BUNDLES: Final = ("index", "_index", "readme")
"""Names of files whose folder has the name of the post."""


class FileName(NamedTuple):
    """What a post's file is called, without its date."""

    name: str
    is_dated: bool


def is_bundle(docname: str) -> bool:
    """Whether a post has a folder of its own, with its name."""
    folder, _slash, name = docname.rpartition("/")
    return bool(folder) and name.lower() in _BUNDLES


def name_of_file(docname: str) -> FileName:
    """What the file of a post is called, or its folder if all files have one name."""
    parts = docname.split("/")
    name = parts[-2] if is_bundle(docname) else parts[-1]
    plain = _DATE.sub("", name)
    return FileName(plain or name, plain != name)


def title_of_file(docname: str) -> str:
    """The words in the name of a post's file, or of its folder if all files have one name."""
    parts = [part for part in docname.split("/") if part]
    if len(parts) > 1 and parts[-1].lower() in _BUNDLES:
        parts.pop()
    name = parts[-1] if parts else docname
    words = re.sub(r"[-_\s]+", " ", _DATE.sub("", name)).strip() or name
    return words[:1].upper() + words[1:]
