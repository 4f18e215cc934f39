"""What was found, as lines for people, programs and data files."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.checks.data_lines import data_lines
from sphinxcontrib_tripreport.core.checks.finding import DataEntry, Finding
from sphinxcontrib_tripreport.core.checks.rendering import (
    PlacedFinding,
    in_order,
    render_data,
    render_json,
    render_text,
)
from sphinxcontrib_tripreport.core.checks.severities import Severity
from sphinxcontrib_tripreport.core.options.data_files import read_data

ANN = DataEntry("speakers", "ann-lee", "Ann Lee", (("aliases", ("A. Lee",)),), (("github", "ann"),))
FOUND = (
    PlacedFinding("b.md", 12, Finding("speakers", "Two.", entry=ANN), Severity.WARN),
    PlacedFinding(
        "b.md", 3, Finding("bylines", "Nobody.", suggestion=(":speakers: …",)), Severity.INFO
    ),
    PlacedFinding("b.md", 3, Finding("bylines", "Nobody."), Severity.INFO),
    PlacedFinding("", 0, Finding("dates", "When?"), Severity.WARN),
    PlacedFinding("conf.py", 0, Finding("patterns", "“Ä”"), Severity.WARN),
)


def test_lines_for_people() -> None:
    assert render_text(in_order(FOUND)) == (
        "[dates] When?\n"
        "b.md:3: [bylines] Nobody.\n"
        "b.md:12: [speakers] Two.\n"
        "conf.py: [patterns] “Ä”\n"
    )


def test_objects_for_programs() -> None:
    lines = render_json(FOUND[:2]).splitlines()
    assert [json.loads(line) for line in lines] == [
        {
            "filename": "b.md",
            "lineno": 12,
            "check": "speakers",
            "severity": "warn",
            "message": "Two.",
            "suggestion": [
                "speakers:",
                "  ann-lee:",
                "    name: Ann Lee",
                "    github: ann",
                "    aliases: [A. Lee]",
            ],
            "section": "speakers",
        },
        {
            "filename": "b.md",
            "lineno": 3,
            "check": "bylines",
            "severity": "info",
            "message": "Nobody.",
            "suggestion": [":speakers: …"],
        },
    ]
    assert "“Ä”" in render_json(FOUND)


def test_entries_of_one_key_are_one() -> None:
    lists = (("aliases", ("Lee, Ann", "A. Lee")),)
    more = DataEntry("speakers", "ann-lee", lists=lists, texts=(("github", "x"),))
    event = DataEntry("events", "con", "#con: yes")
    findings = (Finding("x", "", entry=each) for each in (ANN, more, event))
    found = [PlacedFinding("", 0, each, Severity.INFO) for each in findings]
    assert render_data([*found, FOUND[4]]) == (
        "speakers:\n"
        "  ann-lee:\n"
        "    name: Ann Lee\n"
        "    github: ann\n"
        '    aliases: [A. Lee, "Lee, Ann"]\n'
        "events:\n"
        "  con:\n"
        '    name: "#con: yes"\n'
    )
    assert render_data(FOUND[1:]) == ""


_TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn", "Co")), min_size=1)


@given(_TEXTS, _TEXTS)
def test_any_text_is_read_back(name: str, alias: str) -> None:
    entry = DataEntry("speakers", "key", name, (("aliases", (alias,)),))
    data = read_data("\n".join(data_lines([entry])), "people.yaml")
    assert not data.problems or all("YAML" not in each.text for each in data.problems)
    assert [each.name for each in data.speakers] == [" ".join(name.split()) or "key"]
