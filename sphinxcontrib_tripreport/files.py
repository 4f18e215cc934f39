"""Files of the project that links and pictures name: found, and made part of the output."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.text.links import is_file

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


def take_file(env: BuildEnvironment, url: str, *, picture: bool = False) -> tuple[str, str]:
    """What a link of the document at hand leads to, and what is wrong with it.

    :param url: a web address, or a path from the document or (with ``/``) from the source
        directory
    :param picture: whether the file is shown, instead of offered for download
    :return: the web address, or ``/path`` from the source directory; empty where it is no file,
        with a sentence on what was expected
    """
    if not is_file(url):
        return url, ""
    relative, absolute = env.relfn2path(url)
    if not Path(absolute).is_file():
        return "", "expected a web address, or the path of a file in the project."
    env.note_dependency(relative)
    if not picture:
        env.dlfiles.add_file(env.docname, relative)
    return f"/{relative}", ""


def path_in_output(env: BuildEnvironment, url: str) -> str:
    """Where a file that :func:`take_file` took is below the folder of downloads; else nothing."""
    known = env.dlfiles.get(Path(url[1:])) if url.startswith("/") else None
    return Path(known[1]).as_posix() if known is not None else ""
