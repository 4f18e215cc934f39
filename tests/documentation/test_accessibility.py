"""What axe-core and the Nu HTML checker find in the example project, in every theme.

Both come with npm, into ``.ci/node_modules`` or the folder that ``TRIPREPORT_NODE_MODULES`` names:
see ``.ci/run``.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.tools.browser import Browser, Tab, serve
from tests.tools.building import Build
from tests.tools.example import Example
from tests.tools.java import HAS_JAVA, java
from tests.tools.markup import MYST
from tests.tools.repository import ROOT
from tests.tools.themes import PAGES, THEMES, Theme, build_in_theme
from tests.views.listings.test_search_box import talks

NODE_MODULES = Path(os.environ.get("TRIPREPORT_NODE_MODULES", ROOT / ".ci" / "node_modules"))
AXE = NODE_MODULES / "axe-core" / "axe.min.js"
NU = NODE_MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"

COLOUR_RULES = ("color-contrast", "link-in-text-block")
"""All that can differ in the dark."""

BARRIERS_OF_THEMES = {
    ("sphinx_rtd_theme", "color-contrast"): "links are #2980b9 on #fcfcfc, literals #e74c3c",
    ("sphinx_rtd_theme", "link-in-text-block"): "links have no line below them",
    ("sphinx_immaterial", "color-contrast"): "links within literals are #5488e8 on #272a35",
    ("sphinx_immaterial", "link-in-text-block"): "links have no line below them",
    ("sphinx_immaterial", "landmark-main-is-top-level"): "the article is a second main landmark",
    ("sphinx_immaterial", "landmark-no-duplicate-main"): "the article is a second main landmark",
    ("sphinxawesome_theme", "landmark-main-is-top-level"): "there is a second main landmark",
    ("sphinxawesome_theme", "landmark-no-duplicate-main"): "there is a second main landmark",
    ("shibuya", "landmark-main-is-top-level"): "the article is a second main landmark",
    ("shibuya", "landmark-no-duplicate-main"): "the article is a second main landmark",
    ("shibuya", "aria-required-attr"): "captions of tables of contents are headings of no level",
    ("piccolo_theme", "color-contrast"): "links and literals are too bright on white",
    ("piccolo_theme", "link-in-text-block"): "links have no line below them",
    ("sphinx_nefertiti", "color-contrast"): "links are #10a3bf on #ffffff",
}
"""By theme and rule: what is so without our stylesheet, too, which the test makes sure of."""

ERRORS_OF_THEMES = {
    "alabaster": (
        r"The heading “h3” .* follows the heading “h1”",  # that of its sidebar
    ),
    "sphinx_immaterial": (
        r"Bad value “” for attribute “href” on element “link”",  # where there is no favicon
        r"Attribute “autocomplete” is only allowed when",  # the switches of its drawers
    ),
}
"""By theme: patterns of messages about its own frame around our pages."""

INVALID = {
    "sphinxawesome_theme",
    "piccolo_theme",
    "shibuya",
    "sphinx_wagtail_theme",
    "sphinx_nefertiti",
}
"""Themes whose own frame around our pages is full of what HTML does not have."""

STILL = """{
    const style = document.createElement("style");
    style.textContent = "* {transition: none !important; animation: none !important}";
    document.head.append(style);
}"""
"""Colours that are on their way to others would be measured there."""
UNSTYLE = """document.querySelector("link[href*='tripreport.css']").disabled = true"""
RESTYLE = """document.querySelector("link[href*='tripreport.css']").disabled = false"""


class Barrier(NamedTuple):
    """Something that axe-core found."""

    rule: str
    target: str
    why: str

    @property
    def identity(self) -> tuple[str, ...]:
        """What two have in common that are the same, wherever they stand: which colours meet."""
        if self.rule == "color-contrast":
            return (self.rule, *re.findall(r"#[0-9a-f]{6}", self.why))
        return (self.rule, self.target)


def find_barriers(tab: Tab, main: str, rules: tuple[str, ...] = ()) -> list[Barrier]:
    """What is wrong within the main content of the page; *rules*: only by these."""
    # The colours of code are those of Pygments.
    context = json.dumps({"include": [[main]], "exclude": [[".highlight"]]})
    options: dict[str, Any] = {"resultTypes": ["violations"], "preload": False, "iframes": False}
    if rules:
        options["runOnly"] = list(rules)
    found = tab.run(
        f"axe.run({context}, {json.dumps(options)}).then(({{violations}}) =>"
        " violations.flatMap(({id, nodes}) =>"
        " nodes.map((node) => [id, node.target.join(' '), node.failureSummary])))"
    )
    return [Barrier(*each) for each in found]


def find_ours(tab: Tab, theme: Theme, rules: tuple[str, ...] = ()) -> list[Barrier]:
    """What is wrong, but for what the theme is known for and is there without our stylesheet."""
    barriers = find_barriers(tab, theme.main, rules)
    excused = tuple(
        sorted({b.rule for b in barriers if (theme.name, b.rule) in BARRIERS_OF_THEMES})
    )
    if not excused:
        return barriers
    tab.run(UNSTYLE)
    theirs = {barrier.identity for barrier in find_barriers(tab, theme.main, excused)}
    tab.run(RESTYLE)
    return [barrier for barrier in barriers if barrier.identity not in theirs]


@pytest.mark.skipif(not AXE.exists(), reason="needs axe-core, see .ci/run")
def test_no_barriers_in_light_and_dark(browser: Browser, theme: Theme, themed: Path) -> None:
    axe = AXE.read_text(encoding="utf-8")
    found: dict[str, list[Barrier]] = {}
    with serve(themed) as address, browser.open("about:blank", width=1280) as tab:
        for page in PAGES:
            tab.go(f"{address}/{page}.html")
            tab.run(f"{axe}; {STILL}")
            found[f"{page}, light"] = find_ours(tab, theme)
            if theme.dark:
                tab.run(theme.dark)
                found[f"{page}, dark"] = find_ours(tab, theme, COLOUR_RULES)
    assert {page: barriers for page, barriers in found.items() if barriers} == {}


@pytest.mark.skipif(not AXE.exists(), reason="needs axe-core, see .ci/run")
def test_no_barriers_between_two_lists_and_in_indices(browser: Browser, build: Build) -> None:
    lists = [MYST.directive("talklist", "", {"layout": each}) for each in ("list", "table")]
    sources = {"a.md": talks(), "two.md": MYST.document("Lists", *lists)}
    built = build(sources, 'html_theme = "alabaster"\n')
    with serve(built.outdir) as address, browser.open(f"{address}/two.html") as tab:
        assert len(tab.texts(".trip-filter")) == 2
        tab.run(AXE.read_text(encoding="utf-8"))
        assert find_barriers(tab, "div.body") == []
        for index in ("trip-talks", "trip-speakers", "trip-topics"):
            tab.go(f"{address}/{index}.html")
            tab.run(AXE.read_text(encoding="utf-8"))
            assert find_barriers(tab, "div.body") == [], index


def colours(tab: Tab, selector: str, name: str, part: str = "") -> list[str]:
    """The colours that elements, or those drawn before them, have on the screen."""
    style = f"getComputedStyle(one, {json.dumps(part)})[{json.dumps(name)}]"
    found: list[str] = tab.run(
        f"[...document.querySelectorAll({json.dumps(selector)})].map((one) => {style})"
    )
    return found


def test_nothing_is_said_by_colours_that_readers_replace(browser: Browser, build: Build) -> None:
    """With high contrast backgrounds give way, and clear borders get a colour."""
    day = [
        MYST.talk(f"Talk {topic}", {"status": each, "start": "2020-05-05 09:00", "topics": topic})
        for each, topic in (("attended", "a"), ("planned", "b"))
    ]
    layouts = ("schedule", "timeline", "cards")
    built = build(
        {
            "a.md": MYST.document("A", *day, metadata={"event": "con"}),
            "lists.md": MYST.document(
                "Lists", *(MYST.directive("talklist", "", {"layout": each}) for each in layouts)
            ),
        },
        "tripreport_filter_from = 2\n",
    )
    assert built.warnings == []
    forced = {"name": "forced-colors", "value": "active"}
    with serve(built.outdir) as address, browser.open("about:blank") as tab:
        tab.call("Emulation.setEmulatedMedia", features=[forced])
        tab.go(f"{address}/lists.html")
        (text,) = set(colours(tab, "h1", "color"))
        attended, planned = colours(tab, ".trip-session", "border-inline-start-color")
        (dot,) = set(colours(tab, ".trip-timeline > li", "background-color", "::before"))
        assert attended == dot == text != planned
        chips = ".trip-cards-layout .trip-chip"
        tab.click(chips)
        pressed, other = colours(tab, chips, "background-color")
        assert pressed != other
        words = colours(tab, f"{chips}[aria-pressed=true], {chips} > span", "color")
        assert words[0] == words[1] != words[2] == text


@pytest.mark.skipif(not (NU.exists() and HAS_JAVA), reason="needs vnu-jar and Java")
def test_valid_html(example: Example) -> None:
    folders = {
        theme.name: build_in_theme(example, theme)
        for theme in THEMES.values()
        if theme.is_there and theme.name not in INVALID
    }
    pages = [str(folder / f"{page}.html") for folder in folders.values() for page in PAGES]
    flags = ("--format", "json", "--errors-only", "--exit-zero-always")
    done = subprocess.run(java(str(NU), *flags, *pages), capture_output=True, check=True)
    messages = json.loads(done.stderr)["messages"]
    assert list(_ours(messages, folders)) == []


def _ours(messages: list[dict[str, Any]], folders: dict[str, Path]) -> Iterator[tuple[str, ...]]:
    for message in messages:
        url = message["url"]
        (theme,) = (name for name, folder in folders.items() if f"{folder}/" in url)
        known = ERRORS_OF_THEMES.get(theme, ())
        if not any(re.match(pattern, message["message"]) for pattern in known):
            yield url, message["message"], message.get("extract", "")
