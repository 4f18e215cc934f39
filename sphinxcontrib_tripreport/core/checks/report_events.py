"""Reports that are on no event. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sphinxcontrib_tripreport.core.checks.finding import Finding
from sphinxcontrib_tripreport.core.checks.project import Project
from sphinxcontrib_tripreport.core.model.records import Report
from sphinxcontrib_tripreport.core.text.slugs import fold


def check_reports(project: Project) -> Iterator[Finding]:
    """A finding for each report without an event, unless each of its talks names one."""
    catalogue = project.catalogue
    events = catalogue.events.values()
    names = {(fold(name), event.key) for event in events for name in (event.name, event.key)}
    for report in catalogue.reports.values():
        if report.site or report.event:
            continue
        notes = [note for _talk, note in catalogue.notes_in(report.docname)]
        if notes and all(note.event for note in notes):
            continue
        text = (
            f"The report “{report.title or report.docname}” is on no event: expected “event” in its"
            " metadata."
        )
        suggestion: tuple[str, ...] = ()
        if event := _event_in_title(names, report):
            text += f" Its title names “{event}”."
            suggestion = (f"event: {event}",)
        yield Finding("reports", text, report.docname, report.line or 1, "", suggestion)


def _event_in_title(names: Iterable[tuple[str, str]], report: Report) -> str:
    """The key of the one event whose name or key is in the title of a report; else empty.

    :param names: folded, each with the key of its event
    """
    title = fold(report.title)
    found = {
        key
        for name, key in names
        if name in title and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", title)
    }
    return found.pop() if len(found) == 1 else ""
