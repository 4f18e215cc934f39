"""The dates of reports, as the days of their events tell them. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.model.records import Event, Report
from sphinxcontrib_tripreport.core.text.phrases import quoted


def date_reports(
    reports: Mapping[str, Report], events: Mapping[str, Event], problems: list[Problem]
) -> dict[str, Report]:
    """The reports, each with the date that its event's days leave.

    One without a date has that of its event's last day. If the date can be read two ways, the
    one within the event's days is meant.

    :param reports: by docname
    :param events: by key
    :param problems: where dates that can still be read two ways are added; the day comes first
    """
    dated = dict(reports)
    for docname, report in reports.items():
        event = events.get(report.event)
        last = (event.end or event.start) if event is not None else None
        if report.date is None and last is not None:
            dated[docname] = replace(report, date=last)
        elif report.date is not None and report.other_date is not None:
            dated[docname] = _read_once(report, report.date, report.other_date, event, problems)
    return dated


def _read_once(
    report: Report,
    day_first: dt.date,
    month_first: dt.date,
    event: Event | None,
    problems: list[Problem],
) -> Report:
    """The report with the reading of its date that is within the event's days, if one alone is."""
    within = [day for day in (day_first, month_first) if _is_within(day, event)]
    meant = within[0] if len(within) == 1 else day_first
    if len(within) != 1 and not _has_day_first(report.language):
        text = (
            f"The date of the report can be read two ways: {day_first} or {month_first}; the first"
            f" is taken. Write {' or '.join(quoted(map(str, (day_first, month_first))))}."
        )
        problems.append(Problem(Subtype.AMBIGUOUS, text, report.date_line, report.docname))
    return replace(report, date=meant, other_date=None)


def _is_within(day: dt.date, event: Event | None) -> bool:
    if event is None or event.start is None:
        return False
    return event.start <= day <= (event.end or event.start)


def _has_day_first(language: str) -> bool:
    """Whether the day comes first wherever a language is spoken, as it does not in English."""
    return language.partition("-")[0].lower() not in ("", "en")
