"""The directive ``event``."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes

from sphinxcontrib_tripreport.core.model.option_values import EventValues
from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.core.options.event import make_event
from sphinxcontrib_tripreport.core.options.tables import EVENT_OPTIONS
from sphinxcontrib_tripreport.core.text.slugs import slug
from sphinxcontrib_tripreport.directives.entry import EntryDirective
from sphinxcontrib_tripreport.noting.any_option import any_option
from sphinxcontrib_tripreport.noting.places import place_of_line
from sphinxcontrib_tripreport.noting.unfinished import unfinished_in

if TYPE_CHECKING:
    from sphinx.util.typing import OptionSpec


class EventDirective(EntryDirective):
    """Describes an event: the content is free, its reports and talks are below it."""

    role = "event"
    option_table = EVENT_OPTIONS
    option_spec: ClassVar[OptionSpec] = any_option(EVENT_OPTIONS)

    def note(self, title: str, values: EventValues) -> tuple[str, str]:
        """Note the event; its views are asked about by key."""
        key = values.get("key") or slug(title)
        anchor = self.free_anchor(f"event-{key}")
        event, problem = make_event(
            key,
            title,
            values,
            self.lineno,
            described=Target(self.env.docname, anchor),
            included_at=place_of_line(self, self.lineno),
        )
        if problem is not None:
            self.report(problem)
        unfinished_in(self.env).events.append(event)
        return anchor, key

    def nodes_below(self) -> list[nodes.Node]:
        """The event's reports and talks."""
        return [self.placeholder("event-lists")]
