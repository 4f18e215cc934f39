"""Where in the source an option of a directive stands."""

from __future__ import annotations

import re
from pathlib import Path

from sphinx.util.docutils import SphinxDirective


def line_of_option(directive: SphinxDirective, name: str) -> int:
    """The line on which an option stands, else the directive's."""
    lines = directive.block_text.splitlines()
    has_head = bool(lines) and re.match(r"\s*(\.\.\s|`{3,}|:{3,}|~{3,})", lines[0])
    for number, line in enumerate(lines, 0 if has_head else 1):
        if re.match(rf"\s*:?{re.escape(name)}\s*:", line, re.IGNORECASE):
            return int(directive.lineno) + number
    return int(directive.lineno)


def place_in_source(directive: SphinxDirective, line: int) -> str | tuple[str, int]:
    """The place of a line for a warning: in the document, or in a file that it includes."""
    env = directive.env
    source, own_line = directive.state_machine.get_source_and_line(line)
    path = Path(source).resolve() if source else None
    if path is None or path == Path(env.doc2path(env.docname)).resolve():
        return env.docname, line
    return f"{path}:{own_line}"
