"""Sections that directives make: what is parsed into them, and where they end up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.parsers.rst.states import RSTState
from docutils.transforms.misc import ClassAttribute
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.util.nodes import nested_parse_with_titles

from sphinxcontrib_tripreport.noting.audience import line_of_left_out

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment
    from sphinx.util.docutils import SphinxDirective

_NESTED = "tripreport_nested"
_DEPTH = "tripreport_depth"
_BELOW = "tripreport_below"
_LATER = "tripreport_later"


class SectionProxy(nodes.Element):
    """Takes what is parsed into a section, and tells directives in it which section that is."""

    def __init__(self, section: nodes.section) -> None:
        super().__init__()
        self.section = section
        if section.document is not None:
            self.document = section.document


def parse_into_section(directive: SphinxDirective, section: nodes.section) -> None:
    """Parse a directive's content into *section*, headings as sections below it."""
    if isinstance(directive.state, RSTState):
        nested_parse_with_titles(
            directive.state, directive.content, section, directive.content_offset
        )
        return
    # In MyST a section of the content would be put beside ours, by its number of "#". Parsed
    # without sections a heading is a rubric that knows its level.
    stand_in = SectionProxy(section)
    directive.state.nested_parse(directive.content, directive.content_offset, stand_in)
    section += _with_headings_as_sections(stand_in.children)


def _with_headings_as_sections(parsed: list[nodes.Node]) -> list[nodes.Node]:
    """*parsed* with each heading a section that holds what follows, nested by level."""
    found: list[nodes.Node] = []
    path: list[tuple[int, nodes.section]] = []
    for node in parsed:
        if isinstance(node, nodes.rubric) and "level" in node:
            level = node["level"]
            while path and path[-1][0] >= level:
                path.pop()
            section = _section(node)
            (path[-1][1] if path else found).append(section)
            path.append((level, section))
        else:
            (path[-1][1] if path else found).append(node)
    return found


def _section(heading: nodes.rubric) -> nodes.section:
    title = nodes.title(heading.rawsource, "", *heading.children)
    section = nodes.section("", title)
    for name in ("ids", "names", "dupnames", "classes"):
        section[name] = heading[name]
    for node in (section, title):
        node.source, node.line = heading.source, heading.line
    if heading.document is not None:
        heading.document.ids.update((name, section) for name in section["ids"])
    if "slug" in heading:
        section["slug"] = heading["slug"]
    return section


@contextmanager
def one_deeper(env: BuildEnvironment) -> Iterator[int]:
    """Within one entry more; gives how many entries there are around its content."""
    depth = int(env.current_document.get(_DEPTH) or 0) + 1
    env.current_document[_DEPTH] = depth
    try:
        yield depth
    finally:
        env.current_document[_DEPTH] = depth - 1


def note_nested(env: BuildEnvironment, section: nodes.section) -> None:
    """Keep that a directive made a section inside of a talk."""
    env.current_document[_NESTED] = [*_nested_sections(env), section]


def _nested_sections(env: BuildEnvironment) -> list[nodes.section]:
    return list(env.current_document.get(_NESTED) or ())


def note_below(env: BuildEnvironment, section: nodes.section, below: list[nodes.Node]) -> None:
    """Keep that *below* belongs after a section's own text, which is still to be parsed."""
    env.current_document[_BELOW] = [*_waiting_nodes(env), (section, below)]


def _waiting_nodes(env: BuildEnvironment) -> list[tuple[nodes.section, list[nodes.Node]]]:
    return list(env.current_document.get(_BELOW) or ())


def note_later(env: BuildEnvironment, note: Callable[[], None]) -> None:
    """Keep that an entry is still to be noted: its title has a substitution.

    These may be defined after it.
    """
    env.current_document[_LATER] = [*_waiting_notes(env), note]


def _waiting_notes(env: BuildEnvironment) -> list[Callable[[], None]]:
    return list(env.current_document.get(_LATER) or ())


class NoteEntries(SphinxTransform):
    """Notes the entries that had to wait until all of their document was parsed."""

    def apply(self, **kwargs: Any) -> None:
        """Note what was kept."""
        for note in _waiting_notes(self.env) if not line_of_left_out(self.env) else ():
            note()


class PlaceBelow(SphinxTransform):
    """Puts what was noted for it after a section's own text, before its subsections."""

    def apply(self, **kwargs: Any) -> None:
        """Insert what was noted."""
        for section, below in _waiting_nodes(self.env):
            position = end_of_text(section.children)
            section[position:position] = below


def end_of_text(children: Sequence[nodes.Node]) -> int:
    """Where a section's own text ends, among the section's children.

    Labels, index entries, classes and comments at its end belong to what follows.
    """
    sections = (n for n, child in enumerate(children) if isinstance(child, nodes.section))
    position = next(sections, len(children))
    while position and _belongs_to_next(children[position - 1]):
        position -= 1
    return position


def _belongs_to_next(node: nodes.Node) -> bool:
    if isinstance(node, nodes.pending):
        return node.transform is ClassAttribute
    return isinstance(node, nodes.target | nodes.comment | addnodes.index)


class LiftTalks(SphinxTransform):
    """Puts a talk that a directive made at the end of another talk's section after that section.

    A directive cannot end the section it is in, as a heading does; its author wrote two talks,
    one below the other.
    """

    def apply(self, **kwargs: Any) -> None:
        """Lift the sections that were noted."""
        for section in reversed(_nested_sections(self.env)):
            outer = section.parent
            if outer is None or "trip-talk" not in outer["classes"] or outer[-1] is not section:
                continue
            outer.remove(section)
            outer.parent.insert(outer.parent.index(outer) + 1, section)
