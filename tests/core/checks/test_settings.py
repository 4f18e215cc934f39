"""How bad checks are, and what is ignored."""

from __future__ import annotations

from sphinxcontrib_tripreport.core.checks.all_checks import FUNCTIONS, run_checks
from sphinxcontrib_tripreport.core.checks.finding import Finding
from sphinxcontrib_tripreport.core.checks.ignored import Ignored, read_ignored
from sphinxcontrib_tripreport.core.checks.project import Project
from sphinxcontrib_tripreport.core.checks.severities import CHECKS, Severity, choose_severities
from tests.core.checks.findings import TODAY
from tests.core.records import catalogue, note


def test_severities_of_a_project() -> None:
    chosen = choose_severities({"places": "error", "talks": "off", "dates": ["warn"]})
    assert chosen.severities["places"] is Severity.ERROR
    assert chosen.severities["dates"] is CHECKS["dates"].severity
    assert chosen.severities.keys() == CHECKS.keys()
    assert [text.partition(":")[0] for text in chosen.problems] == [
        "“tripreport_check” has “talks”",
        "“tripreport_check” has “['warn']” for “dates”",
    ]


def test_what_is_ignored() -> None:
    ignored = read_ignored((r"^\[dates\] .*con", "["))
    assert ignored.has(Finding("dates", "When was con?"))
    assert not ignored.has(Finding("places", "Where was con?"))
    (problem,) = ignored.problems
    assert problem == (
        "“tripreport_check_ignore” has “[”, which is no regular expression: unterminated character"
        " set at position 0."
    )


def test_all_checks_look_for_something() -> None:
    assert sorted(FUNCTIONS) == sorted(CHECKS)


def test_checks_that_are_off_find_nothing() -> None:
    project = Project(catalogue(note()), TODAY)
    off = dict.fromkeys(CHECKS, Severity.OFF)
    assert list(run_checks(project, off, Ignored())) == []
    found = run_checks(project, {**off, "places": Severity.WARN}, Ignored())
    assert [each.check for each in found] == ["places"]
