"""Ids that several sessions of one file have, although their titles differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.model.programme import Programme
from sphinxcontrib_tripreport.core.text.phrases import quoted
from sphinxcontrib_tripreport.core.text.slugs import fold

_MOST = 3


def problems_of_shared_ids(programme: Programme) -> Iterator[Problem]:
    """One problem that names such ids; a workshop that is held twice is none.

    What the author of a note says beside the id tells which of the sessions is meant.
    """
    titles: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for session in programme.sessions:
        if session.id:
            titles[session.id].setdefault(fold(session.title), session.title)
    shared = {identity: found for identity, found in titles.items() if len(found) > 1}
    if not shared:
        return
    shown = "; ".join(
        f"“{identity}” of {' and '.join(quoted(list(found.values())[:_MOST]))}"
        for identity, found in list(shared.items())[:_MOST]
    )
    more = f" and {len(shared) - _MOST} more" if len(shared) > _MOST else ""
    text = f"Sessions of different titles have one id: {shown}{more}; expected an id of each."
    yield Problem(Subtype.PROGRAMME, text)
