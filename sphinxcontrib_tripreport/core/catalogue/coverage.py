"""How much of an event's programme was noted, and by whom. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sphinxcontrib_tripreport.core.catalogue.merging import nearest_status

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
    from sphinxcontrib_tripreport.core.model.programme import Session
    from sphinxcontrib_tripreport.core.model.records import Note

_LAST = "\uffff"
"""After every date."""
SEEN = ("attended", "watched")


class CoveredSession(NamedTuple):
    """A session that is a talk, and the notes on it."""

    session: Session
    notes: tuple[Note, ...]

    @property
    def status(self) -> str:
        """How the one who was nearest to it met it; empty if nobody noted it."""
        return nearest_status(self.notes) if self.notes else ""

    @property
    def is_seen(self) -> bool:
        """Whether somebody attended or watched it."""
        return self.status in SEEN


def covered_sessions(catalogue: Catalogue, event: str) -> tuple[CoveredSession, ...]:
    """The talks of an event's programme, in its order by time; none without a programme."""
    programme = catalogue.sessions.programmes.get(event)
    if programme is None:
        return ()
    noted = catalogue.sessions.notes_by_session(event)
    found = (
        CoveredSession(session, _notes(catalogue, noted.get(number, ())))
        for number, session in enumerate(programme.sessions)
        if session.is_talk
    )
    return tuple(sorted(found, key=lambda covered: _order(covered.session)))


def by_track(sessions: Sequence[CoveredSession]) -> dict[str, list[CoveredSession]]:
    """The sessions of each track, in the order of their first; those without one by no name."""
    groups: defaultdict[str, list[CoveredSession]] = defaultdict(list)
    for covered in sessions:
        groups[covered.session.track].append(covered)
    return dict(groups)


def by_day(sessions: Sequence[CoveredSession]) -> dict[str, list[CoveredSession]]:
    """The sessions of each day, as ISO 8601 writes it; those without one by no name."""
    groups: defaultdict[str, list[CoveredSession]] = defaultdict(list)
    for covered in sessions:
        day = covered.session.day
        groups[day.isoformat() if day is not None else ""].append(covered)
    return dict(groups)


def seen_by(catalogue: Catalogue, sessions: Sequence[CoveredSession]) -> Mapping[str, int]:
    """By the key of each author who noted any, how many of the sessions they saw."""
    counts: dict[str, int] = {}
    for covered in sessions:
        seen = set(_authors(catalogue, covered, SEEN))
        for author in dict.fromkeys(_authors(catalogue, covered)):
            counts[author] = counts.get(author, 0) + (author in seen)
    return counts


def _authors(
    catalogue: Catalogue, covered: CoveredSession, statuses: Sequence[str] = ()
) -> Iterator[str]:
    for note in covered.notes:
        if not statuses or (note.status or "attended") in statuses:
            yield from catalogue.authorship.of_report(note.docname)


def _notes(catalogue: Catalogue, places: Sequence[tuple[str, str]]) -> tuple[Note, ...]:
    found = (catalogue.note_at(*place) for place in places)
    return tuple(each[1] for each in found if each is not None)


def _order(session: Session) -> tuple[str, str, str]:
    moment = session.begins.isoformat() if session.begins is not None else _LAST
    return (session.day.isoformat() if session.day is not None else _LAST, moment, session.title)
