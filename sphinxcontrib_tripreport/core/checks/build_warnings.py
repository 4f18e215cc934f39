"""What every build warns of, or every one that reads something anew. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sphinxcontrib_tripreport.core.checks.finding import Finding
from sphinxcontrib_tripreport.core.checks.project import Project
from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype


def check_days(project: Project) -> Iterator[Finding]:
    """A finding for each talk outside of the days of its event."""
    problems = project.catalogue.problems
    return _as_findings(
        "days", (problem for problem in problems if problem.subtype is Subtype.DATES)
    )


def check_undeclared(project: Project) -> Iterator[Finding]:
    """A finding for each topic that no data file declares, if these have all topics."""
    return _as_findings("undeclared", project.catalogue.undeclared_topics())


def _as_findings(check: str, problems: Iterable[Problem]) -> Iterator[Finding]:
    for problem in problems:
        place = (problem.docname, problem.line, problem.included_at)
        yield Finding(check, problem.text, *place, is_warned_of=True)
