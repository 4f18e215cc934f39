"""``:ref:`` to an index, in builders that have no page for it: its title, not its bare label."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinxcontrib_tripreport.views.targets import INDEX_OF

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.domain.domain import TripDomain


class NameIndices(SphinxPostTransform):
    """Replaces references that would be dead or show a label."""

    # Before Sphinx resolves references, and before there are many more nodes to look through.
    default_priority = 4

    def run(self, **kwargs: Any) -> None:
        """Leave only the title where the builder at hand has no page for the index."""
        trip = cast("TripDomain", self.env.domains["trip"])
        pages = trip.desk.index_pages
        titles = {f"trip-{index.name}": index.localname for index in trip.indices}
        for reference in list(self.document.findall(pending_xref)):
            target = reference["reftarget"]
            if reference["reftype"] not in ("ref", "any", "myst") or target in pages:
                continue
            if target in INDEX_OF.values():
                text = reference.astext() if reference.get("refexplicit") else titles[target]
                reference.replace_self(nodes.inline("", text or titles[target]))
