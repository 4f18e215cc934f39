"""However a talk is written, and in whichever markup, the document is the same."""

from __future__ import annotations

import re

import pytest
from docutils import nodes

from tests.tools.building import Build, Built
from tests.tools.markup import MYST, MYST_COLON, RST, Markup

TALKS = ("Docker and Python", "Typing at scale", "Opening", "Bees & hives")


def post(markup: Markup, event: str = "") -> str:
    """A report with four talks, each written in another way."""
    in_list = markup.talk(
        "Bees & hives", {"speakers": "Ida Bee", "rating": "4"}, "Heard in a list."
    )
    bullet = "* " + in_list.rstrip().replace("\n", "\n  ").replace("  \n", "\n") + "\n"
    return markup.document(
        "Trip",
        "First words.\n",
        markup.heading("Docker and Python", 2),
        markup.directive("talk", "", {"speakers": "Tania Allard", "topics": "docker, python"}),
        "What I heard.\n",
        markup.heading("Afternoon", 2),
        markup.talk(
            "Typing at scale",
            {"speakers": "Ann Lee; Bob Ng", "start": "2020-07-23 09:00", "key": "typing"},
            "Types.\n\n* one\n* two",
        ),
        markup.directive("keynote", "Opening", {"speakers": "Ann Lee"}, "Welcome."),
        markup.heading("Small ones", 2),
        bullet,
        metadata={"event": event} if event else None,
    )


def drawn(built: Built, docname: str) -> str:
    """The doctree without what only says where it came from."""
    document = built.doctree(docname)
    text = document.pformat()
    text = re.sub(rf' (docname|subject)="{docname}"', "", text)
    text = re.sub(r"<document [^>]*>", "<document>", text)
    # Metadata before the title: HTML's <head> has it, in other elements.
    text = re.sub(r"\n *<(meta|docinfo)[^>]*>", "", text)
    text = re.sub(r' (?:slug|myst[-_]\w+|xml:space|bullet|line)="[^"]*"', "", text)
    # reST gives sections their names' anchors too; MyST marks headings in other ways.
    return re.sub(r'(ids="talk-\S+)[^"]*"', r'\1"', text)


@pytest.mark.parametrize("markdown", [MYST, MYST_COLON], ids=["backticks", "colons-and-yaml"])
@pytest.mark.parametrize("event", ["", "pycon-2020"])
def test_both_markups_give_the_same_doctree(build: Build, markdown: Markup, event: str) -> None:
    built = build({"a.rst": post(RST, event), "b.md": post(markdown, event)})
    assert built.warnings == []
    assert drawn(built, "a") == drawn(built, "b")


def test_a_talk_is_a_section_with_a_byline_under_its_title(build: Build, markup: Markup) -> None:
    built = build({markup.file("a"): post(markup)})
    sections = [s for s in built.doctree("a").findall(nodes.section) if "trip-talk" in s["classes"]]
    assert [section[0].astext() for section in sections] == list(TALKS[:3])
    assert [section["ids"][0] for section in sections] == [
        "talk-docker-and-python",
        "talk-typing",
        "talk-opening",
    ]
    for section in sections:
        assert [type(node).__name__ for node in section[:2]] == ["title", "trip_placeholder"]
    page = built.page("a.html")
    for section in sections:
        shown = page.by_id(section["ids"][0])
        assert shown.tag == "section"
        parts = (part for part in shown.children if not isinstance(part, str))
        title, byline, *_ = (part for part in parts if part.tag != "span")
        assert title.tag.startswith("h")
        assert "trip-byline" in byline.classes
    item = page.by_id("talk-bees-and-hives")
    assert item.words == "Bees & hives"
    (list_item,) = [li for li in page.by_tag("li") if "trip-talk" in li.classes]
    assert list_item.words == "Bees & hives Ida Bee Rated 4 of 5 Heard in a list."


def test_talks_are_in_the_table_of_contents(build: Build, markup: Markup) -> None:
    built = build({markup.file("a"): post(markup)})
    contents = built.app.env.tocs["a"].astext().split("\n\n")
    assert [entry for entry in contents if entry in TALKS] == list(TALKS[:3])


@pytest.mark.parametrize("events", [("", ""), ("pycon-2020", "pycon-2021")])
def test_the_inventory_has_eight_talks_where_the_posts_tell_of_different_events(
    build: Build, events: tuple[str, str]
) -> None:
    built = build({"a.rst": post(RST, events[0]), "b.md": post(MYST, events[1])})
    talks = built.inventory()["trip:talk"]
    assert len(talks) == 8
    assert {shown for _, shown in talks.values()} == set(TALKS)
    if events[0]:
        assert "pycon-2020/typing" in talks
        assert talks["pycon-2021/typing"][0] == "b.html#talk-typing"


def test_the_inventory_has_four_talks_where_the_posts_tell_of_one_event(build: Build) -> None:
    built = build({"a.rst": post(RST, "pycon-2020"), "b.md": post(MYST, "PyCon 2020")})
    assert built.warnings == []
    assert sorted(built.inventory()["trip:talk"]) == [
        "pycon-2020/bees-and-hives",
        "pycon-2020/docker-and-python",
        "pycon-2020/opening",
        "pycon-2020/typing",
    ]
    assert "Also noted in Trip" in built.page("a.html").by_id("talk-typing").words


def test_latex_has_the_talks_as_sections_too(build: Build, markup: Markup) -> None:
    built = build({markup.file("a"): post(markup)}, builder="latex")
    tex = built.out("trips.tex")
    for title in ("Docker and Python", "Typing at scale", "Opening"):
        assert re.search(rf"\\(sub)*section\{{{title}\}}", tex), title
    assert r"\label{\detokenize{a:talk-bees-and-hives}}" in tex
