"""Why a heading is no talk by the patterns of its post, though it nearly is one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sphinxcontrib_tripreport.core.patterns.pattern import Pattern, PlaceKind
from sphinxcontrib_tripreport.matching.candidates import Candidate
from sphinxcontrib_tripreport.matching.pieces import match_pieces


def near_miss(patterns: Iterable[tuple[str, Pattern]], candidate: Candidate) -> str:
    """Why a heading is no talk although it nearly looks like one; empty if it does not."""
    for text, pattern in patterns:
        if pattern.where is not PlaceKind.HEADING:
            continue
        if pattern.level not in (None, candidate.level):
            other = replace(pattern, level=None)
            if match_pieces(other, candidate):
                return f"“{text}” asks for level {pattern.level}, this is level {candidate.level}"
            continue
        first = replace(pattern, lines=pattern.lines[:1])
        if len(pattern.lines) > 1 and match_pieces(first, candidate):
            line = next(iter(candidate.following()), None)
            shown = f"“{line.marked.text.strip()[:60]}”" if line is not None else "nothing"
            return f"“{text}” asks for other lines below it; below it is {shown}"
    return ""
