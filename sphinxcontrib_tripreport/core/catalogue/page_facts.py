"""What the template of a page can ask about its subject. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, Final

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.catalogue.page_names import OVERVIEWS
from sphinxcontrib_tripreport.core.catalogue.pages import Page
from sphinxcontrib_tripreport.core.catalogue.related_talks import MOST, related_to
from sphinxcontrib_tripreport.core.model.talk import Talk

MOST_IN_TOCTREE: Final = 200
"""Themes write the whole tree beside every page: that of thousands of speakers would be most of
it."""

VARIABLES: Final = {
    "name": "Of the subject: the speaker, the author, the event, the topic or the year.",
    "key": "Of the subject, as roles and the data file name it.",
    "kind": "What the page is about: the name of its template.",
    "docname": "Of the page.",
    "part": "Of the second and later pages of a long list: the number in brackets.",
    "talks": "How many talks there are.",
    "sessions": "Of an event: how many talks its programme has.",
    "reports": "How many reports there are.",
    "events": "How many events there are.",
    "days": "On how many days there are talks.",
    "times": "How many talks have a time.",
    "speakers": "How many speakers there are.",
    "topics": "Of a topic: how many topics are in it.",
    "authors": "How many authors the project has.",
    "talk_topics": "How many topics the talks have.",
    "kinds": "How many kinds of talks there are.",
    "years": "In how many years there are talks.",
    "ratings": "How many talks have a rating.",
    "takeaways": "How many takeaways there are.",
    "actions": "How many actions there are.",
    "notes": "Of a talk: its notes, each with the ``title`` of its report, the ``authors``, and its"
    " ``docname`` and ``anchor``.",
    "related": "Of a talk: how many others there are by its speakers or on its topics, at most"
    f" {2 * MOST}.",
    "pages": f"Of an overview: the pages on its subjects, or none if there are more than"
    f" {MOST_IN_TOCTREE}.",
}
"""Every variable of a template, and what it holds."""


def facts_of(catalogue: Catalogue, page: Page, pages: Collection[Page]) -> dict[str, Any]:
    """The variables for the template of *page*, which is one of *pages*."""
    talks, reports, events = _counts_about(catalogue, page)
    talk = catalogue.talk_called(page.key) if page.kind == "talk" else None
    subjects = []
    if not page.key and page.number == 1:
        subjects = [each.docname for each in pages if OVERVIEWS.get(each.kind) == page.kind]
    return {
        "name": page.name,
        "key": page.key,
        "kind": page.kind,
        "docname": page.docname,
        "part": f" ({page.number})" if page.number > 1 else "",
        "talks": len(talks),
        "sessions": _sessions(catalogue, page),
        "reports": reports,
        "events": events,
        "days": len({talk.day or talk.day_number for talk in talks}),
        "times": sum(talk.start is not None for talk in talks),
        "speakers": len({key for talk in talks for key in talk.speakers}),
        "topics": len(catalogue.topics_in(page.key)) if page.kind == "topic" else 0,
        **_kinds_of_values(catalogue, talks),
        "takeaways": _count(catalogue, page, "takeaway"),
        "actions": _count(catalogue, page, "action"),
        "notes": _notes(catalogue, talk) if talk is not None else [],
        "related": sum(map(len, related_to(catalogue, talk))) if talk is not None else 0,
        "pages": subjects if len(subjects) <= MOST_IN_TOCTREE else [],
    }


def _kinds_of_values(catalogue: Catalogue, talks: Collection[Talk]) -> dict[str, int]:
    """How many values talks have of each field that charts count by."""
    days = map(catalogue.effective_date, talks)
    keys_of = catalogue.topic_names.keys_of
    return {
        "authors": len(catalogue.authors),
        "talk_topics": len({key for talk in talks for key in keys_of(talk.topics)}),
        "kinds": len({talk.kind for talk in talks}),
        "years": len({day.year for day in days if day is not None}),
        "ratings": sum(talk.rating is not None for talk in talks),
    }


def _counts_about(catalogue: Catalogue, page: Page) -> tuple[Collection[Talk], int, int]:
    """The talks about a page's subject, and how many reports and events there are."""
    if page.kind == "talk":
        talk = catalogue.talk_called(page.key)
        return [talk], len({note.docname for note in talk.notes}), int(bool(talk.event))
    if page.kind == "speaker":
        talks = catalogue.talks_by(page.key)
        return talks, 0, _events(talks)
    if page.kind == "author":
        authorship = catalogue.authorship
        talks, events = authorship.talks_noted_by(page.key), authorship.events_of(page.key)
        return talks, len(authorship.reports_by(page.key)), len(events)
    if page.kind == "event":
        return catalogue.talks_at(page.key), len(catalogue.reports_on(page.key)), 1
    if page.kind == "topic":
        talks = catalogue.talks_about(page.key)
        return talks, len(catalogue.reports_about(page.key)), _events(talks)
    if page.kind == "year":
        return (
            catalogue.talks_in(int(page.key)),
            _in_year(page.key, (report.date for report in catalogue.reports.values())),
            _in_year(page.key, map(catalogue.first_day_of, catalogue.events.values())),
        )
    return catalogue.talks, len(catalogue.reports), len(catalogue.events)


def _events(talks: Iterable[Talk]) -> int:
    return len({talk.event for talk in talks if talk.event})


def _sessions(catalogue: Catalogue, page: Page) -> int:
    """How many talks the programme of an event has."""
    programme = catalogue.sessions.programmes.get(page.key) if page.kind == "event" else None
    return sum(1 for _session in programme.talks()) if programme is not None else 0


def _count(catalogue: Catalogue, page: Page, kind: str) -> int:
    """How many takeaways or actions there are about a page's subject, or in all."""
    if page.key:
        return catalogue.takeaways.count(kind, page.kind, page.key)
    return sum(each.kind == kind for each in catalogue.takeaways.all)


def _notes(catalogue: Catalogue, talk: Talk) -> list[dict[str, Any]]:
    """What the headings of a talk's notes say, and where these are; those that the output has."""
    found = []
    for note in talk.notes:
        report = catalogue.reports.get(note.docname)
        title = report.title if report is not None else ""
        authors = catalogue.authorship.names_in(note.docname)
        if note.anchor:
            place = {"docname": note.docname, "anchor": note.anchor}
            found.append({"title": title or note.docname, "authors": authors, **place})
    return found


def _in_year(year: str, days: Iterable[Any]) -> int:
    return sum(day is not None and str(day.year) == year for day in days)
