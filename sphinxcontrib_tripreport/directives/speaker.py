"""The directive ``speaker``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes

from sphinxcontrib_tripreport.core.model.records import Speaker, Target
from sphinxcontrib_tripreport.core.options.tables import SPEAKER_OPTIONS, profile_links
from sphinxcontrib_tripreport.core.text.names import name_key
from sphinxcontrib_tripreport.directives.entry import EntryDirective, any_option
from sphinxcontrib_tripreport.noting.places import place_of_line

if TYPE_CHECKING:
    from sphinx.util.typing import OptionSpec


class SpeakerDirective(EntryDirective):
    """Describes a person: the content is a biography, their talks stand below it."""

    role = "speaker"
    known = SPEAKER_OPTIONS
    option_spec: ClassVar[OptionSpec] = any_option(SPEAKER_OPTIONS)

    def note(self, title: str, values: dict[str, Any]) -> tuple[str, str]:
        """Note the person; their views are asked about by key."""
        key = name_key(title)
        anchor = self.free_anchor(f"speaker-{key}")
        plain = ("aliases", "sort", "affiliation", "pronouns", "photo")
        speaker = Speaker(
            key,
            title,
            links=profile_links(values),
            described=Target(self.env.docname, anchor),
            line=self.lineno,
            included_at=place_of_line(self, self.lineno),
            **{name: values[name] for name in plain if name in values},
        )
        self.store.note("speakers", self.env.docname, speaker)
        return anchor, key

    def below(self) -> list[nodes.Node]:
        """Every talk of theirs."""
        return [self.placeholder("speaker-talks")]
