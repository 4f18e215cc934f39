"""The check of events: which of them seem to be one. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.checks.finding import Finding
from sphinxcontrib_tripreport.core.checks.near_events import Edition, NearEvents, near_events
from sphinxcontrib_tripreport.core.checks.places import at_event
from sphinxcontrib_tripreport.core.checks.project import Project
from sphinxcontrib_tripreport.core.model.records import Event
from sphinxcontrib_tripreport.core.text.phrases import quoted


def check_events(project: Project) -> Iterator[Finding]:
    """A finding for each two events that seem to be one, where the less known one is."""
    catalogue = project.catalogue
    for pair in near_events(_edition(event, catalogue) for event in catalogue.events.values()):
        other = catalogue.events[pair.other.key]
        finding = at_event("events", project, other, _message(pair))
        is_named = not other.line and finding.docname
        yield replace(finding, suggestion=(f"event: {pair.one.key}",)) if is_named else finding


def _edition(event: Event, catalogue: Catalogue) -> Edition:
    return Edition(
        event.key,
        event.name,
        event.start,
        event.line > 0 or event.described is not None,
        len(catalogue.talks_at(event.key)) + len(catalogue.reports_on(event.key)),
    )


def _message(pair: NearEvents) -> str:
    first, second = quoted((pair.other.name, pair.one.name))
    reasons = ", and ".join(pair.reasons)
    expected = "one description" if pair.other.is_described else f"the key “{pair.one.key}”"
    return f"{first} and {second} seem to be one event, because {reasons}: expected {expected}."
