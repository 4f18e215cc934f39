"""The headings and the order of the indices' entries, and what is said beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.languages.collation import collate, initial
from sphinxcontrib_tripreport.core.languages.joining import join_names
from sphinxcontrib_tripreport.core.model.records import Event, Speaker, Topic
from sphinxcontrib_tripreport.core.model.talk import Talk
from sphinxcontrib_tripreport.core.text.names import family_first
from sphinxcontrib_tripreport.core.text.regexes import regex

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.views.context import Context


_NUMBER = regex(r"^\W*(\d+|[一二三四五六七八九十]+)[.):：、．]\s*(?=\w)")
"""A number that an author gave to a heading: nothing to sort by."""


def by_title(talk: Talk, language: str) -> tuple[str, tuple[object, ...]]:
    """The heading of a talk in the index, and what it sorts by."""
    title = _NUMBER.sub("", talk.title)
    order = (*collate(title, language), talk.name, talk.docname)
    return initial(title, language), order


def by_family_name(speaker: Speaker, language: str) -> tuple[str, tuple[object, ...]]:
    """The heading of a speaker in the index, and what they sort by."""
    name = family_first(speaker.name, speaker.sort)
    return initial(name, language), (*collate(name, language), speaker.key)


def by_letter(topic: Topic, language: str) -> tuple[str, tuple[object, ...]]:
    """The heading of a topic in the index, and what it sorts by."""
    return initial(topic.name, language), (*collate(topic.name, language), topic.key)


def by_year(catalogue: Catalogue, event: Event, language: str) -> tuple[str, tuple[object, ...]]:
    """The heading of an event in the index: its year, the newest first; and what it sorts by."""
    day = catalogue.first_day_of(event)
    name = collate(event.name, language)
    if day is None:
        return "–", (1, 0, *name, event.key)
    return str(day.year), (0, -day.toordinal(), *name, event.key)


def speaker_names(context: Context, talk: Talk) -> str:
    """The names of a talk's speakers, as part of a sentence."""
    speakers = context.catalogue.speakers
    return join_names([speakers[key].name for key in talk.speakers], context.locale)


def speakers_and_event(context: Context, talk: Talk) -> tuple[str, str]:
    """What an index says of a talk beside its title."""
    return speaker_names(context, talk), event_name(context.catalogue, talk.event)


def event_name(catalogue: Catalogue, key: str) -> str:
    """The name of an event; empty for none."""
    return catalogue.events[key].name if key else ""
