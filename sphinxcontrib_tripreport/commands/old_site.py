"""What an old site leaves unsaid: from which folders it was served, and what each post is about."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Final

from sphinxcontrib_tripreport.commands.post_file import files_in
from sphinxcontrib_tripreport.core.text.slugs import slug

_ADDRESS: Final = re.compile(
    r"""(?<![\w/.])/((?:[\w%~+-][\w.%~+-]*/)*[\w%~+-][\w.%~+-]*
        \.(?:png|jpe?g|gif|svg|webp|avif|pdf))\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Of a file of the site itself: it begins with a slash, and no host is before that."""
_DATE: Final = re.compile(r"^\d{4}-\d{1,2}-\d{1,2}-")
_LANGUAGE: Final = re.compile(r"\.[a-z]{2}(?:[-_][a-z]{2})?$", re.IGNORECASE)
_DAY: Final = re.compile(r"-(?:day|tag|dia|jour)-?\d$")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


def site_roots(posts: Iterable[Path], folder: Path) -> list[str]:
    """The folders of a project in which posts find the files that they name by ``/path``.

    :param folder: of the project; what is found from there needs no setting
    """
    missing = {
        address
        for path in posts
        for address in _addresses(path)
        if not (folder / address).is_file()
    }
    if not missing:
        return []
    by_name: defaultdict[str, list[str]] = defaultdict(list)
    for path in files_in(folder):
        by_name[path.name].append(os.path.relpath(path, folder).replace(os.sep, "/"))
    roots = {
        found[: -len(address) - 1]
        for address in missing
        for found in by_name[address.rpartition("/")[2]]
        if found.endswith(f"/{address}")
    }
    return sorted(roots)


def _addresses(post: Path) -> Iterator[str]:
    try:
        text = post.read_text(encoding="utf-8-sig")
    except (OSError, ValueError):
        # Whoever reads it for its talks says so.
        return
    yield from (found[1] for found in _ADDRESS.finditer(text))


def likely_event(post: Path, day: date | None) -> str:
    """A key for the event of a post: the name of the file, without its date and with a year.

    :param day: of the post, if it has one
    """
    name = post.parent.name if post.stem == "index" else post.stem
    year = _YEAR.match(name) if _DATE.match(name) else None
    name = slug(_LANGUAGE.sub("", _DATE.sub("", name)))
    name = _DAY.sub("", name) or name or "event"
    when = str(day.year) if day is not None else year[0] if year else ""
    return name if not when or _YEAR.search(name) else f"{name}-{when}"
