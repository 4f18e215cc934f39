"""Bylines: what their facts are known by in a page, and the icons that the stylesheet adds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sphinxcontrib_tripreport.views import nodes_as_html
from tests.tools.browser import Browser, serve
from tests.tools.building import Build, Built
from tests.tools.markup import MYST, RST, Markup

KINDS = {
    "keynote": "Keynote", "tutorial": "Tutorial", "workshop": "Workshop",
    "lightning": "Lightning talk", "panel": "Panel", "poster": "Poster",
    "open-space": "Open space", "sprint": "Sprint", "other": "Other session",
}  # fmt: skip
LINKS = {"url": "Talk page", "slides": "Slides", "video": "Video", "code": "Code", "paper": "Paper"}
PROFILES = {"homepage": "Website", "github": "GitHub", "gitlab": "GitLab", "mastodon": "Mastodon",
            "bluesky": "Bluesky", "twitter": "Twitter", "linkedin": "LinkedIn"}  # fmt: skip
ICONS = ".trip-byline :is(.trip-when, .trip-where, .trip-date), .trip-kind, .trip-link"


def sources(markup: Markup) -> dict[str, str]:
    """A report with talks of each kind, one of them with all there is; and a described speaker."""
    fields = {
        **{name: f"https://example.org/{name}" for name in LINKS},
        "paper": "/notes.txt",
        "links": "Notes of a friend <https://example.org/notes>",
        "start": "2024-02-03 09:00",
        "end": "09:45",
        "room": "Main hall",
        "rating": "4",
        "topics": "bees",
        "speakers": "Ann Lee",
    }
    talks = [markup.talk(f"A talk of kind {kind}", {"kind": kind}) for kind in KINDS]
    profiles = {name: f"https://example.org/{name}" for name in PROFILES}
    listings = [
        markup.directive("talklist", "", {"layout": "cards"}),
        markup.directive(
            "talklist", "", {"layout": "table", "columns": "title, kind, rating, links"}
        ),
    ]
    return {
        "notes.txt": "Notes.\n",
        markup.file("a"): markup.document(
            "Trip", markup.talk("Docker", fields), *talks,
            metadata={"event": "Con", "date": "2024-02-10", "author": "Ida Bee"},
        ),
        markup.file("p"): markup.document(
            "People", markup.directive("speaker", "Ann Lee", profiles, "Text.")
        ),
        markup.file("z"): markup.document("All", *listings),
    }  # fmt: skip


def test_classes_of_kinds(build: Build, markup: Markup) -> None:
    built = build(sources(markup))
    assert built.warnings == []
    for path in ("a.html", "z.html"):
        page = built.page(path).main
        for kind, words in KINDS.items():
            found = page.by_class(f"trip-kind-{kind}")
            assert {part.words for part in found} == {words}
            assert all("trip-kind" in part.classes for part in found)
        assert page.by_class("trip-kind-talk") == []


def test_bylines_are_written_as_sphinx_writes_them(
    build: Build, markup: Markup, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are drawn as HTML; through the nodes of docutils the page is the same."""
    written = build(sources(markup), folder="written")
    monkeypatch.setattr(nodes_as_html, "is_written", lambda pen: False)
    drawn = build(sources(markup), folder="drawn")
    for path in ("a.html", "z.html"):
        # But for an element that says nothing.
        pages = {each.out(path).replace("<span>Paper</span>", "Paper") for each in (written, drawn)}
        assert len(pages) == 1


def test_classes_of_links(build: Build, markup: Markup) -> None:
    page = build(sources(markup)).page("a.html").main
    for name, words in LINKS.items():
        (link,) = page.by_class(f"trip-link-{name}")
        assert link.tag == "a"
        assert link.words == words
        assert "trip-link" in link.classes
        assert ("external" if name != "paper" else "download") in link.classes
    (own,) = [link for link in page.by_class("trip-link") if link.words == "Notes of a friend"]
    assert [name for name in own.classes if name.startswith("trip-")] == ["trip-link"]


def test_classes_of_profiles(build: Build, markup: Markup) -> None:
    page = build(sources(markup)).page("p.html").main
    for name, words in PROFILES.items():
        (link,) = page.by_class(f"trip-link-{name}")
        assert link.words == words


def test_stars_wherever_a_rating_is(build: Build, markup: Markup) -> None:
    built = build(sources(markup))
    for path, count in (("a.html", 1), ("z.html", 2)):
        found = built.page(path).main.by_class("trip-rating-4")
        assert [part.words for part in found] == ["Rated 4 of 5"] * count
        assert all("trip-rating" in part.classes for part in found)


def test_no_element_is_there_for_an_icon(build: Build) -> None:
    (byline, *_rest) = (
        build(sources(RST)).page("a.html").by_id("talk-docker").by_class("trip-byline")
    )
    assert {part.tag for part in byline.walk()} == {"div", "p", "span", "a"}
    assert [part for part in byline.walk() if not part.words] == []


def test_words_alone_elsewhere(build: Build, markup: Markup) -> None:
    built = build(sources(markup), builder="text")
    text = " ".join(built.out("a.txt").split())
    line = "bees · Rated 4 of 5 · Talk page · Slides · Video · Code · Paper · Notes of a friend"
    assert line in text
    assert "3 February 2024, 09:00–09:45 · Main hall" in text
    latex = build(sources(markup), builder="latex", folder="latex").out("trips.tex")
    assert "Rated 4 of 5" in latex
    assert "★" not in latex
    assert "Lightning talk" in latex


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the project's pages."""
    conf = 'html_theme_options = {"body_min_width": "0"}\n'
    built = Built(tmp_path_factory.mktemp("site"), sources(MYST), conf)
    with serve(built.outdir) as address:
        yield address


@pytest.mark.parametrize("page", ["a", "p", "z"])
def test_every_fact_has_its_icon(browser: Browser, site: str, page: str) -> None:
    with browser.open(f"{site}/{page}.html") as tab:
        found = tab.run(
            f"[...document.querySelectorAll('{ICONS}')].map((one) => "
            "[one.textContent, getComputedStyle(one, '::before').maskImage])"
        )
        assert found
        assert [words for words, icon in found if "data:image/svg+xml" not in icon] == []
        icons = dict(found)
        # GitHub and GitLab share one, as do the networks.
        apart = [*KINDS.values(), *LINKS.values()] if page == "a" else []
        assert len({icons[words] for words in apart}) == len(apart)


def test_icons_are_not_read_aloud(browser: Browser, site: str) -> None:
    with browser.open(f"{site}/a.html") as tab:
        nodes = tab.call("Accessibility.getFullAXTree")["nodes"]
        names = [node["name"]["value"] for node in nodes if not node["ignored"] and "name" in node]
        assert {*LINKS.values(), *KINDS.values(), "Main hall"} <= set(names)
        assert not [name for name in names if name.startswith("\N{NO-BREAK SPACE}")]


def test_an_icon_stays_with_its_words(browser: Browser, site: str) -> None:
    with browser.open(f"{site}/a.html") as tab:
        for width in range(320, 760, 20):
            tab.set_width(width)
            alone = tab.run(
                f"[...document.querySelectorAll('{ICONS}')].filter((one) => "
                "one.getClientRects()[0].width < 2 * parseFloat(getComputedStyle(one).fontSize))"
                ".map((one) => one.textContent)"
            )
            assert alone == [], width
            assert tab.run("document.documentElement.scrollWidth") <= width


def test_icons_in_forced_colours_and_in_print(browser: Browser, site: str) -> None:
    with browser.open(f"{site}/a.html") as tab:
        style = (
            f"[...new Set([...document.querySelectorAll('{ICONS}')].map((one) =>"
            " getComputedStyle(one, '::before')).map((s) =>"
            " `${s.forcedColorAdjust} ${s.printColorAdjust}`))]"
        )
        assert tab.run(style) == ["auto exact"]
        forced = {"name": "forced-colors", "value": "active"}
        tab.call("Emulation.setEmulatedMedia", features=[forced])
        assert tab.run(style) == ["none exact"]


AFFILIATED = "Ravi Tanqueray (Acme, Berlin), James (Jim) Smith, Mora Reda（CERN）"
IN_BYLINE = "Ravi Tanqueray (Acme, Berlin), James (Jim) Smith and Mora Reda (CERN)"


def affiliated(markup: Markup) -> dict[str, str]:
    """Two talks by one speaker, who is named with and without an affiliation."""
    return {
        markup.file("a"): markup.document(
            "Trip",
            markup.talk("Bees", {"speakers": AFFILIATED}),
            markup.talk("Wasps", {"speakers": "Ravi Tanqueray"}),
            markup.role("speaker", "Mora Reda") + "\n",
        )
    }


def test_affiliations_in_brackets(build: Build, markup: Markup) -> None:
    built = build(affiliated(markup))
    assert built.warnings == []
    page = built.page("a.html").main
    assert page.by_id("talk-bees").by_class("trip-speakers")[0].words == IN_BYLINE
    assert [part.words for part in page.by_class("trip-affiliation")] == [
        "(Acme, Berlin)",
        "(CERN)",
    ]
    assert page.by_id("talk-wasps").words == "Wasps Ravi Tanqueray Text."
    data = built.talks_json()
    people = {person["key"]: person["affiliation"] for person in data["speakers"]}
    assert people == {
        "ravi-tanqueray": "Acme, Berlin",
        "james-jim-smith": None,
        "mora-reda": "CERN",
    }
    assert [talk["speakers"] for talk in data["talks"]] == [
        ["ravi-tanqueray", "james-jim-smith", "mora-reda"],
        ["ravi-tanqueray"],
    ]
    entry = built.page("trip-speakers.html").by_id("speaker-ravi-tanqueray")
    assert "Acme, Berlin" in entry.words


@pytest.mark.parametrize(("builder", "file"), [("text", "a.txt"), ("latex", "trips.tex")])
def test_affiliations_in_other_outputs(
    build: Build, markup: Markup, builder: str, file: str
) -> None:
    text = build(
        {"index.rst": "A\n=\n\n.. toctree::\n\n   a\n", **affiliated(markup)}, builder=builder
    ).out(file)
    assert "(Acme, Berlin)" in text
    assert "(CERN)" in text
    assert "（" not in text


@pytest.mark.parametrize(
    "written",
    [
        "[Ann Lee (Acme, Berlin), Bob Ray]",
        '["Ann Lee (Acme, Berlin)", Bob Ray]',
        "\n  - Ann Lee (Acme, Berlin)\n  - Bob Ray",
    ],
)
def test_affiliations_in_lists_of_yaml(build: Build, written: str) -> None:
    talk = f"```{{talk}} Bees\n---\nspeakers: {written}\n---\n```\n"
    front = "  - title: Wasps\n    speakers: " + written.replace("\n", "\n    ")
    built = build({"a.md": f"---\nevent: Con\ntalks:\n{front}\n---\n\n# Trip\n\n{talk}"})
    assert built.warnings == []
    for anchor in ("talk-bees", "talk-wasps"):
        (people,) = built.page("a.html").by_id(anchor).by_class("trip-speakers")
        assert people.words == "Ann Lee (Acme, Berlin) and Bob Ray"


def test_a_bracket_that_is_not_closed_gives_a_warning(build: Build, markup: Markup) -> None:
    talk = markup.talk("Bees", {"speakers": "Ann Lee (Acme"})
    built = build({markup.file("a"): markup.document("Trip", talk)})
    (warning,) = built.warnings
    assert "“speakers” is “Ann Lee (Acme”: expected “)” after “(Acme”." in warning
    assert built.page("a.html").by_class("trip-speakers")[0].words == "Ann Lee (Acme)"
