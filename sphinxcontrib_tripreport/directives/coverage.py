"""The directive ``coverage``."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from sphinxcontrib_tripreport.directives.unread_options import given_options
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.nodes import trip_placeholder
from sphinxcontrib_tripreport.noting.any_option import any_option
from sphinxcontrib_tripreport.noting.places import line_of_option, place_in_source, place_of_line
from sphinxcontrib_tripreport.noting.store import store_of

if TYPE_CHECKING:
    from sphinx.util.typing import OptionSpec


class CoverageDirective(SphinxDirective):
    """Says how much of an event's programme was noted; the argument is the event."""

    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[OptionSpec] = any_option(("by", "layout"))

    def run(self) -> list[nodes.Node]:
        """Read the options and leave a placeholder."""
        from sphinxcontrib_tripreport.core.options.option import read_options
        from sphinxcontrib_tripreport.core.queries.coverage import COVERAGE_OPTIONS, CoverageQuery

        given = given_options(self)
        owner = self.name.removeprefix("trip:")
        values, problems = read_options(given.options, COVERAGE_OPTIONS, owner)
        for problem in problems:
            line = line_of_option(self, problem.name)
            warn(problem.subtype, problem.text, place_in_source(self, line))
        given.warn(self)
        query = CoverageQuery(
            " ".join(" ".join(self.arguments).split()),
            values.get("by", ""),
            values.get("layout", "summary"),
            self.lineno,
            place_of_line(self, self.lineno),
        )
        docname = self.env.docname
        store_of(self.env).note_shown(docname, "coverage", query)
        placeholder = trip_placeholder(view="coverage", subject=query, docname=docname)
        self.set_source_info(placeholder)
        return [placeholder]
