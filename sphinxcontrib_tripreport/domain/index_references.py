"""``:ref:`` to an index, in builders that have no page for it: its title, not its bare label."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinxcontrib_tripreport.views.answers import context_of
from sphinxcontrib_tripreport.views.targets import INDEX_OF


class NameIndices(SphinxPostTransform):
    """Replaces references that would be dead or show a label."""

    def run(self, **kwargs: Any) -> None:
        """Leave only the title where the builder at hand has no page for the index."""
        trip = self.env.domains["trip"]
        pages = {*context_of(self.env).index_pages, *self.env.found_docs}
        titles = {f"trip-{index.name}": index.localname for index in trip.indices}
        for reference in list(self.document.findall(pending_xref)):
            target = reference["reftarget"]
            if reference["reftype"] not in ("ref", "any", "myst") or target in pages:
                continue
            if target in INDEX_OF.values():
                text = reference.astext() if reference.get("refexplicit") else titles[target]
                reference.replace_self(nodes.inline("", text or titles[target]))
