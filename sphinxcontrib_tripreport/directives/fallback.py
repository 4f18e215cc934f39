"""What a document may not show: the content of a list, if something is found, and abstracts.

So nothing may lead to it. Whether it is shown, only the whole project knows.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from docutils import nodes
from docutils.parsers.rst.states import RSTState
from docutils.statemachine import StringList

from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.core.text.phrases import quoted
from sphinxcontrib_tripreport.messages import warn

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment
    from sphinx.util.docutils import SphinxDirective

_AROUND = "tripreport_hidden_in"
_IN_LIST: Final = "in the content of a list, which is shown only if nothing is found"
_IN_ABSTRACT: Final = "in the abstract of a talk, which only the page of the talk shows"


def hidden_in(env: BuildEnvironment) -> str:
    """What is being parsed that the document may not show, as messages say it; empty if none is."""
    return env.current_document.get(_AROUND) or ""


def parse_fallback(directive: SphinxDirective) -> list[nodes.Node]:
    """Parse the content of a list; labels in it give a warning, and nothing leads to them."""
    return _parse(directive, _IN_LIST, directive.parse_content_to_nodes)


def parse_abstract(directive: SphinxDirective, text: str, line: int) -> list[nodes.Node]:
    """Parse the abstract of a talk in the same way.

    It is copied from elsewhere: of HTML only the text stays, of pictures of the web their words.

    :param line: where the text begins
    """

    def parse() -> list[nodes.Node]:
        source = directive.state_machine.get_source_and_line(line)[0] or ""
        lines = text.splitlines()
        block = StringList(lines, items=[(source, line + n - 1) for n in range(len(lines))])
        # MyST-Parser counts from the directive.
        before = line - 1 if isinstance(directive.state, RSTState) else line - directive.lineno - 1
        parsed = nodes.Element()
        parsed.document = directive.state.document
        directive.state.nested_parse(block, before, parsed)
        return parsed.children

    abstract = nodes.container("", *_parse(directive, _IN_ABSTRACT, parse))
    for node in list(abstract.findall(nodes.Element)):
        if isinstance(node, nodes.raw):
            node.parent.remove(node)
        elif isinstance(node, nodes.image) and "://" in node["uri"]:
            node.replace_self(nodes.inline("", node.get("alt", "")))
    return abstract.children


def _parse(
    directive: SphinxDirective, where: str, parse: Callable[[], list[nodes.Node]]
) -> list[nodes.Node]:
    document, current = directive.state.document, directive.env.current_document
    known = set(document.nametypes)
    around = hidden_in(directive.env)
    current[_AROUND] = around or where
    try:
        parsed = parse()
    finally:
        current[_AROUND] = around
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
            f"The label {quoted([name])[0]} is {where}: expected it outside; nothing leads to it.",
            node,
        )
        document.nametypes[name] = False
    return parsed
