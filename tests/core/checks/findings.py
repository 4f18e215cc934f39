"""What checks find in catalogues made of records."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from sphinxcontrib_tripreport.core.checks.finding import Finding
from sphinxcontrib_tripreport.core.checks.project import Project
from tests.core.records import catalogue

Check = Callable[[Project], Iterator[Finding]]
TODAY = date(2024, 6, 1)


def found(check: Check, *notes: Any, people: Any = (), **more: Any) -> list[Finding]:
    """What a check finds.

    :param people: everybody as described
    :param more: what a project has beside its catalogue; the rest are records
    """
    beside = {name: more.pop(name) for name in Project.__slots__ if name in more}
    known = catalogue(*notes, speakers=people, **more)
    return list(check(Project(known, TODAY, people, **beside)))


def said(check: Check, *notes: Any, **more: Any) -> list[str]:
    """The same, as text: ``a:12 message``."""
    return [
        f"{each.included_at or f'{each.docname}:{each.line}'} {each.message}"
        for each in found(check, *notes, **more)
    ]
