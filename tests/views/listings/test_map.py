"""The layout ``map``: points that lead to events, above the list of all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.tools.browser import Browser, serve
from tests.tools.building import Build, Built
from tests.tools.epub import check, needs_epubcheck
from tests.tools.markup import MYST, RST, Markup
from tests.tools.pages import Page
from tests.tools.pdf import ENGINES, MISSING, Pdf

EVENTS = """\
events:
  porto: {name: Porto Days, place: Porto, coordinates: [41.15, -8.61], start: 2023-09-25}
  sydney: {name: "Sydney & <Friends>", place: Sydney, coordinates: {lat: -33.9, lon: 151.2}}
  online: {name: Online Days, place: online}
  swapped: {name: Swapped Days, coordinates: "139.7, 35.6"}
  half: {name: Half Days, coordinates: {lat: 52.5}}
"""
CONF = "tripreport_data = ['events.yaml']\ntripreport_pages = ['events']\n"
EUROPE = "ghent-1, ghent-2, porto, online"


def sources(markup: Markup) -> dict[str, str]:
    """Two events at one place, described on a page, and maps on another."""
    place = {"place": "Ghent", "coordinates": "51°03′N 3°43′E"}
    return {
        "events.yaml": EVENTS,
        markup.file("people"): markup.document(
            "People",
            markup.directive(
                "event", "Ghent 1", {"key": "ghent-1", "start": "2019-05-01", **place}
            ),
            markup.directive(
                "event", "Ghent 2", {"key": "ghent-2", "start": "2020-05-01", **place}
            ),
        ),
        markup.file("maps"): markup.document(
            "Maps",
            markup.directive("eventlist", "", {"layout": "map"}),
            markup.directive("eventlist", "", {"layout": "map", "group-by": "year"}),
            markup.directive("eventlist", "", {"layout": "map", "event": EUROPE}),
            markup.directive("eventlist", "", {"layout": "map", "event": "online"}),
            markup.directive("eventlist", "", {"layout": "map", "event": "nothing"}),
        ),
        markup.file("other"): markup.document(
            "Other", markup.directive("eventlist", "", {"layout": "list"})
        ),
    }


@pytest.fixture(scope="module", params=[RST, MYST], ids=["rst", "md"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The project, built once for all tests that only look at it."""
    return Built(tmp_path_factory.mktemp("map"), sources(request.param), CONF)


def points(listing: Page) -> Iterator[tuple[str, str]]:
    """What each point of a map is called, and where it leads."""
    for link in listing.by_class("trip-place"):
        (title,) = link.by_tag("title")
        yield title.words, link.attributes.get("href", "")


def test_a_map_and_the_list_below_it(built: Built) -> None:
    page = built.page("maps.html").main
    world, again, europe, nowhere, nothing = page.by_class("trip-listing")
    assert [*points(world)] == [
        ("Porto Days · 25 September 2023 · Porto", "trip/events/porto.html"),
        ("Ghent · 2 events Ghent 2 · 1 May 2020 Ghent 1 · 1 May 2019", "#trip-map-1-2"),
        ("Sydney & <Friends> · Sydney", "trip/events/sydney.html"),
    ]
    assert world.by_id("trip-map-1-2")
    (several,) = world.by_class("trip-map-places")
    assert several.words == "Ghent · 2 events · Ghent 2, Ghent 1"
    (names,) = world.by_class("trip-list")
    assert [item.words.partition(" · ")[0] for item in names.by_tag("li")] == [
        "Porto Days", "Ghent 2", "Ghent 1", "Half Days", "Online Days", "Swapped Days",
        "Sydney & <Friends>",
    ]  # fmt: skip
    assert "52" not in names.words
    assert len([*points(europe)]) == 2
    assert not [*points(nowhere)]
    assert nowhere.words == "Online Days · online"
    assert nothing.words == "No events here."
    assert next(part.words for part in again.by_class("trip-heading")) == "2019"


def test_a_page_has_an_outline_once_and_only_where_it_has_a_map(built: Built) -> None:
    text = built.out("maps.html")
    # That of the world is used twice; Europe has its own.
    assert re.findall(r'<path id="(trip-land-\d+)"', text) == ["trip-land-1", "trip-land-3"]
    assert re.findall(r'<use href="#(trip-land-\d+)"', text) == ["trip-land-1"]
    assert len(text) < 60_000
    assert "trip-land" not in built.out("other.html")
    # No script, nothing from elsewhere.
    for drawing in re.findall(r"<svg.*?</svg>", text, re.DOTALL):
        assert "://" not in drawing.replace('xmlns="http://www.w3.org/2000/svg"', "")
        assert "script" not in drawing


def test_what_is_no_point_is_said_once(built: Built) -> None:
    swapped, half = (line for line in built.warnings if "coordinates" in line)
    assert swapped == (
        "events.yaml:5: WARNING: “coordinates” is “139.7, 35.6”: expected a latitude from -90 to"
        " 90, then a longitude from -180 to 180. Did you mean “35.6, 139.7”? [tripreport.value]"
    )
    assert half == (
        "events.yaml:6: WARNING: “coordinates” is “lat <52.5>”: expected a latitude and a longitude"
        " such as “52.52, 13.405” or “52°31′N 13°24′E”. [tripreport.value]"
    )


def test_points_are_there_when_coordinates_are(build: Build, markup: Markup) -> None:
    built = build(sources(markup), CONF)
    moved = EVENTS.replace("name: Online Days", "name: Online Days, coordinates: '-10, -60'")
    built.rebuild({"events.yaml": moved})
    (world, *_others) = built.page("maps.html").main.by_class("trip-listing")
    assert "Online Days · online" in dict(points(world))


def test_other_builders_have_the_list(build: Build) -> None:
    text = build(sources(RST), CONF, builder="text").out("maps.txt")
    assert "Porto Days · 25 September 2023 · Porto" in text.replace("\N{NO-BREAK SPACE}", " ")
    assert "Map of" not in text


def test_on_one_page_links_lead_to_anchors(build: Build) -> None:
    built = build({**sources(MYST), "index.md": "# Home\n\n```{toctree}\nmaps\npeople\n```\n"},
                  "tripreport_data = ['events.yaml']", builder="singlehtml")  # fmt: skip
    page = built.page("index.html").main
    world = page.by_class("trip-listing")[0]
    found = dict(points(world))
    anchor = found["Ghent · 2 events Ghent 2 · 1 May 2020 Ghent 1 · 1 May 2019"]
    assert page.by_id(anchor.removeprefix("#"))
    # An event that no page is about is a point, but no link.
    assert found["Sydney & <Friends> · Sydney"] == ""


def test_a_list_that_is_narrowed_has_no_map_meanwhile(build: Build, browser: Browser) -> None:
    built = build(sources(MYST), CONF + "tripreport_filter_from = 3\n")
    seen = "[...document.querySelectorAll('.trip-map, .trip-map-places')].map((e) => !e.hidden)"
    with serve(built.outdir) as address, browser.open(f"{address}/maps.html") as tab:
        assert set(tab.run(seen)) == {True}
        tab.click(".trip-filter input")
        tab.type("porto")
        tab.wait_for("document.querySelector('.trip-map').hidden")
        # That of the next list is still there.
        assert tab.run(seen)[:4] == [False, False, True, True]


@pytest.mark.printing
@needs_epubcheck
def test_books_are_valid(build: Build) -> None:
    book = build(sources(MYST), CONF, builder="epub")
    assert 'href="maps.xhtml" media-type="application/xhtml+xml" properties="svg"' in book.out(
        "content.opf"
    )
    assert book.out("content.opf").count('properties="svg"') == 1
    (path,) = book.outdir.glob("*.epub")
    check(path)


@pytest.mark.printing
@pytest.mark.skipif(bool(MISSING), reason=f"needs {', '.join(MISSING)}")
@pytest.mark.parametrize("engine", ENGINES)
def test_the_pdf_has_it_as_lines(build: Build, engine: str) -> None:
    conf = f"{CONF}latex_engine = {engine!r}\nlatex_elements = {{'fontpkg': ''}}\n"
    built = build(sources(RST), conf, builder="latex")
    source = built.out("trips.tex")
    assert source.count(r"\begin{tripmap}") == 3
    pdf = Pdf(built.outdir, "trips", engine, is_whole=False)
    assert any("portodays·25september2023·porto" in page for page in pdf.columns)
