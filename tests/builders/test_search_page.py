"""The search page of Sphinx, in a browser: each talk once, with its first words."""

from __future__ import annotations

from urllib.parse import quote

from tests.tools.browser import Browser, Tab, serve
from tests.tools.building import Build
from tests.tools.markup import MYST

CONF = "tripreport_pages = ['speakers']\nhtml_theme = 'alabaster'\n"


def results(tab: Tab, address: str, words: str) -> list[str]:
    """What is found: the address and the words of each result, the best first."""
    tab.go(f"{address}/search.html?q={quote(words)}")
    tab.wait_for("document.querySelector('.search-summary')?.textContent")
    items = "[...document.querySelectorAll('ul.search li')]"
    tab.wait_for(f"{items}.every((one) => one.children.length > 1)")
    found: list[str] = tab.run(
        "[...document.querySelectorAll('ul.search li')].map((one) => "
        "one.querySelector('a').getAttribute('href') + ' ' + one.textContent.replace(/\\s+/g, ' '))"
    )
    return found


def test_each_talk_is_found_once_with_its_first_words(browser: Browser, build: Build) -> None:
    facts = {"speakers": "Ann Lee", "start": "2026-05-01 09:00", "room": "Hall", "topics": "bees"}
    talks = MYST.talk("Waggle *dances*", facts, "Bees tell by dancing.\n")
    metadata = {"event": "con", "date": "2026-05-02", "author": "Ida"}
    post = MYST.document("Trip", "We went by train.\n", talks, metadata=metadata)
    built = build({"trip.md": post}, CONF)
    assert built.warnings == []
    with serve(built.outdir) as address, browser.open("about:blank") as tab:
        heading = "trip.html#talk-waggle-dances Trip > Waggle dances"
        found = results(tab, address, "waggle dances")
        (talk,) = (each for each in found if "#" in each)
        byline = "Ann Lee · 1 May 2026, 09:00 · Hall bees"
        assert talk == f"{heading}Waggle dances Bees tell by dancing. {byline}"
        (page,) = (each for each in found if each.startswith("trip.html Trip"))
        assert page.startswith("trip.html TripTrip We went by train. Waggle dances Bees tell")
        # As is the page of a speaker.
        found = [each.partition(" ")[0] for each in results(tab, address, "ann lee")]
        assert sorted(found) == ["trip.html", "trip/speakers/ann-lee.html"]
