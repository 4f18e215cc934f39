"""What sessions were called before: kept beside a programme's file when a newer one replaces it.

Between an early and a late programme, one to three titles of a hundred change, and so do slugs;
notes that were written in time have the old ones.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sphinxcontrib_tripreport.core.model.programme import Programme, Session
from sphinxcontrib_tripreport.core.programmes.record import Record
from sphinxcontrib_tripreport.core.programmes.several_files import add_up

ENDING = ".earlier.json"
"""After the name of the programme's file."""


def render_earlier(before: Programme, after: Programme) -> str:
    """The text of the file that keeps what a programme said before; empty if nothing changed.

    :param before: with what was kept so far
    """
    # Of two programmes of one event, the later one has the earlier titles and ids of the first.
    whole = add_up([before, after])
    known = {session.id: session for session in after.sessions if session.id}
    kept = {}
    for session in whole.sessions:
        new = known.get(session.id)
        if new is None:
            continue
        titles = [title for title in session.earlier_titles if title != new.title]
        ids = [each for each in session.ids if each not in new.ids]
        if titles or ids:
            kept[session.id] = {"titles": titles, "ids": ids}
    return json.dumps(kept, ensure_ascii=False, indent=1) + "\n" if kept else ""


def with_earlier(programme: Programme, text: str) -> Programme:
    """The programme, with what its sessions were called before.

    :param text: of the file that keeps it; what cannot be read of it is left out
    """
    try:
        kept: Any = json.loads(text)
    except (ValueError, RecursionError):
        return programme
    if isinstance(kept, Mapping):
        programme.sessions = [
            _with_earlier_names(session, Record(kept)) for session in programme.sessions
        ]
    return programme


def _with_earlier_names(session: Session, kept: Record) -> Session:
    if not session.id or session.id not in kept.fields:
        return session
    before = kept.record(session.id)
    titles = (*session.earlier_titles, *before.lines_in("titles"))
    return replace(
        session,
        earlier_titles=tuple(dict.fromkeys(titles)),
        ids=tuple(dict.fromkeys((*session.ids, *before.lines_in("ids")))),
    )
