"""The files of programmes that the metadata of reports names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.core.text.links import Link, is_file, say_no_file
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.noting.files import is_there

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_tripreport.noting.post import Post


def named_programmes(env: BuildEnvironment, post: Post) -> tuple[Link, ...]:
    """The files of the event's programme, as ``/path`` from the source directory.

    They are dependencies of the document, also while they are missing. Addresses say nothing of
    sessions: they are left out.
    """
    found: list[Link] = []
    for link in post.read.report.programme:
        if not is_file(link.url) or "\0" in link.url:
            continue
        relative, absolute = env.relfn2path(link.url)
        env.note_dependency(relative)
        if is_there(Path(absolute)) or Path(absolute).is_dir():
            found.append(Link(link.label, f"/{relative}"))
        else:
            field = post.fields.get("programme")
            location = (
                (env.docname, field.line) if field is not None and field.line else env.docname
            )
            text = f"The metadata field “programme” is “{link.url}”{say_no_file(link.url)}"
            warn(Subtype.METADATA, text, location)
    return tuple(found)
