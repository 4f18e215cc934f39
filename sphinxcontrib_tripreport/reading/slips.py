"""What was meant as one of our directives, or as metadata, but is something else by a slip.

reStructuredText and Markdown say nothing of these, or something of lexers and option blocks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from sphinx.transforms import SphinxTransform

from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.messages import warn

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

_NAMES = (
    r"(?:trip:)?(?:talk|keynote|speaker|author|event|talklist|speakerlist|eventlist|reportlist"
    r"|authorlist)"
)
_FIELDS = "event|talk-patterns|day-patterns|skip-headings"
_WORDS = ("talk", "keynote", "speaker", "author", "event", "report", "day-patterns",
          "skip-headings")  # fmt: skip
"""One of these is in every source that has one."""
_IN_BRACES = ("{talk", "{keynote", "{speaker", "{author", "{event", "{takeaway", "{action",
              "{private", "{trip:")  # fmt: skip
_MAY_HAVE = regex(
    rf"^[ \t]*(?:\.\.[ \t]+{_NAMES}:(?!:)|```+[ \t]*{_NAMES}\b)"
    rf"|\S[ \t]*\n[ \t]*\.\.[ \t]+{_NAMES}::"
    rf"|{_NAMES}::[^\n]*(?:\n[ \t]+:[\w-]+:[^\n]*){{1,20}}\n[ \t]+[^\s:]"
    rf"|^:(?:{_FIELDS}):[ \t]|^(?:{_FIELDS}):[ \t]",
    re.MULTILINE,
)
"""What a source has that has one: looking for it is quicker than looking at all nodes."""
_COMMENT = regex(rf"({_NAMES}):(?!:)")
_TEXT = regex(rf"(?:.*\n)+?(\.\. {_NAMES}::)")
_CODE = regex(_NAMES)
_BLOCK = regex(rf'Error in ["“]({_NAMES})["”] directive:\s*invalid option block')
_FIELD = regex(rf"({_FIELDS}): \S")
_HOLD_LATE = (nodes.document, nodes.section)
_FIELDS_OF_NIKOLA = ("author", "event")
_ABOVE_TEXT = (nodes.comment, nodes.title, nodes.docinfo, nodes.meta)
_FLAG = "tripreport_may_have_slips"


class _Slip(NamedTuple):
    node: nodes.Element
    text: str
    lines: int = 0
    """How far below the node's line it is."""


def note_source(env: BuildEnvironment, source: str) -> None:
    """Note whether the document that is read may have such slips."""
    may_have = any(word in source for word in _WORDS) and _MAY_HAVE.search(source) is not None
    env.current_document[_FLAG] = may_have


def warn_of_fences(docname: str, source: str) -> None:
    """Warn of directives in a fence of Markdown that is too short for them."""
    if not any(word in source for word in _IN_BRACES):
        return
    from sphinxcontrib_tripreport.core.posts.nested_fences import too_short_fences

    for each in too_short_fences(source):
        text = (
            f"“{each.inner}” is within “{each.outer}”, and its end ends both: expected a longer"
            f" fence around it, as in “{each.inner[0] + each.inner.partition('{')[0]}"
            f"{each.outer.lstrip(each.outer[0])}”."
        )
        warn(Subtype.PLACE, text, (docname, each.line))


class WarnOfSlips(SphinxTransform):
    """Warns of what is nearly a directive, or metadata."""

    def apply(self, **kwargs: object) -> None:
        """Look at the nodes of documents that may have one."""
        if not self.env.current_document.get(_FLAG):
            return
        for node in self.document.findall(nodes.Element):
            slip = _slip_of(node)
            if slip is not None:
                # docutils' messages have theirs as an attribute.
                line = int(slip.node.get("line") or slip.node.line or 1) + slip.lines
                warn(Subtype.PLACE, slip.text, (self.env.docname, line))


def _is_metadata(comment: nodes.comment, name: str) -> bool:
    """Whether a comment is a field, as Nikola has them at the top of a post."""
    around = comment.parent
    above = around[: around.index(comment)]
    return name in _FIELDS_OF_NIKOLA and all(isinstance(each, _ABOVE_TEXT) for each in above)


def _slip_of(node: nodes.Element) -> _Slip | None:
    if isinstance(node, nodes.comment):
        found = _COMMENT.match(node.astext())
        if found is None or _is_metadata(node, found[1]):
            return None
        text = "“.. {0}:” is a comment: expected two colons, “.. {0}::”."
        # docutils has the line on which a comment ends.
        lines = -node.astext().count("\n")
        return _Slip(node, text.format(found[1]), lines)
    if isinstance(node, nodes.literal_block):
        name = str(node.get("language", ""))
        text = f"“```{name}” is a block of code: expected “```{{{name}}}”."
        return _Slip(node, text) if _CODE.fullmatch(name) else None
    if isinstance(node, nodes.system_message):
        found = _BLOCK.match(node[0].astext()) if len(node) else None
        text = "The options of “{}” go on as text: expected a blank line below them."
        return _Slip(node, text.format(found[1])) if found else None
    if isinstance(node, nodes.paragraph):
        found = _TEXT.match(node.rawsource)
        text = "“{}” is a part of the text above it: expected a blank line between."
        return _Slip(node, text.format(found[1]), found[0].count("\n")) if found else None
    return _late_metadata(node)


def _late_metadata(node: nodes.Element) -> _Slip | None:
    found = None
    if isinstance(node, nodes.title):
        found = _FIELD.match(node.astext())
    elif isinstance(node, nodes.field) and _is_below_text(node.parent):
        found = _FIELD.match(f"{node[0].astext()}: {node[1].astext()}")
    if found is None:
        return None
    text = f"“{found[1]}” is below text, so it is no metadata: expected it at the top of the file."
    return _Slip(node, text)


def _is_below_text(fields: nodes.Element) -> bool:
    """Whether a list of fields has text above it, so that it is no metadata."""
    parent = fields.parent
    if not isinstance(parent, _HOLD_LATE):
        return False
    above = parent.children[: parent.index(fields)]
    return any(isinstance(each, (nodes.paragraph, nodes.section)) for each in above)
