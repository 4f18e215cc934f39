"""Videos within the page: which pages offer them, and what a click does in a browser."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.tools.browser import Browser, Tab, serve
from tests.tools.building import Build, Built
from tests.tools.markup import MYST, RST, Markup
from tests.tools.pages import Page

SCRIPT = "tripreport-video.js"
ON = "tripreport_embed_video = True\n"
WATCH = "https://www.youtube.com/watch?v=a-b_c123456&t=1m30s"
PLAYER = "https://www.youtube-nocookie.com/embed/a-b_c123456?autoplay=1&start=90"
BUTTON = ".trip-byline button"


def sources(markup: Markup) -> dict[str, str]:
    """A report with videos, one with none that could play, and lists of all."""
    docker = markup.talk("Docker & Python <3", {"video": WATCH, "slides": "https://s.example"})
    opening = markup.talk("Opening", {"video": "https://vimeo.com/76979871"})
    item = markup.talk("In a list", {"video": "https://media.ccc.de/v/x"}).rstrip()
    item = item.replace("\n", "\n  ")
    others = (
        markup.talk("Else", {"video": "https://video.example.org/1"}),
        markup.talk("Twin", {"slides": WATCH}),
    )
    lists = markup.directive("talklist", "", {"layout": "cards"})
    return {
        markup.file("a"): markup.document(
            "Trip", docker, opening, markup.heading("Small ones", 2), f"* {item}\n",
            metadata={"event": "Con"},
        ),
        markup.file("b"): markup.document("Second", *others, metadata={"event": "Con"}),
        markup.file("z"): markup.document("All", lists),
    }  # fmt: skip


def pages_with_script(built: Built) -> set[str]:
    """The pages that load the script."""
    return {path.stem for path in built.outdir.glob("*.html") if SCRIPT in built.out(path.name)}


def offers(page: Page) -> list[dict[str, Any]]:
    """What a page tells the script."""
    (script,) = [
        script for script in page.by_tag("script") if SCRIPT in script.attributes.get("src", "")
    ]
    found: list[dict[str, Any]] = json.loads(script.attributes["data-videos"])
    return found


def test_a_still_is_of_this_site(build: Build, markup: Markup) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    talks = [
        markup.talk("Own", {"video": WATCH, "image": "/still.svg"}),
        markup.talk("Other", {"video": WATCH, "image": "https://i.example.org/still.png"}),
    ]
    built = build({markup.file("a"): markup.document("Trip", *talks), "still.svg": svg}, ON)
    assert built.warnings == []
    assert [offer["still"] for offer in offers(built.page("a.html"))] == ["_images/still.svg", ""]
    assert (built.outdir / "_images" / "still.svg").is_file()
    assert "i.example.org" not in built.out("a.html")


def test_no_video_plays_unless_asked_for(build: Build, markup: Markup) -> None:
    built = build(sources(markup))
    assert built.warnings == []
    assert pages_with_script(built) == set()
    assert "trip-playable" not in built.out("a.html")


def test_only_pages_with_a_video_load_the_script(build: Build, markup: Markup) -> None:
    built = build(sources(markup), ON)
    assert built.warnings == []
    assert pages_with_script(built) == {"a"}
    links = built.page("a.html").main.by_class("trip-playable")
    assert [(link.words, link.attributes["href"]) for link in links] == [
        ("Video", WATCH),
        ("Video", "https://vimeo.com/76979871"),
        ("Video", "https://media.ccc.de/v/x"),
    ]
    assert [link.words for link in built.page("b.html").main.by_class("trip-link-video")] == [
        "Video"
    ]


def test_what_the_script_is_told(build: Build, markup: Markup) -> None:
    first, *rest = offers(build(sources(markup), ON).page("a.html"))
    assert first == {
        "link": WATCH,
        "button": "Play ·\N{NO-BREAK SPACE}YouTube",
        "name": "Docker & Python <3",
        "title": "Video: Docker & Python <3 (YouTube)",
        "player": PLAYER,
        "still": "",
    }
    assert [offer["name"] for offer in rest] == ["Opening", "In a list"]


def test_several_videos_of_a_talk(build: Build, markup: Markup) -> None:
    links = f"Video <https://vimeo.com/1>\nvideo <https://x.example>\nvideo <{WATCH}2>"
    talk = markup.talk("Docker", {"video": WATCH, "links": links})
    page = build({markup.file("a"): markup.document("Trip", talk)}, ON).page("a.html")
    shown = [link.words for link in page.main.by_class("trip-link-video")]
    assert shown == ["Video", "Video 2", "Video 3", "Video 4"]
    assert [(offer["name"], offer["title"]) for offer in offers(page)] == [
        ("Docker", "Video: Docker (YouTube)"),
        ("Docker, Video 2", "Video: Docker, Video 2 (Vimeo)"),
        ("Docker, Video 4", "Video: Docker, Video 4 (YouTube)"),
    ]


def test_titles_are_only_text(build: Build) -> None:
    title = "</script><script>alert(1)</script> \"'&amp;"
    project = {"a.rst": RST.document("Trip", RST.talk(title, {"video": WATCH}))}
    built = build(project, ON)
    (offer,) = offers(built.page("a.html"))
    # As the heading shows it.
    title = title.replace("\"'", "“’")
    assert offer["name"] == title
    assert "<script>alert" not in built.out("a.html")


def test_nothing_of_another_site_is_in_the_page(build: Build) -> None:
    page = build(sources(RST), ON).page("a.html")
    assert page.by_tag("iframe") + page.by_tag("img") == []
    assert [link for link in page.by_tag("link") if "//" in link.attributes.get("href", "")] == []


@pytest.mark.parametrize(
    ("builder", "name"),
    [("text", "a.txt"), ("latex", "trips.tex"), ("xml", "a.xml"), ("man", "trips.1"),
     ("pseudoxml", "a.pseudoxml")],
)  # fmt: skip
def test_other_outputs_are_the_same(build: Build, markup: Markup, builder: str, name: str) -> None:
    on = build(sources(markup), ON, builder=builder)
    off = build(sources(markup), builder=builder, folder="off")
    # Only the paths of the two projects differ.
    assert on.out(name).replace(str(on.folder), "") == off.out(name).replace(str(off.folder), "")


@pytest.mark.filterwarnings("ignore:.*HTMLBuilder.app")
@pytest.mark.parametrize("builder", ["epub", "json"])
def test_outputs_without_scripts(build: Build, builder: str) -> None:
    built = build(sources(MYST), ON, builder=builder)
    pages = [path for path in built.outdir.rglob("*") if path.suffix in (".xhtml", ".fjson")]
    assert pages
    for path in pages:
        text = path.read_text(encoding="utf-8")
        assert "trip-playable" not in text
        assert SCRIPT not in text


def test_one_page_for_all(build: Build) -> None:
    built = build(sources(MYST), ON, builder="singlehtml")
    assert len(offers(built.page("index.html"))) == 3
    assert len(built.page("index.html").by_class("trip-playable")) == 3


@pytest.mark.parametrize("parallel", [0, 2])
def test_switching_it_writes_what_a_clean_build_writes(build: Build, parallel: int) -> None:
    clean = build(sources(MYST), folder="clean", parallel=parallel)
    on = build(sources(MYST), ON, folder="on", parallel=parallel)
    built = build(sources(MYST), folder="switched", parallel=parallel)
    conf = (built.source / "conf.py").read_text(encoding="utf-8")
    for text, expected in ((conf + ON, on), (conf, clean)):
        built.rebuild({"conf.py": text})
        for name in ("a.html", "b.html", "z.html"):
            assert built.out(name) == expected.out(name)


def test_a_title_that_changes_changes_the_button(build: Build) -> None:
    built = build(sources(MYST), ON)
    name = "a.md"
    built.rebuild({name: sources(MYST)[name].replace("Opening", "Closing")})
    assert offers(built.page("a.html"))[1]["name"] == "Closing"


def test_a_video_that_another_report_adds(build: Build, markup: Markup) -> None:
    project = sources(markup)
    name = markup.file("c")
    metadata = {"event": "Con"}
    project[name] = markup.document("Third", markup.talk("Twin", {}), metadata=metadata)
    built = build(project, ON)
    assert pages_with_script(built) == {"a"}
    twin = markup.talk("Twin", {"video": WATCH})
    built.rebuild({name: markup.document("Third", twin, metadata=metadata)})
    assert pages_with_script(built) == {"a", "b", "c"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the project's pages."""
    built = Built(tmp_path_factory.mktemp("site"), sources(MYST), ON)
    with serve(built.outdir) as address:
        yield address


@pytest.fixture
def tab(browser: Browser, site: str) -> Iterator[Tab]:
    """The report with videos; no host is asked for them in a test."""
    with browser.open("about:blank") as tab:
        tab.call("Network.enable")
        hosts = ("youtube-nocookie.com", "vimeo.com", "ccc.de")
        tab.call("Network.setBlockedURLs", urls=[f"*{host}*" for host in hosts])
        tab.go(f"{site}/a.html")
        yield tab


def asked(tab: Tab) -> set[str]:
    """The sites that the page asked for something."""
    found: list[str] = tab.run(
        "performance.getEntriesByType('resource').map((one) => new URL(one.name).origin)"
    )
    return set(found)


def test_nothing_is_asked_before_a_click(tab: Tab, site: str) -> None:
    assert tab.texts(BUTTON) == [
        "Play · YouTube: Docker & Python <3",
        "Play · Vimeo: Opening",
        "Play · media.ccc.de: In a list",
    ]
    assert tab.texts("a.trip-link-video") == ["Video"] * 3
    assert tab.run("document.querySelectorAll('iframe, .trip-byline img').length") == 0
    assert asked(tab) == {site}


def test_a_click_shows_the_player(tab: Tab) -> None:
    tab.click(BUTTON, "Docker")
    frames = tab.run(
        "[...document.querySelectorAll('iframe')].map((one) => ({src: one.src, title: one.title,"
        " allow: one.allow, policy: one.referrerPolicy, full: one.allowFullscreen,"
        " ratio: one.clientWidth / one.clientHeight}))"
    )
    (frame,) = frames
    assert frame["src"] == PLAYER
    assert frame["title"] == "Video: Docker & Python <3 (YouTube)"
    assert "autoplay" in frame["allow"]
    assert frame["policy"] == "strict-origin-when-cross-origin"
    assert frame["full"]
    assert abs(frame["ratio"] - 16 / 9) < 0.01
    assert len(tab.texts(BUTTON)) == 2
    assert tab.texts("a.trip-link-video") == ["Video"] * 3


@pytest.mark.parametrize("key", ["Enter", " "])
def test_the_keyboard_alone(tab: Tab, key: str) -> None:
    tab.run("document.querySelector('a.trip-link-video').focus()")
    tab.press("Tab")
    assert tab.run("document.activeElement.textContent").endswith(": Docker & Python <3")
    tab.press(key)
    assert tab.run("document.activeElement.localName") == "iframe"
    assert tab.run("document.activeElement.src") == PLAYER
    assert tab.run("document.querySelectorAll('iframe').length") == 1


def test_each_button_has_its_own_video(tab: Tab) -> None:
    tab.click(BUTTON, "In a list")
    assert tab.run("document.querySelector('iframe').src") == "https://media.ccc.de/v/x/oembed"
    tab.click(BUTTON, "Opening")
    sources_shown = tab.run("[...document.querySelectorAll('iframe')].map((one) => one.src)")
    assert sources_shown == [
        "https://player.vimeo.com/video/76979871?dnt=1&autoplay=1",
        "https://media.ccc.de/v/x/oembed",
    ]


def test_without_scripts_the_link_stands(browser: Browser, site: str) -> None:
    with browser.open(f"{site}/a.html", scripts=False) as tab:
        root = tab.call("DOM.getDocument")["root"]["nodeId"]
        html = tab.call("DOM.getOuterHTML", nodeId=root)["outerHTML"]
        page = Page.read(html).main
        assert page.by_tag("button") == []
        assert [link.words for link in page.by_class("trip-link-video")] == ["Video"] * 3


def test_print_has_no_buttons(tab: Tab) -> None:
    tab.call("Emulation.setEmulatedMedia", media="print")
    assert tab.texts(BUTTON) == []
    assert tab.texts("a.trip-link-video") == ["Video"] * 3
