"""The programme of an event, looked for in the project that a post belongs to, without a build."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Final

from sphinxcontrib_tripreport.core.model.programme import Programme
from sphinxcontrib_tripreport.core.options.data_files import read_data
from sphinxcontrib_tripreport.core.options.values import read_programmes
from sphinxcontrib_tripreport.core.programmes.files import read_path
from sphinxcontrib_tripreport.core.programmes.several_files import add_up
from sphinxcontrib_tripreport.core.text.links import Link, is_file
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.core.text.slugs import slug

_DATA: Final = frozenset((".yaml", ".yml"))
_TEXTS: Final = frozenset((".md", ".markdown", ".rst"))
_LARGEST: Final = 1_000_000
_MOST_FOLDERS: Final = 5_000
_DIRECTIVE: Final = regex(
    r"^[ \t]*(?:\.\. (?:trip:)?event::|[`:~]{3,}\{(?:trip:)?event\})[ \t]*(?P<name>.*)\n"
    r"(?P<options>(?:[ \t]*(?::[\w-]+:|---|[\w-]+:|[ \t]+\S).*\n?)*)",
    re.MULTILINE,
)
_OPTION: Final = regex(r"^[ \t]*:?(key|programme):[ \t]*(.*(?:\n[ \t]+(?!:)\S.*)*)", re.MULTILINE)


def programme_of(post: Path, event: str) -> Programme | None:
    """What the files say together that the description of an event names; None if none does.

    :param post: a file of the project: the folder of ``conf.py`` is above it
    """
    root = next((each for each in post.resolve().parents if (each / "conf.py").is_file()), None)
    if root is None or not event:
        return None
    programmes = []
    for path in _programme_files(root).get(slug(event), ()):
        try:
            programmes.append(read_path(root / path.lstrip("/")))
        except (OSError, ValueError):
            # A build says what is wrong with it.
            continue
    return add_up(programmes) if programmes else None


@lru_cache(maxsize=8)
def _programme_files(root: Path) -> dict[str, list[str]]:
    """By key of an event, the files of its programme, from the root."""
    found: dict[str, list[str]] = {}
    for path, text in _texts(root):
        described = _in_data if Path(path).suffix in _DATA else _in_document
        for key, links in described(path, text):
            if files := [link.url for link in links if is_file(link.url)]:
                found.setdefault(key, files)
    return found


def _texts(root: Path) -> Iterator[tuple[str, str]]:
    """Data files and documents that can describe an event: paths from the root, and texts."""
    for folder, folders, names in islice(os.walk(root), _MOST_FOLDERS):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "_")))
        for name in sorted(names):
            path = Path(folder, name)
            if path.suffix not in _DATA | _TEXTS:
                continue
            try:
                with path.open(encoding="utf-8-sig") as file:
                    text = file.read(_LARGEST)
            except (OSError, ValueError):
                continue
            if "programme" in text:
                yield path.relative_to(root).as_posix(), text


def _in_data(path: str, text: str) -> Iterator[tuple[str, tuple[Link, ...]]]:
    for event in read_data(text, path).events:
        yield event.key, event.programme


def _in_document(path: str, text: str) -> Iterator[tuple[str, tuple[Link, ...]]]:
    for directive in _DIRECTIVE.finditer(text):
        options = dict(_OPTION.findall(directive["options"]))
        key = slug(options.get("key", "") or directive["name"])
        try:
            links = read_programmes(options.get("programme", ""))
        except ValueError:
            continue
        folder = posixpath.dirname(path)
        yield key, tuple(
            Link(link.label, posixpath.normpath(posixpath.join("/", folder, link.url)))
            if is_file(link.url) else link
            for link in links
        )  # fmt: skip
