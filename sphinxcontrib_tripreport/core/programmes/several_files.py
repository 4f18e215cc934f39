"""One programme from several files: they add up, and the later ones win."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace

from sphinxcontrib_tripreport.core.model.programme import Programme, Session
from sphinxcontrib_tripreport.core.text.slugs import fold


def add_up(programmes: Sequence[Programme]) -> Programme:
    """The programme that files tell of together.

    A session of a later file that has an id of an earlier one, or its title and moment, is the
    same: what it says counts, and the earlier title is kept beside it.

    :param programmes: at least one, the one that counts most last
    """
    whole = Programme(
        programmes[-1].format,
        title=_last(programmes, "title"),
        timezone=_last(programmes, "timezone"),
        url=_last(programmes, "url"),
    )
    places: dict[str, int] = {}
    for programme in programmes:
        known = dict(places)
        for session in programme.sessions:
            keys = _keys(session)
            # Two of one file are two, also with one id: a workshop that is held twice.
            place = next((known[key] for key in keys if key in known), None)
            if place is None:
                place = len(whole.sessions)
                whole.sessions.append(session)
            else:
                whole.sessions[place] = _later(whole.sessions[place], session)
            places.update((key, place) for key in keys if key not in places)
    return whole


def _last(programmes: Sequence[Programme], name: str) -> str:
    """What the last file that says it says."""
    said = (getattr(programme, name) for programme in reversed(programmes))
    return next(filter(None, said), "")


def _keys(session: Session) -> list[str]:
    moment = session.begins.isoformat() if session.begins is not None else ""
    # Numbers are those of one producer: two files may count alike.
    ids = [fold(each) for each in session.ids if not each.isdigit()]
    return [*ids, f"{fold(session.title)} {moment}"]


def _later(earlier: Session, later: Session) -> Session:
    """What two files say of one session."""
    facts = {
        each.name: getattr(later, each.name) or getattr(earlier, each.name)
        for each in fields(Session)
        if each.name not in ("is_talk", "is_cancelled")
    }
    labels = {link.label for link in later.links}
    titles = (*earlier.earlier_titles, earlier.title, *later.earlier_titles)
    facts["links"] = (*later.links, *(link for link in earlier.links if link.label not in labels))
    facts["ids"] = tuple(dict.fromkeys((*later.ids, *earlier.ids)))
    facts["earlier_titles"] = tuple(dict.fromkeys(t for t in titles if t != later.title))
    return replace(later, **facts)
