"""The directives ``takeaway`` and ``action``: what was learned and what is to be done, in boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective

from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.options.option import OptionTable, read_options
from sphinxcontrib_tripreport.core.options.takeaway import (
    ACTION_OPTIONS,
    TAKEAWAY_OPTIONS,
    TakeawayValues,
)
from sphinxcontrib_tripreport.core.text.slugs import slug
from sphinxcontrib_tripreport.directives.fallback import hidden_in
from sphinxcontrib_tripreport.directives.unread_options import given_options
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.noting.any_option import any_option
from sphinxcontrib_tripreport.noting.audience import drop_labels_before, is_left_out
from sphinxcontrib_tripreport.noting.places import line_of_option, place_in_source, place_of_line
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.noting.takeaways import mark_takeaway, placeholder_of, words_of

if TYPE_CHECKING:
    from sphinx.util.typing import OptionSpec


class TakeawayDirective(SphinxDirective):
    """What was learned, in a box."""

    has_content = True
    # A text after the name is the first of the content.
    optional_arguments = 1
    final_argument_whitespace = True
    kind: ClassVar[str] = "takeaway"
    option_table: ClassVar[OptionTable[TakeawayValues]] = TAKEAWAY_OPTIONS
    option_spec: ClassVar[OptionSpec] = any_option(TAKEAWAY_OPTIONS)

    def run(self) -> list[nodes.Node]:
        """Make the box; its text becomes a record when the document is read."""
        values = self._values()
        if is_left_out(self.env, values.get("audience", "")):
            drop_labels_before(cast("nodes.Element", self.state_machine.node), self.state.document)
            return []
        self._take_argument()
        content = self.parse_content_to_nodes()
        text = " ".join(filter(None, map(words_of, content)))
        if not slug(text):
            self._warn(Subtype.TITLE, f"The “{self.kind}” is empty: expected a text in it.")
            return content
        if hidden_in(self.env) or store_of(self.env).is_made(self.env.docname):
            self._warn(
                Subtype.PLACE,
                f"Nothing can lead to the “{self.kind}” at this place: expected it in a report.",
            )
            return content
        title = nodes.title("", "")
        box = nodes.admonition("", title, *content, classes=[f"trip-{self.kind}"])
        self.set_source_info(box)
        self.set_source_info(title)
        anchor = mark_takeaway(
            self.env,
            self.state.document,
            box,
            self.kind,
            text,
            values,
            line=self.lineno,
            included_at=place_of_line(self, self.lineno),
        )
        title += placeholder_of(self.env, "takeaway", anchor)
        if "topics" in values:
            box += placeholder_of(self.env, "takeaway-topics", anchor)
        return [box]

    def _take_argument(self) -> None:
        """Put a text after the name before the content."""
        if not self.arguments:
            return
        source, line = self.state_machine.get_source_and_line(self.lineno)
        lines = [*self.arguments[0].splitlines(), ""]
        items = [(source or "", (line or 0) + number) for number in range(len(lines))]
        self.content = StringList(lines, items=items) + self.content

    def _values(self) -> Any:
        given = given_options(self)
        given.warn(self)
        values, problems = read_options(given.options, self.option_table, self.kind)
        if "done" in self.option_table and not given.options.get("done", "no").strip():
            # As a flag, without a value.
            values["done"] = True
        for problem in problems:
            self._report(problem.with_place(line_of_option(self, problem.name)))
        return values

    def _warn(self, subtype: Subtype, text: str) -> None:
        self._report(Problem(subtype, text, self.lineno))

    def _report(self, problem: Problem) -> None:
        warn(problem.subtype, problem.text, place_in_source(self, problem.line))


class ActionDirective(TakeawayDirective):
    """What is to be done, in a box."""

    kind = "action"
    option_table = ACTION_OPTIONS
    option_spec: ClassVar[OptionSpec] = any_option(ACTION_OPTIONS)
