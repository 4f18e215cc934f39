"""One event from every description and mention of it. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sphinxcontrib_tripreport.model import Event, Note, Report
from sphinxcontrib_tripreport.problems import Problem, Subtype


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
    joined: dict[str, Event] = {}
    for event in described:
        known = joined.get(event.key)
        if known is None:
            joined[event.key] = event
            continue
        if known.described and event.described:
            problems.append(_described_twice(known, event))
        joined[event.key] = _filled_in(known, event)
    for report in reports:
        if report.event:
            known = joined.setdefault(report.event, Event(report.event, report.event))
            if report.event_name and known.name == known.key:
                joined[report.event] = replace(known, name=report.event_name)
    for note in notes:
        if note.event and note.event not in joined:
            joined[note.event] = Event(note.event, note.event)
    return {key: joined[key] for key in sorted(joined)}


def _filled_in(first: Event, second: Event) -> Event:
    """*first*, with what only *second* says."""
    return replace(
        first,
        start=first.start or second.start,
        end=first.end or second.end,
        place=first.place or second.place,
        country=first.country or second.country,
        url=first.url or second.url,
        series=first.series or second.series,
        timezone=first.timezone or second.timezone,
        programme=first.programme or second.programme,
        described=first.described or second.described,
        line=first.line or second.line,
        original_name=first.original_name or second.original_name,
    )


def _described_twice(first: Event, second: Event) -> Problem:
    where = first.described
    assert where is not None
    assert second.described is not None
    return Problem(
        Subtype.DUPLICATE,
        f"The event “{second.key}” is described twice: also in {where.docname}, line"
        f" {first.line}, which counts; expected one description an event.",
        second.line,
        second.described.docname,
    )
