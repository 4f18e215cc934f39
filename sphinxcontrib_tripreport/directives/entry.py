"""What ``talk``, ``speaker``, ``author`` and ``event`` have in common.

Each is a section with a byline below its title.

Without an argument the section around the directive is the entry; with one the directive makes
the section. If there can be no section (in a list, an admonition, a table) its title is a rubric.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import Any, ClassVar, cast

from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.options.option import OptionTable, read_options
from sphinxcontrib_tripreport.core.text.slugs import slug
from sphinxcontrib_tripreport.directives.entry_titles import parse_title, words_of
from sphinxcontrib_tripreport.directives.fallback import hidden_in
from sphinxcontrib_tripreport.directives.sections import (
    SectionProxy,
    end_of_text,
    note_below,
    note_later,
    note_nested,
    one_deeper,
    parse_into_section,
)
from sphinxcontrib_tripreport.directives.unread_options import argument_of, given_options
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.nodes import trip_placeholder
from sphinxcontrib_tripreport.noting.anchors import (
    free_anchor,
    is_marked,
    place_anchor,
    rubric_with_target,
)
from sphinxcontrib_tripreport.noting.audience import (
    drop_labels_before,
    is_left_out,
    leave_out_document,
    note_private_part,
)
from sphinxcontrib_tripreport.noting.files import take_files
from sphinxcontrib_tripreport.noting.places import line_of_option, place_in_source
from sphinxcontrib_tripreport.noting.store import Store, store_of
from sphinxcontrib_tripreport.noting.title_words import has_substitutions, tame_html, title_of
from sphinxcontrib_tripreport.noting.words_of_records import messages_in

_DEEPEST = 12
"""How many entries may be within each other; headings have six levels."""
_PARENTS = (nodes.document, nodes.section, addnodes.only)
"""Where a section can be."""


def _with_article(role: str) -> str:
    """The name of a directive with its article, as a sentence begins."""
    return f"{'An' if role[0] in 'ae' else 'A'} “{role}”"


class EntryDirective(SphinxDirective):
    """A directive that makes an entry of a section."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True

    role: ClassVar[str]
    """What the entry is: ``talk``, ``speaker``, ``author`` or ``event``."""
    option_table: ClassVar[OptionTable[Any]]
    """The options."""

    @abstractmethod
    def note(self, title: str, values: Any) -> tuple[str, str]:
        """Note the record; gives the anchor of the entry and the subject of its views."""

    def nodes_above(self, values: Any) -> list[nodes.Node]:
        """What is between the byline and the content."""
        return []

    def nodes_below(self) -> list[nodes.Node]:
        """What is below the content."""
        return []

    @property
    def store(self) -> Store:
        """The records of the project."""
        return store_of(self.env)

    def run(self) -> list[nodes.Node]:
        """Make the entry, or warn and keep the content."""
        with one_deeper(self.env) as depth:
            return self._run() if depth <= _DEEPEST else self._too_deep()

    def _too_deep(self) -> list[nodes.Node]:
        """The directive as it is written, because parsing more within each other ends the build."""
        text = f"This “{self.role}” is within {_DEEPEST} other talks, speakers or events"
        self.warn(Subtype.PLACE, f"{text}: expected fewer; it is shown as it is written.")
        return [nodes.literal_block(self.block_text, self.block_text, language="none")]

    def _run(self) -> list[nodes.Node]:
        self._placeholders: list[trip_placeholder] = []
        self._owner: nodes.Element | None = None
        argument = argument_of(self, self.option_table, self.role)
        if where := hidden_in(self.env):
            return self._without_entry(argument, where)
        if self.store.is_made(self.env.docname):
            where = "in the template of a page, which only shows what documents say"
            return self._without_entry(argument, where)
        if slug(argument):
            return self._in_own_section(argument)
        section = self._parent()
        if isinstance(section, nodes.section) and len(section):
            tame_html(cast("nodes.Element", section[0]))
        if not isinstance(section, nodes.section) or not slug(title_of(section)):
            self.warn(
                Subtype.TITLE,
                f"{_with_article(self.role)} has no title: expected a title after the directive's"
                " name, or a section around it.",
            )
            return self.parse_content_to_nodes()
        if is_marked(section):
            self.warn(
                Subtype.PLACE,
                f"The section “{title_of(section)}” is described already: expected one directive a"
                f" section; give this “{self.role}” a title or a section of its own.",
            )
            return self.parse_content_to_nodes()
        return self._in_enclosing_section(section)

    def _parent(self) -> nodes.Element:
        """What the directive is in."""
        node = cast("nodes.Element", self.state_machine.node)
        return node.section if isinstance(node, SectionProxy) else node

    def _without_entry(self, argument: str, where: str) -> list[nodes.Node]:
        """The text alone, if nothing may lead to the entry."""
        text = f"{_with_article(self.role)} is {where}: expected it outside; nothing leads to it."
        self.warn(Subtype.PLACE, text)
        children, messages = self.parse_inline(argument)
        heading = [nodes.rubric(argument, "", *children)] if argument else []
        return [*heading, *messages, *self.parse_content_to_nodes()]

    # The two forms

    def _in_enclosing_section(self, section: nodes.section) -> list[nodes.Node]:
        values = self._values()
        if values.get("withheld"):
            return self._withhold_section(section, values)
        if is_left_out(self.env, values.get("audience", "")):
            # The section was not found in the source, and may be known by now.
            leave_out_document(self.env, self.lineno)
            return []
        head = [self._byline(values), *self.nodes_above(values)]
        below = self.nodes_below()
        self._owner = section
        section["classes"].append(f"trip-{self.role}")

        def name_it(anchor: str, text: str) -> None:
            place_anchor(self.state.document, section, anchor)

        self._note(cast("nodes.Element", section[0]), values, name_it)
        section[1:1] = head
        note_below(self.env, section, below)
        return self.parse_content_to_nodes()

    def _withhold_section(self, section: nodes.section, values: Any) -> list[nodes.Node]:
        self.withhold(title_of(section), values)
        self.warn(
            Subtype.PLACE,
            f"What is withheld is still named by the heading “{title_of(section)}” of its section:"
            f" expected the “{self.role}” to have a title, and no section around it.",
        )
        return []

    def withhold(self, title: str, values: Any) -> None:
        """Keep what is to be known of an entry that no build has."""

    def _in_own_section(self, argument: str) -> list[nodes.Node]:
        values = self._values()
        if values.get("withheld") or is_left_out(self.env, values.get("audience", "")):
            note_private_part(self.env)
            self.withhold(argument, values)
            drop_labels_before(self._parent(), self.state.document)
            return []
        children, messages = parse_title(self, argument)
        title = nodes.title(argument, "", *children)
        tame_html(title)
        head: list[nodes.Node] = [*messages, self._byline(values), *self.nodes_above(values)]
        below = self.nodes_below()
        parent = self._parent()
        if not isinstance(parent, _PARENTS):
            return self._without_section(parent, title, values, head, below)
        document = self.state.document
        section = nodes.section("", title, *head, classes=[f"trip-{self.role}"])
        self.set_source_info(section)
        self.set_source_info(title)

        def name_it(anchor: str, text: str) -> None:
            section["names"].append(nodes.fully_normalize_name(text))
            place_anchor(document, section, anchor)
            document.note_implicit_target(section, section)

        self._note(title, values, name_it)
        parse_into_section(self, section)
        end = end_of_text(section.children)
        section[end:end] = below
        if "trip-talk" in parent["classes"]:
            note_nested(self.env, section)
        return [section]

    def _without_section(
        self,
        parent: nodes.Element,
        title: nodes.title,
        values: Any,
        head: list[nodes.Node],
        below: list[nodes.Node],
    ) -> list[nodes.Node]:
        target, rubric = rubric_with_target(title.children, title.rawsource)

        def name_it(anchor: str, text: str) -> None:
            target["refid"] = anchor
            place_anchor(self.state.document, rubric, anchor)

        self._note(rubric, values, name_it)
        self.set_source_info(target)
        self.set_source_info(rubric)
        content = self.parse_content_to_nodes()
        end = end_of_text(content)
        inside = [target, rubric, *head, *content[:end], *below, *content[end:]]
        css_class = f"trip-{self.role}"
        if isinstance(parent, nodes.list_item) and not len(parent):
            parent["classes"].append(css_class)
            return inside
        return [nodes.container("", *inside, classes=[css_class])]

    def _note(self, title: nodes.Element, values: Any, name_it: Callable[[str, str], None]) -> None:
        """Note the entry under the words of its title, as soon as these are known.

        :param name_it: gives the entry's nodes its anchor, and a name of the title's words
        """

        def note() -> None:
            text = words_of(
                title, self.env, self.state.document, is_heading=self._owner is not None
            )
            anchor, subject = self.note(text, values)
            name_it(anchor, text)
            for placeholder in self._placeholders:
                placeholder["subject"] = subject
                self.store.note_shown(self.env.docname, placeholder["view"], subject)

        if has_substitutions(title):
            note_later(self.env, note)
        else:
            note()

    def _byline(self, values: Any) -> trip_placeholder:
        """The placeholder of the byline, with the words of options for translators."""
        placeholder = self.placeholder(self.role)
        if messages := messages_in(values):
            placeholder["messages"] = messages
            self.set_source_info(placeholder)
        return placeholder

    def placeholder(self, view: str) -> trip_placeholder:
        """A placeholder of a view, which gets its subject when the entry is noted."""
        placeholder = trip_placeholder(view=view, subject="", docname=self.env.docname)
        self._placeholders.append(placeholder)
        return placeholder

    def free_anchor(self, wanted: str) -> str:
        """*wanted*, or with a number if the document uses it elsewhere."""
        return free_anchor(self.state.document, wanted, self._owner)

    # Options

    def _values(self) -> Any:
        """What the options read as: the type goes with the table."""
        given = given_options(self)
        given.warn(self)
        values, problems = read_options(given.options, self.option_table, self.role)
        values, missing = take_files(self.env, values, self.option_table)
        for problem in (*problems, *missing):
            self.report(problem.with_place(line_of_option(self, problem.name)))
        return values

    def report(self, problem: Problem) -> None:
        """Warn of a problem in this document, or in the file that it includes."""
        warn(problem.subtype, problem.text, place_in_source(self, problem.line))

    def warn(self, subtype: Subtype, text: str) -> None:
        """Warn at the directive's own line."""
        self.report(Problem(subtype, text, self.lineno))
