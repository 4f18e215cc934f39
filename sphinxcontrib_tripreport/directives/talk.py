"""The directives ``talk`` and ``keynote``."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes

from sphinxcontrib_tripreport.core.model.option_values import TalkValues
from sphinxcontrib_tripreport.core.options.tables import TALK_OPTIONS
from sphinxcontrib_tripreport.directives.entry import EntryDirective
from sphinxcontrib_tripreport.directives.fallback import parse_abstract
from sphinxcontrib_tripreport.noting.any_option import any_option
from sphinxcontrib_tripreport.noting.places import line_of_option, place_of_line
from sphinxcontrib_tripreport.noting.talk import note_talk
from sphinxcontrib_tripreport.noting.unfinished import unfinished_in

if TYPE_CHECKING:
    from sphinx.util.typing import OptionSpec


class TalkDirective(EntryDirective):
    """A note on a talk."""

    role = "talk"
    option_table = TALK_OPTIONS
    option_spec: ClassVar[OptionSpec] = any_option(TALK_OPTIONS)
    default_kind: ClassVar[str] = ""

    def nodes_above(self, values: TalkValues) -> list[nodes.Node]:
        """The abstract, which only the page of the talk shows."""
        if "abstract" not in values:
            return []
        line = line_of_option(self, "abstract")
        written = self.block_text.splitlines()[line - self.lineno]
        line += written.rstrip().endswith(("|", ">", "|-", ">-"))  # in YAML, it is below
        placeholder = self.placeholder("abstract")
        placeholder += parse_abstract(self, values["abstract"], line)
        self.set_source_info(placeholder)
        return [placeholder]

    def note(self, title: str, values: TalkValues) -> tuple[str, str]:
        """Note the talk; its views are asked about by anchor."""
        if self.default_kind:
            values.setdefault("kind", self.default_kind)
        known = unfinished_in(self.env).notes.note_at(self.lineno, title)
        if known is not None:
            # Some directives parse their content twice.
            return known.anchor, known.anchor
        note, problems = note_talk(
            self.env,
            title,
            values,
            line=self.lineno,
            included_at=place_of_line(self, self.lineno),
            free_anchor=self.free_anchor,
        )
        for problem in problems:
            self.report(problem)
        return note.anchor, note.anchor


class KeynoteDirective(TalkDirective):
    """A note on a keynote: a talk of the kind ``keynote``."""

    default_kind = "keynote"
