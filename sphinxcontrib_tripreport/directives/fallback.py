"""The content of a list: what is there when nothing is found, and mostly is not shown at all.

So nothing may lead to it. Whether it is shown, only the whole project knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.core.text.phrases import quoted
from sphinxcontrib_tripreport.messages import warn

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment
    from sphinx.util.docutils import SphinxDirective

_DEPTH = "tripreport_stand_ins"


def is_in_fallback(env: BuildEnvironment) -> bool:
    """Whether the content of a list is being parsed."""
    return bool(env.current_document.get(_DEPTH))


def parse_fallback(directive: SphinxDirective) -> list[nodes.Node]:
    """Parse the content of a list; labels in it give a warning, and nothing leads to them."""
    document, current = directive.state.document, directive.env.current_document
    known = set(document.nametypes)
    depth = current.get(_DEPTH) or 0
    current[_DEPTH] = depth + 1
    try:
        parsed = directive.parse_content_to_nodes()
    finally:
        current[_DEPTH] = depth
    # As Sphinx takes labels: every explicit name but those of footnotes and of outer links.
    labels = {
        name: node
        for node in nodes.container("", *parsed).findall(nodes.Element)
        if not isinstance(node, (nodes.footnote, nodes.citation)) and "refuri" not in node
        for name in node["names"]
        if name not in known and document.nametypes.get(name)
    }
    for name, node in labels.items():
        warn(
            Subtype.PLACE,
            f"The label {quoted([name])[0]} is in the content of a list, which is shown only"
            " if nothing is found: expected it outside; nothing leads to it.",
            node,
        )
        document.nametypes[name] = False
    return parsed
