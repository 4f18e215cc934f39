"""The directive ``speaker``."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes

from sphinxcontrib_tripreport.core.model.option_values import SpeakerValues
from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.core.options.speaker import make_speaker
from sphinxcontrib_tripreport.core.options.tables import SPEAKER_OPTIONS
from sphinxcontrib_tripreport.core.text.names import name_key
from sphinxcontrib_tripreport.directives.entry import EntryDirective
from sphinxcontrib_tripreport.noting.any_option import any_option
from sphinxcontrib_tripreport.noting.places import place_of_line
from sphinxcontrib_tripreport.noting.unfinished import unfinished_in

if TYPE_CHECKING:
    from sphinx.util.typing import OptionSpec


class SpeakerDirective(EntryDirective):
    """Describes a person: the content is a biography, their talks are below it."""

    role = "speaker"
    option_table = SPEAKER_OPTIONS
    option_spec: ClassVar[OptionSpec] = any_option(SPEAKER_OPTIONS)

    def note(self, title: str, values: SpeakerValues) -> tuple[str, str]:
        """Note the person; their views are asked about by key."""
        key = name_key(title)
        anchor = self.free_anchor(f"{self.role}-{key}")
        speaker = make_speaker(
            title,
            values,
            self.lineno,
            as_author=self.role == "author",
            described=Target(self.env.docname, anchor),
            included_at=place_of_line(self, self.lineno),
        )
        unfinished_in(self.env).speakers.append(speaker)
        return anchor, key

    def withhold(self, title: str, values: SpeakerValues) -> None:
        """Note who is not to be named."""
        place = place_of_line(self, self.lineno)
        speaker = make_speaker(title, values, self.lineno, included_at=place)
        unfinished_in(self.env).speakers.append(speaker)

    def nodes_below(self) -> list[nodes.Node]:
        """Every talk of theirs."""
        return [self.placeholder("speaker-talks")]
