"""Events of which nobody says when or where they were. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from sphinxcontrib_tripreport.core.checks.finding import DataEntry, Finding
from sphinxcontrib_tripreport.core.checks.places import at_event
from sphinxcontrib_tripreport.core.checks.project import Project
from sphinxcontrib_tripreport.core.model.records import Event


def check_dates(project: Project) -> Iterator[Finding]:
    """A finding for each event without a first day; the days of its talks are suggested."""
    for event in project.catalogue.events.values():
        if event.start is None:
            first, last = project.catalogue.days_of(event)
            text = f"Nobody says when {_name_and_key(event)} was: expected “start” and “end”."
            entry = None
            if first is not None and last is not None:
                days = (("start", first.isoformat()), ("end", last.isoformat()))
                text += f" Its talks are on {first}" + (f" to {last}." if last != first else ".")
                entry = DataEntry("events", event.key, _name(event), texts=days)
            yield at_event("dates", project, event, text, entry)


def check_places(project: Project) -> Iterator[Finding]:
    """A finding for each event without a place."""
    for event in project.catalogue.events.values():
        if not (event.place or event.country):
            text = f"Nobody says where {_name_and_key(event)} was: expected “place”."
            yield at_event("places", project, event, text)


def _name_and_key(event: Event) -> str:
    return f"“{event.name}”" if event.name == event.key else f"“{event.name}” ({event.key})"


def _name(event: Event) -> str:
    return event.name if event.name != event.key else ""
