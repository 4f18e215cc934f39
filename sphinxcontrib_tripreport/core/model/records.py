"""The records: what authors wrote (notes, descriptions, reports) and what is known from it.

Plain frozen dataclasses of strings, numbers, dates and tuples. They know nothing of Sphinx, are
pickled with its environment, and compare by value. Of those that are pickled only the notes have
slots: there are many of them, each with so many values that Python keeps the names with each.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import date, datetime, time
from operator import attrgetter
from typing import NamedTuple

from sphinxcontrib_tripreport.core.languages.day_names import Day
from sphinxcontrib_tripreport.core.text.coordinates import Coordinates
from sphinxcontrib_tripreport.core.text.excerpts import RoleInText
from sphinxcontrib_tripreport.core.text.links import Link
from sphinxcontrib_tripreport.core.text.names import NamedPerson

__all__ = [
    "Event",
    "Link",
    "NamedPerson",
    "Note",
    "Picture",
    "Report",
    "Speaker",
    "Takeaway",
    "Talk",
    "Target",
    "Topic",
]


class Target(NamedTuple):
    """Where something is in the project: a document and an anchor in it."""

    docname: str
    anchor: str

    @property
    def is_elsewhere(self) -> bool:
        """Whether it is on another site: the address of a page is in place of the document."""
        return is_address(self.docname)


def is_address(docname: str) -> bool:
    """Whether what is in place of a document's name is the address of a page of another site.

    No document is called so: Sphinx has no two slashes in their names.
    """
    return "://" in docname


class Picture(NamedTuple):
    """A picture that is shown of something elsewhere."""

    url: str
    """``/path`` from the source directory, or an address of the web."""
    alt: str = ""
    is_chosen: bool = False
    """Whether the author named it, rather than it being the first in the text."""
    stamp: str = ""
    """Of a file, its size and when it was changed: another stamp may be another picture."""
    width: int = 0
    """In pixels; 0 if it is not known."""
    height: int = 0


def say_place(docname: str, line: int, included_at: str) -> str:
    """Where something is, as messages on other places say it: ``day-1, line 7``."""
    file, _, own_line = included_at.rpartition(":")
    return f"{file}, line {own_line}" if file else f"{docname}, line {line}"


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
    """What its author calls the talk that was given before: ``event/key``."""
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
    """That of its metadata, else the first of its text."""
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
class Talk:
    """A talk: all that its notes say of it, put together."""

    key: str
    event: str
    title: str
    notes: tuple[Note, ...]
    """In the order of their reports' dates, those of other sites last; none if it is known from a
    programme alone."""
    name: str
    """What the inventory calls it: ``event/key``, or ``key`` if there is no event."""
    kind: str = "talk"
    speakers: tuple[str, ...] = ()
    """Keys of the speakers."""
    topics: tuple[str, ...] = ()
    day: date | None = None
    day_number: int | None = None
    """The day's number within the event, if its date is unknown."""
    start: time | None = None
    end: time | None = None
    end_day: date | None = None
    """Only if the talk ends on another day than it starts."""
    room: str = ""
    track: str = ""
    language: str = ""
    level: str = ""
    status: str = "attended"
    """Empty if nobody noted it."""
    rating: float | None = None
    """The mean of the notes' ratings."""
    links: tuple[Link, ...] = ()
    image: Picture | None = None
    """One that an author chose, else the first in the text of a note."""
    excerpt: str = ""
    """The first words of the first note that has some."""
    excerpt_roles: tuple[RoleInText, ...] = ()
    """Roles in it, in whose place pages show titles."""
    session: str = ""
    """The id of its session in the event's programme."""
    abstract: str = ""
    """What the programme says it is about, as it is written there. What a note brings wins."""
    abstract_markup: str = ""
    """As that of a session: ``markdown``, ``html`` or ``rst``."""

    @property
    def docname(self) -> str:
        """The document of its first note; empty if nobody noted it."""
        return self.notes[0].docname if self.notes else ""

    @property
    def said_at(self) -> str:
        """Where it is first noted, as messages say it; else in which programme it is."""
        return self.notes[0].said_at if self.notes else f"the programme of “{self.event}”"

    @property
    def former_names(self) -> tuple[str, ...]:
        """What the inventory called it before."""
        keys = dict.fromkeys(key for note in self.notes for key in note.formerly)
        return tuple(
            f"{self.event}/{key}" if self.event and "/" not in key else key for key in keys
        )

    @property
    def is_ours(self) -> bool:
        """Whether it is more than what other sites noted: notes of our own come first."""
        return not (self.notes and self.notes[0].site)

    @property
    def begins(self) -> datetime | date | None:
        """When the talk starts, as exactly as is known."""
        if self.day is not None and self.start is not None:
            return datetime.combine(self.day, self.start)
        return self.day


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
