"""What axe-core finds in lists and indices, and the Nu HTML checker in the example project.

What axe-core finds in the example project is in test_pages_in_themes.py.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.documentation.axe import AXE, NODE_MODULES, find_barriers
from tests.tools.browser import Browser, Tab, serve
from tests.tools.building import Build
from tests.tools.example import Example
from tests.tools.java import HAS_JAVA, java
from tests.tools.markup import MYST
from tests.tools.themes import PAGES, THEMES, build_in_theme
from tests.views.listings.test_search_box import talks

NU = NODE_MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"

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
