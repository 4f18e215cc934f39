"""What axe-core finds on a page in a browser.

It comes with npm, into ``.ci/node_modules`` or the folder that ``TRIPREPORT_NODE_MODULES`` names:
see ``.ci/run``.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any, NamedTuple

from tests.tools.browser import Tab
from tests.tools.repository import ROOT
from tests.tools.themes import Theme

NODE_MODULES = Path(os.environ.get("TRIPREPORT_NODE_MODULES", ROOT / ".ci" / "node_modules"))
AXE = NODE_MODULES / "axe-core" / "axe.min.js"

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
        """What two have in common that are the same, wherever they are: which colours meet."""
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
