"""Find as you type, as a reader of the documentation meets it: on the list in the gallery."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tools.browser import Browser, Tab, serve
from tests.tools.example import Example
from tests.tools.pages import Page

BOX = ".trip-filter input"
STATUS = ".trip-filter [role=status]"
ROWS = ".trip-filtered .trip-table > tbody > tr"


@pytest.fixture(scope="module")
def folder(example: Example) -> Path:
    """The pages in the theme that comes with Sphinx."""
    return example.build("html")


@pytest.fixture(scope="module")
def count(folder: Path) -> int:
    """How many talks the list has."""
    page = Page.read((folder / "guide" / "gallery.html").read_text(encoding="utf-8"))
    (listing,) = page.by_class("trip-filtered")
    return len(listing.by_tag("tr")) - 1


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[str]:
    """The address of the pages."""
    with serve(folder) as address:
        yield address


@pytest.fixture
def gallery(browser: Browser, site: str) -> Iterator[Tab]:
    """The page."""
    with browser.open(f"{site}/guide/gallery.html") as tab:
        yield tab


def test_the_list_is_long_enough(gallery: Tab, count: int) -> None:
    assert count >= 20
    assert gallery.texts(STATUS) == [f"{count} of {count}"]


def test_typing_finds_without_accents(gallery: Tab, count: int) -> None:
    gallery.click(BOX)
    gallery.type("holubkova")
    rows = gallery.texts(ROWS)
    assert 0 < len(rows) < count
    assert all("Petra Holúbková" in row for row in rows)
    assert gallery.texts(STATUS) == [f"{len(rows)} of {count}"]
    gallery.type(" documentation interface")
    (row,) = gallery.texts(ROWS)
    assert row.startswith("4. Documentation as an interface")


def test_typing_finds_other_scripts(gallery: Tab) -> None:
    gallery.click(BOX)
    gallery.type("贺云樵")
    (row,) = gallery.texts(ROWS)
    assert "文档由谁来写" in row


def test_buttons_narrow(gallery: Tab, count: int) -> None:
    gallery.click(".trip-chip", "Keynote")
    keynotes = gallery.texts(ROWS)
    assert all("Keynote" in row for row in keynotes)
    gallery.click(".trip-chip", "2020")
    rows = gallery.texts(ROWS)
    assert 0 < len(rows) < len(keynotes)
    assert all("2020" in row for row in rows)
    gallery.click(".trip-clear")
    assert len(gallery.texts(ROWS)) == count


def test_the_keyboard_alone_and_where_it_is(gallery: Tab, count: int) -> None:
    gallery.run("document.querySelector('.trip-filtered').previousElementSibling.tabIndex = 0")
    gallery.run("document.querySelector('.trip-filtered').previousElementSibling.focus()")
    gallery.press("Tab")
    assert gallery.run(f"document.activeElement.matches('{BOX}')")
    gallery.press("Tab")  # The button that clears is there only when there is something to clear.
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert gallery.run("document.activeElement.matches('.trip-chip')")
    assert gallery.run(outline) == "solid"
    gallery.press(" ")
    assert gallery.run("document.activeElement.ariaPressed") == "true"
    assert len(gallery.texts(ROWS)) < count
    gallery.press("Escape")
    assert len(gallery.texts(ROWS)) == count
    gallery.press("Tab", shift=True)
    gallery.type("lin")
    assert 0 < len(gallery.texts(ROWS)) < count


def test_a_link_and_back_keep_what_was_chosen(gallery: Tab, site: str) -> None:
    gallery.click(BOX)
    gallery.type("python")
    gallery.press("Escape")
    gallery.type("data")
    gallery.click(".trip-chip", "2024")
    gallery.wait_for("location.search.includes('2024')")
    rows = gallery.texts(ROWS)
    address = gallery.run("location.href")
    gallery.reload()
    assert gallery.texts(ROWS) == rows
    gallery.go(f"{site}/examples/people.html")
    gallery.back()
    gallery.wait_for(f"document.querySelector('{BOX}')?.value === 'data'")
    assert gallery.texts(ROWS) == rows
    # Sent to somebody else.
    gallery.go(f"{site}/examples/people.html")
    gallery.go(address)
    assert gallery.texts(ROWS) == rows
    assert gallery.texts("[aria-pressed=true]") == ["2024 12"]


def test_the_count_is_announced(gallery: Tab, count: int) -> None:
    def announced() -> set[tuple[str, str]]:
        nodes = gallery.call("Accessibility.getFullAXTree")["nodes"]
        statuses = {node["nodeId"] for node in nodes if node["role"]["value"] == "status"}
        return {
            ("status", node["name"]["value"]) for node in nodes if node.get("parentId") in statuses
        }

    assert announced() == {("status", f"{count} of {count}")}
    gallery.click(BOX)
    gallery.type("nothing has this")
    assert announced() == {("status", f"0 of {count}")}


def test_without_scripts_all_is_there_and_no_dead_control(
    browser: Browser, site: str, count: int
) -> None:
    address = f"{site}/guide/gallery.html?trip1=nothing"
    with browser.open(address, scripts=False) as tab:
        root = tab.call("DOM.getDocument")["root"]["nodeId"]
        html = tab.call("DOM.getOuterHTML", nodeId=root)["outerHTML"]
    (listing,) = Page.read(html).by_class("trip-filtered")
    assert len(listing.by_tag("tr")) - 1 == count
    assert not [row for row in listing.by_tag("tr") if "hidden" in row.attributes]
    assert listing.by_tag("input") + listing.by_tag("button") == []
