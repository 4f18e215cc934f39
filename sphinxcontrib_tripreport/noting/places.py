"""Where something is that a document says: in its own file, or in one that it includes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.docutils import SphinxDirective

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.environment import BuildEnvironment


_OWN_FILE = "tripreport_own_file"


def included_place(env: BuildEnvironment, source: str | None, line: int | None) -> str:
    """Where a line is, if that is in a file that the document includes; else empty.

    :param source: what docutils has as the file of the line
    :param line: the line in that file
    :return: the path from the source directory and the line there: ``parts/one.rst:12``
    """
    own = _own_file(env)
    # Nearly always the same text: asking the file system takes a while for thousands of talks.
    if not source or source == own or Path(source).resolve() == Path(own).resolve():
        return ""
    srcdir, path = Path(env.srcdir).resolve(), Path(source).resolve()
    path = path.relative_to(srcdir) if path.is_relative_to(srcdir) else path
    return f"{path.as_posix()}:{line}"


def place_of_node(env: BuildEnvironment, node: nodes.Element, line: int) -> str:
    """Like :func:`included_place`, of a line of *node*."""
    source = node.source
    if not source or source == _own_file(env) or not Path(source).is_file():
        # Translated text has a source that is no file.
        return ""
    return included_place(env, source, line)


def _own_file(env: BuildEnvironment) -> str:
    """The path of the document that is being read; made once, not for each talk."""
    current = env.current_document
    path: str = current.get(_OWN_FILE) or ""
    if not path:
        path = current[_OWN_FILE] = str(env.doc2path(env.docname))
    return path


def location_of(
    env: BuildEnvironment, docname: str, line: int, included_at: str
) -> str | tuple[str, int]:
    """The place that a warning of a line of a document has.

    :param included_at: as :func:`included_place` gives it
    """
    return str(Path(env.srcdir) / included_at) if included_at else (docname, line)


def line_of_option(directive: SphinxDirective, name: str) -> int:
    """The line on which an option is, else the directive's."""
    for number, line in enumerate(directive.block_text.splitlines()):
        if re.match(rf"\s*:?{re.escape(name)}\s*:", line, re.IGNORECASE):
            return int(directive.lineno) + number
    return int(directive.lineno)


def place_in_source(directive: SphinxDirective, line: int) -> str | tuple[str, int]:
    """The place of a line for a warning: in the document, or in a file that it includes."""
    env = directive.env
    return location_of(env, env.docname, line, place_of_line(directive, line))


def place_of_line(directive: SphinxDirective, line: int) -> str:
    """Where a line is, if that is in a file that the document includes; else empty.

    After an included file docutils counts the lines of that file, too: then it is the line of the
    document.
    """
    env = directive.env
    source, own_line = directive.state_machine.get_source_and_line(line)
    place = included_place(env, source, own_line)
    if not place and source and own_line and own_line != line:
        return f"{Path(env.doc2path(env.docname, base=False)).as_posix()}:{own_line}"
    return place
