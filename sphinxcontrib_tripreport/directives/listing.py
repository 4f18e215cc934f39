"""The directives ``talklist``, ``speakerlist``, ``eventlist`` and ``reportlist``."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from sphinxcontrib_tripreport.directives.entry import any_option
from sphinxcontrib_tripreport.directives.option_lines import line_of_option, place_in_source
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.nodes import trip_placeholder
from sphinxcontrib_tripreport.options import read_options
from sphinxcontrib_tripreport.queries.query import LISTING_OPTIONS
from sphinxcontrib_tripreport.views.listings.answer import make_subject

if TYPE_CHECKING:
    from sphinx.util.typing import OptionSpec

    from sphinxcontrib_tripreport.domain import TripDomain


class ListingDirective(SphinxDirective):
    """Lists what its filters find; its content is what stands there when nothing is found."""

    has_content = True
    kind: ClassVar[str]

    def run(self) -> list[nodes.Node]:
        """Read the options and leave a placeholder."""
        known = LISTING_OPTIONS[self.kind]
        values, problems = read_options(self.options, known, self.name.removeprefix("trip:"))
        for problem in problems:
            line = line_of_option(self, problem.name)
            warn(problem.subtype, problem.text, place_in_source(self, line))
        # What could not be read must not widen the list: a filter that is wrong finds nothing.
        wrong = {problem.name for problem in problems} - values.keys()
        options = {
            name: text.strip()
            for name, text in self.options.items()
            if name in known and name not in wrong
        }
        if any(name in known and name not in _SHAPE for name in wrong):
            return [self._nothing()]
        subject = make_subject(self.kind, options, self.lineno)
        docname = self.env.docname
        domain = cast("TripDomain", self.env.domains["trip"])
        domain.note_shown(docname, "listing", subject)
        placeholder = trip_placeholder(view="listing", subject=subject, docname=docname)
        placeholder += self.parse_content_to_nodes()
        return [placeholder]

    def _nothing(self) -> nodes.Node:
        return nodes.container("", *self.parse_content_to_nodes(), classes=["trip-listing"])


_SHAPE = frozenset(("sort", "group-by", "limit", "columns", "layout"))


class TalkListDirective(ListingDirective):
    """Lists talks."""

    kind = "talk"
    option_spec: ClassVar[OptionSpec] = any_option(LISTING_OPTIONS["talk"])


class SpeakerListDirective(ListingDirective):
    """Lists speakers."""

    kind = "speaker"
    option_spec: ClassVar[OptionSpec] = any_option(LISTING_OPTIONS["speaker"])


class EventListDirective(ListingDirective):
    """Lists events."""

    kind = "event"
    option_spec: ClassVar[OptionSpec] = any_option(LISTING_OPTIONS["event"])


class ReportListDirective(ListingDirective):
    """Lists reports."""

    kind = "report"
    option_spec: ClassVar[OptionSpec] = any_option(LISTING_OPTIONS["report"])
