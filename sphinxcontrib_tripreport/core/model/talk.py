"""A talk, as the catalogue puts it together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, time

    from sphinxcontrib_tripreport.core.model.picture import Picture
    from sphinxcontrib_tripreport.core.model.records import Note
    from sphinxcontrib_tripreport.core.text.excerpts import RoleInText
    from sphinxcontrib_tripreport.core.text.links import Link


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
