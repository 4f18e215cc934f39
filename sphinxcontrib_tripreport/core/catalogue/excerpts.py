"""What excerpts say of what roles name: titles, if they are known. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final

from sphinxcontrib_tripreport.core.text.excerpts import (
    LONGEST_AS_TITLE,
    Excerpt,
    shorten,
    with_titles,
)

_ENOUGH: Final = 1_500
"""In characters: so many of an abstract have its first words, whatever its markup is."""

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
    from sphinxcontrib_tripreport.core.model.records import Note, Report, Speaker, Topic
    from sphinxcontrib_tripreport.core.model.talk import Talk


def excerpt_of(catalogue: Catalogue, thing: Note | Report | Talk) -> str:
    """The first words of a text, as pages show them."""
    if not thing.excerpt_roles:
        return thing.excerpt

    def title_of(role: str, name: str) -> str:
        find = _TITLES.get(role)
        titles = list(find(catalogue, name, thing.event)) if find is not None else []
        return titles[0] if len(titles) == 1 else ""

    return with_titles(Excerpt(thing.excerpt, thing.excerpt_roles), title_of)


def first_words(catalogue: Catalogue, talk: Talk) -> str:
    """The first words that somebody noted of a talk, else those of the programme on it."""
    if talk.excerpt or not talk.abstract:
        return excerpt_of(catalogue, talk)
    from sphinxcontrib_tripreport.core.text.plain_words import plain_words

    return shorten(plain_words(talk.abstract[:_ENOUGH]))


def _name_of(found: Speaker | Topic | None) -> Iterable[str]:
    return (found.name,) if found is not None else ()


_TITLES: dict[str, Callable[[Catalogue, str, str], Iterable[str]]] = {
    "talk": lambda known, name, event: (each.title for each in known.find_talks(name, event=event)),
    "event": lambda known, name, _event: (each.name for each in known.find_events(name)),
    "speaker": lambda known, name, _event: _name_of(known.find_speaker(name)),
    "author": lambda known, name, _event: _name_of(known.find_author(name)),
    "topic": lambda known, name, _event: _name_of(known.find_topic(name)),
    "takeaway": lambda known, name, _event: (
        shorten(each.record.text, LONGEST_AS_TITLE) for each in known.takeaways.find(name)
    ),
}
"""By role, from a name and the event around it to the titles of all that it can mean."""
