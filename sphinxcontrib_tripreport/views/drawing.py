"""The one post-transform: every placeholder of a page becomes what its view draws."""

from __future__ import annotations

from typing import Any

from sphinx.builders.gettext import MessageCatalogBuilder
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinxcontrib_tripreport.garbage import nothing_is_garbage
from sphinxcontrib_tripreport.nodes import trip_placeholder
from sphinxcontrib_tripreport.views.answers import answers_of


class DrawPlaceholders(SphinxPostTransform):
    """Fills in the placeholders of a document that is about to be written."""

    is_of_page = True
    """Whether it is not for a part of another document: what it draws has links from a page."""

    def run(self, **kwargs: Any) -> None:
        """Replace each placeholder by what it stands for; by nothing if that is nothing."""
        answers = answers_of(self.env)
        # Builders of catalogues for translators find what they want in the placeholders.
        if answers.builder is None or isinstance(answers.builder, MessageCatalogBuilder):
            return
        answers.written.add(self.env.docname)
        placeholders = list(self.document.findall(trip_placeholder))
        if placeholders:
            from sphinxcontrib_tripreport.views.filling import Filling

            with nothing_is_garbage():
                Filling(self.env, answers.builder).fill(self.document, placeholders)
