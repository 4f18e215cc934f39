"""Series: reports that are parts of one story. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from sphinxcontrib_tripreport.core.model.records import Event, Report
from sphinxcontrib_tripreport.core.text.slugs import fold

Parts = tuple[Report, ...]
"""The parts of one series, at least two, in order."""


def find_editions(
    events: Iterable[Event], first_days: Mapping[str, date]
) -> Mapping[str, tuple[Event, ...]]:
    """The events of each series of events in the order of their days, by its folded name.

    :param first_days: of events, by key; those that have none are left out
    """
    found: defaultdict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.series and event.key in first_days:
            found[fold(event.series)].append(event)
    return {
        series: tuple(sorted(editions, key=lambda each: (first_days[each.key], each.key)))
        for series, editions in found.items()
    }


def find_series(reports: Iterable[Report], key_of: Callable[[str], str]) -> Mapping[str, Parts]:
    """The parts of the series that each report belongs to, by docname; only of those in one.

    A series is what its parts call so in their metadata. Reports that say nothing are one series
    if they are about one event, in one language, and have an author in common, also by way of
    a report that two authors wrote together.

    :param key_of: from the name of an author to the person's key
    """
    named: defaultdict[str, list[Report]] = defaultdict(list)
    unnamed: defaultdict[tuple[str, str], list[Report]] = defaultdict(list)
    for report in reports:
        if report.series:
            named[fold(report.series)].append(report)
        elif report.event and report.authors:
            # Reports in two languages are more likely translations than parts.
            unnamed[report.event, report.language.partition("-")[0].lower()].append(report)
    groups = list(named.values())
    for together in unnamed.values():
        groups += _by_authors(together, key_of)
    found: dict[str, Parts] = {}
    for group in groups:
        if len(group) > 1:
            parts = tuple(sorted(group, key=_order))
            found.update((part.docname, parts) for part in parts)
    return found


def _by_authors(reports: Iterable[Report], key_of: Callable[[str], str]) -> list[list[Report]]:
    """The groups of *reports* that have authors in common."""
    groups: list[tuple[set[str], list[Report]]] = []
    for report in reports:
        authors, group = set(map(key_of, report.authors)), [report]
        others: list[tuple[set[str], list[Report]]] = []
        for known in groups:
            if authors.isdisjoint(known[0]):
                others.append(known)
            else:
                authors |= known[0]
                group += known[1]
        groups = [*others, (authors, group)]
    return [group for _, group in groups]


def _order(report: Report) -> tuple[date, str, str]:
    """By date, those without one last, then by title."""
    return (report.date or date.max, report.title, report.docname)
