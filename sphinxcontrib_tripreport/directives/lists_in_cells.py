"""Listings and charts in cells of tables."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.nodes import trip_placeholder
from sphinxcontrib_tripreport.noting.store import store_of

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.queries.chart_options import ChartQuery
    from sphinxcontrib_tripreport.core.queries.query import Query


class DrawListsInCells(SphinxTransform):
    """Has listings in cells of tables drawn as lists: most builders know no table in a table."""

    def apply(self, **kwargs: Any) -> None:
        """Change what the placeholders ask."""
        for placeholder in self.document.findall(trip_placeholder):
            if placeholder["view"] not in ("listing", "chart") or not _is_in_cell(placeholder):
                continue
            if placeholder["view"] == "chart":
                self._change(placeholder, "chart", replace(placeholder["subject"], in_cell=True))
                continue
            query: Query = placeholder["subject"]
            from sphinxcontrib_tripreport.core.queries.options import TABULAR
            from sphinxcontrib_tripreport.core.queries.query import as_list

            if query.layout not in TABULAR:
                continue
            self._change(placeholder, query.layout, as_list(query))

    def _change(
        self, placeholder: trip_placeholder, layout: str, query: Query | ChartQuery
    ) -> None:
        """Have a placeholder ask another question, and say so."""
        text = f"A {layout} cannot be in the cell of a table: it is drawn as a list."
        warn(Subtype.PLACE, text, placeholder)
        view, before = placeholder["view"], placeholder["subject"]
        placeholder["subject"] = query
        store_of(self.env).note_shown_instead(self.env.docname, (view, before), (view, query))


def _is_in_cell(node: nodes.Node) -> bool:
    while node.parent is not None:
        node = node.parent
        if isinstance(node, nodes.entry):
            return True
    return False
