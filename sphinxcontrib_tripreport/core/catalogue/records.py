"""Everything that was read, before it is put together. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.core.model.records import (
    Event,
    Note,
    Report,
    Speaker,
    Takeaway,
    Topic,
)

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.model.programme import Programme
    from sphinxcontrib_tripreport.core.model.sites import OtherSite


@dataclass(frozen=True, slots=True)
class Records:
    """Everything that was read, each kind in the order of docnames, then of the document."""

    notes: tuple[Note, ...] = ()
    reports: Mapping[str, Report] = field(default_factory=dict)
    """By docname."""
    speakers: tuple[Speaker, ...] = ()
    """Speakers and authors as described; those of data files last."""
    events: tuple[Event, ...] = ()
    programmes: Mapping[str, Programme] = field(default_factory=dict)
    """By the key of a described event."""
    takeaways: tuple[Takeaway, ...] = ()
    topics: tuple[Topic, ...] = ()
    """As data files declare them."""
    topics_closed: bool = False
    """Whether these are all."""
    sites: Mapping[str, OtherSite] = field(default_factory=dict)
    """The other sites that notes and reports are from, by key."""
