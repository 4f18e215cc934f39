"""The directives ``facts`` and ``overview``, which the templates of made pages use."""

from __future__ import annotations

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from sphinxcontrib_tripreport.core.catalogue.page_names import KINDS, OVERVIEWS, is_page_name
from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.core.text.nearest import nearest
from sphinxcontrib_tripreport.core.text.phrases import expected_one_of
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.nodes import trip_placeholder
from sphinxcontrib_tripreport.noting.store import store_of


class _PageDirective(SphinxDirective):
    def placeholder(self, view: str, subject: str) -> list[nodes.Node]:
        docname = self.env.docname
        store_of(self.env).note_shown(docname, view, subject)
        return [trip_placeholder(view=view, subject=subject, docname=docname)]


class FactsDirective(_PageDirective):
    """What is known of the subject of a page: the byline that its description has."""

    def run(self) -> list[nodes.Node]:
        """Leave a placeholder; who the subject is, is known when all documents are read."""
        if is_page_name(self.env.docname, KINDS):
            return self.placeholder("facts", "")
        warn(
            Subtype.PLACE,
            "“facts” has no subject here: expected on a page of “tripreport_pages”.",
            self.get_location(),
        )
        return []


class OverviewDirective(_PageDirective):
    """Lists the pages of a kind, each with how many talks it has."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Leave a placeholder."""
        kind, kinds = self.arguments[0].strip(), tuple(OVERVIEWS.values())
        if kind in kinds:
            return self.placeholder("overview", kind)
        expected = expected_one_of(kinds, nearest(kind, kinds, 1))
        text = f"“overview” is asked for “{kind}”: {expected}"
        warn(Subtype.VALUE, text, self.get_location())
        return []


class TalkNoteDirective(_PageDirective):
    """One note on the talk whose page this is: where it is from, and its text."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Leave a placeholder; the argument is the note's anchor, and the document of it."""
        return self.placeholder("talk-note", " ".join(self.arguments[0].split(" ")))


class CiteDirective(_PageDirective):
    """How to cite the talk whose page this is."""

    def run(self) -> list[nodes.Node]:
        """Leave a placeholder."""
        return self.placeholder("cite", "")


class RelatedTalksDirective(_PageDirective):
    """Other talks by the speakers of the talk whose page this is, and on its topics."""

    def run(self) -> list[nodes.Node]:
        """Leave a placeholder."""
        return self.placeholder("related-talks", "")
