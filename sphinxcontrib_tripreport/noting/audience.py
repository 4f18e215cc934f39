"""What of a document is private, and whether this build has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes

from sphinxcontrib_tripreport.core.model.audience import PRIVATE
from sphinxcontrib_tripreport.noting.store import store_of

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

TAG: Final = "private"
"""Builds with this tag have what is private, too."""
_AS_A_WHOLE = "tripreport_left_out"


def has_private(env: BuildEnvironment) -> bool:
    """Whether this build has what is private."""
    return store_of(env).has_private


def is_left_out(env: BuildEnvironment, audience: str) -> bool:
    """Whether a part of the document that is being read is kept from the readers of this build.

    :param audience: what the part says of it: empty if it says nothing
    """
    if audience != PRIVATE:
        return False
    note_private_part(env)
    return not has_private(env)


def note_private_part(env: BuildEnvironment) -> None:
    """Keep that the document has something private: its source is not for the public."""
    store_of(env).data["private_parts"][env.docname] = True


def leave_out_document(env: BuildEnvironment, line: int) -> None:
    """Leave out all of the document that is being read, because a part cannot go alone.

    :param line: of what cannot
    """
    env.current_document[_AS_A_WHOLE] = line


def line_of_left_out(env: BuildEnvironment) -> int:
    """The line because of which the document that is being read is left out; 0 if it is not."""
    return int(env.current_document.get(_AS_A_WHOLE) or 0)


def drop_labels_before(parent: nodes.Element, document: nodes.document) -> None:
    """Forget the labels at the end of what is parsed so far: they belong to what is left out."""
    while parent.children and isinstance(parent[-1], nodes.target | nodes.comment):
        label = parent.children.pop()
        if not isinstance(label, nodes.target):
            continue
        for name in (*label["names"], *label["dupnames"]):
            document.nameids.pop(name, None)
            document.nametypes.pop(name, None)
        for anchor in label["ids"]:
            document.ids.pop(anchor, None)
            document.refids.pop(anchor, None)
