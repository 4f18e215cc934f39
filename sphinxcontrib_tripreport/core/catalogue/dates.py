"""The dates under which talks and events are found, as far as anything says one. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from sphinxcontrib_tripreport.core.catalogue.date_order import LAST
from sphinxcontrib_tripreport.core.model.records import Event, Note, Report
from sphinxcontrib_tripreport.core.model.talk import Talk


class Dates:
    """What days, reports and events say together.

    :param reports: by docname
    """

    def __init__(
        self, talks: Iterable[Talk], reports: Mapping[str, Report], events: Iterable[Event]
    ) -> None:
        self._reports = reports
        self._days_of_talks = _days_of_talks(talks)
        self.first_days: Mapping[str, date] = self._find_first_days(events)
        """By event."""

    def days_of(self, event: Event) -> tuple[date | None, date | None]:
        """The first and the last day of an event; if nobody says one, those of its talks."""
        if event.start is None and event.end is None:
            return self._days_of_talks.get(event.key, (None, None))
        return event.start, event.end

    def effective_date(self, talk: Talk) -> date | None:
        """The date that a talk is found under: its day, its event's first, or its report's."""
        if talk.day is not None:
            return talk.day
        if talk.event in self.first_days:
            return self.first_days[talk.event]
        dates = (report_date(note, self._reports) for note in talk.notes)
        return min(filter(None, dates), default=None)

    def _find_first_days(self, events: Iterable[Event]) -> Mapping[str, date]:
        dates: dict[str, date] = {}
        for report in self._reports.values():
            if report.event and report.date is not None:
                dates[report.event] = min(report.date, dates.get(report.event, report.date))
        days = dates | {event: first for event, (first, _) in self._days_of_talks.items()}
        said = ((event.key, event.start or event.end) for event in events)
        return days | {event: day for event, day in said if day is not None}


def _days_of_talks(talks: Iterable[Talk]) -> Mapping[str, tuple[date, date]]:
    """By event, the first and the last day of its talks."""
    found: dict[str, tuple[date, date]] = {}
    for talk in talks:
        if talk.event and talk.day is not None:
            first, last = found.get(talk.event, (talk.day, talk.day))
            found[talk.event] = min(first, talk.day), max(last, talk.day)
    return found


def report_date(note: Note, reports: Mapping[str, Report]) -> date | None:
    """The date of a note's report."""
    report = reports.get(note.docname)
    return report.date if report is not None else None


def note_order(note: Note, reports: Mapping[str, Report]) -> tuple[bool, date, str, int]:
    """What notes are sorted by: ours first, then by the date of the report, then by the place."""
    return (bool(note.site), report_date(note, reports) or LAST, note.docname, note.line)


def report_order(report: Report) -> tuple[date, str]:
    """What reports are sorted by: those without a date last."""
    return (report.date or LAST, report.docname)
