"""The records: what authors wrote (notes, descriptions, reports) and what is known from it.

Plain frozen dataclasses of strings, numbers, dates and tuples. They know nothing of Sphinx, are
pickled with its environment, and compare by value. Of those that are pickled only the notes have
slots: there are many of them, each with so many values that Python keeps the names with each.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.core.model.places import Target, say_place

if TYPE_CHECKING:
    from datetime import date, time

    from sphinxcontrib_tripreport.core.languages.day_names import Day
    from sphinxcontrib_tripreport.core.model.picture import Picture
    from sphinxcontrib_tripreport.core.text.coordinates import Coordinates
    from sphinxcontrib_tripreport.core.text.excerpts import RoleInText
    from sphinxcontrib_tripreport.core.text.links import Link
    from sphinxcontrib_tripreport.core.text.names import NamedPerson


@dataclass(frozen=True, slots=True)
class Note:
    """One report's section on a talk, as its author wrote it. What was not said is empty."""

    docname: str
    anchor: str
    line: int
    key: str
    title: str
    event: str = ""
    """Key of the event; the report's, unless the talk names another."""
    speakers: tuple[NamedPerson, ...] = ()
    kind: str = ""
    topics: tuple[str, ...] = ()
    day: Day | None = None
    """The date, the day's number within the event from 1, or what its author says of the date."""
    day_number: int | None = None
    """The day's number within the event, if its author gives it beside the date."""
    start: time | None = None
    end: time | None = None
    end_day: date | None = None
    """Only if the talk ends on another day than it starts."""
    duration: int | None = None
    """Minutes."""
    room: str = ""
    track: str = ""
    language: str = ""
    level: str = ""
    status: str = ""
    rating: int | None = None
    """1 to 5: the opinion of the note's author."""
    links: tuple[Link, ...] = ()
    """Labelled ``url``, ``slides``, ``video``, ``code``, ``paper``, or in the author's words."""
    programme: str = ""
    image: Picture | None = None
    """That of the option ``image``, else the first of its text."""
    excerpt: str = ""
    """Its first words, without markup."""
    excerpt_roles: tuple[RoleInText, ...] = ()
    """Roles in it, in whose place pages show titles."""
    plain_abstract: str = ""
    """That of the talk, if metadata has it: what a directive has is in the doctree."""
    abstract_markup: str = ""
    """``markdown`` or ``rst``, as that of its document."""
    reading_time: int = 0
    """Minutes."""
    again: str = ""
    """The earlier delivery of the talk, as its author names it: ``event/key``."""
    audience: str = ""
    """``private`` if only builds with what is private have it."""
    withheld: int = 0
    """How many of its speakers do not want to be named."""
    formerly: tuple[str, ...] = ()
    """What the key was before: keys, or ``event/key``."""
    original_title: str = ""
    """As its author wrote it, if headings show another: translated, or with other quotes."""
    included_at: str = ""
    """Where it is, if that is in a file that the document includes.

    The path from the source directory, and the line there: ``parts/one.rst:12``.
    """
    site: str = ""
    """The key of the site that it is on; empty if it is ours."""

    @property
    def known_by(self) -> str:
        """The title that says which talk it is: the same in every language."""
        return self.original_title or self.title

    @property
    def said_at(self) -> str:
        """Where it is, as messages on other places say it."""
        return say_place(self.docname, self.line, self.included_at)

    @property
    def target(self) -> Target:
        """Where the note is."""
        return Target(self.docname, self.anchor)

    def __getstate__(self) -> tuple[object, ...]:
        """All values: what a dataclass with slots does by itself takes three times as long."""
        values: tuple[object, ...] = _values_of_note(self)
        return values

    def __setstate__(self, values: tuple[object, ...]) -> None:
        for set_value, value in zip(_SETTERS_OF_NOTE, values, strict=True):
            set_value(self, value)


_values_of_note = attrgetter(*(each.name for each in fields(Note)))
_SETTERS_OF_NOTE = tuple(getattr(Note, each.name).__set__ for each in fields(Note))


@dataclass(frozen=True)
class Takeaway:
    """What was learned, or is to be done, as its author wrote it."""

    docname: str
    anchor: str
    line: int
    key: str
    kind: str
    """``takeaway`` or ``action``."""
    text: str
    """Without markup."""
    topics: tuple[str, ...] = ()
    owner: str = ""
    """The name of who is to do it."""
    due: date | None = None
    is_done: bool = False
    note: str = ""
    """The anchor of the note that it is in; empty if it is in none."""
    included_at: str = ""
    """As that of a note."""
    audience: str = ""
    """As that of a note."""

    @property
    def target(self) -> Target:
        """Where it is."""
        return Target(self.docname, self.anchor)


@dataclass(frozen=True)
class Speaker:
    """A person, with two sides: who speaks, and who writes.

    Described in a document or a data file, or known only by name from a talk or a report.
    """

    key: str
    name: str
    aliases: tuple[str, ...] = ()
    other_key: str = ""
    """What a data file calls the person, if that is not a form of the name."""
    sort: str = ""
    affiliation: str = ""
    pronouns: str = ""
    photo: str = ""
    description: str = ""
    """A sentence or two on the person."""
    links: tuple[Link, ...] = ()
    withheld: bool = False
    """Whether the person does not want to be named."""
    is_speaker: bool = True
    """Whether the person gives a talk, or is described as one who does."""
    is_author: bool = False
    """Whether the person writes a report, or is described as one who does."""
    described: Target | None = None
    """Where a ``speaker`` or an ``author`` directive describes the person."""
    line: int = 0
    included_at: str = ""
    """As that of a note."""

    @property
    def target(self) -> Target | None:
        """Where it is; None if no document describes it."""
        return self.described

    @property
    def side(self) -> str:
        """What a description calls the person: ``speaker`` or ``author``."""
        return "speaker" if self.is_speaker else "author"


@dataclass(frozen=True)
class Event:
    """One edition of a conference: described by an author, or known only by its key."""

    key: str
    name: str
    start: date | None = None
    end: date | None = None
    place: str = ""
    """Where the event was held."""
    country: str = ""
    coordinates: Coordinates | None = None
    url: str = ""
    series: str = ""
    timezone: str = ""
    """IANA name."""
    programme: tuple[Link, ...] = ()
    """Addresses, and files as ``/path`` from the source directory; the later ones count more."""
    scope: str = ""
    """``all`` if every session of its programme is a talk of the project."""
    described: Target | None = None
    """Where an ``event`` directive describes the event."""
    line: int = 0
    included_at: str = ""
    """As that of a note."""
    original_name: str = ""
    """As its author wrote it, if headings show another: translated, or with other quotes."""

    @property
    def target(self) -> Target | None:
        """Where it is; None if no document describes it."""
        return self.described

    @property
    def place_and_country(self) -> str:
        """Both, as far as they are known, as readers see them."""
        return ", ".join(filter(None, (self.place, self.country)))


@dataclass(frozen=True)
class Report:
    """A document about an event."""

    docname: str
    title: str = ""
    event: str = ""
    event_name: str = ""
    """The event as the author wrote it, if that is more than the key."""
    other_date: date | None = None
    """Where the date can be read two ways, the one with the month first."""
    updated: date | None = None
    """When it was changed last, if its metadata says so."""
    date: date | None = None
    authors: tuple[str, ...] = ()
    language: str = ""
    topics: tuple[str, ...] = ()
    series: str = ""
    programme: tuple[Link, ...] = ()
    """Files of the programme of its event, as ``/path`` from the source directory."""
    draft: bool = False
    audience: str = ""
    """As that of a note."""
    withheld: int = 0
    """How many of its authors do not want to be named."""
    anchor: str = ""
    """Of the section that is the whole document, for outputs with page numbers."""
    excerpt: str = ""
    """What it is about, in its author's words, or its first words; without markup."""
    excerpt_roles: tuple[RoleInText, ...] = ()
    """Roles in it, in whose place pages show titles."""
    image: Picture | None = None
    """The picture of its metadata, else the first one of its text."""
    reading_time: int = 0
    """Minutes."""
    feed_id: str = ""
    """What readers of feeds know it by, if its metadata says so."""
    is_translated: bool = False
    """Whether its text is shown in the project's language, instead of its own."""
    site: str = ""
    """The key of the site that it is on; empty if it is ours."""
    line: int = field(default=0, compare=False)
    """Of the event in its metadata, from 1."""
    date_line: int = field(default=0, compare=False)
    """Of the date in its metadata, from 1; 0 if none is written."""
    topics_line: int = field(default=0, compare=False)
    """Of the topics in its metadata, from 1."""
    feed_line: int = field(default=0, compare=False)
    """Of what readers of feeds know it by in its metadata, from 1; 0 if that is not written."""

    @property
    def text_language(self) -> str:
        """The language that its text is shown in; empty if it is the project's."""
        return "" if self.is_translated else self.language


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: as a data file declares it, else as most authors write it."""

    key: str
    name: str
    aliases: tuple[str, ...] = ()
    """Other spellings of it."""
    parent: str = ""
    """The key of the topic that it is below."""
    description: str = ""
    """A sentence or two on it."""
    is_declared: bool = False
    """Whether a data file has it."""
