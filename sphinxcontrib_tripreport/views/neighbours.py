"""What is before and after a page: of a report in its series, of a page of a long list."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from docutils import nodes

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.core.model.records import Report
from sphinxcontrib_tripreport.messages import _
from sphinxcontrib_tripreport.views.context import Context
from sphinxcontrib_tripreport.views.pen import BylineGroup, Pen
from sphinxcontrib_tripreport.views.references import Reference


class Neighbours(NamedTuple):
    """The documents before and after a page, each with its title; None if there is none."""

    previous: Reference | None
    next: Reference | None


class Pager(NamedTuple):
    """Which page of a long list it is, and the pages beside it."""

    number: int
    page_count: int
    previous: str
    """A document; empty if there is none."""
    next: str


def answer_neighbours(context: Context, docname: str, subject: str) -> Neighbours:
    """The reports beside the report that is *docname*."""
    before, after = neighbours_of(context.catalogue, docname)
    return Neighbours(_refer(context, before), _refer(context, after))


def _refer(context: Context, report: Report | None) -> Reference | None:
    if report is None:
        return None
    return context.report(report.docname, Target(report.docname, ""))


def neighbours_of(catalogue: Catalogue, docname: str) -> tuple[Report | None, Report | None]:
    """The reports before and after one: of its series or event; beyond these, by date."""
    report = catalogue.reports.get(docname)
    if report is None:
        return None, None
    parts: list[Report] = list(catalogue.parts_with(docname))
    if not parts and report.event:
        own = (each for each in catalogue.reports_on(report.event) if not each.site)
        parts = sorted(own, key=_by_date)
    place = parts.index(report) if report in parts else -1
    before = parts[place - 1] if place > 0 else None
    after = parts[place + 1] if 0 <= place < len(parts) - 1 else None
    if before is None or after is None:
        together = {part.docname for part in parts} - {docname}
        others = [
            each
            for each in catalogue.reports.values()
            if each.docname not in together and not each.site
        ]
        others.sort(key=_by_date)
        place = others.index(report)
        if before is None and place:
            before = others[place - 1]
        if after is None and place < len(others) - 1:
            after = others[place + 1]
    return before, after


def _by_date(report: Report) -> tuple[dt.date, str, str]:
    return report.date or dt.date.max, report.title, report.docname


def answer_pager(context: Context, docname: str, subject: str) -> Pager | None:
    """Where the page *docname* is among those that its list is split into."""
    page = context.pages.by_docname.get(docname)
    if page is None or page.page_count < 2:
        return None
    before, after = context.pages.pages_beside(docname)
    return Pager(
        page.number,
        page.page_count,
        before.docname if before is not None else "",
        after.docname if after is not None else "",
    )


def draw_pager(pen: Pen, pager: Pager) -> list[nodes.Node]:
    """A line with links to the page before and the page after."""
    number = _("Page %(number)d of %(count)d") % {"number": pager.number, "count": pager.page_count}
    groups: list[BylineGroup] = []
    if pager.previous:
        link = Reference(_("Previous page"), Target(pager.previous, ""))
        groups.append([pen.reference(link, "trip-previous")])
    groups.append(pen.words(number, "trip-page-number"))
    if pager.next:
        link = Reference(_("Next page"), Target(pager.next, ""))
        groups.append([pen.reference(link, "trip-next")])
    return pen.line(groups, "trip-pager")
