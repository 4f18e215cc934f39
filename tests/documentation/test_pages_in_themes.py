"""Every page of the example project in a browser, in every theme: it fits, and has no barriers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documentation.axe import AXE, COLOUR_RULES, STILL, Barrier, find_ours
from tests.documentation.widths import WIDTHS, too_wide
from tests.tools.browser import Browser, Tab, serve
from tests.tools.themes import PAGES, Theme

NARROWEST = {"pydata_sphinx_theme": 360, "shibuya": 360}
"""Themes whose own bar is wider than the smallest phones."""


def test_nothing_moves_sideways_and_no_barriers_in_light_and_dark(
    browser: Browser, theme: Theme, themed: Path
) -> None:
    """On phones, tablets and desks."""
    wide: dict[tuple[str, int], list[str]] = {}
    barriers: dict[str, list[Barrier]] = {}
    with serve(themed) as address, browser.open("about:blank") as tab:
        if AXE.exists():
            axe = AXE.read_text(encoding="utf-8")
            tab.call("Page.addScriptToEvaluateOnNewDocument", source=axe)
        # Each page is loaded once, which takes a good part of all.
        for page in PAGES:
            tab.go(f"{address}/{page}.html")
            for width in WIDTHS:
                if width >= NARROWEST.get(theme.name, 0):
                    tab.set_width(width)
                    wide[page, width] = too_wide(tab)
            if AXE.exists():
                tab.set_width(1280)
                barriers |= {f"{page}, {how}": found for how, found in _look(tab, theme)}
    assert {place: what for place, what in wide.items() if what} == {}
    if not AXE.exists():
        pytest.skip("all fits; whether there are barriers needs axe-core, see .ci/run")
    assert {page: found for page, found in barriers.items() if found} == {}


def _look(tab: Tab, theme: Theme) -> list[tuple[str, list[Barrier]]]:
    """What axe-core finds in light, and in dark if the theme has that."""
    tab.run(STILL)
    found = [("light", find_ours(tab, theme))]
    if theme.dark:
        tab.run(theme.dark)
        found.append(("dark", find_ours(tab, theme, COLOUR_RULES)))
    return found
