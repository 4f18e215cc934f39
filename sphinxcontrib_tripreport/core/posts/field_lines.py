"""Values of fields that are written as lines of text, whichever marks are before the name."""

from __future__ import annotations

from sphinxcontrib_tripreport.core.posts.metadata import outdent
from sphinxcontrib_tripreport.core.text.located import Located, UnreadableYaml, read_yaml

STRUCTURED = frozenset(("talks",))
"""Fields whose value is YAML, also if the engine knows only text."""


def read_value(name: str, head: str, rest: list[str], line: int, joint: str = " ") -> Located:
    """The value of a field.

    :param head: what is on the field's own line
    :param rest: the lines below that belong to it
    :param line: the field's own line, from 1
    :param joint: what the lines mean to each other: a space in text, a line break in lists
    """
    if name in STRUCTURED:
        return _yaml(head, rest, line)
    parts = (head.strip(), *(part.strip() for part in rest))
    return Located(joint.join(part for part in parts if part), line)


def _yaml(head: str, rest: list[str], line: int) -> Located:
    try:
        located = read_yaml("\n".join((head, *outdent(rest))), first_line=line)
    except UnreadableYaml as error:
        return Located(f"not YAML: {error}", error.line)
    return located or Located("", line)
