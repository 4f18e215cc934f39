"""One event from every description and mention of it. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sphinxcontrib_tripreport.descriptions import filled_in, join_descriptions
from sphinxcontrib_tripreport.model import Event, Note, Report
from sphinxcontrib_tripreport.problems import Problem


def join_events(
    described: Iterable[Event],
    reports: Iterable[Report],
    notes: Iterable[Note],
    problems: list[Problem],
) -> dict[str, Event]:
    """Every event by key, described or named by a report or a talk; sorted by key.

    :param described: descriptions in order of precedence
    :param problems: where double descriptions are added
    """
    joined = join_descriptions(described, filled_in, problems)
    for report in reports:
        if report.event:
            known = joined.setdefault(report.event, Event(report.event, report.event))
            if report.event_name and known.name == known.key:
                joined[report.event] = replace(known, name=report.event_name)
    for note in notes:
        if note.event and note.event not in joined:
            joined[note.event] = Event(note.event, note.event)
    return {key: joined[key] for key in sorted(joined)}
