"""Long lists on several pages, and lists that lead to all of what they leave out."""

from __future__ import annotations

from tests.tools.building import Build, Built
from tests.tools.markup import MYST, Markup

CONF = """\
tripreport_pages = ["archive", "speakers", "events", "topics"]
tripreport_page_size = 2
"""


def project(markup: Markup, count: int = 5) -> dict[str, str | bytes | None]:
    """Reports of some days, each with a talk of another speaker."""
    return {
        markup.file(f"r{number}"): markup.document(
            f"Report {number}",
            markup.talk(f"Talk {number}", {"speakers": f"{chr(64 + number)}nn", "topics": "bees"}),
            metadata={"event": f"con-{number}", "date": f"2020-01-0{number}"},
        )
        for number in range(1, count + 1)
    }


def titles(built: Built, path: str) -> list[str]:
    """What a page lists."""
    return [each.words for each in built.page(path).main.by_class("trip-title")]


def test_the_archive_is_split(build: Build, markup: Markup) -> None:
    built = build(project(markup), CONF)
    assert built.warnings == []
    assert titles(built, "trip/archive.html") == ["Report 5", "Report 4"]
    assert titles(built, "trip/archive/page-2.html") == ["Report 3", "Report 2"]
    assert titles(built, "trip/archive/page-3.html") == ["Report 1"]
    page = built.page("trip/archive/page-2.html").main
    assert page.words.startswith("Archive (2)")
    (pager,) = page.by_class("trip-pager")
    assert pager.words == "Previous page · Page 2 of 3 · Next page"
    assert pager.links == {"Previous page": "../archive.html", "Next page": "page-3.html"}
    head = built.out("trip/archive/page-2.html")
    assert '<link rel="next" title="Archive (3)" href="page-3.html"' in head
    assert '<link rel="prev" title="Archive" href="../archive.html"' in head


def test_overviews_are_split(build: Build) -> None:
    built = build(project(MYST), CONF)
    assert titles(built, "trip/speakers/index.html") == ["Ann", "Bnn"]
    assert titles(built, "trip/speakers/page-3.html") == ["Enn"]
    assert titles(built, "trip/events/page-3.html") != []
    assert not (built.outdir / "trip" / "topics" / "page-2.html").exists()
    assert not built.page("trip/topics/index.html").main.by_class("trip-pager")


def test_pages_come_and_go(build: Build) -> None:
    built = build(project(MYST), CONF)
    built.rebuild({"r1.md": None, "r2.md": None, "r3.md": None})
    assert titles(built, "trip/archive.html") == ["Report 5", "Report 4"]
    assert not (built.outdir / "trip" / "archive" / "page-2.html").exists()
    assert not built.page("trip/archive.html").main.by_class("trip-pager")
    built.rebuild(project(MYST, 3))
    assert titles(built, "trip/archive/page-2.html") == ["Report 3", "Report 2"]
    clean = build(project(MYST), CONF, folder="clean")
    for path in ("trip/archive.html", "trip/archive/page-2.html", "trip/speakers/page-2.html"):
        assert built.out(path) == clean.out(path)


def test_what_is_left_out_is_elsewhere(build: Build, markup: Markup) -> None:
    lists = [
        markup.directive("reportlist", "", {"limit": "2", "more": more})
        for more in ("trip/archive", "r1", "/r1", "no/where")
    ]
    built = build({**project(markup), markup.file("z"): markup.document("Z", *lists)}, CONF)
    (warning,) = built.warnings
    assert "“more” is “no/where”, which is no document of the project" in warning
    page = built.page("z.html").main
    lines = page.by_class("trip-left-out")
    assert [line.words for line in lines] == ["and 3 more"] * 4
    assert [line.links for line in lines] == [
        {"and 3 more": "trip/archive.html"},
        {"and 3 more": "r1.html"},
        {"and 3 more": "r1.html"},
        {},
    ]
