"""The records of a programme: the official list of what happened at an event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from sphinxcontrib_tripreport.core.model.problems import Problem
from sphinxcontrib_tripreport.core.text.links import Link


@dataclass(frozen=True, slots=True)
class ProgrammePerson:
    """Somebody whom a programme names."""

    name: str
    key: str = ""
    """Code or guid: the same for the same person in one programme. Empty if there is only a name.

    Never a number: in files that were merged, one number is several people's.
    """
    affiliation: str = ""
    links: tuple[Link, ...] = ()

    @property
    def identity(self) -> str:
        """What tells the person apart from others of the programme."""
        return self.key or self.name.casefold()


@dataclass(frozen=True, slots=True)
class Session:
    """An entry of a programme. What it does not say is empty."""

    title: str
    ids: tuple[str, ...] = ()
    """Guid, code, slug, address and number, as far as it has them; the most lasting one first."""
    subtitle: str = ""
    earlier_titles: tuple[str, ...] = ()
    """Titles that it had in earlier versions of the programme."""
    is_talk: bool = True
    """Not: breaks, registration, and what the programme itself calls "other"."""
    kind: str = ""
    """One of the kinds of talks, if the programme's word for it is known."""
    people: tuple[ProgrammePerson, ...] = ()
    track: str = ""
    rooms: tuple[str, ...] = ()
    begins: datetime | None = None
    """In the programme's time zone; without a zone if none is known."""
    ends: datetime | None = None
    day: date | None = None
    """Of *begins*, or what is known if there is no time."""
    language: str = ""
    level: str = ""
    topics: tuple[str, ...] = ()
    url: str = ""
    links: tuple[Link, ...] = ()
    """Labelled ``video``, ``slides``, ``code``, ``paper``, or in the programme's words."""
    is_cancelled: bool = False
    abstract: str = ""
    abstract_markup: str = ""
    """``markdown``, ``html`` or ``rst``; empty if there is no abstract."""

    @property
    def id(self) -> str:
        """The most lasting id; empty if it has none."""
        return self.ids[0] if self.ids else ""


@dataclass(slots=True)
class Programme:
    """What the files of a programme say."""

    format: str
    """What the format is called, for people."""
    title: str = ""
    timezone: str = ""
    """IANA name; empty if no file names one."""
    url: str = ""
    sessions: list[Session] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def talks(self) -> Iterator[Session]:
        """The sessions that are talks."""
        return (session for session in self.sessions if session.is_talk)

    def days(self) -> list[date]:
        """The days on which something is, in order."""
        return sorted({session.day for session in self.sessions if session.day is not None})

    def rooms(self) -> list[str]:
        """The rooms in which something is, in the order of the sessions."""
        return list(dict.fromkeys(room for session in self.sessions for room in session.rooms))

    def people(self) -> list[ProgrammePerson]:
        """Everybody who speaks, each once, in the order of the sessions."""
        everybody = (person for session in self.sessions for person in session.people)
        return list({person.identity: person for person in everybody}.values())
