"""What readers see of documents as they were read: passages with their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes

from sphinxcontrib_tripreport.core.checks.project import Passage
from sphinxcontrib_tripreport.noting.store import store_of

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


def passages_of(env: BuildEnvironment) -> Iterator[Passage]:
    """The passages of all documents that somebody wrote, one document after the other."""
    store = store_of(env)
    srcdir = Path(env.srcdir).resolve()
    for docname in sorted(env.all_docs):
        if store.is_made(docname):
            continue
        path = Path(env.doc2path(docname)).resolve()
        for node in env.get_doctree(docname).findall(_is_passage):
            line, source = _place_of(node)
            included_at = ""
            if line and source and (file := Path(source).resolve()) != path and file.is_file():
                file = file.relative_to(srcdir) if file.is_relative_to(srcdir) else file
                included_at = f"{file.as_posix()}:{line}"
            yield Passage(docname, line, included_at, node.astext())


def lines_around(env: BuildEnvironment, passage: Passage) -> Sequence[str]:
    """The lines of the file that a passage is in."""
    name = passage.included_at.rpartition(":")[0]
    path = Path(env.srcdir) / name if name else Path(env.doc2path(passage.docname))
    try:
        return path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    except OSError:
        return ()


def _is_passage(node: nodes.Node) -> bool:
    """Whether a node is a block of text, or a picture that is in none."""
    if not isinstance(node, (nodes.TextElement, nodes.image)) or isinstance(node, nodes.comment):
        return False
    return not isinstance(node.parent, nodes.TextElement)


def _place_of(node: nodes.Node) -> tuple[int, str]:
    """The line of a node and its file, else those of what it is in."""
    place: nodes.Node | None = node
    while place is not None:
        if place.line:
            return place.line, place.source or ""
        place = place.parent
    return 0, ""
