"""The directives ``talklist``, ``speakerlist``, ``authorlist``, ``eventlist``, ``reportlist``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst.states import RSTState
from docutils.statemachine import StringList
from sphinx.util import docname_join
from sphinx.util.docutils import SphinxDirective

from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.core.options.option import OptionProblem
from sphinxcontrib_tripreport.core.queries.options import LISTING_OPTIONS
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.directives.fallback import parse_fallback
from sphinxcontrib_tripreport.directives.unread_options import given_options
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.nodes import trip_placeholder
from sphinxcontrib_tripreport.noting.any_option import any_option
from sphinxcontrib_tripreport.noting.places import line_of_option, place_in_source, place_of_line
from sphinxcontrib_tripreport.noting.store import store_of

if TYPE_CHECKING:
    from sphinx.util.typing import OptionSpec


_LIKE_OPTION = regex(r":([\w-]+):(?:\s|$)")


class ListingDirective(SphinxDirective):
    """Lists what its filters find; its content is shown if nothing is found."""

    has_content = True
    # Not taken: but what comes after the name is not the content that docutils makes of it.
    optional_arguments = 1
    final_argument_whitespace = True
    kind: ClassVar[str]

    def run(self) -> list[nodes.Node]:
        """Read the options and leave a placeholder."""
        from sphinxcontrib_tripreport.core.queries.checking import read_listing_options
        from sphinxcontrib_tripreport.core.queries.query import make_query

        owner = self.name.removeprefix("trip:")
        given = given_options(self)
        asked = read_listing_options(self.kind, given.options, owner, self.argument())
        unread = list(self.below_empty_line())
        for problem in (*asked.problems, *unread):
            line = line_of_option(self, problem.name) if problem.name else self.lineno
            warn(problem.subtype, problem.text, place_in_source(self, line))
        given.warn(self)
        finds_nothing = asked.finds_nothing or bool(given.unread or unread)
        if "more" in asked.values:
            asked.values["more"] = docname_join(self.env.docname, asked.values["more"])
        query = make_query(
            self.kind,
            {} if finds_nothing else asked.values,
            finds_nothing=finds_nothing,
            line=self.lineno,
            included_at=place_of_line(self, self.lineno),
        )
        docname = self.env.docname
        store_of(self.env).note_shown(docname, "listing", query)
        placeholder = trip_placeholder(view="listing", subject=query, docname=docname)
        self.set_source_info(placeholder)
        if not unread:
            placeholder += self.fallback()
        return [placeholder]

    def argument(self) -> str:
        """The text after the directive's name; empty if it is the first line of the content."""
        argument = " ".join(" ".join(self.arguments).split())
        if isinstance(self.state, RSTState) and argument:
            head = self.block_text.lstrip().partition("\n")[0]
            if head.rstrip().endswith("::"):
                return ""
        return argument

    def below_empty_line(self) -> Iterator[OptionProblem]:
        """An option that is content, because there is an empty line between it and the name."""
        found = _LIKE_OPTION.match(self.content[0]) if self.content else None
        if found and found[1] in (self.option_spec or ()):
            text = f"“{found[1]}” is content, not an option: expected no empty line above it."
            yield OptionProblem(found[1], Subtype.OPTION, text)

    def fallback(self) -> list[nodes.Node]:
        """What is shown if nothing is found."""
        if self.arguments and not self.argument():
            # Without an empty line above it, docutils takes the content for an argument.
            source, line = self.state_machine.get_source_and_line(self.lineno)
            lines = [*self.arguments[0].splitlines(), ""]
            items = [(source or "", (line or 0) + number) for number in range(len(lines))]
            self.content = StringList(lines, items=items) + self.content
            self.content_offset = self.lineno
        return parse_fallback(self)


class TalkListDirective(ListingDirective):
    """Lists talks."""

    kind = "talk"
    option_spec: ClassVar[OptionSpec] = any_option(LISTING_OPTIONS["talk"])


class SpeakerListDirective(ListingDirective):
    """Lists speakers."""

    kind = "speaker"
    option_spec: ClassVar[OptionSpec] = any_option(LISTING_OPTIONS["speaker"])


class AuthorListDirective(ListingDirective):
    """Lists authors."""

    kind = "author"
    option_spec: ClassVar[OptionSpec] = any_option(LISTING_OPTIONS["author"])


class EventListDirective(ListingDirective):
    """Lists events."""

    kind = "event"
    option_spec: ClassVar[OptionSpec] = any_option(LISTING_OPTIONS["event"])


class ReportListDirective(ListingDirective):
    """Lists reports."""

    kind = "report"
    option_spec: ClassVar[OptionSpec] = any_option(LISTING_OPTIONS["report"])


class TakeawayListDirective(ListingDirective):
    """Lists takeaways."""

    kind = "takeaway"
    option_spec: ClassVar[OptionSpec] = any_option(LISTING_OPTIONS["takeaway"])


class ActionListDirective(ListingDirective):
    """Lists actions."""

    kind = "action"
    option_spec: ClassVar[OptionSpec] = any_option(LISTING_OPTIONS["action"])
