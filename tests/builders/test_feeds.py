"""Feeds: what is in them, and that they are right after every edit."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import feedparser  # type: ignore[import-untyped]  # has no types
import pytest

from tests.tools.building import Build, Built
from tests.tools.feeds import check_feed
from tests.tools.markup import MYST, RST, Markup

BASE = "https://s.example/notes/"
CONF = f"""
extensions.append("myst_parser")
source_suffix[".md"] = "markdown"
project = "Trips"
html_baseurl = "{BASE}"
tripreport_exports = ["atom"]
"""
HOME = "# Home\n\n```{toctree}\n:glob:\n*\nposts/*\ntrip/*/pycon\n```\n"
PAGES = 'tripreport_pages = ["events", "speakers", "authors", "topics", "talks", "archive"]\n'


def project(markup: Markup) -> dict[str, str]:
    bees = markup.talk(
        "Bees",
        {"speakers": "Ann Lee", "topics": "web", "video": "https://v.example/bees.webm"},
        f"What I heard.\n\n{markup.directive('image', '/x.svg', {'alt': 'X'})}\n",
    )
    facts = {"event": "pycon", "author": "Bob, Zed"}
    return {
        "x.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
        markup.file("a"): markup.document(
            "A", bees, metadata={**facts, "date": "2024-05-20 23:00 +0200", "tags": "web"}
        ),
        markup.file("posts/b"): markup.document(
            "B",
            markup.talk("Ants", {"speakers": "Ann Lee"}, "Small.\n"),
            metadata={**facts, "date": "2024-05-21", "updated": "2024-06-01"},
        ),
    }


def feeds(built: Built) -> dict[str, Any]:
    """All feeds of a build by path, which hold to the RFC."""
    found = {}
    for path in sorted((built.outdir / "feeds").rglob("*.xml")):
        text = path.read_text(encoding="utf-8")
        check_feed(text)
        parsed = feedparser.parse(text)
        assert not parsed.bozo
        found[path.relative_to(built.outdir / "feeds").as_posix()] = parsed
    return found


def titles(feed: Any) -> list[str]:
    return [entry.title for entry in feed.entries]


@pytest.mark.parametrize("markup", [RST, MYST], ids=["rst", "md"])
def test_all_are_written(build: Build, markup: Markup) -> None:
    built = build(project(markup), CONF + PAGES)
    assert built.warnings == []
    found = feeds(built)
    assert {path: titles(feed) for path, feed in found.items()} == {
        "reports.xml": ["B", "A"],
        "talks.xml": ["Ants – Ann Lee", "Bees – Ann Lee"],
        "events/pycon.xml": ["B", "A"],
        "speakers/ann-lee.xml": ["Ants – Ann Lee", "Bees – Ann Lee"],
        "authors/bob.xml": ["B", "A"],
        "authors/zed.xml": ["B", "A"],
        "topics/web.xml": ["A"],
    }
    newest, oldest = found["reports.xml"].entries
    assert newest.link == f"{BASE}posts/b.html"
    assert newest.id == "tag:s.example,2020:notes/posts/b"
    assert [newest.published[:10], newest.updated[:10]] == ["2024-05-21", "2024-06-01"]
    assert oldest.published[:10] == "2024-05-20"
    assert [(author.name, author.href) for author in oldest.authors] == [
        ("Bob", f"{BASE}trip/authors/bob.html"),
        ("Zed", f"{BASE}trip/authors/zed.html"),
    ]
    assert [tag.term for tag in oldest.tags] == ["web"]
    text = oldest.content[0].value
    assert f'src="{BASE}_images/x.svg"' in text
    assert f'href="{BASE}trip/speakers/ann-lee.html"' in text
    assert "<h1>" not in text
    assert "headerlink" not in text
    bees = found["talks.xml"].entries[1]
    assert bees.link == f"{BASE}trip/talks/pycon/bees.html"
    assert bees.id == "tag:s.example,2020:notes/talk:pycon/bees"
    assert "<p>What I heard.</p>" in bees.content[0].value
    assert "Small" not in bees.content[0].value
    assert bees.enclosures[0].href == "https://v.example/bees.webm"
    about = found["speakers/ann-lee.xml"].feed
    assert (about.title, about.link) == ("Ann Lee – Trips", f"{BASE}trip/speakers/ann-lee.html")


def test_a_feed_without_entries_and_one_whose_name_is_not_ascii(build: Build) -> None:
    event = MYST.directive("event", "Leer", {"start": "2023-01-01"})
    metadata = {"date": "2024-05-20", "author": "沈秋禾", "event": "pycon"}
    files = {
        MYST.file("a"): MYST.document("A", event, metadata=metadata),
    }
    found = feeds(build(files, CONF + PAGES))
    assert (titles(found["events/leer.xml"]), found["events/leer.xml"].feed.updated) == (
        [], "2024-05-20T00:00:00Z"
    )  # fmt: skip
    own = {link.rel: link.href for link in found["authors/沈秋禾.xml"].feed.links}
    assert own["self"] == f"{BASE}feeds/authors/%E6%B2%88%E7%A7%8B%E7%A6%BE.xml"


def test_an_archive_has_feeds_of_its_talks(build: Build) -> None:
    files = {
        "data.yaml": "events:\n  lima: {name: Lima, programme: lima.yaml, scope: all}\n",
        "lima.yaml": "sessions:\n"
        "  - {title: Wax, speakers: Ann Lee, day: 2024-05-07, abstract: On *wax*., topics: web}\n"
        "  - {title: Ants, speakers: Bob Ray, day: 2024-06-04}\n",
    }
    built = build(files, CONF + PAGES + 'tripreport_data = ["data.yaml"]\n')
    found = feeds(built)
    assert {path: titles(feed) for path, feed in found.items()} == {
        "reports.xml": [],
        "talks.xml": ["Ants – Bob Ray", "Wax – Ann Lee"],
        "events/lima.xml": ["Ants – Bob Ray", "Wax – Ann Lee"],
        "speakers/ann-lee.xml": ["Wax – Ann Lee"],
        "speakers/bob-ray.xml": ["Ants – Bob Ray"],
        "topics/web.xml": ["Wax – Ann Lee"],
    }
    wax = found["talks.xml"].entries[1]
    assert (wax.link, wax.published[:10]) == (f"{BASE}trip/talks/lima/wax.html", "2024-05-07")
    assert wax.content[0].value == "<p>On <em>wax</em>.</p>"
    # Who wrote that is not known, so the feed has the author.
    assert (wax.get("authors"), found["talks.xml"].feed.author) == (None, "Ann Author")
    again = built.rebuild({"lima.yaml": "sessions:\n  - {title: Wax, day: 2024-05-08}\n"})
    (wax,) = feeds(again)["talks.xml"].entries
    assert wax.published[:10] == "2024-05-08"


def test_pages_lead_to_feeds(build: Build) -> None:
    built = build(project(MYST), CONF + PAGES)

    def links(docname: str) -> list[str]:
        lines = built.out(f"{docname}.html").splitlines()
        return [line.split('title="')[1] for line in lines if "application/atom+xml" in line]

    reports = 'Reports – Trips" href="{}feeds/reports.xml">'
    assert links("a") == [reports.format("")]
    assert links("index") == [reports.format(""), 'Talks – Trips" href="feeds/talks.xml">']
    assert links("trip/speakers/ann-lee") == [
        'Ann Lee – Trips" href="../../feeds/speakers/ann-lee.xml">',
        reports.format("../../"),
    ]
    assert links("trip/talks/index")[0] == 'Talks – Trips" href="../../feeds/talks.xml">'


def test_right_after_every_edit(build: Build) -> None:
    sources = project(MYST)
    built = build(sources, CONF + PAGES)
    text = sources["a.md"]
    edits = [
        text.replace("What I heard.", f"{'What I heard. ' * 40}\n\nA word at the end."),
        text.replace("Bees", "Wasps").replace("Bob", "Eve"),
        text.replace("date: 2024-05-20", "date: 2024-05-23"),
        text.replace("date: 2024-05-20 23:00 +0200\n", ""),
        "# A\n",
    ]
    for number, edit in enumerate(edits):
        built.rebuild({"a.md": edit})
        clean = build({**sources, "a.md": edit}, CONF + PAGES, folder=f"clean-{number}")
        paths = {path for path in clean.written() if path.startswith("feeds/")}
        assert {path for path in built.written() if path.startswith("feeds/")} == paths
        assert {path: built.out(path) for path in paths} == {
            path: clean.out(path) for path in paths
        }
        if number == 0:
            assert "A word at the end" in built.out("feeds/talks.xml")
    paths = {path for path in built.written() if path.startswith("feeds/")}
    before = built.written()
    built.rebuild()
    assert {path: built.written()[path] for path in paths} == {path: before[path] for path in paths}


def test_lost_texts_are_had_again(build: Build) -> None:
    built = build(project(MYST), CONF)
    (folder,) = Path(built.app.doctreedir).glob("*-bodies")
    shutil.rmtree(folder)
    built.rebuild({"index.rst": "Home\n====\n\n.. toctree::\n\n   a\n   posts/b\n"})
    assert "What I heard" in built.out("feeds/reports.xml")
    (body, _other) = sorted(folder.iterdir())
    body.write_text("{", encoding="utf-8")
    built.rebuild({"index.rst": "Here\n====\n\n.. toctree::\n\n   a\n   posts/b\n"})
    assert len(feeds(built)["reports.xml"].entries) == 2


def test_workers_write_the_same(build: Build) -> None:
    sources = {**project(MYST), **{f"r{number}.md": f"# R{number}\n" for number in range(6)}}
    one = build(sources, CONF + PAGES, folder="one")
    two = build(sources, CONF + PAGES, folder="two", parallel=2)
    paths = [path for path in one.written() if path.startswith("feeds/")]
    assert [one.out(path) for path in paths] == [two.out(path) for path in paths]


def test_metadata(build: Build) -> None:
    sources = {
        **project(MYST),
        "index.md": f"---\nfeed-limit: 1\nfeed-id: 'tag:old.example,2010:'\n---\n{HOME}",
        "c.md": "---\nevent: pycon\ndate: 2024-05-22\nfeed-id: https://old.example/c/\n---\n# C\n",
        "trip/events/pycon.md": "---\nfeed-limit: 2\n---\n# Con\n",
        "d.md": "---\nfeed-limit: many\n---\n# D\n",
    }
    built = build(sources, CONF + PAGES)
    (warning,) = built.warnings
    assert "The metadata field “feed-limit” is “many”: expected a number from 1." in warning
    found = feeds(built)
    assert titles(found["reports.xml"]) == ["C"]
    assert titles(found["events/pycon.xml"]) == ["C", "B"]
    assert [entry.id for entry in found["events/pycon.xml"].entries] == [
        "https://old.example/c/",
        "tag:old.example,2010:posts/b",
    ]
    built.rebuild({"index.md": HOME})
    assert titles(feeds(built)["reports.xml"]) == ["C", "B", "A"]


@pytest.mark.parametrize("markup", [RST, MYST], ids=["rst", "md"])
def test_two_reports_of_one_id(build: Build, markup: Markup) -> None:
    def post(title: str, feed_id: str, date: str = "2024-05-20") -> str:
        facts = {"date": date} if date else {}
        return markup.document(title, metadata={"event": "pycon", **facts, "feed-id": feed_id})

    sources = {
        markup.file("a"): post("A", "urn:x:1"),
        markup.file("b"): post("B", "urn:x:1"),
        markup.file("c"): post("C", "urn:x:2"),
        # The name of another, which has no id of its own.
        markup.file("d"): post("D", "z"),
        # No feed has this one.
        markup.file("e"): post("E", "urn:x:2", ""),
        markup.file("z"): markup.document("Z", metadata={"event": "e", "date": "2024-05-21"}),
    }
    built = build(sources, CONF)
    same, name = built.warnings
    assert f"{markup.file('b')}:" in same
    assert "“feed-id” is “urn:x:1”, which is the id of another report (a, line " in same
    assert "[tripreport.duplicate]" in same
    assert f"{markup.file('d')}:" in name
    assert "“feed-id” is “z”, which is the id of another report (z), too" in name
    (left,) = built.rebuild({markup.file("b"): post("B", "urn:x:3")}).warnings
    assert "“z”" in left
    without = build(sources, CONF.replace('["atom"]', "[]"), folder="without")
    assert without.warnings == []


@pytest.mark.parametrize(("base", "said"), [("", "is empty"), ("s.example/x", "is “s.example/x”")])
def test_without_an_address(build: Build, base: str, said: str) -> None:
    built = build(project(MYST), CONF.replace(BASE, base))
    (warning,) = built.warnings
    assert f"no feeds are written, because “html_baseurl” {said}: expected" in warning
    assert feeds(built) == {}
    assert "atom+xml" not in built.out("a.html")


def test_one_warning_for_all_formats(build: Build) -> None:
    built = build(project(MYST), CONF.replace(BASE, "").replace('["atom"', '["atom", "csl"'))
    (warning,) = built.warnings
    assert "no feeds are written, and calendars and citations have no addresses" in warning


def test_other_builders(build: Build) -> None:
    built = build(project(MYST), CONF, builder="dirhtml")
    assert feeds(built)["reports.xml"].entries[1].link == f"{BASE}a/"
    for builder in ("singlehtml", "epub", "text"):
        other = build(project(MYST), CONF, builder=builder, folder=builder)
        assert not (other.outdir / "feeds").exists()


def test_nothing_that_acts(build: Build) -> None:
    post = (
        "---\nevent: pycon\ndate: 2024-05-22\n---\n# C\x07 & <d>\n\n<script>alert(1)</script>\n\n"
        '<form action="x"><input></form>\n\n<img src="x.png" onerror="alert(1)">\n\nAnd\x0b more.\n'
    )
    built = build({"c.md": post}, CONF)
    (entry,) = feeds(built)["reports.xml"].entries
    text = built.out("feeds/reports.xml")
    assert not any(word in text for word in ("script", "form", "onerror", "\x07", "\x0b"))
    assert "more." in entry.content[0].value


def test_a_file_of_the_projects_own_keeps_its_place(build: Build) -> None:
    sources = {**project(MYST), "extra/feeds/reports.xml": "mine"}
    built = build(sources, CONF + 'html_extra_path = ["extra"]\n')
    (warning,) = built.warnings
    assert "is in the place of the feed “Reports – Trips”, “feeds/reports.xml”" in warning
    assert built.out("feeds/reports.xml") == "mine"
    built.rebuild(
        {
            "conf.py": (built.source / "conf.py")
            .read_text(encoding="utf-8")
            .replace('["atom"]', "[]")
        }
    )
    assert not (built.outdir / "feeds/talks.xml").exists()
