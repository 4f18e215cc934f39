"""Every view by name: how its question is answered, and how the answer is drawn.

An answer is all that a view draws from, as plain values, so its digest says whether a page is
stale. A view whose answer is None draws nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinxcontrib_tripreport.messages import in_language
from sphinxcontrib_tripreport.noting.stored_data import Subject
from sphinxcontrib_tripreport.views import (
    author,
    entry_lists,
    event,
    index_page,
    page,
    report,
    role,
    speaker,
    takeaway,
    talk,
    talk_page,
)
from sphinxcontrib_tripreport.views.context import Context
from sphinxcontrib_tripreport.views.pen import Pen

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.exports.schema_org import Thing
    from sphinxcontrib_tripreport.core.queries.chart_options import ChartQuery
    from sphinxcontrib_tripreport.core.queries.coverage import CoverageQuery
    from sphinxcontrib_tripreport.core.queries.query import Query
    from sphinxcontrib_tripreport.views.charts.answer import Chart
    from sphinxcontrib_tripreport.views.cite import Citation
    from sphinxcontrib_tripreport.views.coverage import Coverage
    from sphinxcontrib_tripreport.views.listings.answer import Listing
    from sphinxcontrib_tripreport.views.neighbours import Neighbours, Pager


@dataclass(frozen=True, slots=True)
class View:
    """One thing that pages show."""

    answer: Callable[[Context, str, Any], Any]
    """From the context, the document and the subject to what the page shows."""
    draw: Callable[[Pen, Any], list[nodes.Node]] | None = None
    """Standard nodes for an answer; None if Sphinx draws it, as it does roles."""
    takes_content: bool = False
    """Whether what the author wrote in the directive is there when there is nothing."""
    is_byline: bool = False
    """Whether it is on nearly each page, so that it is written as HTML if the output allows it."""


def _answer_listing(context: Context, docname: str, query: Query) -> Listing:
    from sphinxcontrib_tripreport.views.listings.answer import answer_listing

    return answer_listing(context, docname, query)


def _draw_listing(pen: Pen, listing: Listing) -> list[nodes.Node]:
    from sphinxcontrib_tripreport.views.listings.draw import draw_listing

    return draw_listing(pen, listing)


def _answer_coverage(context: Context, docname: str, query: CoverageQuery) -> Coverage:
    from sphinxcontrib_tripreport.views.coverage import answer_coverage

    return answer_coverage(context, docname, query)


def _draw_coverage(pen: Pen, coverage: Coverage) -> list[nodes.Node]:
    from sphinxcontrib_tripreport.views.coverage import draw_coverage

    return draw_coverage(pen, coverage)


def _answer_chart(context: Context, docname: str, query: ChartQuery) -> Chart:
    from sphinxcontrib_tripreport.views.charts.answer import answer_chart

    return answer_chart(context, docname, query)


def _draw_chart(pen: Pen, chart: Chart) -> list[nodes.Node]:
    from sphinxcontrib_tripreport.views.charts.draw import draw_chart

    return draw_chart(pen, chart)


def _answer_neighbours(context: Context, docname: str, subject: str) -> Neighbours:
    from sphinxcontrib_tripreport.views.neighbours import answer_neighbours

    return answer_neighbours(context, docname, subject)


def _answer_pager(context: Context, docname: str, subject: str) -> Pager | None:
    from sphinxcontrib_tripreport.views.neighbours import answer_pager

    return answer_pager(context, docname, subject)


def _draw_pager(pen: Pen, pager: Pager) -> list[nodes.Node]:
    from sphinxcontrib_tripreport.views.neighbours import draw_pager

    return draw_pager(pen, pager)


def _answer_description(context: Context, docname: str, subject: str) -> str:
    from sphinxcontrib_tripreport.views.description import answer_description

    return answer_description(context, docname, subject)


def _answer_structured(context: Context, docname: str, subject: str) -> Thing | None:
    from sphinxcontrib_tripreport.views.structured import answer_structured

    return answer_structured(context, docname, subject)


def _answer_cite(context: Context, docname: str, subject: str) -> Citation | None:
    from sphinxcontrib_tripreport.views.cite import answer_cite

    return answer_cite(context, docname, subject)


def _draw_cite(pen: Pen, citation: Citation) -> list[nodes.Node]:
    from sphinxcontrib_tripreport.views.cite import draw_cite

    return draw_cite(pen, citation)


def _answer_note(context: Context, docname: str, subject: str) -> talk_page.NoteOnPage | None:
    return talk_page.answer_note_on_page(context, subject, answer)


def _answer_facts(context: Context, docname: str, subject: str) -> page.Facts | None:
    return page.answer_facts(context, docname, subject, answer)


VIEWS = {
    "talk": View(talk.answer_talk, talk.draw_talk, is_byline=True),
    "report": View(report.answer_report, report.draw_report, is_byline=True),
    "speaker": View(speaker.answer_speaker, speaker.draw_speaker),
    "speaker-talks": View(speaker.answer_speaker_talks, entry_lists.draw_lists),
    "author": View(author.answer_author, author.draw_author),
    "author-lists": View(author.answer_author_lists, entry_lists.draw_lists),
    "event": View(event.answer_event, event.draw_event),
    "event-lists": View(event.answer_event_lists, entry_lists.draw_lists),
    "takeaway": View(takeaway.answer_takeaway, takeaway.draw_takeaway),
    "takeaway-topics": View(takeaway.answer_takeaway_topics, takeaway.draw_takeaway_topics),
    "listing": View(_answer_listing, _draw_listing, takes_content=True),
    "coverage": View(_answer_coverage, _draw_coverage),
    "chart": View(_answer_chart, _draw_chart, takes_content=True),
    "facts": View(_answer_facts, page.draw_facts, is_byline=True),
    "overview": View(page.answer_overview, page.draw_overview),
    "neighbours": View(_answer_neighbours),
    "pager": View(_answer_pager, _draw_pager),
    "description": View(_answer_description),
    "structured": View(_answer_structured),
    "talk-note": View(_answer_note, talk_page.draw_note_on_page),
    "related-talks": View(talk_page.answer_related, entry_lists.draw_lists),
    "cite": View(_answer_cite, _draw_cite),
    "role": View(role.answer_role),
    "index": View(index_page.answer_index),
    # What has its place elsewhere: abstracts on the pages of talks, and words for translators.
    "abstract": View(lambda context, docname, subject: None),
    "words": View(lambda context, docname, subject: None),
}


def answer(context: Context, docname: str, view: str, subject: Subject) -> Any:
    """What a document shows, in the document's language."""
    local = context.for_document(docname)
    with in_language(context.language_of(docname)):
        return VIEWS[view].answer(local, docname, subject)


def answer_to_draw(context: Context, docname: str, view: str, subject: Subject) -> Any:
    """An answer for a page that is being written; its digest is kept until pages are remembered."""
    found = answer(context, docname, view, subject)
    context.drawn[docname, view, subject] = _digest_of(found)
    return found


def digest_answer(context: Context, docname: str, view: str, subject: Subject) -> str:
    """A digest of what a document shows."""
    known = context.drawn.get((docname, view, subject))
    return known or _digest_of(answer(context, docname, view, subject))


def _digest_of(found: Any) -> str:
    return blake2b(json.dumps(found).encode(), digest_size=12).hexdigest()
