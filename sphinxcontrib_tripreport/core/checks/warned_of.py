"""What every build warns of that reads something anew. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from sphinxcontrib_tripreport.core.checks.finding import Finding
from sphinxcontrib_tripreport.core.checks.project import Project
from sphinxcontrib_tripreport.core.model.problems import Subtype


def check_days(project: Project) -> Iterator[Finding]:
    """A finding for each talk outside of the days of its event."""
    return _of(project, "days", Subtype.DATES)


def check_undeclared(project: Project) -> Iterator[Finding]:
    """A finding for each topic that no data file declares, if these have all topics."""
    return _of(project, "undeclared", Subtype.TOPIC)


def _of(project: Project, check: str, subtype: Subtype) -> Iterator[Finding]:
    for problem in project.catalogue.problems:
        if problem.subtype is subtype:
            place = (problem.docname, problem.line, problem.included_at)
            yield Finding(check, problem.text, *place, is_warned_of=True)
