"""Search boxes above long listings: which pages have them, and what they do in a browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.tools.browser import Browser, Tab, serve
from tests.tools.building import Build, Built
from tests.tools.markup import MYST, Markup

SCRIPT = "tripreport-filter.js"
PEOPLE = ("Zoë Müller", "Łukasz Straße", "Ann Lee", "José Ñandú", "陳雅婷", "Bob Ray")
TOPICS = (
    "bees",
    "honey",
    "wax <3",
    "hives",
    "queens",
    "drones",
    "combs",
    "swarms",
    "nectar",
    "pollen",
)
KINDS = ("talk", "keynote", "panel")
COUNT = 24

ENTRIES = ".trip-filtered :is(.trip-list > li, tbody > tr, .sd-col)"
STATUS = ".trip-filter [role=status]"
BOX = ".trip-filter input"


def talks(count: int = COUNT) -> str:
    """A report with so many talks."""
    return MYST.document(
        "Trip",
        *(
            MYST.talk(
                f"Talk {number} is about Bob’s &lt;b>{TOPICS[number % 10]}&lt;/b>",
                {
                    "speakers": f"{PEOPLE[number % 6]}; {PEOPLE[(number + 1) % 6]}",
                    "topics": f"{TOPICS[number % 10]}, common",
                    "kind": KINDS[number % 3],
                    "day": f"{2018 + number % 4}-05-01",
                },
            )
            for number in range(count)
        ),
        metadata={"event": "con"},
    )


def listing(options: dict[str, str]) -> str:
    """A page with a list of talks, and a place below it."""
    return MYST.document(
        "Lists", MYST.directive("talklist", "", options), MYST.heading("Below", 2), "Words.\n"
    )


def project() -> dict[str, str]:
    """A report, a page for each layout, and one with a short list."""
    return {
        "a.md": talks(),
        "list.md": listing({"group-by": "year", "layout": "list"}),
        "table.md": listing({"layout": "table", "columns": "title, speakers, topics, kind, date"}),
        "cards.md": listing({"layout": "cards"}),
        "schedule.md": listing({"layout": "schedule"}),
        "timeline.md": listing({"layout": "timeline"}),
        "short.md": listing({"limit": "19"}),
    }


def filtered_pages(built: Built) -> set[str]:
    """The pages that load the script."""
    return {path.stem for path in built.outdir.glob("*.html") if SCRIPT in built.out(path.name)}


LONG = {"list", "table", "cards", "schedule", "timeline"}


@pytest.mark.parametrize("parallel", [0, 2])
def test_only_pages_with_a_long_listing_load_the_script(build: Build, parallel: int) -> None:
    built = build(project(), parallel=parallel)
    assert built.warnings == []
    assert filtered_pages(built) == LONG


def test_an_edit_brings_the_script_and_takes_it_away(build: Build) -> None:
    built = build({**project(), "a.md": talks(19)})
    assert filtered_pages(built) == set()
    assert filtered_pages(built.rebuild({"a.md": talks(20)})) == LONG
    assert filtered_pages(built.rebuild({"a.md": talks(19)})) == set()


def test_how_many_entries_are_enough_is_a_setting(build: Build) -> None:
    sources = project()
    assert filtered_pages(build(sources, "tripreport_filter_from = 0\n", folder="never")) == set()
    built = build(sources, "tripreport_filter_from = 19\n", folder="few")
    assert filtered_pages(built) == LONG | {"short"}
    conf = (built.source / "conf.py").read_text(encoding="utf-8")
    built.rebuild({"conf.py": conf.replace("= 19", "= 25")})
    assert filtered_pages(built) == set()


def grouped(markup: Markup, layout: str) -> dict[str, str]:
    """Four talks of three, two, one and no speakers, by speaker."""
    people = ("Ann And, Bob B", "Cy C", "Dee and Di")
    talks = (
        ("2020-05-01", "; ".join(people)),
        ("2020-05-02", "; ".join(people[:2])),
        ("2020-05-03", people[0] + ";"),
        ("2119-05-04", ""),
    )
    lists = {"layout": layout, "group-by": "speaker"}
    return {
        markup.file("a"): markup.document(
            "Trip",
            *(
                markup.talk(f"Talk {number}", {"day": day, **({"speakers": who} if who else {})})
                for number, (day, who) in enumerate(talks, 1)
            ),
            metadata={"event": "con"},
        ),
        markup.file("lists"): markup.document("Lists", markup.directive("talklist", "", lists)),
        "people.yml": described(people[2]),
    }


def described(name: str) -> str:
    """A data file that says that a name with "and" in it is one person's."""
    return f"speakers:\n  one:\n    name: {name}\n"


@pytest.mark.parametrize("layout", ["list", "table", "cards"])
def test_a_talk_in_several_groups_is_one_talk(
    build: Build, browser: Browser, markup: Markup, layout: str
) -> None:
    sources = grouped(markup, layout)
    data = 'tripreport_data = ["people.yml"]\n'
    five = build(sources, f"{data}tripreport_filter_from = 5\n", folder="five")
    assert filtered_pages(five) == set()
    built = build(sources, f"{data}tripreport_filter_from = 4\n")
    assert built.warnings == []
    with serve(built.outdir) as address, browser.open(f"{address}/lists.html") as tab:
        assert len(tab.texts(ENTRIES)) == 7
        assert tab.texts(STATUS) == ["4 of 4"]
        assert chips(tab, "Years") == ["2119 1", "2020 3"]
        assert chips(tab, "Speakers") == ["Ann And, Bob B 3", "Cy C 2", "Dee and Di 1"]
        tab.click(".trip-chip", "Cy C")
        assert tab.texts(STATUS) == ["2 of 4"]
        assert len(tab.texts(ENTRIES)) == 5


@pytest.mark.parametrize("layout", ["list", "table"])
@pytest.mark.parametrize("language", ["en", "ja", "ar"])
def test_names_are_told_apart_where_one_is_not_shown(
    build: Build, browser: Browser, layout: str, language: str
) -> None:
    """On the page of a speaker, lists name only the others."""
    talks = (
        MYST.talk(f"Talk {number}", {"speakers": f"Bo and Co、Inc; Ann {number}",
                                     "topics": f"Bees, t{number}"})
        for number in range(3)
    )  # fmt: skip
    lists = MYST.directive("talklist", "", {"layout": layout})
    built = build(
        {
            "a.md": MYST.document("Trip", *talks, metadata={"event": "con"}),
            "_templates/tripreport/speaker.md": "# {{ name }}\n\n" + lists,
            "people.yml": described("Bo and Co、Inc"),
        },
        f"language = {language!r}\ntripreport_filter_from = 3\n"
        'tripreport_pages = ["speakers"]\ntemplates_path = ["_templates"]\n'
        'tripreport_data = ["people.yml"]\n',
    )
    (path,) = built.outdir.glob("trip/speakers/bo*.html")
    page = path.relative_to(built.outdir).as_posix()
    (name, *_) = {"en": ["Speakers"], "ja": ["発表者"], "ar": ["المتحدثون"]}[language]
    with serve(built.outdir) as address, browser.open(f"{address}/{page}") as tab:
        assert sorted(chips(tab, name)) == ["Ann 0 1", "Ann 1 1", "Ann 2 1"]


@pytest.mark.filterwarnings("ignore:.*HTMLBuilder.app")
@pytest.mark.parametrize("builder", ["epub", "json", "latex", "text"])
def test_outputs_without_scripts(build: Build, builder: str) -> None:
    built = build(project(), builder=builder)
    assert [warning for warning in built.warnings if "filter" in warning] == []
    pages = [
        path for path in built.outdir.rglob("*") if path.suffix in (".xhtml", ".fjson", ".tex")
    ]
    for path in pages:
        assert "trip-filtered" not in path.read_text(encoding="utf-8")


def test_one_page_for_all(build: Build) -> None:
    assert filtered_pages(build(project(), builder="singlehtml")) == {"index"}


def test_several_boxes_are_told_apart_by_the_headings_above(
    build: Build, browser: Browser, markup: Markup
) -> None:
    lists = markup.directive("talklist"), markup.directive("talklist", "", {"layout": "table"})
    built = build(
        {
            "a.md": talks(),
            markup.file("two"): markup.document(
                "Lists", lists[0], markup.heading("Tables *of* talks", 2), lists[1], lists[0]
            ),
        }
    )
    with serve(built.outdir) as address, browser.open(f"{address}/two.html") as tab:
        names = "[...document.querySelectorAll('{}')].map((one) => one.ariaLabel)"
        above = ("Lists", "Tables of talks", "Tables of talks (2)")
        assert tab.run(names.format("[role=search]")) == [f"Filter this list: {h}" for h in above]
        assert tab.run(names.format(BOX)) == [f"Search: {h}" for h in above]
        assert tab.texts(".trip-filter label") == ["Search"] * 3


def test_a_box_alone_needs_no_addition(table: Tab) -> None:
    assert table.run("document.querySelector('[role=search].trip-filter').ariaLabel") == (
        "Filter this list"
    )
    assert table.run(f"document.querySelector('{BOX}').ariaLabel") is None


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the project's pages."""
    # The theme's own least width is no concern here.
    conf = 'html_theme_options = {"body_min_width": "0"}\n'
    built = Built(tmp_path_factory.mktemp("site"), project(), conf)
    with serve(built.outdir) as address:
        yield address


@pytest.fixture
def table(browser: Browser, site: str) -> Iterator[Tab]:
    """The page with the table, which shows most."""
    with browser.open(f"{site}/table.html") as tab:
        yield tab


def chips(tab: Tab, group: str) -> list[str]:
    """The labels of a group's buttons."""
    return tab.texts(f".trip-chips[aria-label={group}] button")


def focused(tab: Tab) -> str:
    """What has the focus: a button's label, or the kind of element."""
    text: str = tab.run(
        "(document.activeElement.localName === 'button' ? document.activeElement.textContent"
        " : document.activeElement.localName)"
    )
    return text


@pytest.mark.parametrize("layout", ["list", "table", "cards"])
def test_typing_narrows_at_once(browser: Browser, site: str, layout: str) -> None:
    with browser.open(f"{site}/{layout}.html") as tab:
        assert tab.texts(STATUS) == [f"{COUNT} of {COUNT}"]
        tab.click(BOX)
        tab.type("MULLER bob's nec")
        assert tab.texts(STATUS) == ["1 of 24"]
        (entry,) = tab.texts(ENTRIES)
        assert "<b>nectar</b>" in entry
        assert "Zoë Müller" in entry


@pytest.mark.parametrize("words", ["strasse LUKASZ", "Straße", "ｓｔｒａｓｓｅ", "  strasse  "])
def test_case_accents_and_width_do_not_matter(table: Tab, words: str) -> None:
    table.click(BOX)
    table.type(words)
    assert table.texts(STATUS) == ["8 of 24"]
    assert len(table.texts(ENTRIES)) == 8


def test_headings_of_empty_groups_go(browser: Browser, site: str) -> None:
    with browser.open(f"{site}/list.html") as tab:
        assert tab.texts(".trip-heading") == ["2018", "2019", "2020", "2021"]
        tab.click(BOX)
        tab.type("talk 17")
        assert tab.texts(".trip-heading") == ["2019"]
        assert len(tab.texts(".trip-filtered ul")) == 1
        tab.press("Escape")
        assert tab.texts(".trip-heading") == ["2018", "2019", "2020", "2021"]
        # What only the heading says counts, too.
        tab.type("2019")
        assert tab.texts(STATUS) == ["6 of 24"]


@pytest.mark.parametrize("layout", ["schedule", "timeline"])
def test_other_layouts(browser: Browser, site: str, layout: str) -> None:
    with browser.open(f"{site}/{layout}.html") as tab:
        assert tab.texts(STATUS) == ["24 of 24"]
        tab.click(BOX)
        tab.type("talk 17")
        assert tab.texts(STATUS) == ["1 of 24"]
        assert len(tab.texts(".trip-filtered .trip-title")) == 1


def test_chips_name_what_there_is(table: Tab) -> None:
    assert chips(table, "Kinds") == ["Keynote 8", "Panel 8", "Talk 8"]
    assert chips(table, "Years") == ["2021 6", "2020 6", "2019 6", "2018 6"]
    assert len(chips(table, "Speakers")) == 6
    topics = chips(table, "Topics")
    assert topics[0] == "common 24"
    assert len(topics) == 9
    assert topics[-1] == "3 more"
    table.click(".trip-more-chips", "3 more")
    assert len(chips(table, "Topics")) == 11
    assert focused(table) == "pollen 2"


@pytest.mark.parametrize(
    ("language", "speakers", "years", "more", "count"),
    [
        ("ar", "المتحدثون", "السنوات", "المزيد: 3", "24 من 24"),
        ("ja", "発表者", "年別", "ほか3件", "24件中24件"),
        ("zh_CN", "讲者", "年份", "另有3个", "24/24"),
    ],
)
def test_chips_in_other_languages(
    build: Build, browser: Browser, language: str, speakers: str, years: str, more: str, count: str
) -> None:
    sources = {name: project()[name] for name in ("a.md", "table.md")}
    built = build(sources, f"language = {language!r}\n")
    with serve(built.outdir) as address, browser.open(f"{address}/table.html") as tab:
        assert tab.texts(STATUS) == [count]
        assert sorted(chips(tab, speakers)) == sorted(f"{name} 8" for name in PEOPLE)
        assert chips(tab, years) == ["2021 6", "2020 6", "2019 6", "2018 6"]
        assert more in tab.texts(".trip-more-chips")


def test_chips_of_a_group_widen_and_groups_narrow(table: Tab) -> None:
    table.click(".trip-chip", "2021")
    assert table.texts(STATUS) == ["6 of 24"]
    table.click(".trip-chip", "2020")
    assert table.texts(STATUS) == ["12 of 24"]
    table.click(".trip-chip", "Keynote")
    assert table.texts(STATUS) == ["4 of 24"]
    assert table.texts("[aria-pressed=true]") == ["Keynote 8", "2021 6", "2020 6"]
    table.click(".trip-chip", "2021")
    assert table.texts(STATUS) == ["2 of 24"]
    table.click(".trip-clear")
    assert table.texts(STATUS) == ["24 of 24"]
    assert table.texts("[aria-pressed=true]") == []
    assert focused(table) == "input"


def test_the_keyboard_alone(table: Tab) -> None:
    table.run("document.querySelector('.trip-listing').previousElementSibling.focus()")
    table.run("document.querySelector('.trip-filter input').focus()")
    table.type("talk")
    table.press("Tab")
    assert focused(table) == "Clear"
    table.press("Tab")
    assert focused(table) == "common 24"
    table.press("Tab")
    table.press(" ")
    assert table.texts("[aria-pressed=true]") == [focused(table)]
    assert table.texts(STATUS) == ["3 of 24"]
    table.press("Enter")
    assert table.texts(STATUS) == ["24 of 24"]
    table.press("Enter")
    table.press("Escape")
    assert table.texts(STATUS) == ["24 of 24"]
    assert table.run("document.querySelector('.trip-filter input').value") == ""
    assert table.texts("[aria-pressed=true]") == []
    assert not table.texts(".trip-clear")


def test_the_count_is_announced(table: Tab) -> None:
    assert table.run(f"document.querySelector('{STATUS}').ariaLive") == "polite"
    nodes = table.call("Accessibility.getFullAXTree")["nodes"]
    names = {(node["role"]["value"], node.get("name", {}).get("value")) for node in nodes}
    assert {("search", "Filter this list"), ("searchbox", "Search"), ("group", "Topics")} <= names


def test_the_address_keeps_the_state(table: Tab, site: str) -> None:
    table.go(f"{site}/table.html?other=1#below")
    table.run("document.querySelector('.trip-filter input').focus()")
    table.type("bob & co+")
    table.press("Escape")
    table.type("talk é")
    table.click(".trip-chip", "Keynote")
    # One that the page does not show at first.
    table.click(".trip-more-chips", "more")
    table.click(".trip-chip", "swarms")
    table.click(".trip-chip", "wax <3")
    table.wait_for("location.search.includes('wax')")
    assert table.run("location.hash") == "#below"
    assert table.run("new URLSearchParams(location.search).get('other')") == "1"
    shown = table.texts(STATUS)
    length = table.run("history.length")
    table.reload()
    assert table.texts(STATUS) == shown == ["2 of 24"]
    assert table.run("document.querySelector('.trip-filter input').value") == "talk é"
    assert table.texts("[aria-pressed=true]") == ["wax <3 3", "swarms 2", "Keynote 8"]
    assert table.run("history.length") == length
    table.go(f"{site}/a.html")
    table.back()
    table.wait_for(f"document.querySelector('{STATUS}')?.textContent === '2 of 24'")
    table.press("Tab")
    table.run("document.querySelector('.trip-filter input').focus()")
    table.press("Escape")
    table.wait_for("location.search === '?other=1'")
    assert table.run("location.hash") == "#below"


def test_a_link_within_the_page_keeps_what_was_typed(table: Tab) -> None:
    table.click(BOX)
    table.type("talk 17")
    table.run("location.hash = '#below'")
    table.wait_for("location.search === '?trip1=talk+17'")
    assert table.texts(STATUS) == ["1 of 24"]


def test_without_scripts_everything_is_there(browser: Browser, site: str) -> None:
    with browser.open(f"{site}/list.html?trip1=nothing", scripts=False) as tab:
        tree = tab.call("DOMSnapshot.captureSnapshot", computedStyles=["display"])
        assert "trip-filter-count" not in tree["strings"]
        html = tab.call("DOM.getOuterHTML", nodeId=tab.call("DOM.getDocument")["root"]["nodeId"])
        assert html["outerHTML"].count("trip-title") == COUNT
        assert (
            "hidden=" not in html["outerHTML"].partition("trip-filtered")[2].partition("below")[0]
        )


@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize("layout", ["list", "table", "cards"])
def test_nothing_moves_sideways(browser: Browser, site: str, layout: str, width: int) -> None:
    with browser.open(f"{site}/{layout}.html", width=width) as tab:
        tab.click(".trip-chip", "Keynote")
        assert tab.run("document.documentElement.scrollWidth") <= width
        right = "Math.max(...[...document.querySelectorAll('.trip-filter *')]"
        assert tab.run(f"{right}.map((one) => one.getBoundingClientRect().right))") <= width
        assert len(tab.texts(ENTRIES)) == 8


def test_print_has_no_controls(table: Tab) -> None:
    table.call("Emulation.setEmulatedMedia", media="print")
    assert table.texts(".trip-filter") == []
    assert len(table.texts(ENTRIES)) == COUNT


def test_an_entry_has_the_year_that_the_filter_finds_it_in(build: Build) -> None:
    over_new_year = {"start": "2020-12-30", "end": "2021-01-02"}
    number = 10
    undated = (MYST.talk(f"Undated {n}", {"event": "con"}) for n in range(number))
    dated = (MYST.talk(f"Dated {n}", {"event": "con", "day": "2021-01-01"}) for n in range(number))
    options = {"layout": "table", "columns": "title, speakers"}
    built = build(
        {
            "a.md": MYST.document("Trip", MYST.directive("event", "Con", over_new_year), *undated),
            "b.md": MYST.document("More", *dated),
            "list.md": listing({"layout": "list"}),
            "table.md": listing(options),
            "cards.md": listing({"layout": "cards"}),
            "of-2020.md": listing({"year": "2020"}),
        }
    )
    assert built.warnings == []
    for name in ("list", "table", "cards"):
        page = built.page(f"{name}.html")
        assert len(page.by_class("trip-in-2020")) == number, name
        assert len(page.by_class("trip-in-2021")) == number, name
    # Without a box nobody asks.
    assert "trip-in-" not in built.out("of-2020.html")
    assert len(built.page("of-2020.html").by_class("trip-list")[0].by_tag("li")) == number


@pytest.mark.parametrize("page", ["list", "table", "cards"])
def test_the_buttons_of_years(build: Build, browser: Browser, page: str) -> None:
    event = MYST.directive("event", "Con", {"start": "2020-12-30", "end": "2021-01-02"})
    undated = [MYST.talk(f"Undated {number}", {"event": "con"}) for number in range(12)]
    dated = [MYST.talk(f"D {n}", {"event": "con", "day": "2021-01-01"}) for n in range(12)]
    options = {"columns": "title, speakers"} if page == "table" else {}
    sources = {
        "a.md": MYST.document("Trip", event, *undated, *dated),
        "list.md": listing({"layout": page, **options}),
    }
    with serve(build(sources).outdir) as address, browser.open(f"{address}/list.html") as tab:
        assert chips(tab, "Years") == ["2021 12", "2020 12"]


def test_topics_are_found_by_what_they_are_in(build: Build, browser: Browser) -> None:
    declared = "topics: [Insects, {name: bees, aliases: Apis, parent: Insects},"
    declared += " {name: drones, parent: Insects}]"
    built = build({**project(), "x.yaml": declared}, "tripreport_data = ['x.yaml']\n")
    with serve(built.outdir) as address, browser.open(f"{address}/table.html") as tab:
        assert "Insects 5" in chips(tab, "Topics")
        tab.click(BOX)
        tab.type("apis")
        assert tab.texts(STATUS) == ["3 of 24"]
        assert all("bees" in entry for entry in tab.texts(ENTRIES))
