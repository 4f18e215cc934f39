"""Takeaways and actions: what is over and below the text of one in its box."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

from sphinxcontrib_tripreport.core.languages.dates_in_words import format_day
from sphinxcontrib_tripreport.messages import _
from sphinxcontrib_tripreport.views.in_words import audience_in_words
from sphinxcontrib_tripreport.views.references import Reference

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.catalogue.takeaways import KnownTakeaway
    from sphinxcontrib_tripreport.views.context import Context
    from sphinxcontrib_tripreport.views.pen import BylineGroup, Pen


class TakeawayHead(NamedTuple):
    """What is over the text."""

    label: str
    owner: Reference | None
    due: str
    done: str
    audience: str


def answer_takeaway(context: Context, docname: str, subject: str) -> TakeawayHead | None:
    """The head of the box whose anchor is *subject*."""
    found = context.catalogue.takeaways.takeaway_at(docname, subject)
    if found is None:
        return None
    return TakeawayHead(
        _("Action") if found.kind == "action" else _("Takeaway"),
        owner_of(context, found),
        due_in_words(context, found),
        _("Done") if found.record.is_done else "",
        audience_in_words(found.record.audience),
    )


def owner_of(context: Context, found: KnownTakeaway) -> Reference | None:
    """A reference to who is to do something; the bare name of somebody who is unknown."""
    if not found.owner:
        return Reference(found.record.owner) if found.record.owner else None
    if found.owner in context.catalogue.authors:
        return context.author(found.owner)
    return context.refer("speaker", found.owner, context.catalogue.people[found.owner].name)


def due_in_words(context: Context, found: KnownTakeaway) -> str:
    """Until when something is to be done."""
    due = found.record.due
    return _("due %(date)s") % {"date": format_day(due, context.locale)} if due else ""


def draw_takeaway(pen: Pen, head: TakeawayHead) -> list[nodes.Node]:
    """The words of the box's title."""
    drawn: list[nodes.Node] = [nodes.Text(head.label)]
    groups: list[BylineGroup] = [
        [pen.reference(head.owner)] if head.owner is not None else [],
        [nodes.Text(head.due)] if head.due else [],
        [nodes.Text(head.done)] if head.done else [],
        pen.words(head.audience, "trip-audience"),
    ]
    for group in filter(None, groups):
        drawn += [pen.separator(), *group]
    return drawn


def answer_takeaway_topics(
    context: Context, docname: str, subject: str
) -> tuple[Reference, ...] | None:
    """The topics that the author of a box gave it."""
    found = context.catalogue.takeaways.takeaway_at(docname, subject)
    if found is None:
        return None
    return context.topics(found.record.topics)


def draw_takeaway_topics(pen: Pen, topics: tuple[Reference, ...]) -> list[nodes.Node]:
    """The line of topics below the text."""
    return pen.line((pen.chips(topics, "trip-topics"),), "trip-more")
