"""Links of Markdown posts that lead nowhere yet, or to anchors in HTML."""

from __future__ import annotations

from tests.tools.building import Build

_POST = (
    "---\ntitle: Trip\nevent: con\n---\n\n"
    "* [Bees](#1)\n* [Slides: soon]()\n\n<a name='1'></a>\n\n## Bees\n\nText.\n"
)


def test_anchors_of_html_and_empty_links(build: Build) -> None:
    built = build({"a.md": _POST})
    assert built.warnings == []
    items = built.page("a.html").main.by_tag("li")
    assert [(item.words, item.links) for item in items[:2]] == [
        ("Bees", {"Bees": "#1"}),
        ("Slides: soon", {}),
    ]


def test_anchors_of_html_where_there_is_none(build: Build) -> None:
    built = build({"a.md": _POST}, builder="latex")
    assert built.warnings == []
    tex = built.out("trips.tex")
    assert "Slides: soon" in tex
    assert "{#1}" not in tex
