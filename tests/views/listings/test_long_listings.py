"""Find as you type in listings of hundreds of entries, which are in blocks."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tools.browser import Browser, Tab, serve
from tests.tools.building import Built
from tests.views.listings.test_search_box import BOX, COUNT, ENTRIES, STATUS, listing, talks

REPORTS = 26
ALL = REPORTS * COUNT
BLOCKS = {"list": "ul.trip-list", "table": ".trip-table tbody", "cards": ".trip-cards .sd-row"}
LAYOUTS = (*BLOCKS, "grouped")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What was written of a project with 624 talks, and a page for each layout."""
    reports = {
        f"r{number}.md": talks().replace("Talk ", f"Report {number} talk ")
        for number in range(50, 50 + REPORTS)
    }
    pages = {
        "list.md": listing({"layout": "list"}),
        "table.md": listing({"layout": "table", "columns": "title, speakers, topics, kind, date"}),
        "cards.md": listing({"layout": "cards"}),
        "grouped.md": listing({"layout": "list", "group-by": "year, topic", "sort": "title"}),
    }
    built = Built(tmp_path_factory.mktemp("long"), {**reports, **pages})
    assert built.warnings == []
    return built.outdir


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[str]:
    """The address of these pages."""
    with serve(folder) as address:
        yield address


def count_shown(tab: Tab) -> int:
    """The number that the line of the search box says."""
    (status,) = tab.texts(STATUS)
    return int(status.split()[0])


def wait_for_all(tab: Tab) -> list[str]:
    """The texts of all entries that can be seen, once those of as many talks are there as said."""
    seen = f"[...document.querySelectorAll('{ENTRIES}')].filter((one) => one.checkVisibility())"
    # Of a talk in several groups there are several entries, some of which may come later.
    tab.run("new Promise((done) => setTimeout(done, 150))")
    titles = f"new Set({seen}.map((one) => one.querySelector('a').href))"
    tab.wait_for(f"{titles}.size === {count_shown(tab)}")
    return tab.texts(ENTRIES)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_whatever_was_sought_before_all_that_matches_is_there_in_order(
    browser: Browser, site: str, layout: str
) -> None:
    draw = random.Random(layout)
    with browser.open(f"{site}/{layout}.html") as tab:
        first = wait_for_all(tab)
        assert len(first) == (ALL if layout != "grouped" else 2 * ALL)
        for _ in range(12):
            words = draw.choice(
                ["report 57", "talk 1", "honey", "zzz", "wax <3", "talk 23", "a", ""]
            )
            tab.run(f"""(() => {{
                const box = document.querySelector('{BOX}');
                box.value = {words!r};
                box.dispatchEvent(new Event("input"));
            }})()""")
            if draw.random() < 0.5:  # often the next comes before all is in its place
                continue
            shown = wait_for_all(tab)
            if layout != "grouped":  # there, entries also match what their headings say
                sought = words.split()
                assert shown == [
                    text for text in first if all(word in text.lower() for word in sought)
                ]
            else:
                assert shown == [text for text in first if text in set(shown)]
        tab.run(f"document.querySelector('{BOX}').focus()")
        tab.press("Escape")
        assert wait_for_all(tab) == first


@pytest.mark.parametrize("layout", BLOCKS)
def test_what_matches_moves_up_into_the_first_blocks(
    browser: Browser, site: str, layout: str
) -> None:
    with browser.open(f"{site}/{layout}.html") as tab:
        wait_for_all(tab)
        assert len(tab.texts(BLOCKS[layout])) == 11
        tab.click(BOX)
        tab.type("talk 17 ")
        assert len(wait_for_all(tab)) == REPORTS
        assert len(tab.texts(BLOCKS[layout])) == 1
        tab.type("zzz")
        assert wait_for_all(tab) == tab.texts(BLOCKS[layout]) == []
        tab.press("Escape")
        tab.click(".trip-chip", "Keynote")
        assert len(wait_for_all(tab)) == ALL // 3
        assert len(tab.texts(BLOCKS[layout])) == 4


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("layout", BLOCKS)
def test_blocks_leave_no_gaps(browser: Browser, site: str, layout: str, width: int) -> None:
    """The distance from an entry to the next is as usual where one block ends and one begins."""
    with browser.open(f"{site}/{layout}.html", width=width) as tab:
        wait_for_all(tab)
        tab.run("document.querySelectorAll('.trip-many *').forEach((one) => "
                "one.style.contentVisibility = 'visible')")  # fmt: skip
        distances = tab.run(f"""(() => {{
            const entries = [...document.querySelectorAll('{ENTRIES}')].slice(0, 180);
            const places = entries.map((one) => one.getBoundingClientRect());
            const below = (place, index) => Math.round(place.top - places[index].bottom);
            return places.slice(1).map(below).filter((distance) => distance >= -2);
        }})()""")
        assert len(set(distances)) == 1


def test_columns_of_a_long_table_stand_below_each_other(browser: Browser, site: str) -> None:
    with browser.open(f"{site}/table.html") as tab:
        wait_for_all(tab)
        lefts = "[...document.querySelectorAll('.trip-table tr')].map((row) => [...row.cells].map("
        lefts += "(cell) => Math.round(cell.getBoundingClientRect().left)).join()).slice(0, 50)"
        assert len(set(tab.run(lefts))) == 1


def test_print_has_all_that_matches(browser: Browser, site: str) -> None:
    with browser.open(f"{site}/list.html") as tab:
        wait_for_all(tab)
        tab.click(BOX)
        tab.type("zzz")
        tab.press("Escape")
        tab.run("dispatchEvent(new Event('beforeprint'))")
        assert len(tab.texts(ENTRIES)) == ALL


def test_columns_where_a_policy_forbids_styles_in_pages(
    browser: Browser, tmp_path: Path, folder: Path
) -> None:
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    page = tmp_path / "table.html"
    policy = "<meta http-equiv='Content-Security-Policy' content=\"default-src 'self'\">"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("<head>", f"<head>{policy}", 1), encoding="utf-8")
    widths = "[...document.querySelectorAll('thead th')].map((head) => head.offsetWidth)"
    with serve(tmp_path) as address, browser.open(f"{address}/table.html") as tab:
        assert tab.run("document.querySelector('col').style.width") == ""
        restricted = tab.run(widths)
    with serve(folder) as address, browser.open(f"{address}/table.html") as tab:
        assert restricted == tab.run(widths)
    assert len(set(restricted)) > 1
