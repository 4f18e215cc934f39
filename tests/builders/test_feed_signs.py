"""The option ``feed`` of listings: a link to the feed that fits."""

from __future__ import annotations

import pytest

from tests.tools.building import Build, Built
from tests.tools.markup import MYST, RST, Markup

CONF = """
extensions.append("myst_parser")
source_suffix[".md"] = "markdown"
project = "Trips"
html_baseurl = "https://s.example/"
tripreport_exports = ["atom"]
tripreport_pages = ["events", "speakers", "authors"]
"""
WITHOUT = CONF.replace('["atom"]', '["csv"]')
HOME = "# Home\n\n```{toctree}\n:glob:\n*\nsub/*\n```\n"

LISTS: tuple[tuple[str, dict[str, str], str, str], ...] = (
    ("talklist", {}, "talks.xml", "Talks – Trips"),
    ("talklist", {"event": "pycon"}, "events/pycon.xml", "pycon – Trips"),
    ("talklist", {"speaker": "Ann Lee", "year": "2024"}, "speakers/ann-lee.xml", "Ann Lee – Trips"),
    ("talklist", {"event": "pycon", "speaker": "Ann Lee"}, "events/pycon.xml", "pycon – Trips"),
    ("talklist", {"event": "pycon, other"}, "talks.xml", "Talks – Trips"),
    ("talklist", {"event": "!pycon"}, "talks.xml", "Talks – Trips"),
    # There are no pages of topics here.
    ("talklist", {"topic": "web"}, "talks.xml", "Talks – Trips"),
    ("reportlist", {"author": "Bob"}, "authors/bob.xml", "Bob – Trips"),
    ("reportlist", {}, "reports.xml", "Reports – Trips"),
    ("eventlist", {}, "reports.xml", "Reports – Trips"),
    ("speakerlist", {}, "talks.xml", "Talks – Trips"),
    ("takeawaylist", {"event": "pycon"}, "events/pycon.xml", "pycon – Trips"),
)


def project(markup: Markup) -> dict[str, str]:
    bees = markup.talk("Bees", {"speakers": "Ann Lee", "topics": "web"}, "Buzz.\n")
    facts = {"event": "pycon", "author": "Bob", "date": "2024-05-20"}
    lists = [markup.directive(name, "", {**given, "feed": ""}) for name, given, *_ in LISTS]
    return {
        "index.md": HOME,
        markup.file("a"): markup.document("A", bees, metadata=facts),
        markup.file("other"): markup.document(
            "B", markup.talk("Ants", {}, "x\n"), metadata={**facts, "event": "other"}
        ),
        markup.file("sub/z"): markup.document("Lists", *lists),
        markup.file("sub/none"): markup.document(
            "None", markup.directive("talklist", "", {"feed": "no"})
        ),
    }


def signs(built: Built, page: str = "sub/z.html") -> list[tuple[str, str, str]]:
    links = [sign.by_tag("a")[0] for sign in built.page(page).main.by_class("trip-feed")]
    return [
        (link.words, str(link.attributes["href"]), str(link.attributes["title"])) for link in links
    ]


@pytest.mark.parametrize("markup", [RST, MYST], ids=["rst", "md"])
def test_the_feed_that_fits(build: Build, markup: Markup) -> None:
    built = build(project(markup), CONF)
    assert built.warnings == []
    assert signs(built) == [("Atom", f"../feeds/{path}", title) for *_, path, title in LISTS]
    assert signs(built, "sub/none.html") == []
    assert all((built.outdir / "feeds" / path).is_file() for *_, path, _title in LISTS)


@pytest.mark.parametrize("markup", [RST, MYST], ids=["rst", "md"])
def test_without_feeds(build: Build, markup: Markup) -> None:
    built = build(project(markup), WITHOUT)
    (warning,) = built.warnings
    assert markup.file("sub/z") in warning
    assert "“feed” leads nowhere, because no feeds are written: expected “atom”" in warning
    assert signs(built) == []
    # As soon as there are feeds, there are signs.
    conf = (built.source / "conf.py").read_text(encoding="utf-8")
    built.rebuild({"conf.py": conf.replace('["csv"]', '["atom"]')})
    assert len(signs(built)) == len(LISTS)


def test_without_an_address(build: Build) -> None:
    built = build(project(MYST), CONF.replace("https://s.example/", ""))
    (warning,) = built.warnings
    assert "no feeds are written" in warning
    assert signs(built) == []


@pytest.mark.parametrize(
    ("builder", "name"),
    [("latex", "trips.tex"), ("text", "sub/z.txt"), ("singlehtml", "index.html")],
)
def test_other_builders(build: Build, builder: str, name: str) -> None:
    for folder, conf in (("with", CONF), ("without", WITHOUT)):
        built = build(project(MYST), conf, builder=builder, folder=f"{builder}-{folder}")
        assert built.warnings == []
        assert "Atom" not in built.out(name)


def test_folders_of_pages(build: Build) -> None:
    built = build(project(MYST), CONF, builder="dirhtml")
    assert signs(built, "sub/z/index.html")[0][1] == "../../feeds/talks.xml"


def test_a_page_that_comes_and_goes(build: Build) -> None:
    sources = project(MYST)
    del sources["other.md"]
    built = build(sources, CONF)
    assert ("Atom", "../feeds/events/pycon.xml", "pycon – Trips") in signs(built)
    built.rebuild({"a.md": sources["a.md"].replace("pycon", "fair")})
    assert not any("pycon.xml" in address for _word, address, _title in signs(built))


def test_wrong_values_keep_the_list(build: Build) -> None:
    text = "# L\n\n```{talklist}\n:feed: rss\n```\n"
    built = build({**project(MYST), "l.md": text}, CONF)
    (warning,) = built.warnings
    assert "“feed” is “rss”: expected yes or no" in warning
    assert "Bees" in built.page("l.html").main.words
