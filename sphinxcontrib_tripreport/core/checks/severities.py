"""The checks that there are, and how bad what each of them finds is."""

from __future__ import annotations

from enum import Enum
from typing import Final, NamedTuple


class Severity(Enum):
    """How bad a finding is; the values are what ``tripreport_check`` says."""

    OFF = "off"
    """Nobody looks for it."""
    INFO = "info"
    """It is said."""
    WARN = "warn"
    """It is a warning of Sphinx, so that builds with ``-W`` fail."""
    ERROR = "error"
    """The build fails."""


class Check(NamedTuple):
    """A check."""

    severity: Severity
    """What it is if nobody says otherwise."""
    meaning: str
    """What it finds, for the reference."""


CHECKS: Final = {
    "speakers": Check(Severity.WARN, "Speakers or authors who seem to be one person."),
    "titles": Check(Severity.WARN, "Talks of one event that seem to be one."),
    "events": Check(Severity.WARN, "Events that seem to be one."),
    "topics": Check(Severity.WARN, "Topics that differ in case, plural or hyphen alone."),
    "undeclared": Check(Severity.WARN, "Topics that no data file declares, if one declares some."),
    "days": Check(Severity.WARN, "Talks outside of the days of their event."),
    "dates": Check(Severity.WARN, "Events without dates."),
    "places": Check(Severity.INFO, "Events without a place."),
    "reports": Check(Severity.WARN, "Reports without an event."),
    "bylines": Check(Severity.INFO, "Talks without speakers."),
    "recordings": Check(Severity.INFO, "Talks of a year ago or more without a recording."),
    "sessions": Check(Severity.WARN, "Notes on no session of the programme of their event."),
    "withheld": Check(Severity.ERROR, "People who are withheld, and are named in prose."),
    "links": Check(Severity.WARN, "Links of talks and people that linkcheck found broken."),
    "owners": Check(Severity.INFO, "Actions that nobody owns."),
    "patterns": Check(Severity.WARN, "Patterns that match nothing."),
}
"""By name, in the order of the reference."""
