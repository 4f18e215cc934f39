"""From what an author wrote on an event to its record. Pure."""

from __future__ import annotations

from sphinxcontrib_tripreport.core.model.option_values import EventValues
from sphinxcontrib_tripreport.core.model.places import Target
from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.model.records import Event
from sphinxcontrib_tripreport.core.options.plain_fields import pick, plain_fields
from sphinxcontrib_tripreport.core.options.tables import EVENT_OPTIONS

_PLAIN = plain_fields(Event, EVENT_OPTIONS, "key")


def make_event(
    key: str,
    name: str,
    values: EventValues,
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
    plain = pick(values, _PLAIN)
    problem = None
    start, end = plain.get("start"), plain.get("end")
    if start is not None and end is not None and end < start:
        problem = Problem(
            Subtype.ORDER,
            f"“{name}” starts on {start} and ends on {end}: expected an end after the start;"
            " the end is left out.",
            line,
        )
        del plain["end"]
    event = Event(key, name, described=described, line=line, included_at=included_at, **plain)
    return event, problem
