"""Patterns in metadata: taken from the raw text, where they would be no YAML and no markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.patterns.rules import Rules
from sphinxcontrib_tripreport.core.posts.pattern_fields import (
    TakenPatterns,
    is_pattern_name,
    patterns_in,
    take_patterns,
)
from sphinxcontrib_tripreport.core.text.located import Located, read_yaml


def talks(text: str, markup: str = "markdown") -> list[tuple[str, int]]:
    """The patterns of talks, and their lines; nothing else is wrong or moved."""
    taken = take_patterns(text, markup)
    assert taken.problems == ()
    assert taken.text.count("\n") == text.count("\n")
    return [(each.text, each.line) for each in taken.rules.talks]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("talk-patterns: ## {title}", [("## {title}", 2)]),
        ("Talk Pattern: * {title}: {speakers}", [("* {title}: {speakers}", 2)]),
        ('talk-patterns: "## {title} \\"x\\""', [('## {title} "x"', 2)]),
        ("talk-patterns: '## it''s {title}'", [("## it's {title}", 2)]),
        # Quotes of the pattern itself.
        ('talk-patterns: "{title}" by "{speakers}"', [('"{title}" by "{speakers}"', 2)]),
        ("talk-patterns: '{title}' by '{speakers}'", [("'{title}' by '{speakers}'", 2)]),
        ("talk-patterns: |\n  ## {title}\n  * {title}", [("## {title}", 3), ("* {title}", 4)]),
        ("talk-patterns:\n  - ## {title}\n  - {title}", [("## {title}", 3), ("{title}", 4)]),
        ("talk-patterns:\n- ## {title}\n- '{title}'", [("## {title}", 3), ("{title}", 4)]),
        ("talk-patterns: [\"## {title}\", '{title}']", [("## {title}", 2), ("{title}", 2)]),
        ("talk-patterns: [{kind}] {title}", [("[{kind}] {title}", 2)]),
        ("title: T\ntalk-patterns: {title}\ndate: 2020-01-01", [("{title}", 3)]),
        ("title: T\n  talk-patterns: {title}", []),
    ],
)
def test_front_matter(lines: str, expected: list[tuple[str, int]]) -> None:
    assert talks(f"---\n{lines}\n---\n\n# T\n") == expected


@pytest.mark.parametrize(
    ("text", "markup", "expected"),
    [
        (":event: c\n:talk-patterns: * {title}\n", "restructuredtext", [("* {title}", 2)]),
        (
            "T\n=\n\n:talk-patterns:\n   * {title}\n\n   ## {title}\n\nWords.\n",
            "restructuredtext",
            [("* {title}", 5), ("## {title}", 7)],
        ),
        (".. title: T\n.. talk-patterns: {title}\n", "restructuredtext", [("{title}", 2)]),
        ("   :talk-patterns: {title}\n", "restructuredtext", []),
        ("Title: T\nTalk-Patterns: {title}\n\nWords.\n", "markdown", [("{title}", 2)]),
        ("<!--\n.. talk-patterns: {title}\n-->\n\n# T\n", "markdown", [("{title}", 2)]),
        ("\n\n---\ntalk-patterns: {title}\n---\n", "markdown", [("{title}", 4)]),
        # Text that only says such words.
        ("# T\n\nTalk patterns: {title}\n", "markdown", []),
        ("+++\ntalk-patterns = '{title}'\n+++\n", "markdown", []),
        ("talk-patterns: {title}\n", "myst-nb", []),
        ("# No such words\n", "markdown", []),
    ],
)
def test_other_metadata(text: str, markup: str, expected: list[tuple[str, int]]) -> None:
    assert talks(text, markup) == expected


def test_what_is_left_is_metadata_still() -> None:
    text = "---\ntitle: T\ntalk-patterns: ## {title}\nevent: c\n---\n"
    assert take_patterns(text, "markdown").text == "---\ntitle: T\n\nevent: c\n---\n"
    keys = "Title: T\ntalk-patterns: - {title}\n    - {title}\nEvent: c\n\nWords.\n"
    lines = take_patterns(keys, "markdown").text.splitlines()
    assert lines == ["Title: T", "tripreport: 1", "tripreport: 1", "Event: c", "", "Words."]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("skip-headings: [Lunch, 'Links/*']", ["Lunch", "Links/*"]),
        ("skip-headings: Lunch", ["Lunch"]),
        ("skip-heading: [Lunch", ["[Lunch"]),
        ("skip-headings: [Lunch]: x", ["[Lunch]: x"]),
        ("skip-headings:\n  - Lunch\n  - Links", ["Lunch", "Links"]),
    ],
)
def test_headings_to_skip(lines: str, expected: list[str]) -> None:
    taken = take_patterns(f"---\n{lines}\n---\n", "markdown")
    assert [each.text for each in taken.rules.skip] == expected


def test_days() -> None:
    taken = take_patterns("---\nday-patterns: # Day {day}\n---\n", "markdown")
    assert [each.text for each in taken.rules.days] == ["# Day {day}"]


@pytest.mark.parametrize(
    ("name", "example"),
    [
        ("talk-patterns", "## {title} ({speakers})"),
        ("day-patterns", "Day {day}"),
        ("skip-headings", "Introduction"),
    ],
)
@pytest.mark.parametrize("value", ["", " ''", " []"])
def test_what_is_empty(name: str, example: str, value: str) -> None:
    (problem,) = take_patterns(f"---\n{name}:{value}\n---\n", "markdown").problems
    assert problem.text == (
        f'The metadata field “{name}” is empty: expected a value such as "{example}".'
    )
    assert problem.line == 2


def test_fields_that_could_be_read() -> None:
    fields = {
        "talk-patterns": Located([Located("## {title}", 3), Located("* {title}", 4)], 2),
        "day_pattern": Located("Day {day}\n\nTag {day}", 5),
        "title": Located("T", 1),
    }
    rules = patterns_in(fields)
    assert [(each.text, each.line) for each in rules.talks] == [("## {title}", 3), ("* {title}", 4)]
    assert [(each.text, each.line) for each in rules.days] == [("Day {day}", 5), ("Tag {day}", 5)]
    assert is_pattern_name("Skip Headings")
    assert not is_pattern_name("title")


PIECES = (
    "talk-patterns:", "day pattern:", "skip-headings: ", "---", "+++", "<!--", "-->", ":", ".. ",
    "- ", "  ", "\n", "\n\n", "[", "]", '"', "'", "{title}", "## ", "|", "title: T", "\\",
)  # fmt: skip


@given(
    st.lists(st.sampled_from(PIECES), max_size=20).map("".join),
    st.sampled_from(("markdown", "restructuredtext")),
)
def test_any_text_keeps_its_lines(text: str, markup: str) -> None:
    taken = take_patterns(text, markup)
    assert taken.text.count("\n") == text.count("\n")
    if taken.rules == Rules() and not taken.problems:
        assert taken == TakenPatterns(Rules(), text)


def test_a_pattern_is_no_yaml() -> None:
    """Why they are taken before: this is a mapping, whose value is a comment."""
    found = read_yaml("talk-patterns: ## {title}")
    assert found is not None
    assert isinstance(found.value, dict)
    assert found.value["talk-patterns"].value == ""
