"""The one post-transform: every placeholder of a page becomes what its view draws."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx.builders.gettext import MessageCatalogBuilder
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinxcontrib_tripreport.garbage import nothing_is_garbage
from sphinxcontrib_tripreport.messages import in_language
from sphinxcontrib_tripreport.nodes import trip_placeholder
from sphinxcontrib_tripreport.views.listings.search_box import mark_document
from sphinxcontrib_tripreport.views.pen import Pen, with_remainder
from sphinxcontrib_tripreport.views.registry import VIEWS, answer

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.domain.domain import TripDomain


class DrawPlaceholders(SphinxPostTransform):
    """Fills in the placeholders of a document that is about to be written."""

    # Before Sphinx resolves references (10) and prepares images and links for the builder.
    default_priority = 5

    def run(self, **kwargs: Any) -> None:
        """Replace each placeholder by what it stands for; by nothing where that is nothing."""
        domain = cast("TripDomain", self.env.domains["trip"])
        # Builders of catalogues for translators find what they want in the placeholders.
        if domain.builder is None or isinstance(domain.builder, MessageCatalogBuilder):
            return
        domain.written.add(self.env.docname)
        pens = _Pens(domain)
        with nothing_is_garbage():
            for placeholder in list(self.document.findall(trip_placeholder)):
                docname = placeholder["docname"]
                with in_language(domain.desk.language_of(docname)):
                    drawn = _drawn(domain, placeholder, pens[docname])
                placeholder.replace_self(drawn)
                mark_document(self.document, drawn)


class _Pens(dict[str, Pen]):
    """A pen for each document whose placeholders are filled in; nearly always one."""

    def __init__(self, domain: TripDomain) -> None:
        super().__init__()
        self._domain = domain

    def __missing__(self, docname: str) -> Pen:
        domain = self._domain
        assert domain.builder is not None
        language = domain.desk.language_of(docname)
        pen = self[docname] = Pen(domain.env, domain.builder, docname, language)
        return pen


def _drawn(domain: TripDomain, placeholder: trip_placeholder, pen: Pen) -> list[nodes.Node]:
    view, docname = VIEWS[placeholder["view"]], placeholder["docname"]
    answered = answer(domain.desk, docname, placeholder["view"], placeholder["subject"])
    if answered is None or view.draw is None:
        return []
    if view.takes_content and placeholder.children and not answered.parts:
        return placeholder.children
    drawn = view.draw(pen, answered)
    if placeholder.children and not view.takes_content:
        drawn = with_remainder(drawn, placeholder.children)
    return drawn
