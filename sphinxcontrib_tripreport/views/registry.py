"""Every view by name: how its question is answered, and how the answer is drawn.

An answer is all that a view draws from, as plain values, so its digest says whether a page is
stale. A view whose answer is None draws nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from docutils import nodes

from sphinxcontrib_tripreport.messages import in_language
from sphinxcontrib_tripreport.views import bylines, entries, named, pages
from sphinxcontrib_tripreport.views.desk import Desk
from sphinxcontrib_tripreport.views.listings.answer import answer_listing
from sphinxcontrib_tripreport.views.listings.draw import draw_listing
from sphinxcontrib_tripreport.views.pen import Pen


@dataclass(frozen=True, slots=True)
class View:
    """One thing that pages show."""

    answer: Callable[[Desk, str, str], Any]
    """From the desk, the document and the subject to what the page shows."""
    draw: Callable[[Pen, Any], list[nodes.Node]] | None = None
    """Standard nodes for an answer; None where Sphinx draws it, as it does roles."""
    takes_content: bool = False
    """Whether what the author wrote in the directive stands there when there is nothing."""


VIEWS = {
    "talk": View(bylines.answer_talk, bylines.draw_talk),
    "report": View(bylines.answer_report, bylines.draw_report),
    "speaker": View(entries.answer_speaker, entries.draw_speaker),
    "speaker-talks": View(entries.answer_speaker_talks, entries.draw_lists),
    "event": View(entries.answer_event, entries.draw_event),
    "event-lists": View(entries.answer_event_lists, entries.draw_lists),
    "listing": View(answer_listing, draw_listing, takes_content=True),
    "facts": View(pages.answer_facts, pages.draw_facts),
    "overview": View(pages.answer_overview, pages.draw_overview),
    "role": View(named.answer_role),
    # Words for translators, of what has its place elsewhere.
    "words": View(lambda desk, docname, subject: None),
}


def answer(desk: Desk, docname: str, view: str, subject: str) -> Any:
    """What a document shows, in the document's language."""
    local = desk.for_document(docname)
    with in_language(desk.language_of(docname)):
        return VIEWS[view].answer(local, docname, subject)
