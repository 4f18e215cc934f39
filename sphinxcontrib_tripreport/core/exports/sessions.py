"""The sessions of programmes, as ``talks.json`` has them. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
    from sphinxcontrib_tripreport.core.model.programme import Session
    from sphinxcontrib_tripreport.core.programmes.joining import JoinResult


def sessions_of(catalogue: Catalogue) -> Iterator[dict[str, Any]]:
    """Every session of every programme."""
    sessions = catalogue.sessions
    for event, programme in sorted(sessions.programmes.items()):
        noted = sessions.notes_by_session(event)
        for number, session in enumerate(programme.sessions):
            places = noted.get(number, ())
            joined = sessions.joined[places[0]] if places else None
            talk = catalogue.talk_of_session(event, number)
            yield _session(event, session, talk or None, joined)


def _session(
    event: str, session: Session, talk: str | None, joined: JoinResult | None
) -> dict[str, Any]:
    return {
        "event": event,
        "id": session.id or None,
        "ids": list(session.ids),
        "title": session.title,
        "subtitle": session.subtitle or None,
        "speakers": [person.name for person in session.people],
        "kind": session.kind or None,
        "start": session.begins.isoformat() if session.begins else None,
        "end": session.ends.isoformat() if session.ends else None,
        "room": ", ".join(session.rooms) or None,
        "track": session.track or None,
        "language": session.language or None,
        "url": session.url or None,
        "links": {link.label: link.url for link in sorted(session.links)},
        "status": "cancelled" if session.is_cancelled else None,
        "is_talk": session.is_talk,
        "talk": talk,
        "joined_by": joined.reason.value if joined and joined.reason else None,
    }
