"""Texts and projects that are written from right to left: which way each part of a page runs."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from tests.builders.test_languages import directions
from tests.tools.browser import Browser, serve
from tests.tools.building import Build
from tests.tools.epub import check, needs_epubcheck
from tests.tools.markup import MYST, Markup

CODE = "كلمة `f(x, [1])!` هنا\n\n```python\nprint((1, 2))  # a!\n```\n"


def trips(language: str = "") -> dict[str, str]:
    """A report in Arabic with code, and one in English."""
    arabic = {"event": "con", "lang": language}
    english = {"event": "con", "lang": "en"}
    return {
        "a.md": MYST.document("رحلة", MYST.talk("النحل", {}, CODE), metadata=arabic),
        "b.md": MYST.document("Trip", MYST.talk("Bees", {}, CODE), metadata=english),
    }


@pytest.mark.parametrize(
    "theme",
    [
        "basic",
        "alabaster",
        pytest.param(
            "furo", marks=pytest.mark.skipif(find_spec("furo") is None, reason="needs furo")
        ),
    ],
)
def test_a_project_runs_as_its_language(build: Build, theme: str) -> None:
    more = 'tripreport_pages = ["events"]\n'
    built = build(trips(), f'language = "ar"\nhtml_theme = "{theme}"\n{more}')
    assert built.warnings == []
    assert directions(built, "index.html") == ["rtl"]
    assert directions(built, "a.html") == ["rtl"]
    # English says its own direction within.
    assert directions(built, "b.html") == ["rtl", "ltr"]
    assert directions(built, "trip-talks.html") == ["rtl"]
    # Windows has no file called "con".
    assert directions(built, "trip/events/con-2.html") == ["rtl"]


def test_in_other_projects_only_the_report(build: Build, markup: Markup) -> None:
    arabic = markup.document("رحلة", markup.talk("النحل"), metadata={"event": "con", "lang": "ar"})
    built = build({markup.file("a"): arabic})
    assert directions(built, "a.html") == ["rtl"]
    assert directions(built, "index.html") == []
    assert directions(built, "trip-talks.html") == []


def test_on_one_page(build: Build) -> None:
    built = build(trips(), 'language = "ar"', builder="singlehtml")
    assert built.warnings == []
    assert directions(built, "index.html") == ["rtl", "ltr"]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_code_runs_to_the_right(build: Build, browser: Browser, language: str) -> None:
    built = build(trips("ar"), f'language = "{language}"')
    assert built.warnings == []
    script = (
        "['p:has(> code)', 'p > code', 'pre']"
        ".map(part => getComputedStyle(document.querySelector(part)).direction)"
    )
    with serve(built.outdir) as address, browser.open(f"{address}/a.html") as tab:
        assert tab.run(script) == ["rtl", "ltr", "ltr"]


SEEN = """(selector) => [...document.querySelectorAll(selector)].map((one) => {
    const letters = [];
    const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (let place = 0; place < node.length; place += 1) {
            const range = new Range();
            range.setStart(node, place);
            range.setEnd(node, place + 1);
            const { left, width } = range.getBoundingClientRect();
            if (width) letters.push([left, range.toString()]);
        }
    }
    return letters.sort(([a], [b]) => a - b).map(([, letter]) => letter).join("");
})"""
"""The letters of elements from left to right, as they are on the screen."""


@pytest.mark.parametrize("builder", ["html", "epub"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_foreign_titles_and_names_keep_their_order(
    build: Build, browser: Browser, markup: Markup, language: str, builder: str
) -> None:
    title, listed, company, topic = {
        "ar": ("Why C++ (now)?", "In a list!", "C++ Inc.", "c++"),
        "en": ("למה דבורים (עכשיו)?", "ברשימה!", "חברה (בעמ)!", "דבורים!"),
    }[language]
    words = {"ar": "سمعت", "en": "Heard"}[language]
    roles = f"{words} {markup.role('talk', title)} {words} {markup.role('topic', topic)} {words}"
    talk = markup.talk(title, {"speakers": f"Ann ({company}), دانة", "topics": topic}, roles)
    item = "- " + markup.talk(listed).replace("\n", "\n  ") + "\n"
    source = markup.document(words, talk, item, metadata={"event": "con"})
    conf = f'language = "{language}"\nhtml_permalinks = False\ntripreport_pages = ["topics"]\n'
    built = build({markup.file("a"): source}, conf, builder=builder)
    assert built.warnings == []
    order = slice(None, None, 1 if language == "ar" else -1)
    side = {"ar": "right", "en": "left"}[language]
    edges = (
        "(() => { const edge = (one) => { const range = new Range(); range.selectNodeContents(one);"
        f" return Math.round(range.getBoundingClientRect().{side}); }};"
        " return ['.trip-talk > h2', '.trip-talk > .trip-byline'].map((one) =>"
        " edge(document.querySelector(one))); })()"
    )
    page = {"html": "a.html", "epub": "a.xhtml"}[builder]
    with serve(built.outdir) as address, browser.open(f"{address}/{page}") as tab:
        assert [seen[order] for seen in tab.run(f"({SEEN})('.trip-ref')")] == [title, topic]
        assert [seen[order] for seen in tab.run(f"({SEEN})('.trip-affiliation')")] == [
            f"({company})"
        ]
        headings = tab.run(f"({SEEN})('.trip-talk > h2, .trip-name.rubric')")
        assert [seen[order] for seen in headings] == [title, listed]
        assert len(set(tab.run(edges))) == 1


@pytest.mark.parametrize("builder", ["html", "epub"])
def test_a_date_beside_a_name_of_the_other_direction_stays_whole(
    build: Build, browser: Browser, markup: Markup, builder: str
) -> None:
    talk = {"speakers": "Ann Lee, محمد علي", "start": "2020-05-05 09:00"}
    lists = [markup.directive("talklist", "", {"layout": each}) for each in ("list", "timeline")]
    parts = (markup.talk("Bees", talk), *lists)
    built = build(
        {markup.file("a"): markup.document("A", *parts, metadata={"event": "con"})},
        builder=builder,
    )
    page = {"html": "a.html", "epub": "a.xhtml"}[builder]
    with serve(built.outdir) as address, browser.open(f"{address}/{page}") as tab:
        lines = tab.run(f"({SEEN})('p:has(.trip-speakers):has(.trip-when)')")
    byline, *listed = (line.replace("\xa0", " ") for line in lines)
    # The sign between is no letter in browsers.
    sign = {"html": "", "epub": "· "}[builder]
    assert byline == f"Ann Lee and يلع دمحم {sign}5 May 2020, 09:00"
    assert ["5 May 2020" in line for line in listed] == [True, True]


def test_an_arabic_book_begins_its_lines_at_the_right(build: Build, browser: Browser) -> None:
    talk = {"speakers": "Ann Lee (C++ Inc.)", "start": "2020-05-05 09:00", "room": "1"}
    layouts = ("table", "cards", "schedule")
    lists = [MYST.directive("talklist", "", {"layout": each}) for each in layouts]
    arabic = MYST.document("رحلة", MYST.talk("Why C++?", talk), *lists, metadata={"event": "con"})
    english = {"event": "con", "lang": "en"}
    sources = {"a.md": arabic, "b.md": MYST.document("A trip", *lists, metadata=english)}
    built = build(sources, 'language = "ar"', builder="epub")
    lines = ".trip-byline p, .trip-listing :is(th, td, p.trip-facts, .trip-card p)"
    gaps = f"""(side) => [...document.querySelectorAll('{lines}')].filter((one) => one.textContent)
        .map((one) => {{
            const range = new Range();
            range.selectNodeContents(one);
            const text = range.getClientRects()[0] && range.getBoundingClientRect();
            return Math.abs(text[side] - one.getBoundingClientRect()[side]);
        }})"""
    with serve(built.outdir) as address, browser.open(f"{address}/a.xhtml") as tab:
        found = tab.run(f"({gaps})('right')")
        assert len(found) > 10
        assert max(found) < 10
        tab.go(f"{address}/b.xhtml")
        assert max(tab.run(f"({gaps})('left')")) < 10
        tab.go(f"{address}/trip-speakers.xhtml")
        (entry,) = tab.run(f"({SEEN})('.trip-entry')")
        assert entry.split() == ["C++", "Inc.", "Ann", "Lee"]


def test_code_in_a_book(build: Build) -> None:
    built = build(trips("ar"), builder="epub")
    assert built.warnings == []
    assert directions(built, "a.xhtml") == ["rtl", "ltr", "ltr"]
    assert directions(built, "b.xhtml") == []


@pytest.mark.printing
@needs_epubcheck
@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_book_is_valid(build: Build, language: str) -> None:
    built = build(trips("ar"), f'language = "{language}"', builder="epub")
    (book,) = built.outdir.glob("*.epub")
    check(book)
