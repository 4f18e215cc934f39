"""What does not fit on a page, on phones, tablets and desks."""

from __future__ import annotations

import time

from tests.tools.browser import Tab

WIDTHS = (320, 360, 768, 1280, 1920)
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
