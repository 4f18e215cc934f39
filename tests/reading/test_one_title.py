"""One title a post, from its metadata or its first heading."""

from __future__ import annotations

import pytest

from tests.tools.building import Build, Built
from tests.tools.markup import Markup


def headings(built: Built, name: str = "a") -> list[tuple[str, str]]:
    """The headings of a page, with their tags."""
    main = built.page(f"{name}.html").main
    return [
        (part.tag, part.words.rstrip("¶"))
        for part in main.walk()
        if part.tag in ("h1", "h2", "h3", "h4")
    ]


def test_the_title_of_the_metadata(build: Build, markup: Markup) -> None:
    body = f"Words.\n\n{markup.heading('One', 2)}\nText.\n\n{markup.heading('Two', 2)}\nText.\n"
    fields = markup.metadata({"title": "A *trip*", "event": "con"})
    built = build({markup.file("a"): fields + body})
    assert built.warnings == []
    assert headings(built) == [("h1", "A *trip*"), ("h2", "One"), ("h2", "Two")]
    assert built.catalogue.reports["a"].title == "A *trip*"
    assert "A *trip* con Words." in built.page("a.html").main.words
    assert "A *trip*" in built.page("index.html").main.words


def test_a_title_that_body_and_metadata_have_is_shown_once(build: Build, markup: Markup) -> None:
    source = markup.document(
        "A Trip!",
        f"{markup.heading('One', 2)}\nText.\n",
        metadata={"title": "a trip!", "event": "c"},
    )
    built = build({markup.file("a"): source})
    assert built.warnings == []
    assert headings(built) == [("h1", "A Trip!"), ("h2", "One")]


def test_another_first_heading_stands_below(build: Build, markup: Markup) -> None:
    source = markup.document("Day 1", "Text.\n", metadata={"title": "A trip", "event": "con"})
    assert headings(build({markup.file("a"): source})) == [("h1", "A trip"), ("h2", "Day 1")]


def test_a_title_without_any_heading(build: Build, markup: Markup) -> None:
    fields = markup.metadata({"title": "A trip", "event": "con"})
    built = build({markup.file("a"): f"{fields}Only words.\n"})
    assert built.warnings == []
    assert headings(built) == [("h1", "A trip")]


def test_many_headings_of_the_first_level(build: Build) -> None:
    built = build(
        {"a.md": "---\nevent: con\n---\n# Trip\n\nHi.\n\n# One\n\n## Sub\n\n# Two\n\nBye.\n"}
    )
    assert built.warnings == []
    assert headings(built) == [("h1", "Trip"), ("h2", "One"), ("h3", "Sub"), ("h2", "Two")]


def test_levels_that_are_skipped(build: Build) -> None:
    built = build({"a.md": "---\nevent: con\ntitle: Trip\n---\n### One\n\n##### Two\n\nBye.\n"})
    assert built.warnings == []
    assert headings(built) == [("h1", "Trip"), ("h2", "One"), ("h3", "Two")]


def test_documents_that_are_no_reports_are_left_alone(build: Build) -> None:
    built = build({"a.md": "# One\n\n### Two\n", "b.md": "---\ntitle: T\n---\n# One\n\n# Two\n"})
    assert [w.partition("[")[2] for w in built.warnings] == ["myst.header]"]
    assert [text for _, text in headings(built, "b")] == ["One", "Two"]


def test_a_post_without_an_event_gets_its_title_too(build: Build, markup: Markup) -> None:
    fields = markup.metadata({"title": "A trip"})
    built = build({markup.file("a"): f"{fields}Words.\n"})
    assert headings(built) == [("h1", "A trip")]


def test_an_empty_heading_is_dropped(build: Build) -> None:
    built = build({"a.md": "---\nevent: con\n---\n# Trip\n\n## One\n\n##\n\nStays.\n\n## Two\n"})
    (warning,) = built.warnings
    assert warning.startswith("a.md:8: WARNING: Empty heading removed")
    assert warning.endswith("[tripreport.title]")
    assert [text for _, text in headings(built)] == ["Trip", "One", "Two"]
    assert "Stays." in built.page("a.html").main.words


def test_a_title_in_another_script_has_an_anchor(build: Build, markup: Markup) -> None:
    fields = markup.metadata({"title": "蜜蜂之旅", "event": "con"})
    built = build({markup.file("a"): f"{fields}Words.\n"})
    report = built.catalogue.reports["a"]
    assert report.anchor
    assert built.page("a.html").by_id(report.anchor).words.startswith("蜜蜂之旅")


@pytest.mark.parametrize(
    "title", ["<script>alert(1)</script>", "a & b \\ %", "x" * 300, "\u202eabc"]
)
def test_any_title(build: Build, title: str) -> None:
    built = build({"a.md": f"---\nevent: con\ntitle: '{title}'\n---\nWords.\n"})
    assert built.warnings == []
    assert "<script>alert" not in built.out("a.html")
    assert headings(built)[0][0] == "h1"


def test_latex(build: Build, markup: Markup) -> None:
    fields = markup.metadata({"title": "A trip", "event": "con"})
    body = f"{markup.heading('One', 2)}\nText.\n"
    built = build({markup.file("a"): fields + body}, builder="latex")
    assert built.warnings == []
    assert r"\chapter{A trip}" in built.out("trips.tex")
    assert r"\section{One}" in built.out("trips.tex")
