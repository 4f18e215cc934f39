"""What only made pages show: the facts of their subject, and lists of pages."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from docutils import nodes

from sphinxcontrib_tripreport.core.catalogue.page_facts import facts_of
from sphinxcontrib_tripreport.core.catalogue.page_names import OVERVIEWS, STATISTICS
from sphinxcontrib_tripreport.core.catalogue.pages import Page
from sphinxcontrib_tripreport.core.languages.collation import Key, collate, initial
from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.core.text.names import family_first
from sphinxcontrib_tripreport.messages import _, _n
from sphinxcontrib_tripreport.views.abstract import (
    Abstract,
    Ask,
    PlainAbstract,
    answer_abstract,
    draw_abstract,
)
from sphinxcontrib_tripreport.views.author import AuthorByline, answer_author, draw_author
from sphinxcontrib_tripreport.views.context import Context
from sphinxcontrib_tripreport.views.entry_lists import _byline
from sphinxcontrib_tripreport.views.event import EventByline, answer_event, draw_event
from sphinxcontrib_tripreport.views.numbers import (
    amount_in_words,
    numbers_of_speaker,
    totals_in_words,
)
from sphinxcontrib_tripreport.views.pen import Pen
from sphinxcontrib_tripreport.views.references import Reference
from sphinxcontrib_tripreport.views.sentences import fill_gaps
from sphinxcontrib_tripreport.views.speaker import SpeakerByline, answer_speaker, draw_speaker
from sphinxcontrib_tripreport.views.talk import TalkByline, draw_talk
from sphinxcontrib_tripreport.views.talk_page import answer_talk_facts
from sphinxcontrib_tripreport.views.topic import (
    PlacedPage,
    TopicFacts,
    answer_topic,
    draw_topic,
    tree_of,
)

_DEEPEST = 3
"""LaTeX has four lists within each other, and breaks off at a fifth."""


class Facts(NamedTuple):
    """What a page says of its subject before it lists anything."""

    speaker: SpeakerByline | None = None
    numbers: tuple[str, ...] = ()
    """How much there is of a speaker."""
    totals: tuple[str, ...] = ()
    """How much there is in all, on the page of statistics."""
    author: AuthorByline | None = None
    event: EventByline | None = None
    topic: TopicFacts | None = None
    talk: TalkByline | None = None
    abstract: Abstract | PlainAbstract | None = None
    described: Reference | None = None
    """Where an author describes the subject."""
    other_side: Reference | None = None
    """The page of a speaker as an author, or the other way round."""


class OverviewLine(NamedTuple):
    """A page in an overview."""

    page: Reference
    amount: str
    """How many talks and reports there are."""
    depth: int = 0
    """Of a topic, how many of the list it is in."""


class Overview(NamedTuple):
    """Pages under a heading."""

    heading: str
    lines: tuple[OverviewLine, ...]


def answer_facts(context: Context, docname: str, subject: str, ask: Ask) -> Facts | None:
    """What is known of the subject of the page *docname*.

    :param ask: what answers for the views in an abstract
    """
    kind, key = context.pages.subject_of(docname) or ("", "")
    if kind == "talk":
        talk = context.catalogue.talk_called(key)
        return Facts(
            talk=answer_talk_facts(context, talk), abstract=answer_abstract(context, talk, ask)
        )
    if kind == "speaker":
        return Facts(
            speaker=answer_speaker(context, docname, key),
            numbers=tuple(numbers_of_speaker(context, key)),
            described=_link_to_description(
                context, docname, context.catalogue.people[key].described
            ),
            other_side=_as_author(context, key),
        )
    if kind == "author":
        return Facts(
            author=answer_author(context, docname, key),
            described=_link_to_description(
                context, docname, context.catalogue.people[key].described
            ),
            other_side=_as_speaker(context, key),
        )
    if kind == "event":
        event = context.catalogue.events[key]
        described = _link_to_description(context, docname, event.described)
        return Facts(event=answer_event(context, docname, key), described=described)
    if kind == "topic":
        return Facts(topic=answer_topic(context, key))
    page = context.pages.by_docname.get(docname)
    if page is not None and page.kind == STATISTICS:
        return Facts(totals=tuple(filter(None, totals_in_words(context))))
    return None


def _as_author(context: Context, key: str) -> Reference | None:
    """What leads from a speaker's page to that of the same person as an author."""
    target = context.targets.page("author", key)
    reports = len(context.catalogue.authorship.reports_by(key))
    if target is None or not reports:
        return None
    said = _n("%(number)d report as an author", "%(number)d reports as an author", reports)
    return Reference(said % {"number": reports}, target)


def _as_speaker(context: Context, key: str) -> Reference | None:
    """What leads from an author's page to that of the same person as a speaker."""
    target = context.targets.page("speaker", key)
    talks = len(context.catalogue.talks_by(key))
    if target is None or not talks:
        return None
    said = _n("%(number)d talk as a speaker", "%(number)d talks as a speaker", talks)
    return Reference(said % {"number": talks}, target)


def _link_to_description(context: Context, docname: str, target: Target | None) -> Reference | None:
    if target is None or target.docname == docname:
        return None
    if target.docname in context.catalogue.reports:
        return context.report(target.docname, target)
    return Reference(context.titles[target.docname].astext(), target)


def draw_facts(pen: Pen, facts: Facts) -> list[nodes.Node]:
    """The byline that a description has, and a link to the description."""
    drawn: list[nodes.Node] = []
    if facts.speaker is not None:
        drawn += draw_speaker(pen, facts.speaker)
        work = pen.line((pen.words(each, "trip-amount") for each in facts.numbers), "trip-work")
        drawn += _byline(work)
    if facts.totals:
        work = pen.line((pen.words(each, "trip-amount") for each in facts.totals), "trip-work")
        drawn += _byline(work)
    if facts.author is not None:
        drawn += draw_author(pen, facts.author)
    if facts.event is not None:
        drawn += draw_event(pen, facts.event)
    if facts.topic is not None:
        drawn += draw_topic(pen, facts.topic)
    if facts.talk is not None:
        drawn += draw_talk(pen, facts.talk)
    if facts.abstract is not None:
        drawn += draw_abstract(pen, facts.abstract)
    if facts.described is not None:
        content = fill_gaps(_("More in %(report)s"), report=[pen.reference(facts.described)])
        drawn.append(nodes.paragraph("", "", *content, classes=["trip-described"]))
    if facts.other_side is not None:
        link = pen.reference(facts.other_side)
        drawn.append(nodes.paragraph("", "", link, classes=["trip-other-side"]))
    return drawn


def answer_overview(context: Context, docname: str, subject: str) -> tuple[Overview, ...]:
    """The pages whose overview *subject* is, in groups; on the page of a topic, those in it."""
    pages = list(context.pages.by_docname.values())
    wanted = [page for page in pages if OVERVIEWS.get(page.kind) == subject]
    if subject != "years":
        wanted.sort(key=lambda page: _order(context, page))
    shown = context.pages.by_docname.get(docname)
    if subject == "topics":
        below = shown.key if shown is not None and shown.kind == "topic" else ""
        placed = list(tree_of(context, wanted, below))
        if below:
            lines = tuple(_line(context, each) for each in placed)
            return (Overview("", lines),) if lines else ()
    else:
        placed = [PlacedPage(page, 0, page) for page in wanted]
    if shown is not None and shown.kind == subject:
        placed = shown.part_of(placed)
    groups = groupby(placed, key=lambda each: _heading(context, each.root))
    return tuple(
        Overview(heading, tuple(_line(context, each) for each in group))
        for heading, group in groups
    )


def _order(context: Context, page: Page) -> tuple[Key, str]:
    return collate(_sorted_by(context, page), context.locale), page.key


def _heading(context: Context, page: Page) -> str:
    return "" if page.kind == "year" else initial(_sorted_by(context, page), context.locale)


def _sorted_by(context: Context, page: Page) -> str:
    if page.kind in ("speaker", "author"):
        return family_first(page.name, context.catalogue.people[page.key].sort)
    return page.name


def _line(context: Context, placed: PlacedPage) -> OverviewLine:
    page = placed.page
    counts = facts_of(context.catalogue, page, ())
    amount = amount_in_words(counts["talks"], counts["reports"])
    depth = min(placed.depth, _DEEPEST)
    return OverviewLine(Reference(page.name, Target(page.docname, "")), amount, depth)


def draw_overview(pen: Pen, overview: tuple[Overview, ...]) -> list[nodes.Node]:
    """A list of links, under headings if there are any."""
    content: list[nodes.Node] = []
    for heading, lines in overview:
        if heading and len(overview) > 1:
            content.append(nodes.rubric("", heading, classes=["trip-heading", "trip-level-1"]))
        content.append(_draw_lines(pen, lines))
    if not content:
        content.append(nodes.paragraph("", _("Nothing here yet."), classes=["trip-nothing"]))
    return [nodes.container("", *content, classes=["trip-overview", "no-search"])]


def _draw_lines(pen: Pen, lines: tuple[OverviewLine, ...]) -> nodes.bullet_list:
    """A list of links, in which topics have lists of those in them."""
    # Of the list that is drawn and those around it: how deep what is in them is. A page of a long
    # list can begin within a topic.
    lists = [(lines[0].depth, nodes.bullet_list("", classes=["trip-list"]))]
    for page, amount, depth in lines:
        while len(lists) > 1 and lists[-1][0] > depth:
            lists.pop()
        top, drawn = lists[-1]
        last = drawn.children[-1] if drawn.children else None
        if depth > top and isinstance(last, nodes.list_item):
            drawn = nodes.bullet_list("", classes=["trip-list"])
            last += drawn
            lists.append((depth, drawn))
        elif depth < top:
            lists = [(depth, drawn)]
        groups = [[pen.reference(page, "trip-title")], pen.words(amount, "trip-amount")]
        drawn += nodes.list_item("", *pen.line(groups, "trip-line"))
    return lists[0][1]
