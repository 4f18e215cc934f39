"""What a page is about, in one sentence, for search engines and previews of links."""

from __future__ import annotations

from collections.abc import Sequence

from sphinxcontrib_tripreport.core.catalogue.excerpts import excerpt_of
from sphinxcontrib_tripreport.core.catalogue.page_facts import facts_of
from sphinxcontrib_tripreport.core.catalogue.pages import Page
from sphinxcontrib_tripreport.core.model.talk import Talk
from sphinxcontrib_tripreport.messages import COMMA, _, _n
from sphinxcontrib_tripreport.views.context import Context
from sphinxcontrib_tripreport.views.in_words import days_in_words
from sphinxcontrib_tripreport.views.numbers import at_conferences, talks_in_words, years_in_words


def answer_description(context: Context, docname: str, subject: str) -> str:
    """The excerpt of a report; of a made page, what there is on it; nothing for other documents."""
    report = context.catalogue.reports.get(docname)
    if report is not None:
        return excerpt_of(context.catalogue, report)
    page = context.pages.by_docname.get(docname)
    return _of_page(context, page) if page is not None else ""


def _of_page(context: Context, page: Page) -> str:
    catalogue = context.catalogue
    if page.kind == "talk":
        talk = catalogue.talk_called(page.key)
        people = (catalogue.speakers[key].name for key in talk.speakers)
        return excerpt_of(catalogue, talk) or _join_with_blanks(talk.title, *people)
    if page.kind == "speaker" and (talks := catalogue.talks_by(page.key)):
        return _of_talks(context, page, talks, _("%(talks)s by %(name)s"))
    if page.kind == "topic":
        if said := catalogue.topics[page.key].description:
            return said
        if talks := catalogue.talks_about(page.key):
            return _of_talks(context, page, talks, _("%(talks)s on %(name)s"))
    facts = facts_of(catalogue, page, ())
    counts = [talks_in_words(facts["talks"]) if facts["talks"] else "", _reports(facts["reports"])]
    if page.kind == "event":
        event = catalogue.events[page.key]
        days = days_in_words(*catalogue.days_of(event), context.locale)
        counts = [*counts, days, event.place_and_country]
    name = page.name
    if not name and page.docname in context.titles:
        name = context.titles[page.docname].astext()
    said = _join_with_blanks(*counts)
    return ": ".join(filter(None, (name, said)))


def _of_talks(context: Context, page: Page, talks: Sequence[Talk], sentence: str) -> str:
    """How many talks there are of what a page is on, at which conferences, and when.

    :param sentence: with ``%(talks)s`` and ``%(name)s``
    """
    said = sentence % {"talks": talks_in_words(len(talks)), "name": page.name}
    return _join_with_blanks(at_conferences(said, talks), years_in_words(context, talks))


def _join_with_blanks(*parts: str) -> str:
    return _(COMMA).join(filter(None, parts))


def _reports(number: int) -> str:
    text = _n("%(number)d report", "%(number)d reports", number) % {"number": number}
    return text if number else ""
