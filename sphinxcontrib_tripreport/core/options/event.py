"""From what an author wrote on an event to its record. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.model.records import Event, Target

_PLAIN = ("start", "end", "place", "country", "url", "series", "timezone", "programme")


def make_event(
    key: str,
    name: str,
    values: Mapping[str, Any],
    line: int,
    *,
    described: Target | None = None,
    included_at: str = "",
) -> tuple[Event, Problem | None]:
    """The record of an event, and what is wrong with it.

    :param values: what :func:`~sphinxcontrib_tripreport.core.options.option.read_options` gave
    :param described: where a directive describes the event
    :param included_at: where the event is described, if that is in a file that a document includes
    """
    fields = {field: values[field] for field in _PLAIN if field in values}
    problem = None
    start, end = fields.get("start"), fields.get("end")
    if start is not None and end is not None and end < start:
        problem = Problem(
            Subtype.ORDER,
            f"“{name}” starts on {start} and ends on {end}: expected an end after the start;"
            " the end is left out.",
            line,
        )
        del fields["end"]
    event = Event(key, name, described=described, line=line, included_at=included_at, **fields)
    return event, problem
