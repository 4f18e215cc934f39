"""What authors write."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register the directives, and the transforms that finish what they left in a document."""
    from sphinxcontrib_tripreport.directives.left_out_documents import EmptyLeftOutDocuments
    from sphinxcontrib_tripreport.directives.lists_in_cells import DrawListsInCells
    from sphinxcontrib_tripreport.directives.names import DIRECTIVES, TOCTREE
    from sphinxcontrib_tripreport.directives.sections import LiftTalks, NoteEntries, PlaceBelow
    from sphinxcontrib_tripreport.transforms import add_transforms

    for name, directive in DIRECTIVES.items():
        app.add_directive_to_domain("trip", name, directive)
    app.add_directive("toctree", TOCTREE, override=True)
    transforms = (
        (EmptyLeftOutDocuments, 1, "before anything else sees what is private"),
        (LiftTalks, 10, "before anything looks at the sections"),
        (PlaceBelow, 10, "when the sections are where they stay"),
        (DrawListsInCells, 10, "before anything reads what placeholders ask"),
        (NoteEntries, 11, "before Sphinx translates (20): keys are the same in every language"),
    )
    add_transforms(app, transforms)
