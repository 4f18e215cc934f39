"""Patterns that match nothing. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sphinxcontrib_tripreport.core.checks.finding import Finding
from sphinxcontrib_tripreport.core.checks.project import Project
from sphinxcontrib_tripreport.core.model.tried_patterns import TriedPattern
from sphinxcontrib_tripreport.core.text.phrases import counted


def check_patterns(project: Project) -> Iterator[Finding]:
    """A finding for each pattern of a post, and for each of ``conf.py`` that no post has."""
    configured: defaultdict[str, list[TriedPattern]] = defaultdict(list)
    for tried in project.patterns:
        if not tried.line:
            configured[tried.text].append(tried)
        elif not tried.matches:
            yield Finding("patterns", tried.message, tried.docname, tried.line, is_warned_of=True)
    for text, all_tried in configured.items():
        if not any(tried.matches for tried in all_tried):
            posts = counted(len(all_tried), "post")
            message = (
                f"The pattern “{text}” matches nothing in {posts}: expected what looks like it in"
                " one of them."
            )
            yield Finding(
                "patterns", message, included_at=f"conf.py:{_line_of(text, project.conf)}"
            )


def _line_of(pattern: str, conf: str) -> int:
    """The line of ``conf.py`` that has a pattern, as far as that can be told; else the first."""
    lines = enumerate(conf.splitlines(), 1)
    return next((number for number, line in lines if pattern in line), 1)
