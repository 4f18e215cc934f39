"""``:ref:`` to an index, in builders that have no page for it: its title, not its bare label."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinxcontrib_tripreport.views.answers import context_of
from sphinxcontrib_tripreport.views.targets import INDEX_OF

_NAMES = frozenset(INDEX_OF.values())


class NameIndices(SphinxPostTransform):
    """Replaces references that would be dead or show a label."""

    def run(self, **kwargs: Any) -> None:
        """Leave only the title where the builder at hand has no page for the index."""
        references = [
            node
            for node in self.document.findall(pending_xref)
            if node["reftype"] in ("ref", "any", "myst")
            and node["reftarget"] in _NAMES
            and node["reftarget"] not in self.env.found_docs
        ]
        if not references:
            return
        pages = context_of(self.env).index_pages
        trip = self.env.domains["trip"]
        titles = {f"trip-{index.name}": index.localname for index in trip.indices}
        for reference in references:
            target = reference["reftarget"]
            if target not in pages:
                text = reference.astext() if reference.get("refexplicit") else titles[target]
                reference.replace_self(nodes.inline("", text or titles[target]))
