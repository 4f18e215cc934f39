"""Where in the source a directive and its options stand."""

from __future__ import annotations

import re

from sphinx.util.docutils import SphinxDirective

from sphinxcontrib_tripreport.source_places import included_place, location_of


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
    return location_of(env, env.docname, line, place_of_line(directive, line))


def place_of_line(directive: SphinxDirective, line: int) -> str:
    """Where a line stands, if that is in a file that the document includes; else empty."""
    return included_place(directive.env, *directive.state_machine.get_source_and_line(line))
