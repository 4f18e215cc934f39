"""Says how fast listings of all talks react to each key and click, in a real browser."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.tools.browser import Browser, Tab, find_browser, start_browser

from .corpus import DIRECTIVES, make_posts, write_project
from .measure import build, output_of

LAYOUTS = ("list", "table", "cards")
FRAME = 1000 / 60
"""Milliseconds; what browsers draw between two refreshes of a usual screen."""

# The end of a frame's work is the first task after it: a message sent while it is prepared.
_WATCH = """
window.reactions = [];
const watched = (event) => {
  const start = performance.now();
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => reactions.push(performance.now() - start);
    port2.postMessage(0);
  });
};
addEventListener("input", watched, true);
addEventListener("click", watched, true);
"""


@dataclass(frozen=True, slots=True)
class Reaction:
    """What a reader waits for, from the event to the end of the frame that shows it."""

    layout: str
    entries: int
    loading: float
    """Milliseconds until the page and its search box are there."""
    keys: tuple[float, ...]
    """Milliseconds of each key and click."""

    def __str__(self) -> str:
        median, worst = statistics.median(self.keys), max(self.keys)
        return (
            f"{self.layout:<6} {self.entries:>5} entries: {len(self.keys)} keys, "
            f"median {median:.0f} ms ({median / FRAME:.1f} frames), "
            f"worst {worst:.0f} ms ({worst / FRAME:.1f}), there after {self.loading:.0f} ms"
        )


def measure_reactions(folder: Path, talks: int, seed: int, repeat: int) -> Iterator[Reaction]:
    """Build a page of all talks in each layout, and type into its search box.

    :param repeat: how many words are typed and taken back, letter by letter
    :raises LookupError: if there is no browser
    """
    program = find_browser()
    if not program:
        raise LookupError("no Chromium to type in")
    posts = make_posts(talks, seed)
    project = folder / f"reaction-{talks}"
    write_project(project, posts, DIRECTIVES)
    for layout in LAYOUTS:
        text = f"# All talks\n\n```{{talklist}}\n:layout: {layout}\n```\n"
        (project / "posts" / f"{layout}.md").write_text(text, encoding="utf-8")
    build(project, jobs=1)
    words = [posts[0].talks[number].title.split()[0].lower() for number in range(repeat)]
    with start_browser(program) as browser:
        for layout in LAYOUTS:
            page = output_of(project) / "posts" / f"{layout}.html"
            yield _measure(browser, layout, page.as_uri(), words)


def _measure(browser: Browser, layout: str, uri: str, words: list[str]) -> Reaction:
    with browser.open(uri, width=1280) as tab:
        loading = tab.run("performance.timing.loadEventEnd - performance.timing.navigationStart")
        entries = tab.run(
            'document.querySelector(".trip-filter-count").textContent.match(/\\d+/)[0]'
        )
        tab.run(_WATCH)
        _settle(tab)
        for word in words:
            tab.run('document.querySelector(".trip-filter input").focus()')
            for letter in word:
                tab.type(letter)
                _settle(tab)
            for _ in word:
                tab.press("Backspace")
                _settle(tab)
            for _ in range(2):
                tab.run('document.querySelector(".trip-chip").click()')
                _settle(tab)
        return Reaction(layout, int(entries), loading, tuple(tab.run("reactions")))


def _settle(tab: Tab) -> None:
    """Wait as long as a reader does between two keys."""
    tab.run("new Promise((done) => setTimeout(done, 250))")
