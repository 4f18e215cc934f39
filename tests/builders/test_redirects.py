"""Old addresses: a small page at each leads to where a post is now, in a real browser as well."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.tools.browser import Browser, serve
from tests.tools.building import Build, Built
from tests.tools.markup import MYST, RST, Markup

ON = "tripreport_redirects = True\n"
MOVED = {
    "jekyll.md": (
        "---\nevent: meet\npermalink: /trips/:year/day-1/\nredirect_from: /d1\n---\n# Jekyll\n"
    ),
    "hugo.md": '+++\nevent = "meet"\naliases = ["/2018/hugo/"]\nslug = "by-slug"\n+++\n# Hugo\n',
    "pelican.rst": (
        "Pelican\n=======\n\n:event: meet\n:slug: by-slug\n:save_as: x/y.html\n\nText.\n"
    ),
    "nikola.rst": (
        ".. title: Nikola\n.. slug: nikola-post\n.. date: 2018-07-01\n.. event: meet\n\nText.\n"
    ),
    "posts/quarto.md": "---\nevent: meet\naliases: [old.html]\n---\n# Quarto\n",
}
DATED = {"jekyll.md": MOVED["jekyll.md"].replace("event:", "date: 2018-07-01\nevent:")}


def redirects(built: Built) -> dict[str, str]:
    """By file, where the pages at old addresses lead."""
    found: dict[str, str] = {}
    for path in sorted(built.outdir.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        if 'class="trip-redirect"' in text:
            found[path.relative_to(built.outdir).as_posix()] = text.split('href="')[-1].split('"')[
                0
            ]
    return found


def post(*aliases: str) -> str:
    """A report in Markdown with old addresses."""
    return f"---\nevent: meet\naliases: {list(aliases)}\n---\n# A\n"


def conf_of(built: Built) -> str:
    return (built.source / "conf.py").read_text(encoding="utf-8")


ALL = {
    "2018/hugo/index.html": "../../hugo.html",
    "by-slug/index.html": "../hugo.html",
    "by-slug.html": "pelican.html",
    "d1/index.html": "../jekyll.html",
    "nikola-post/index.html": "../nikola.html",
    "posts/old.html": "../posts/quarto.html",
    "trips/2018/day-1/index.html": "../../../jekyll.html",
    "x/y.html": "../pelican.html",
}


def test_every_engine_names_its_own(build: Build) -> None:
    built = build(MOVED | DATED, ON + 'html_baseurl = "https://s.example/n"\n')
    assert built.warnings == []
    assert redirects(built) == ALL
    page = built.out("x/y.html")
    assert '<link rel="canonical" href="https://s.example/n/pelican.html">' in page
    assert 'content="noindex"' in page
    assert "This page is now at" in page
    assert "x/y" not in built.out("searchindex.js")
    before = built.written()
    built.rebuild()
    assert {name: built.written()[name] for name in ALL} == {name: before[name] for name in ALL}


def test_in_a_browser(build: Build, browser: Browser) -> None:
    built = build(MOVED | DATED, ON)
    old = {
        "/trips/2018/day-1/": "/jekyll.html",
        "/d1": "/jekyll.html",
        "/2018/hugo/": "/hugo.html",
        "/by-slug.html": "/pelican.html",
        "/nikola-post/": "/nikola.html",
        "/posts/old.html": "/posts/quarto.html",
    }
    with serve(built.outdir) as site:
        for address, new in old.items():
            with browser.open(site + address) as tab:
                tab.wait_for(f"location.pathname === {new!r} && document.readyState === 'complete'")
                (title,) = tab.texts("h1")
                assert (
                    urlsplit(new).path[1:].rpartition("/")[2].startswith(title.lower().rstrip("¶#"))
                )


@pytest.mark.parametrize("builder", ["dirhtml", "singlehtml", "text", "epub"])
def test_in_other_builders(build: Build, builder: str) -> None:
    built = build(MOVED | DATED, ON, builder=builder)
    leads = redirects(built)
    if builder == "dirhtml":
        assert leads["2018/hugo/index.html"] == "../../hugo/"
        assert leads["by-slug.html"] == "pelican/"
    else:
        assert leads == {}


def test_patterns(build: Build) -> None:
    sources = {
        "_posts/2018-07-01-Day-One.md": "---\nevent: meet\n---\n# A\n",
        "blog/b.md": "---\nevent: meet\ndate: 2019-01-02\n---\n# Bees & wax\n",
        "plain.rst": RST.document("Plain"),
    }
    conf = 'tripreport_redirects = ["/:year/:month/:day/:title/", "_redirects"]\n'
    built = build(sources, conf)
    assert built.warnings == []
    assert redirects(built) == {
        "2018/07/01/Day-One/index.html": "../../../../_posts/2018-07-01-Day-One.html",
        "2019/01/02/b/index.html": "../../../../blog/b.html",
    }
    assert built.out("_redirects").splitlines()[1:] == [
        "/2018/07/01/Day-One/ /_posts/2018-07-01-Day-One.html 301",
        "/2019/01/02/b/ /blog/b.html 301",
    ]
    by_folder = '{"blog/*": ["/:slug.html", "_redirects"]}'
    with_folders = conf_of(built).replace('["/:year/:month/:day/:title/", "_redirects"]', by_folder)
    built.rebuild({"conf.py": with_folders})
    assert built.out("_redirects").splitlines()[1:] == ["/bees-and-wax.html /blog/b.html 301"]
    changed = with_folders.replace(by_folder, '{"blog/*": "/:slug.html"}')
    built.rebuild({"conf.py": changed})
    assert redirects(built) == {"bees-and-wax.html": "blog/b.html"}
    assert not (built.outdir / "_redirects").exists()
    assert not (built.outdir / "2018").exists()
    built.rebuild({"conf.py": conf_of(built).replace('{"blog/*": "/:slug.html"}', "False")})
    assert redirects(built) == {}


def test_bad_patterns(build: Build) -> None:
    conf = 'tripreport_redirects = ["/:yaer/:title/", "/../:title"]\n'
    built = build({"a.md": "---\nevent: meet\n---\n# A\n"}, conf)
    assert [line.partition("[tripreport")[0].strip() for line in built.warnings] == [
        (
            "conf.py:10: WARNING: “tripreport_redirects” has “:yaer” in “/:yaer/:title/”: expected"
            " one of year, short_year, month, i_month, day, i_day, y_day, title, slug, name,"
            " filename, categories, category, section, sections. Did you mean “year”?"
        ),
        (
            "conf.py:10: WARNING: “tripreport_redirects” has the pattern “/../:title”: expected a"
            " path on the old site, such as “/2018/07/day-1/”."
        ),
    ]
    assert redirects(built) == {}


def test_bad_addresses(build: Build) -> None:
    sources = {
        "a.md": post("/../out.html", "https://x.example/a", "/a?b=c", "/ok/"),
        "b.md": post("/ok", "/a.html", "/search.html", "/_static/x.html"),
    }
    built = build(sources, ON)
    assert redirects(built) == {"ok/index.html": "../a.html"}
    assert not (built.outdir.parent / "out.html").exists()
    said = [line.split("WARNING: ")[-1].partition(" [")[0] for line in built.warnings]
    assert said == [
        (
            "The metadata field “aliases” is “/../out.html”: expected a path on the old site, such"
            " as “/2018/07/day-1/”."
        ),
        (
            "The metadata field “aliases” is “https://x.example/a”: expected a path on the old"
            " site, such as “/2018/07/day-1/”, without a host."
        ),
        (
            "The metadata field “aliases” is “/a?b=c”: expected a path on the old site, such as"
            " “/2018/07/day-1/”, without a query."
        ),
        "“/ok” is an old address of “a” as well, and leads there.",
        "At the old address “/a.html” is the document “a”: it leads nowhere else.",
        (
            "At the old address “/search.html” is a page or file that is not a document: it leads"
            " nowhere else."
        ),
        (
            "At the old address “/_static/x.html” is a page or file that is not a document: it"
            " leads nowhere else."
        ),
    ]
    again = built.rebuild({"b.md": sources["b.md"] + "More.\n"})
    assert len(again.warnings) == len(said)
    assert redirects(again) == {"ok/index.html": "../a.html"}


def test_pages_come_and_go(build: Build) -> None:
    first = post("/old.html")
    built = build({"a.md": first, "b.md": "# B\n"}, ON)
    assert redirects(built) == {"old.html": "a.html"}
    # A document takes the place.
    built.rebuild({"old.md": "---\norphan: true\n---\n# Old\n"})
    assert "Old" in built.page("old.html").words
    assert redirects(built) == {}
    built.rebuild({"old.md": None})
    assert redirects(built) == {"old.html": "a.html"}
    # Another title, another place, no address.
    built.rebuild({"a.md": first.replace("# A", "# Another")})
    assert "Another" in built.page("old.html").words
    built.rebuild({"a.md": first.replace("/old.html", "/x/y/")})
    assert redirects(built) == {"x/y/index.html": "../../a.html"}
    assert not (built.outdir / "old.html").exists()
    built.rebuild({"a.md": None, "b.md": first})
    assert redirects(built) == {"old.html": "b.html"}


def test_a_file_of_the_projects_own_stays(build: Build) -> None:
    sources = {
        "a.md": post("/own.html", "/sub/"),
        "extra/own.html": "mine",
        "extra/_redirects": "/x /y",
    }
    conf = 'tripreport_redirects = ["_redirects"]\nhtml_extra_path = ["extra"]\n'
    built = build(sources, conf + 'exclude_patterns = ["extra"]\n')
    assert built.out("own.html") == "mine"
    assert built.out("_redirects") == "/x /y"
    assert redirects(built) == {"sub/index.html": "../a.html"}
    assert len(built.warnings) == 2


def test_what_cannot_be_written_is_said(build: Build) -> None:
    built = build({"a.md": post("/talks.json/", "/b/")}, ON)
    assert redirects(built) == {"b/index.html": "../a.html"}
    (said,) = built.warnings
    assert "“talks.json/index.html” cannot be written" in said


def test_files_are_found_again_after_the_memory_is_lost(build: Build) -> None:
    built = build({"a.md": post("/b/", "/c/")}, ON)
    for path in Path(built.app.doctreedir).glob("tripreport-*.json"):
        path.unlink()
    built.rebuild({"a.md": post("/b/")})
    assert redirects(built) == {"b/index.html": "../a.html"}


PAGES = 'tripreport_pages = ["talks", "events", "speakers"]\n'


def test_old_keys_lead_to_talks(build: Build, markup: Markup) -> None:
    talk = markup.talk("Wax", {"formerly": "bees, other-2020/hives", "key": "wax"})
    role = markup.role("talk", "meet/bees")
    sources = {markup.file("a"): markup.document("A", talk, f"See {role}.\n",
                                                 metadata={"event": "meet"})}  # fmt: skip
    built = build(sources)
    assert built.warnings == []
    page = built.page("a.html")
    for anchor in ("talk-wax", "talk-bees", "talk-hives", "talk-other-2020-hives"):
        assert page.by_id(anchor)
    assert page.main.links["Wax"] == "#talk-wax"
    talks = built.inventory()["trip:talk"]
    assert {name: address for name, (address, _text) in talks.items()} == dict.fromkeys(
        ("meet/wax", "meet/bees", "other-2020/hives"), "a.html#talk-wax"
    )
    built.rebuild({"conf.py": conf_of(built) + PAGES + ON})
    assert redirects(built) == {
        "trip/talks/meet/bees.html": "../../../trip/talks/meet/wax.html",
        "trip/talks/other-2020/hives.html": "../../../trip/talks/meet/wax.html",
    }


def test_old_keys_of_others_and_bad_ones(build: Build) -> None:
    sources = {
        "a.md": MYST.document(
            "A",
            MYST.talk("Bees", {"speakers": "Ann"}),
            MYST.talk("Wax", {"formerly": "bees", "speakers": "Bob"}),
            MYST.talk("Ants", {"formerly": "a/b/c"}),
            "{talk}`bees`\n",
            metadata={"event": "meet"},
        )
    }
    built = build(sources)
    (said,) = built.warnings
    assert "expected old keys such as" in said
    assert built.page("a.html").main.links["Bees"] == "#talk-bees"
    assert built.inventory()["trip:talk"]["meet/bees"][0] == "a.html#talk-bees"


def test_pages_of_the_last_release(build: Build) -> None:
    talk = {"speakers": "Ann Lee", "start": "2024-05-07 10:00"}
    first = MYST.document("A", MYST.talk("Bees", talk), metadata={"event": "meet"})
    conf = f'{PAGES}tripreport_previous = "last.json"\n'
    built = build({"a.md": first}, PAGES)
    release = built.out("talks.json")
    second = first.replace("Bees", "Wax").replace("event: meet", "event: meet-2024")
    built.rebuild({"a.md": second, "last.json": release, "conf.py": conf_of(built) + conf})
    assert built.warnings == []
    assert redirects(built) == {
        "trip/events/meet.html": "../../trip/events/meet-2024.html",
        "trip/talks/meet/bees.html": "../../../trip/talks/meet-2024/wax.html",
    }
    built.rebuild({"a.md": first.replace("Ann Lee", "Ann Day")})
    assert redirects(built)["trip/speakers/ann-lee.html"] == "../../trip/speakers/ann-day.html"
    built.rebuild({"last.json": "[]", "index.rst": "Home\n====\n\n.. toctree::\n\n   a\n"})
    (said,) = built.warnings
    assert "“last.json” cannot be read: expected the file talks.json" in said
    assert redirects(built) == {}
    built.rebuild({"last.json": None, "index.rst": "Home\n=====\n\n.. toctree::\n\n   a\n"})
    assert "No such file" in built.warnings[0]
