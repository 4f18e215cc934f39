"""Posts in files that Sphinx does not read, because nothing says what they are written in."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.matching import Matcher

from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.core.posts.suffixes import folders_of, unread
from sphinxcontrib_tripreport.core.text.phrases import quoted
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.settings import as_list

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def warn_of_unread_posts(app: Sphinx) -> None:
    """Say once which posts are not read because of their suffixes; for ``builder-inited``."""
    globs = [str(glob) for glob in as_list(app.config.tripreport_posts)]
    if not globs:
        return
    found = unread(_posts(app, globs), app.config.source_suffix)
    if not found:
        return
    first = next(iter(found.values()))[0]
    number = sum(map(len, found.values()))
    files = f"The file {quoted([first])[0]}" + (f" and {number - 1} more" if number > 1 else "")
    lines = ", ".join(f'"{suffix}": "markdown"' for suffix in sorted(found))
    warn(
        Subtype.METADATA,
        f"{files} in the folders of tripreport_posts: not read, because no entry of source_suffix"
        f" takes the ending: expected in conf.py source_suffix = {{…, {lines}}}, or the files in"
        " exclude_patterns.",
    )


def _posts(app: Sphinx, globs: list[str]) -> Iterator[str]:
    """The paths of files that the globs of documents match, their endings aside."""
    wanted, excluded = Matcher(globs), Matcher(app.config.exclude_patterns)
    source = Path(app.srcdir)
    for folder in folders_of(globs):
        for parent, folders, files in os.walk(source / folder):
            below = Path(parent).relative_to(source)
            folders[:] = sorted(name for name in folders if not excluded((below / name).as_posix()))
            for name in sorted(files):
                path = below / name
                if wanted(path.with_suffix("").as_posix()) and not excluded(path.as_posix()):
                    yield path.as_posix()
