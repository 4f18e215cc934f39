"""The one post-transform: every placeholder of a page becomes what its view draws."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinxcontrib_tripreport.nodes import trip_placeholder
from sphinxcontrib_tripreport.views.pen import Pen
from sphinxcontrib_tripreport.views.registry import VIEWS

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.domain import TripDomain


class DrawPlaceholders(SphinxPostTransform):
    """Fills in the placeholders of a document that is about to be written."""

    # Before Sphinx resolves references (10) and prepares images and links for the builder.
    default_priority = 5

    def run(self, **kwargs: Any) -> None:
        """Replace each placeholder by what it stands for; by nothing where that is nothing."""
        domain = cast("TripDomain", self.env.domains["trip"])
        if domain.builder is None:
            return
        domain.written.add(self.env.docname)
        for placeholder in list(self.document.findall(trip_placeholder)):
            placeholder.replace_self(_drawn(domain, placeholder))


def _drawn(domain: TripDomain, placeholder: trip_placeholder) -> list[nodes.Node]:
    view, docname = VIEWS[placeholder["view"]], placeholder["docname"]
    answer = view.answer(domain.desk, docname, placeholder["subject"])
    if answer is None or view.draw is None or domain.builder is None:
        return []
    return view.draw(Pen(domain.env, domain.builder, docname), answer)
