"""Rules in reports, as Markdown has them."""

from __future__ import annotations

from tests.tools.building import Build, Built

_BODY = (
    "# Day 1\n\n---\n\n## Bees\n\nOne.\n\n---\n\n## Wasps\n\nTwo.\n\n---\n---\n\nThree.\n\n---\n"
)


def _rules(built: Built) -> int:
    return len(built.page("a.html").main.by_tag("hr"))


def test_rules_that_separate_nothing_are_left_out(build: Build) -> None:
    built = build({"a.md": f"---\ntitle: Trip\nevent: con\n---\n\n---\n\n{_BODY}"})
    assert built.warnings == []
    assert built.page("a.html").main.words.endswith("Day 1 Bees One. Wasps Two. Three.")
    assert _rules(built) == 2


def test_rules_below_the_lines_of_a_talk(build: Build) -> None:
    body = "## Bees\n*Ann*\n\n---\n\n## Wasps\n*Bob*\n\n---\n"
    pattern = '"## {title} // *{speakers}*"'
    head = f"---\ntitle: Trip\nevent: con\ntalk-patterns: {pattern}\n---\n"
    built = build({"a.md": f"{head}\n{body}"})
    assert built.warnings == []
    assert built.page("a.html").main.words.endswith("Bees Ann Wasps Bob")
    assert _rules(built) == 1


def test_other_documents_are_none_of_our_business(build: Build) -> None:
    built = build({"a.md": f"# Words\n\n{_BODY}"})
    assert any("transition" in warning for warning in built.warnings)
