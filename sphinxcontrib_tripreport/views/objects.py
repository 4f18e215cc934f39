"""What the inventory and the search page know: every talk, person, event and topic."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.core.text.excerpts import shorten
from sphinxcontrib_tripreport.core.text.slugs import slug

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.views.context import Context

_LONGEST = 80
"""In characters, of what the search page shows of a takeaway."""

InventoryObject = tuple[str, str, str, str, str, int]
"""As Sphinx asks for it: a name, the text to show, a role, a document, an anchor, a priority."""


def objects_in(context: Context) -> Iterator[InventoryObject]:
    """Every object, each in a document that the search page knows."""
    catalogue = context.catalogue
    known = {talk.name for talk in catalogue.talks}
    for talk in catalogue.talks:
        target = context.targets.talk(talk)
        if target is None:
            continue
        # The search page makes an anchor of the name, if there is none.
        priority = 1 if target.anchor else -1
        yield talk.name, _line(talk.title), "talk", *target, priority
        for name in talk.former_names:
            if name not in known:
                known.add(name)
                # Not on the search page.
                yield name, _line(talk.title), "talk", *target, -1
    yield from _takeaways(context)
    for role, things in (
        ("speaker", catalogue.speakers.values()),
        ("author", catalogue.authors.values()),
        ("event", catalogue.events.values()),
        ("topic", catalogue.topics.values()),
    ):
        for thing in things:
            target = context.targets.in_document(role, thing.key)
            if target is not None:
                yield thing.key, _line(thing.name), role, target.docname, target.anchor, 1
    yield from _other_names_of_topics(context)


def _other_names_of_topics(context: Context) -> Iterator[InventoryObject]:
    """Topics by their other names, as data files declare them: not on the search page."""
    catalogue = context.catalogue
    for name, key in {slug(name): key for name, key in catalogue.topic_names.names()}.items():
        target = context.targets.in_document("topic", key) if key in catalogue.topics else None
        if target is not None and name != key:
            text = _line(catalogue.topics[key].name)
            yield name, text, "topic", target.docname, target.anchor, -1


def _takeaways(context: Context) -> Iterator[InventoryObject]:
    for takeaway in context.catalogue.takeaways.all:
        record = takeaway.record
        priority = 1 if record.anchor else -1
        text = _line(shorten(record.text, _LONGEST))
        yield takeaway.name, text, "takeaway", record.docname, record.anchor, priority


def _line(text: str) -> str:
    """*text* without line breaks, which would cut an inventory entry short."""
    return " ".join(text.split()) or "-"
