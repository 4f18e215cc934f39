"""What pages look like in a browser: lines, tables and lists at every width."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.tools.browser import Browser, Tab, serve
from tests.tools.building import Build, Built
from tests.tools.markup import MYST

ADDRESS = "https://example.org"
LINKS = {name: f"{ADDRESS}/{name}" for name in ("slides", "video", "code", "paper")}
SPEAKERS = "Maximilian-Alexander von Hohenstaufen-Schwarzenberg (Bundesanstalt); Priya Raman"
OTHERS = "Abe Ash; Bea Bee; Cid Cox; Dee Day; Eve Elm; Fay Fox; Gil Gum"
WORDS = ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
COLUMNS = "date, time, title, kind, speakers, topics, event, room, rating, status, notes, links"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The pages of a project with long facts and many columns."""
    facts = {
        "speakers": SPEAKERS,
        "topics": "messaging, distributed systems, time series, long-term maintenance of it all",
        "rating": "4",
        "start": "2026-09-16 09:30",
        "end": "10:30",
        "room": "Great Hall (behind the canteen)",
        "track": "Infrastructure",
        "kind": "keynote",
        "status": "watched",
        **LINKS,
    }
    talks = [MYST.talk(f"Talk {word}", facts) for word in WORDS]
    lists = [
        MYST.directive("talklist", "", {"layout": "table", **options})
        for options in ({"columns": "date, title, speakers, topics, event, links"},
                        {"columns": COLUMNS})
    ]  # fmt: skip
    cards = MYST.directive("talklist", "", {"layout": "cards"})
    people = MYST.directive("speakerlist", "", {"group-by": "initial"})
    matrix = MYST.directive("talklist", "", {"layout": "matrix"})
    metadata = {"event": "Nordhafen DevConf 2026", "date": "2026-09-21", "author": "Ann Lee"}
    built = Built(
        tmp_path_factory.mktemp("site"),
        {
            "a.md": MYST.document("A", *talks, metadata=metadata),
            "tables.md": MYST.document("Tables", *lists),
            "cards.md": MYST.document("Cards", cards),
            "people.md": MYST.document("People", people),
            "matrix.md": MYST.document("Matrix", matrix),
            "c.md": MYST.document("C", MYST.talk("More", {"speakers": OTHERS}), metadata=metadata),
        },
        'html_theme = "alabaster"\n',
    )
    # All talks are at one time, which is said.
    assert all("tripreport.duplicate" in warning for warning in built.warnings)
    with serve(built.outdir) as address:
        yield address


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    """A window."""
    with browser.open("about:blank") as tab:
        yield tab


LONELY = """[...document.querySelectorAll(".trip-dot")].filter((dot) => {
    const seen = [...dot.getClientRects()].filter((rect) => rect.width > 0.5);
    const after = document.createRange();
    after.selectNode(dot.nextSibling);
    const next = after.getClientRects()[0];
    return dot.checkVisibility() && seen.some((rect) =>
        rect.right > next.left + 1 || rect.bottom < next.top);
}).map((dot) => dot.parentElement.textContent)"""
"""Signs that are seen although a line ends or begins with them."""


@pytest.mark.parametrize("page", ["a", "cards", "trip-talks"])
def test_no_line_ends_in_a_lonely_sign(tab: Tab, site: str, page: str) -> None:
    tab.go(f"{site}/{page}.html")
    assert tab.run("document.querySelectorAll('.trip-dot').length") >= 10
    for width in range(320, 1000, 40):
        tab.set_width(width)
        assert tab.run(LONELY) == [], width


def test_the_sign_is_there_to_copy(tab: Tab, site: str) -> None:
    tab.go(f"{site}/a.html")
    line = tab.run("document.querySelector('.trip-facts').textContent")
    assert line == "Nordhafen DevConf 2026 ·\u202f21 September 2026 ·\u202fAnn Lee"


def test_tables_hide_no_column(tab: Tab, site: str) -> None:
    tab.go(f"{site}/tables.html")
    for width in (320, 360, 600, 768, 1000, 1280, 1600):
        tab.set_width(width)
        cut = tab.run(
            "[...document.querySelectorAll('.trip-table-layout')].filter((one) =>"
            " one.scrollWidth > one.clientWidth).length"
        )
        assert cut == 0, width


def test_many_columns_become_blocks_before_words_break(tab: Tab, site: str) -> None:
    tab.go(f"{site}/tables.html")
    tab.set_width(1280)
    heads = "[...document.querySelectorAll('.trip-table thead')]"
    shown = f"{heads}.map((one) => one.checkVisibility())"
    tab.run("document.querySelector('div.document').style.width = '1200px'")
    tab.run("document.querySelector('div.body').style.maxWidth = 'none'")
    assert tab.run(shown) == [True, False]
    tab.run("document.querySelector('div.document').style.width = '600px'")
    assert tab.run(shown) == [False, False]


def test_icons_alone_have_names(tab: Tab, site: str) -> None:
    tab.go(f"{site}/tables.html")
    tab.set_width(1280)
    tab.run("document.querySelector('div.document').style.width = '1200px'")
    tab.run("document.querySelector('div.body').style.maxWidth = 'none'")
    widths = tab.run(
        "[...document.querySelector('.trip-table').querySelectorAll('td a.trip-link')]"
        ".map((one) => one.getBoundingClientRect().width)"
    )
    assert len(widths) == 4 * len(WORDS)
    assert max(widths) < 30
    nodes = tab.call("Accessibility.getFullAXTree")["nodes"]
    names = {node["name"]["value"] for node in nodes if node.get("role", {}).get("value") == "link"}
    assert {"Slides", "Video", "Code", "Paper"} <= names


def test_an_affiliation_is_not_bold(tab: Tab, site: str) -> None:
    tab.go(f"{site}/a.html")
    weight = "getComputedStyle(document.querySelector('{}')).fontWeight"
    assert tab.run(weight.format(".trip-speakers > a")) == "600"
    assert tab.run(weight.format(".trip-affiliation")) == "400"


def test_the_index_fills_its_columns(tab: Tab, site: str) -> None:
    tab.go(f"{site}/trip-talks.html")
    for width in (768, 1280):
        tab.set_width(width)
        assert tab.run("document.scrollingElement.scrollWidth <= innerWidth"), width
    lefts = tab.run(
        "[...document.querySelectorAll('.trip-entries > li')].map((one) =>"
        " Math.round(one.getBoundingClientRect().left))"
    )
    # One is below another letter.
    assert len(lefts) == len(WORDS) + 1
    assert sorted(map(lefts.count, set(lefts))) == [5, 6]


def test_letters_follow_each_other_down_the_columns(tab: Tab, site: str) -> None:
    tab.go(f"{site}/people.html")
    tab.set_width(1280)
    places = tab.run(
        "[...document.querySelectorAll('.trip-by-letter > .trip-heading')].map((one) => {"
        "const {left, top} = one.getBoundingClientRect();"
        "return [Math.round(left), Math.round(top)]})"
    )
    lefts = [left for left, _ in places]
    assert len(set(lefts)) == 2
    assert lefts == sorted(lefts)
    # The first of each column are side by side, below the letters to jump to.
    assert len({min(top for left, top in places if left == each) for each in set(lefts)}) == 1
    bottom = "document.querySelector('.trip-jumps').getBoundingClientRect().bottom"
    assert min(top for _, top in places) >= tab.run(bottom)


def test_a_table_that_is_wider_than_paper_becomes_blocks(tab: Tab, site: str) -> None:
    tab.go(f"{site}/tables.html")
    tab.call("Emulation.setEmulatedMedia", media="print")
    tab.set_width(800)
    heads = "[...document.querySelectorAll('.trip-table thead')]"
    assert tab.run(f"{heads}.map((one) => one.checkVisibility())") == [True, False]


def test_a_matrix_moves_below_its_head_and_is_whole_on_paper(tab: Tab, site: str) -> None:
    tab.go(f"{site}/matrix.html")
    tab.set_width(1280)
    box = "document.querySelector('.trip-matrix-layout .trip-scroll')"
    tab.run("document.querySelector('div.document').style.width = '1200px'")
    tab.run("document.querySelector('div.body').style.maxWidth = 'none'")
    tab.run(f"{box}.style.maxHeight = '300px'")
    hidden = f"{box}.scrollHeight > {box}.clientHeight + 1"
    assert tab.run(hidden)
    tab.run(f"{box}.scrollTop = 200")
    tops = tab.run(
        "[...document.querySelectorAll('.trip-matrix-layout .trip-scroll, .trip-matrix thead th')]"
        ".map((one) => Math.round(one.getBoundingClientRect().top))"
    )
    assert max(tops) - min(tops) <= 1
    tab.run(f"{box}.style.maxHeight = ''")
    tab.call("Emulation.setEmulatedMedia", media="print")
    assert not tab.run(hidden)


def test_the_lines_of_a_byline_look_alike(browser: Browser, build: Build) -> None:
    facts = {"speakers": "Ann Lee"}
    built = build(
        {
            f"{event}.md": MYST.document("A", MYST.talk("Wax", facts), metadata={"event": event})
            for event in ("con-2019", "con-2020")
        },
        'html_theme = "alabaster"\n',
    )
    look = """["trip-facts", "trip-again"].map((name) => {
        const style = getComputedStyle(document.querySelector(`.trip-byline > p.${name}`));
        return [style.color, style.fontSize, style.marginTop, style.marginBottom].join(" ");
    })"""
    with serve(built.outdir) as address, browser.open(f"{address}/con-2019.html") as tab:
        facts_look, again_look = tab.run(look)
        assert facts_look == again_look
        links = "getComputedStyle(document.querySelector('.trip-again a')).textDecorationLine"
        assert tab.run(links) == "underline"


WRAPPED = """{
    const table = document.querySelector("table.trip-matrix");
    const around = document.createElement("div");
    around.className = "of-the-theme";
    table.replaceWith(around);
    around.append(table);
    table.style.minWidth = "2500px";
    const style = document.createElement("style");
    style.textContent = ".of-the-theme {overflow: auto}";
    document.head.prepend(style);
}"""
"""As many themes put a table into a box that scrolls."""


def test_a_wide_matrix_keeps_its_talks_and_names_in_view(tab: Tab, site: str) -> None:
    tab.go(f"{site}/matrix.html")
    tab.set_width(1280)
    tab.run("document.querySelector('div.document').style.width = '1200px'")
    tab.run("document.querySelector('div.body').style.maxWidth = 'none'")
    tab.run(WRAPPED)
    box = "document.querySelector('.trip-matrix-layout .trip-scroll')"
    tab.run(f"{box}.style.maxHeight = '300px'")
    tab.run(f"{box}.scrollTo(900, 200)")
    assert tab.run(f"[{box}.scrollLeft, {box}.scrollTop]") == [900, 200]
    kept = tab.run(
        "[...document.querySelectorAll('.trip-matrix thead th, td.trip-matrix-talk')]"
        f".map((one) => Math.round(one.getBoundingClientRect().left - {box}"
        ".getBoundingClientRect().left)).filter((left) => Math.abs(left) <= 2).length"
    )
    talks = tab.run("document.querySelectorAll('td.trip-matrix-talk').length")
    assert kept == talks + 1, "the talks, and the head above them"
    top = "document.querySelector('.trip-matrix thead th').getBoundingClientRect().top"
    assert tab.run(f"Math.abs({top} - {box}.getBoundingClientRect().top) <= 1")


WIDE_CONTAINERS = """{
    const style = document.createElement("style");
    style.textContent = ".container {width: 2000px; margin: 0 auto; padding: 0 15px}";
    document.head.prepend(style);
}"""
"""What themes made with Bootstrap mean by the class, in short."""
ODD_CONTAINERS = """[...document.querySelectorAll(".body .container")].filter((one) =>
    one.getBoundingClientRect().width > 1000 || getComputedStyle(one).paddingRight === "15px"
).map((one) => one.className)"""


def test_containers_of_themes_are_none_of_ours(browser: Browser, build: Build) -> None:
    facts = {"speakers": "Ann Lee", "start": "2020-05-05 09:00"}
    lists = [
        MYST.directive("talklist", "", {"layout": each})
        for each in ("list", "table", "cards", "schedule", "timeline", "matrix")
    ]
    report = MYST.document(
        "A", MYST.talk("Wax", facts, "Text."), metadata={"event": "pycon", "author": "Bob"}
    )
    posts = MYST.directive("reportlist", "", {"layout": "posts"})
    listed = MYST.document("Lists", *lists, posts)
    conf = 'html_theme = "alabaster"\ntripreport_pages = ["talks", "events", "authors"]\n'
    built = build({"a.md": report, "lists.md": listed}, conf)
    pages = ("a", "lists", "trip/talks/pycon/wax", "trip/events/pycon", "trip/authors/bob")
    with serve(built.outdir) as address, browser.open("about:blank") as tab:
        for page in pages:
            tab.go(f"{address}/{page}.html")
            tab.run(WIDE_CONTAINERS)
            assert tab.run("document.querySelectorAll('.container').length") > 0, page
            assert tab.run(ODD_CONTAINERS) == [], page


def test_a_search_that_finds_nothing_says_so(browser: Browser, build: Build) -> None:
    talks = (MYST.talk(f"Talk {word}") for word in WORDS)
    listed = MYST.directive("talklist")
    conf = "tripreport_filter_from = 2\n"
    built = build({"a.md": MYST.document("A", *talks), "z.md": MYST.document("Z", listed)}, conf)
    with serve(built.outdir) as address, browser.open(f"{address}/z.html") as tab:
        assert tab.texts(".trip-nothing") == []
        tab.click(".trip-filter input")
        tab.type("no such talk")
        assert tab.texts(".trip-nothing") == ["Nothing is found. Show all"]
        assert tab.texts(".trip-list > li") == []
        tab.click(".trip-nothing button")
        assert len(tab.texts(".trip-list > li")) == len(WORDS)
        assert tab.texts(".trip-nothing") == []
        assert tab.run("document.activeElement.matches('.trip-filter input')")
