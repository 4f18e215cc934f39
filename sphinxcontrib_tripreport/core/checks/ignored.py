"""Findings that a project wants to hear nothing of. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from sphinxcontrib_tripreport.core.checks.finding import Finding


class Ignored(NamedTuple):
    """What is ignored."""

    patterns: tuple[re.Pattern[str], ...] = ()
    problems: tuple[str, ...] = ()
    """What is wrong with what the project says."""

    def has(self, finding: Finding) -> bool:
        """Whether a finding is ignored."""
        said = f"[{finding.check}] {finding.message}"
        return any(pattern.search(said) for pattern in self.patterns)


def read_ignored(given: Iterable[str]) -> Ignored:
    """What is ignored.

    :param given: what ``tripreport_check_ignore`` says: regular expressions, for what
        ``output.txt`` says after the place of a finding
    """
    patterns, problems = [], []
    for text in given:
        try:
            patterns.append(re.compile(text))
        except re.error as error:
            problems.append(
                f"“tripreport_check_ignore” has “{text}”, which is no regular expression: {error}."
            )
    return Ignored(tuple(patterns), tuple(problems))
