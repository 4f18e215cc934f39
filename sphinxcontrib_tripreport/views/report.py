"""The byline of a report: the facts below its title, and the parts of its series."""

from __future__ import annotations

from typing import NamedTuple

from docutils import nodes

from sphinxcontrib_tripreport.core.languages.dates_in_words import format_day
from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.core.model.records import Report
from sphinxcontrib_tripreport.messages import _
from sphinxcontrib_tripreport.views.context import Context
from sphinxcontrib_tripreport.views.in_words import audience_in_words, withheld_in_words
from sphinxcontrib_tripreport.views.pen import Pen
from sphinxcontrib_tripreport.views.references import Reference
from sphinxcontrib_tripreport.views.talk import _event


class ReportByline(NamedTuple):
    """What the byline of a report shows."""

    draft: str
    """A word if it is one."""
    audience: str
    """A word if it is not for everybody."""
    event: Reference | None
    date: str
    authors: tuple[Reference, ...]
    withheld: str
    """Words if somebody of them does not want to be named."""
    part: int
    """Its number in its series, from 1; 0 if it is no part of any."""
    parts: tuple[Reference, ...]
    """Of the series, this report among them, without a target."""


def answer_report(context: Context, docname: str, subject: str) -> ReportByline | None:
    """The byline of the report that is *docname*."""
    report: Report | None = context.catalogue.reports.get(docname)
    if report is None:
        return None
    event = _event(context, report.event, Target(docname, "")) if report.event else None
    date = format_day(report.date, context.locale) if report.date is not None else ""
    draft = _("Draft") if report.draft else ""
    parts = context.catalogue.parts_with(docname)
    return ReportByline(
        draft,
        audience_in_words(report.audience),
        event,
        date,
        context.authors_of(docname),
        withheld_in_words(report.withheld),
        parts.index(report) + 1 if parts else 0,
        tuple(_part(context, part, docname) for part in parts),
    )


def _part(context: Context, report: Report, docname: str) -> Reference:
    target = Target(report.docname, "") if report.docname != docname else None
    return context.report(report.docname, target)


def draw_report(pen: Pen, byline: ReportByline) -> list[nodes.Node]:
    """The byline: whether it is a draft, event, date, authors; below, the parts of its series."""
    lines = pen.line(
        (
            pen.words(byline.draft, "trip-draft"),
            pen.words(byline.audience, "trip-audience"),
            pen.references((byline.event,) if byline.event else (), "trip-event"),
            pen.words(byline.date, "trip-date"),
            pen.people(byline.authors, "trip-authors"),
            pen.words(byline.withheld, "trip-withheld"),
        ),
        "trip-facts",
    )
    lines += draw_series(pen, byline.part, byline.parts)
    return [nodes.container("", *lines, classes=["trip-byline", "trip-report"])] if lines else []


def draw_series(pen: Pen, part: int, parts: tuple[Reference, ...]) -> list[nodes.Node]:
    """The line that says which part of a series a report is, with links to the others."""
    if not parts:
        return []
    number = _("Part %(number)d of %(count)d") % {"number": part, "count": len(parts)}
    others = ([pen.reference(each)] for each in parts if each.target is not None)
    return pen.line((pen.words(number, "trip-part"), *others), "trip-series")
