"""How much of an event's programme was noted: a sentence, rows with bars, or what nobody saw."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from docutils import nodes

from sphinxcontrib_tripreport.core.catalogue.coverage import (
    CoveredSession,
    by_day,
    by_track,
    covered_sessions,
    seen_by,
)
from sphinxcontrib_tripreport.core.languages.dates_in_words import format_day, format_time
from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.queries.coverage import CoverageQuery
from sphinxcontrib_tripreport.core.queries.filters import WantedValues
from sphinxcontrib_tripreport.core.queries.options import ListingValues
from sphinxcontrib_tripreport.core.queries.query import make_query
from sphinxcontrib_tripreport.core.text.links import Link
from sphinxcontrib_tripreport.core.text.nearest import nearest
from sphinxcontrib_tripreport.core.text.phrases import did_you_mean
from sphinxcontrib_tripreport.messages import COMMA, _, _n
from sphinxcontrib_tripreport.views.context import Context
from sphinxcontrib_tripreport.views.in_words import status_in_words
from sphinxcontrib_tripreport.views.listings.answer import Listing, answer_listing
from sphinxcontrib_tripreport.views.listings.draw import draw_listing
from sphinxcontrib_tripreport.views.pen import Pen
from sphinxcontrib_tripreport.views.references import Reference

_LATER = ("video", "slides")
"""The links for those who want to see a talk later."""
_STEP = 5
"""In percent: the steps in which bars grow."""


class NotedShare(NamedTuple):
    """How many of some sessions were noted."""

    name: Reference
    noted: int
    sessions: int


class MissedSession(NamedTuple):
    """A session that nobody saw."""

    title: str
    url: str
    people: str
    when: str
    room: str
    status: str
    links: tuple[Link, ...]


class Coverage(NamedTuple):
    """What a ``coverage`` directive shows."""

    noted: int = 0
    sessions: int = 0
    facts: tuple[str, ...] = ()
    """How many were watched, planned, missed; and by how many authors."""
    shares: tuple[NotedShare, ...] = ()
    head: str = ""
    """Over the names of the shares."""
    missed: tuple[MissedSession, ...] | None = None
    listing: Listing | None = None
    """The whole programme against authors."""


def answer_coverage(context: Context, docname: str, query: CoverageQuery) -> Coverage:
    """How much of the programme of the event that *query* names was noted."""
    event, _problem = _event_of(context, docname, query)
    if query.layout == "matrix":
        return Coverage(listing=_matrix(context, docname, event) if event else None)
    sessions = covered_sessions(context.catalogue, event)
    if query.layout == "missed":
        return Coverage(
            missed=tuple(_missed_session(context, each) for each in sessions if not each.is_seen)
        )
    heads = {"track": _("Track"), "day": _("Date"), "author": _("Author")}
    return Coverage(
        sum(bool(each.notes) for each in sessions),
        len(sessions),
        tuple(_facts(context, sessions)),
        tuple(_shares(context, sessions, query.by)),
        heads.get(query.by, ""),
    )


def _matrix(context: Context, docname: str, event: str) -> Listing:
    values: ListingValues = {"event": WantedValues((event,)), "scope": "all", "layout": "matrix"}
    return answer_listing(context, docname, make_query("talk", values))


def summary_of(context: Context, event: str) -> str:
    """One line on how much of an event's programme was noted; empty without a programme."""
    sessions = covered_sessions(context.catalogue, event)
    noted = sum(bool(each.notes) for each in sessions)
    return _noted_in_words(noted, len(sessions)) if sessions else ""


def problem_of(context: Context, docname: str, query: CoverageQuery) -> Problem | None:
    """What is wrong with a question: no event, one that nobody knows, or no programme."""
    return _event_of(context, docname, query)[1]


def _event_of(context: Context, docname: str, query: CoverageQuery) -> tuple[str, Problem | None]:
    """The key of the event that is asked about, and what is wrong."""
    catalogue = context.catalogue
    if query.event:
        found = catalogue.find_events(query.event)
        if len(found) != 1:
            names = [
                name for event in catalogue.events.values() for name in (event.key, event.name)
            ]
            near = did_you_mean(nearest(query.event, names, 1))
            text = f"“coverage” names the event “{query.event}”: expected one that is known.{near}"
            return "", Problem(Subtype.REFERENCE, text)
        key = found[0].key
    else:
        report = catalogue.reports.get(docname)
        kind, subject = context.pages.subject_of(docname) or ("", "")
        key = report.event if report is not None else subject if kind == "event" else ""
        if not key:
            text = "“coverage” is on no report or page of an event: expected the event as argument."
            return "", Problem(Subtype.PLACE, text)
    if key not in catalogue.sessions.programmes:
        text = f"“coverage” is asked for “{key}”: expected an event with a file as “programme”."
        return key, Problem(Subtype.PROGRAMME, text)
    return key, None


def _facts(context: Context, sessions: Sequence[CoveredSession]) -> Iterator[str]:
    for status in ("watched", "planned", "missed"):
        if count := sum(each.status == status for each in sessions):
            yield f"{status_in_words(status)}: {count}"
    if authors := len(seen_by(context.catalogue, sessions)):
        yield _n("%(number)d author", "%(number)d authors", authors) % {"number": authors}


def _shares(context: Context, sessions: Sequence[CoveredSession], by: str) -> Iterator[NotedShare]:
    if by == "author":
        for key, count in sorted(seen_by(context.catalogue, sessions).items()):
            yield NotedShare(context.author(key), count, len(sessions))
        return
    if not by:
        return
    for name, group in (by_track if by == "track" else by_day)(sessions).items():
        shown = name
        if name and by == "day":
            shown = format_day(date.fromisoformat(name), context.locale)
        noted = sum(bool(each.notes) for each in group)
        yield NotedShare(Reference(shown or "–"), noted, len(group))


def _missed_session(context: Context, covered: CoveredSession) -> MissedSession:
    session = covered.session
    when = format_day(session.day, context.locale) if session.day is not None else ""
    if session.begins is not None:
        clock = format_time(session.begins.time(), context.locale)
        when = f"{when}{_(COMMA)}{clock}"
    return MissedSession(
        session.title,
        session.url,
        _(COMMA).join(person.name for person in session.people),
        when,
        _(COMMA).join(session.rooms),
        status_in_words(covered.status) if covered.status else "",
        tuple(link for link in session.links if link.label in _LATER),
    )


def _noted_in_words(noted: int, sessions: int) -> str:
    said = _n(
        "%(noted)d of %(number)d session noted", "%(noted)d of %(number)d sessions noted", sessions
    )
    return said % {"noted": noted, "number": sessions}


def draw_coverage(pen: Pen, coverage: Coverage) -> list[nodes.Node]:
    """A sentence and a table with bars; or the programme, or a list of what nobody saw."""
    if coverage.listing is not None:
        return draw_listing(pen, coverage.listing)
    if coverage.missed is not None:
        return [_draw_missed(pen, coverage.missed)]
    if not coverage.sessions:
        return []
    summary = pen.words(_noted_in_words(coverage.noted, coverage.sessions), "trip-covered")
    facts = [pen.words(fact, "trip-amount") for fact in coverage.facts]
    content: list[nodes.Node] = list(pen.line([summary, *facts], "trip-facts"))
    content.append(_bar(coverage.noted, coverage.sessions))
    if coverage.shares:
        content.append(_table(pen, coverage))
    return [nodes.container("", *content, classes=["trip-coverage"])]


def _bar(noted: int, sessions: int) -> nodes.paragraph:
    """A bar for those who see, which says nothing that is not beside it in words."""
    share = _STEP * round(100 * noted / sessions / _STEP) if sessions else 0
    bar = nodes.inline("", "", classes=["trip-bar", f"trip-bar-{share}"])
    return nodes.paragraph("", "", bar, classes=["trip-bars"])


def _table(pen: Pen, coverage: Coverage) -> nodes.table:
    has_bars = pen.builder.format == "html"
    widths = (50, 50) if has_bars else (70, 30)
    group = nodes.tgroup("", cols=len(widths))
    group += [nodes.colspec(colwidth=width) for width in widths]
    heads = [nodes.Text(coverage.head), nodes.Text(_("Sessions"))]
    head = nodes.row("", *(nodes.entry("", nodes.paragraph("", "", each)) for each in heads))
    body = nodes.tbody()
    for name, noted, sessions in coverage.shares:
        count = nodes.paragraph("", f"{noted} / {sessions}", classes=["trip-amount"])
        bars = [_bar(noted, sessions)] if has_bars else []
        body += nodes.row(
            "",
            nodes.entry("", nodes.paragraph("", "", pen.reference(name))),
            nodes.entry("", count, *bars),
        )
    group += nodes.thead("", head)
    group += body
    return nodes.table("", group, classes=["trip-table", "colwidths-given"])


def _draw_missed(pen: Pen, missed: Sequence[MissedSession]) -> nodes.Node:
    if not missed:
        return nodes.paragraph("", _("Nothing here yet."), classes=["trip-nothing"])
    items = nodes.bullet_list("", classes=["trip-list"])
    for session in missed:
        title: nodes.Node = nodes.inline("", session.title, classes=["trip-title"])
        if session.url:
            title = nodes.reference("", session.title, refuri=session.url, classes=["trip-title"])
        groups = [
            [title],
            pen.words(session.people, "trip-speakers"),
            pen.words(session.when, "trip-when"),
            pen.words(session.room, "trip-room"),
            pen.words(session.status, "trip-status"),
            *pen.links(session.links),
        ]
        items += nodes.list_item("", *pen.line(groups, "trip-line"))
    return nodes.container("", items, classes=["trip-coverage", "no-search"])
