"""Talks outside of the days of their events: what every build that reads them warns of. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from sphinxcontrib_tripreport.core.checks.finding import Finding
from sphinxcontrib_tripreport.core.checks.project import Project
from sphinxcontrib_tripreport.core.model.problems import Subtype


def check_days(project: Project) -> Iterator[Finding]:
    """A finding for each talk."""
    for problem in project.catalogue.problems:
        if problem.subtype is Subtype.DATES:
            place = (problem.docname, problem.line, problem.included_at)
            yield Finding("days", problem.text, *place, is_warned_of=True)
