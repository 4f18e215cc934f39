"""A topic: what is said of it on its page, the topics around it, and the tree of all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

from sphinxcontrib_tripreport.messages import _
from sphinxcontrib_tripreport.views.pen import Pen
from sphinxcontrib_tripreport.views.references import Reference
from sphinxcontrib_tripreport.views.sentences import fill_gaps

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.catalogue.pages import Page
    from sphinxcontrib_tripreport.core.catalogue.takeaways import KnownTakeaway
    from sphinxcontrib_tripreport.core.model.records import Report, Topic
    from sphinxcontrib_tripreport.core.model.talk import Talk
    from sphinxcontrib_tripreport.views.context import Context


class TopicFacts(NamedTuple):
    """What a page says of its topic."""

    parent: Reference | None
    """The topic that it is in."""
    description: str


class PlacedPage(NamedTuple):
    """A page on a topic, and its place in the tree."""

    page: Page
    depth: int
    """How many topics of the tree it is in."""
    root: Page
    """The page on the topic at the top."""


def answer_topic(context: Context, key: str) -> TopicFacts:
    """What is known of a topic beside what is about it."""
    topic = context.catalogue.topics[key]
    return TopicFacts(_parent_of(context, topic), topic.description)


def _parent_of(context: Context, topic: Topic) -> Reference | None:
    if not topic.parent:
        return None
    parent = context.catalogue.topics[topic.parent]
    return context.refer("topic", parent.key, parent.name)


def parent_in_words(context: Context, topic: Topic) -> str:
    """Which topic one is in; empty if it is in none."""
    parent = _parent_of(context, topic)
    return _("Part of %(topic)s") % {"topic": parent.text} if parent is not None else ""


def draw_topic(pen: Pen, facts: TopicFacts) -> list[nodes.Node]:
    """A line that leads to the topic above, and what the topic is."""
    drawn: list[nodes.Node] = []
    if facts.parent is not None:
        # Translators: %(topic)s is a broader topic, such as "Cloud" for "Kubernetes".
        content = fill_gaps(_("Part of %(topic)s"), topic=[pen.reference(facts.parent)])
        drawn.append(nodes.paragraph("", "", *content, classes=["trip-described"]))
    if facts.description:
        drawn.append(nodes.paragraph("", facts.description, classes=["trip-about"]))
    return drawn


class TopicAround(NamedTuple):
    """What else a topic is found by."""

    name: str
    above: tuple[str, ...]
    """The names of the topics that it is in."""
    aliases: tuple[str, ...]


def topics_around(
    context: Context, things: Iterable[Talk | Report | KnownTakeaway]
) -> tuple[TopicAround, ...]:
    """What the topics of some things are found by beside their names; nothing if that is all."""
    names, known = context.catalogue.topic_names, context.catalogue.topics
    if not names.declared:
        return ()
    keys = sorted({key for thing in things for key in names.keys_of(thing.topics)})
    found = (
        TopicAround(
            known[key].name,
            tuple(known[above].name for above in names.way_up(key)[1:]),
            known[key].aliases,
        )
        for key in keys
    )
    return tuple(each for each in found if each.above or each.aliases)


def tree_of(context: Context, pages: Sequence[Page], below: str = "") -> Iterator[PlacedPage]:
    """Pages on topics in the order of the tree, each before those of the topics in its own.

    :param pages: in the order of those that are in one topic
    :param below: the key of a topic, to have only what is in it
    """
    topics = context.catalogue.topics
    inside: defaultdict[str, list[Page]] = defaultdict(list)
    for page in pages:
        inside[topics[page.key].parent].append(page)
    yield from _from_top(inside[below], inside)


def _from_top(tops: Iterable[Page], inside: dict[str, list[Page]]) -> Iterator[PlacedPage]:
    for top in tops:
        rest = [(top, 0)]
        while rest:
            page, depth = rest.pop()
            yield PlacedPage(page, depth, top)
            rest += [(each, depth + 1) for each in reversed(inside.get(page.key, []))]
