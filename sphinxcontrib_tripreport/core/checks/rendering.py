"""What was found, as files: lines for people, and JSON for programs. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sphinxcontrib_tripreport.core.checks.data_lines import data_lines
from sphinxcontrib_tripreport.core.checks.finding import Finding
from sphinxcontrib_tripreport.core.checks.severities import Severity


class PlacedFinding(NamedTuple):
    """A finding with its file, its line and its severity."""

    filename: str
    """From the source directory; empty if it is in no file."""
    line: int
    """From 1; 0 if it is on no line."""
    finding: Finding
    severity: Severity

    @property
    def place(self) -> str:
        """``posts/a.md:12``, as editors read it; empty if it is in no file."""
        return f"{self.filename}:{self.line}" if self.line else self.filename

    @property
    def suggestion(self) -> tuple[str, ...]:
        """Lines to paste: at the place, or into a data file."""
        entry = self.finding.entry
        return self.finding.suggestion if entry is None else tuple(data_lines([entry]))


def in_order(found: Iterable[PlacedFinding]) -> list[PlacedFinding]:
    """What was found, each once, by file and line."""
    once = {
        (each.filename, each.line, each.finding.check, each.finding.message): each for each in found
    }
    return [once[key] for key in sorted(once)]


def render_text(found: Iterable[PlacedFinding]) -> str:
    """A line each: ``posts/a.md:12: [bylines] …``."""
    return "".join(f"{line}\n" for each in found for line in _lines(each))


def _lines(each: PlacedFinding) -> Iterator[str]:
    place = f"{each.place}: " if each.place else ""
    yield f"{place}[{each.finding.check}] {each.finding.message}"


def render_json(found: Iterable[PlacedFinding]) -> str:
    """A JSON object a line, as linkcheck writes."""
    return "".join(json.dumps(_as_object(each), ensure_ascii=False) + "\n" for each in found)


def _as_object(each: PlacedFinding) -> dict[str, object]:
    finding = each.finding
    said: dict[str, object] = {
        "filename": each.filename,
        "lineno": each.line,
        "check": finding.check,
        "severity": each.severity.value,
        "message": finding.message,
        "suggestion": list(each.suggestion),
    }
    if finding.entry is not None:
        said["section"] = finding.entry.section
    return said


def render_data(found: Iterable[PlacedFinding]) -> str:
    """A data file with all entries that would mend what was found; empty if there are none."""
    entries = (each.finding.entry for each in found)
    return "".join(f"{line}\n" for line in data_lines(filter(None, entries)))
