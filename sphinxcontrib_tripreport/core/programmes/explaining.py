"""How notes found their sessions, in words for their authors. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from sphinxcontrib_tripreport.core.programmes.joining import (
    AHEAD,
    ENOUGH,
    JoinResult,
    NearSession,
    Reason,
)
from sphinxcontrib_tripreport.core.text.phrases import counted

NoteWithSession = tuple[str, str, JoinResult]
"""Where a note is, its title, and its session."""


def explain_joins(event: str, found: Iterable[NoteWithSession]) -> Iterator[str]:
    """How many notes on an event have sessions, by what; for each other, which are nearest."""
    notes = list(found)
    reasons = Counter(joined.reason for _, _, joined in notes if joined.reason is not None)
    by = ", ".join(f"{reasons[reason]} by {reason.value}" for reason in Reason if reasons[reason])
    yield (
        f"programme of “{event}”: {counted(reasons.total(), 'session')} found for"
        f" {counted(len(notes), 'note')}{f' ({by})' if by else ''}"
    )
    for place, title, joined in notes:
        if joined.session is None:
            in_front = f"{place}: " if place else ""
            yield f"{in_front}“{title}” has no session; {_nearest(joined.nearest)}"


def _nearest(near: tuple[NearSession, ...]) -> str:
    if not near:
        return "none is near"
    named = ", ".join(
        f"“{each.session.title}” ({each.score}{f', {each.session.id}' if each.session.id else ''})"
        for each in near
    )
    return f"the nearest, with scores: {named}; {_missing(near)}; to join one: programme: ID"


def _missing(near: tuple[NearSession, ...]) -> str:
    if near[0].score < ENOUGH:
        return f"expected {ENOUGH:.0f} or more"
    return f"expected the first {AHEAD:.0f} ahead of the second"
