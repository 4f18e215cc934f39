"""No page of the example project moves sideways, on phones, tablets and desks, in every theme."""

from __future__ import annotations

import time
from pathlib import Path

from tests.tools.browser import Browser, Tab, serve
from tests.tools.themes import PAGES, Theme

WIDTHS = (320, 360, 768, 1280, 1920)
NARROWEST = {"pydata_sphinx_theme": 360, "shibuya": 360}
"""Themes whose own bar is wider than the smallest phones."""
TOO_WIDE = """[
    ...(document.scrollingElement.scrollWidth > innerWidth ? ["the page"] : []),
    ...[...document.querySelectorAll(".trip-table")]
        .filter((table) => table.getBoundingClientRect().right
            > table.closest(".trip-listing, .trip-coverage, .trip-chart")
                .getBoundingClientRect().right + 1)
        .map((table) => table.textContent.replace(/\\s+/g, " ").slice(0, 60)),
]"""
"""What does not fit. Schedules are not asked: those of many rooms move within themselves."""


def too_wide(tab: Tab) -> list[str]:
    """What does not fit for longer than a second: some themes move their sidebars for a moment."""
    end = time.monotonic() + 1
    while (found := tab.run(TOO_WIDE)) and time.monotonic() < end:
        time.sleep(0.1)
    names: list[str] = found
    return names


def test_nothing_moves_sideways(browser: Browser, theme: Theme, themed: Path) -> None:
    wide = {}
    with serve(themed) as address, browser.open("about:blank") as tab:
        for page in PAGES:
            tab.go(f"{address}/{page}.html")
            for width in WIDTHS:
                if width < NARROWEST.get(theme.name, 0):
                    continue
                tab.set_width(width)
                wide[page, width] = too_wide(tab)
    assert {place: what for place, what in wide.items() if what} == {}
