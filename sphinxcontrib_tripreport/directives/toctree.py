"""Sphinx's ``toctree``, which passes over drafts that the build leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from sphinx.addnodes import toctree
from sphinx.directives.other import TocTree

if TYPE_CHECKING:
    from docutils import nodes

    from sphinxcontrib_tripreport.domain import TripDomain


class TocTreeWithoutDrafts(TocTree):
    """A table of contents that neither lists hidden drafts nor warns that it cannot find them."""

    def run(self) -> list[nodes.Node]:
        """Let Sphinx make the table as if drafts were there, and take them out of it."""
        trip = cast("TripDomain", self.env.domains["trip"])
        if not trip.hidden:
            return super().run()
        self.env.found_docs.update(trip.hidden)
        try:
            made = super().run()
        finally:
            self.env.found_docs.difference_update(trip.hidden)
        for table in (found for node in made for found in node.findall(toctree)):
            skipped = trip.hidden.intersection(table["includefiles"])
            if skipped:
                table["entries"] = [each for each in table["entries"] if each[1] not in skipped]
                table["includefiles"] = [n for n in table["includefiles"] if n not in skipped]
                trip.note_skipped(self.env.docname, skipped)
        return made
