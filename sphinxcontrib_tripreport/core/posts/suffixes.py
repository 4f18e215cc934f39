"""Endings of files that engines have for their posts, whether or not Sphinx reads them. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Final

MARKUPS: Final[Mapping[str, str]] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mkd": "markdown",
    ".mkdn": "markdown",
    ".mdown": "markdown",
    ".qmd": "markdown",
    ".mdx": "markdown",
    ".rst": "restructuredtext",
    ".txt": "restructuredtext",
}
"""What a file is written in, by the ending of its name."""
_SIGNS_OF_GLOBS: Final = "*?["


def fixed_part(glob: str) -> str:
    """The folders that a glob of documents begins with, before anything that can differ."""
    parts = PurePosixPath(glob).parts
    fixed: list[str] = []
    for part in parts[:-1]:
        if any(sign in part for sign in _SIGNS_OF_GLOBS):
            break
        fixed.append(part)
    return "/".join(fixed)


def folders_of(globs: Iterable[str]) -> list[str]:
    """The folders in which documents of the globs are, none of them within another."""
    folders: list[str] = []
    for folder in sorted(set(map(fixed_part, globs))):
        if not any(folder == known or folder.startswith(f"{known}/") for known in folders if known):
            folders.append(folder)
    return [""] if "" in folders else folders


def unread(paths: Iterable[str], read: Iterable[str]) -> dict[str, list[str]]:
    """The Markdown files that nothing reads, by their endings.

    :param read: the endings of files that something reads
    """
    known = tuple(read)
    found: dict[str, list[str]] = {}
    for path in paths:
        suffix = PurePosixPath(path).suffix.lower()
        if MARKUPS.get(suffix) == "markdown" and not path.endswith(known):
            found.setdefault(suffix, []).append(path)
    return found
