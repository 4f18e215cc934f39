"""What engines write in braces at the end of a heading is taken off it."""

from __future__ import annotations

from docutils import nodes

from sphinxcontrib_tripreport.core.posts.heading_attributes import find_attributes


def take_attributes(title: nodes.title) -> str | None:
    """Take ``{#id .class}`` off the end of a heading.

    :return: the id, empty if there is none; None if nothing was taken
    """
    last = title.children[-1] if title.children else None
    if not isinstance(last, nodes.Text):
        return None
    found = find_attributes(last)
    if found is None or not title.astext()[: found.start - len(last)].strip():
        return None
    title.replace(last, nodes.Text(last[: found.start]))
    title.rawsource = title.astext()
    return found.anchor
