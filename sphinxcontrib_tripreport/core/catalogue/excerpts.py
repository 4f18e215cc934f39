"""What excerpts say of what roles name: titles, if they are known. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.core.text.excerpts import Excerpt, with_titles

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
    from sphinxcontrib_tripreport.core.model.records import Note, Report, Talk


def excerpt_of(catalogue: Catalogue, thing: Note | Report | Talk) -> str:
    """The first words of a text, as pages show them."""
    if not thing.excerpt_roles:
        return thing.excerpt

    def title_of(role: str, name: str) -> str:
        if role == "talk":
            talks = catalogue.find_talks(name, event=thing.event)
            return talks[0].title if len(talks) == 1 else ""
        if role == "event":
            events = catalogue.find_events(name)
            return events[0].name if len(events) == 1 else ""
        if role in ("speaker", "author"):
            find = catalogue.find_speaker if role == "speaker" else catalogue.find_author
            person = find(name)
            return person.name if person is not None else ""
        topic = catalogue.find_topic(name) if role == "topic" else None
        return topic.name if topic is not None else ""

    return with_titles(Excerpt(thing.excerpt, thing.excerpt_roles), title_of)
