"""The checks that there are, and how bad what each of them finds is."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Final, NamedTuple

from sphinxcontrib_tripreport.core.text.nearest import nearest
from sphinxcontrib_tripreport.core.text.phrases import expected_one_of


class Severity(Enum):
    """How bad a finding is; the values are what ``tripreport_check`` says."""

    OFF = "off"
    """The check is off."""
    INFO = "info"
    """The finding is logged."""
    WARN = "warn"
    """The finding is a warning of Sphinx, so builds with ``-W`` fail."""
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
    "undeclared": Check(Severity.WARN, "Topics that no data file declares, if these are all."),
    "days": Check(Severity.WARN, "Talks outside of the days of their event."),
    "dates": Check(Severity.INFO, "Events without dates."),
    "places": Check(Severity.INFO, "Events without a place."),
    "reports": Check(Severity.INFO, "Reports without an event."),
    "bylines": Check(Severity.INFO, "Talks without speakers."),
    "recordings": Check(Severity.INFO, "Talks of a year ago or more without a recording."),
    "sessions": Check(Severity.WARN, "Notes on no session of the programme of their event."),
    "withheld": Check(Severity.ERROR, "People who are withheld, and are named in prose."),
    "links": Check(Severity.WARN, "Links of talks and people that linkcheck found broken."),
    "owners": Check(Severity.INFO, "Actions that nobody owns."),
    "patterns": Check(Severity.WARN, "Patterns that match nothing."),
}
"""By name, in the order of the reference. What is missing is said, what seems to be wrong is a
warning, and what somebody asked not to be said is an error."""


class ChosenSeverities(NamedTuple):
    """How bad each check is, as a project has it."""

    severities: Mapping[str, Severity]
    """By check: all of them."""
    problems: tuple[str, ...]
    """What is wrong with what the project says."""


def choose_severities(given: Mapping[object, object]) -> ChosenSeverities:
    """How bad each check is.

    :param given: what ``tripreport_check`` says: severities by check
    """
    severities = {name: check.severity for name, check in CHECKS.items()}
    known = {severity.value: severity for severity in Severity}
    problems = []
    for name, value in given.items():
        if name not in CHECKS:
            expected = expected_one_of(CHECKS, nearest(str(name), CHECKS, 1))
            problems.append(f"“tripreport_check” has “{name}”: {expected}")
        elif str(value) not in known:
            expected = expected_one_of(known, nearest(str(value), known, 1))
            problems.append(f"“tripreport_check” has “{value}” for “{name}”: {expected}")
        else:
            severities[str(name)] = known[str(value)]
    return ChosenSeverities(severities, tuple(problems))
