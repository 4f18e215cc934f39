"""What ``only`` leaves out of an output: known there, and no link to it is dead."""

from __future__ import annotations

import re

import pytest

from tests.tools.building import Build, Built
from tests.tools.epub import check, needs_epubcheck
from tests.tools.markup import RST, Markup

LISTS = ("talklist", "speakerlist", "eventlist")


def project(markup: Markup, expression: str = "latex", name: str = "only") -> dict[str, str]:
    """Documents with things that only some outputs have."""
    talk = markup.talk("Only latex talk", {"event": "e-2020", "speakers": "Ann Lee"})
    only = markup.directive(name, expression, content=talk)
    described = markup.directive("speaker", "Ann Lee") + "\n" + markup.directive("event", "E 2020")
    if markup is not RST:
        # A fence around fences needs more ticks.
        only = only.replace(f"```{{{name}}}", f"`````{{{name}}}").removesuffix("```\n") + "`````\n"
    people = markup.directive(name, expression, content=described)
    if markup is not RST:
        people = people.replace(f"```{{{name}}}", f"`````{{{name}}}").removesuffix("```\n")
        people += "`````\n"
    roles = (
        markup.role("talk", "Only latex talk"),
        markup.role("speaker", "Ann Lee"),
        markup.role("event", "e-2020"),
    )
    return {
        markup.file("start"): markup.document("Start", "Words.\n", only, people),
        markup.file("lists"): markup.document(
            "Lists", *map(markup.directive, LISTS), ", ".join(roles) + ".\n"
        ),
    }


def dead_links(built: Built) -> list[str]:
    """The links within the project that lead nowhere."""
    pages = {path.name: path.read_text("utf-8") for path in built.outdir.rglob("*.*html")}
    dead = []
    for name, text in pages.items():
        for href in re.findall(r'href="([^":]*)"', text):
            page, _, anchor = href.partition("#")
            target = pages.get(page.rpartition("/")[2] or name)
            if anchor and target is not None and f'id="{anchor}"' not in target:
                dead.append(f"{name}: {href}")
    return dead


@pytest.mark.parametrize("builder", ["html", "singlehtml", "epub"])
def test_links_lead_to_the_document(build: Build, markup: Markup, builder: str) -> None:
    built = build(project(markup), builder=builder)
    assert built.warnings == []
    assert dead_links(built) == []
    if builder != "html":
        return
    assert {talk.title for talk in built.catalogue.talks} == {"Only latex talk"}
    lists = built.page("lists.html").main
    assert {link.words for link in lists.walk() if link.attributes.get("href") == "start.html"} == {
        "Only latex talk"
    }
    assert built.talks_json()["talks"][0]["notes"][0]["anchor"] == ""
    assert built.inventory()["trip:talk"]["e-2020/only-latex-talk"][0] == "start.html"


@pytest.mark.printing
@needs_epubcheck
def test_the_epub_is_valid(build: Build) -> None:
    (book,) = build(project(RST), builder="epub").outdir.glob("*.epub")
    check(book)


def test_they_lead_there_where_it_is_shown(build: Build, markup: Markup) -> None:
    built = build(project(markup, "html and not draft"))
    assert built.warnings == []
    lists = built.out("lists.html")
    assert "start.html#talk-only-latex-talk" in lists
    assert "start.html#speaker-ann-lee" in lists
    assert dead_links(built) == []
    # Tags are no part of the configuration that Sphinx compares.
    built.rebuild(tags=("draft",))
    assert "#talk-only-latex-talk" not in built.out("lists.html")
    assert dead_links(built) == []
    clean = build(project(markup, "html and not draft"), tags=("draft",), folder="clean")
    for page in ("lists.html", "trip-talks.html", "trip-speakers.html", "talks.json"):
        assert built.out(page) == clean.out(page)


def test_in_latex(build: Build, markup: Markup) -> None:
    anchor = "start:talk-only-latex-talk"
    shown = build(project(markup), builder="latex").out("trips.tex")
    assert rf"\label{{\detokenize{{{anchor}}}}}" in shown
    assert shown.count(rf"\hyperref[\detokenize{{{anchor}}}]") >= 2
    hidden = build(project(markup, "html"), builder="latex", folder="hidden").out("trips.tex")
    assert anchor not in hidden
    assert "Only latex talk" in hidden


def test_another_note_of_the_talk_is_shown(build: Build, markup: Markup) -> None:
    talk = markup.talk("Only latex talk", {"event": "e-2020"})
    sources = {**project(markup), markup.file("twin"): markup.document("Twin", talk)}
    built = build(sources)
    assert built.warnings == []
    assert "twin.html#talk-only-latex-talk" in built.out("lists.html")
    assert dead_links(built) == []


def test_an_expression_that_cannot_be_read(build: Build) -> None:
    built = build(project(RST, "html and"))
    assert "start.html#talk-only-latex-talk" in built.out("lists.html")
    assert dead_links(built) == []


IFCONFIG = """
extensions.append("sphinx.ext.ifconfig")
shown = True

def setup(app):
    app.add_config_value("shown", False, "env")
"""


@pytest.mark.parametrize(
    ("expression", "is_shown"),
    [("shown and builder == 'html'", True), ("not shown", False), ("nobody.knows", False)],
)
def test_what_ifconfig_leaves_out(
    build: Build, markup: Markup, expression: str, is_shown: bool
) -> None:
    built = build(project(markup, expression, "ifconfig"), IFCONFIG)
    assert dead_links(built) == []
    lists = built.out("lists.html")
    assert ("start.html#talk-only-latex-talk" in lists) == is_shown
    assert ("start.html#speaker-ann-lee" in lists) == is_shown
    assert "Only latex talk" in lists


def test_ifconfig_of_another_configuration(build: Build) -> None:
    sources = project(RST, "shown", "ifconfig")
    built = build(sources, IFCONFIG)
    assert built.warnings == []
    assert "#talk-only-latex-talk" in built.out("lists.html")
    conf = (built.source / "conf.py").read_text("utf-8")
    built.rebuild({"conf.py": conf.replace("shown = True", "shown = False")})
    clean = build(sources, IFCONFIG.replace("shown = True", "shown = False"), folder="clean")
    for page in ("lists.html", "trip-talks.html", "trip-speakers.html", "talks.json"):
        assert built.out(page) == clean.out(page)
    assert "#talk-only-latex-talk" not in built.out("lists.html")
