"""The directive ``talkchart``."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes

from sphinxcontrib_tripreport.core.queries.options import LISTING_OPTIONS, SHAPE
from sphinxcontrib_tripreport.directives.listing import ListingDirective
from sphinxcontrib_tripreport.directives.unread_options import given_options
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.nodes import trip_placeholder
from sphinxcontrib_tripreport.noting.any_option import any_option
from sphinxcontrib_tripreport.noting.places import line_of_option, place_in_source, place_of_line
from sphinxcontrib_tripreport.noting.store import store_of

if TYPE_CHECKING:
    from sphinx.util.typing import OptionSpec


class TalkChartDirective(ListingDirective):
    """Draws how many talks its filters find; its content is shown if nothing is found."""

    kind = "talk"
    option_spec: ClassVar[OptionSpec] = any_option(
        (
            *("of", "by", "layout", "limit", "caption"),
            *(name for name in LISTING_OPTIONS["talk"] if name not in SHAPE),
        )
    )

    def run(self) -> list[nodes.Node]:
        """Read the options and leave the caption and a placeholder."""
        from sphinxcontrib_tripreport.core.queries.chart_checking import read_chart

        given, unread = given_options(self), list(self.below_empty_line())
        asked = read_chart(
            given.options,
            self.name.removeprefix("trip:"),
            self.argument(),
            is_unread=bool(given.unread or unread),
            line=self.lineno,
            included_at=place_of_line(self, self.lineno),
        )
        for problem in (*asked.problems, *unread):
            line = line_of_option(self, problem.name) if problem.name else self.lineno
            warn(problem.subtype, problem.text, place_in_source(self, line))
        given.warn(self)
        docname = self.env.docname
        store_of(self.env).note_shown(docname, "chart", asked.query)
        placeholder = trip_placeholder(view="chart", subject=asked.query, docname=docname)
        self.set_source_info(placeholder)
        if not unread:
            placeholder += self.fallback()
        return [*self._caption(asked.caption), placeholder]

    def _caption(self, text: str) -> list[nodes.Node]:
        """The line above the chart, which translators get as any paragraph."""
        if not text:
            return []
        content, messages = self.parse_inline(text)
        caption = nodes.paragraph(text, "", *content, classes=["trip-caption"])
        self.set_source_info(caption)
        return [caption, *messages]
