"""Titles with roles and references: everywhere a talk is called what its heading shows."""

from __future__ import annotations

import pytest

from tests.tools.building import Build, Built
from tests.tools.markup import MYST_COLON, RST, Markup

# MyST's own, where it resolves links
pytestmark = pytest.mark.filterwarnings("ignore:.*MystReferenceResolver")


def project(markup: Markup, section: str = "Some section", home: str = "Home") -> dict[str, str]:
    """Talks whose titles refer to a section and a document, and lists of them."""
    role = MYST_COLON.role if markup is not RST else markup.role
    label = ".. _here:\n\n" if markup is RST else "(here)=\n\n"
    title = f"Use {role('pep', '8')}, {role('ref', 'here')} and {role('doc', 'other')}"
    headed = f"About {role('ref', 'here')}, {role('ref', 'mine <here>')}"
    directive = markup.directive if markup is RST else MYST_COLON.directive
    return {
        markup.file("a"): markup.document(
            f"Trip to {role('ref', 'here')}",
            directive("talk", title, {"key": "use", "speakers": "Ann"}),
            markup.heading(headed, 2),
            markup.directive("talk"),
            metadata={"event": "con"},
        ),
        markup.file("other"): markup.document(home, label + markup.heading(section, 2), "Words.\n"),
        markup.file("lists"): markup.document(
            "Lists", markup.directive("talklist"), markup.directive("reportlist")
        ),
    }


def shown(built: Built) -> list[str]:
    """The words of every place that names them."""
    pages = [built.page(f"{name}.html").main.words for name in ("lists", "trip-talks")]
    data = built.talks_json()
    titles = [one["title"] for one in (*data["talks"], *data["reports"])]
    names = [text for _, text in built.inventory()["trip:talk"].values()]
    return [*pages, " | ".join(titles), " | ".join(names)]


def test_references_are_what_they_show(build: Build, markup: Markup) -> None:
    built = build(project(markup), "myst_enable_extensions = ['colon_fence']\n")
    assert built.warnings == []
    for words in shown(built):
        assert "Use PEP 8, Some section and Home" in words
        assert "About Some section, mine" in words
    assert "Trip to Some section" in shown(built)[0]
    assert "Trip to Some section" in shown(built)[2]
    sections = built.page("a.html").main.words
    assert "Use PEP 8, Some section and Home" in sections


def test_they_follow_what_they_refer_to(build: Build, markup: Markup) -> None:
    built = build(project(markup), "myst_enable_extensions = ['colon_fence']\n")
    name = markup.file("other")
    built.rebuild({name: project(markup, "Renamed", "House")[name]})
    for words in shown(built):
        assert "Use PEP 8, Renamed and House" in words
        assert "About Renamed, mine" in words
    assert "Trip to Renamed" in shown(built)[0]


def test_links_of_markdown_without_a_text(build: Build) -> None:
    sources = project(MYST_COLON)
    sources["a.md"] = (
        "---\nevent: con\n---\n\n# Trip\n\n## About [](#here) and [](other.md)\n\n:::{talk}\n:::\n"
    )
    built = build(sources, "myst_enable_extensions = ['colon_fence']\n")
    for words in shown(built):
        assert "About Some section and Home" in words


def test_citations_and_numbers(build: Build) -> None:
    """The label of a citation is shown; the number of a section is none of its title."""
    title = "Use [Knuth84]_ well"
    built = build(
        {
            "a.rst": RST.document(
                "Trip",
                ".. sectnum::\n",
                RST.talk(title),
                ".. [Knuth84] A book.\n",
                metadata={"event": "con"},
            ),
            "lists.rst": RST.document(
                "Lists", RST.directive("talklist") + "\n" + RST.directive("reportlist")
            ),
        }
    )
    assert "1.1" in built.page("a.html").main.words
    data = built.talks_json()
    assert [one["title"] for one in data["talks"]] == ["Use [Knuth84] well"]
    assert [one["title"] for one in data["reports"]] == ["Trip"]
    assert "Use [Knuth84] well" in built.page("lists.html").main.words
