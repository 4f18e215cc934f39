"""What the options of talks, people, events and topics read as: the names are those of the options.

What an author did not write, or what could not be read, is not there.
"""

from __future__ import annotations

import datetime as dt
from typing import TypedDict

from sphinxcontrib_tripreport.core.languages.dates import Moment
from sphinxcontrib_tripreport.core.languages.day_names import Day
from sphinxcontrib_tripreport.core.text.coordinates import Coordinates
from sphinxcontrib_tripreport.core.text.links import Link
from sphinxcontrib_tripreport.core.text.names import NamedPerson


class TalkValues(TypedDict, total=False):
    """Of a talk."""

    speakers: tuple[NamedPerson, ...]
    event: str
    kind: str
    topics: tuple[str, ...]
    start: Moment
    end: Moment
    duration: int
    day: Day
    room: str
    track: str
    language: str
    level: str
    status: str
    rating: int
    slides: str
    video: str
    code: str
    paper: str
    url: str
    links: tuple[Link, ...]
    key: str
    programme: str
    image: str
    abstract: str
    again: str
    audience: str
    withheld: bool
    formerly: tuple[str, ...]


class SpeakerValues(TypedDict, total=False):
    """Of a speaker or an author."""

    affiliation: str
    aliases: tuple[str, ...]
    sort: str
    pronouns: str
    photo: str
    description: str
    homepage: str
    github: str
    gitlab: str
    mastodon: str
    bluesky: str
    twitter: str
    linkedin: str
    orcid: str
    links: tuple[Link, ...]
    withheld: bool


class EventValues(TypedDict, total=False):
    """Of an event."""

    key: str
    start: dt.date
    end: dt.date
    place: str
    country: str
    coordinates: Coordinates
    url: str
    series: str
    timezone: str
    programme: tuple[Link, ...]
    scope: str


class TopicValues(TypedDict, total=False):
    """Of a topic."""

    key: str
    aliases: tuple[str, ...]
    parent: str
    description: str
