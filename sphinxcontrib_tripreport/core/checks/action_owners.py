"""Actions that nobody owns. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from sphinxcontrib_tripreport.core.checks.finding import Finding
from sphinxcontrib_tripreport.core.checks.places import at_note
from sphinxcontrib_tripreport.core.checks.project import Project


def check_owners(project: Project) -> Iterator[Finding]:
    """A finding for each action that is not done and names no owner."""
    for each in project.catalogue.takeaways.all:
        record = each.record
        if each.kind == "action" and not (record.is_done or record.owner):
            text = f"Nobody owns the action “{record.text}”: expected “owner”."
            yield at_note("owners", record, text)
