"""Other sites: what they say is shown beside the project's own, marked, and never in its files."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from tests.tools.building import Build, Built

ANN = {
    "day-1.md": """\
---
title: "Ann's day"
event: europython-2020
date: 2020-07-24
author: Ann Author
---

# Ann's day

## Docker and Python

```{talk}
:speakers: Tania Allard
:start: 2020-07-23 09:00
:rating: 5
:topics: Docker
```

What Ann heard.

## Type Hints

```{talk}
:speakers: Robert Ray
:topics: Typing
```

Only Ann was there.
""",
    "data.yaml": "events:\n  europython-2020:\n    name: EuroPython 2020\n    place: online\n"
    "speakers:\n  Robert Ray:\n    aliases: Bob Ray\n    affiliation: Ray Inc.\n",
}
BOB = {
    "days.rst": """\
:event: europython-2020
:date: 2020-07-25
:author: Bob Builder

Bob's days
==========

Docker and Python
-----------------

.. talk::
   :speakers: Tania Allard
   :rating: 3

What Bob heard.

Testing
-------

.. talk::
   :speakers: Bob Ray
   :topics: Typing, Tests

Only Bob was there. See :talk:`type-hints`.
""",
}
LISTS = """\
Lists
=====

.. talklist::
   :layout: table
   :columns: title, speakers, site

.. talklist::
   :group-by: site

.. talklist::
   :site: ann

.. talklist::
   :site: this

.. reportlist::
   :site: !this
   :layout: posts

.. speakerlist::
   :site: bob

.. eventlist::
   :site: ann
"""
PAGES = 'tripreport_pages = ["talks", "speakers", "events", "topics", "archive"]\n'
CONF = 'tripreport_data = ["data.yaml"]\nproject = "Ann’s notes"\n'


def _file(project: Built) -> Path:
    """A copy of what a project wrote for others."""
    return Path(shutil.copy(project.outdir / "talks.json", project.folder.with_suffix(".json")))


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    """Two projects that list each other, and a third that lists both."""
    folder = tmp_path_factory.mktemp("sites")
    ann = Built(folder / "ann", ANN, CONF)
    ann_pair = f'"ann": ("https://ann.example/notes/", "{_file(ann)}")'
    own = 'project = "Bob & <friends>"\n'
    bob = Built(folder / "bob", BOB, f"{own}tripreport_sites = {{{ann_pair}}}\n{PAGES}")
    bob_pair = f'"bob": ("https://bob.example", "{_file(bob)}")'
    conf = (ann.source / "conf.py").read_text(encoding="utf-8")
    ann.rebuild({"conf.py": f"{conf}tripreport_sites = {{{bob_pair}}}\n{PAGES}"})
    both = f"tripreport_sites = {{{ann_pair}, {bob_pair}}}\n{PAGES}"
    return {"ann": ann, "bob": bob, "hub": Built(folder / "hub", {"lists.rst": LISTS}, both)}


def test_projects_that_list_each_other_warn_of_nothing(sites: dict[str, Built]) -> None:
    assert [built.warnings for built in sites.values()] == [[], [], []]


def test_what_others_noted_is_listed_and_marked(sites: dict[str, Built]) -> None:
    page = sites["hub"].page("lists.html")
    html = sites["hub"].out("lists.html")
    assert 'href="https://ann.example/notes/day-1.html#talk-docker-and-python"' in html
    assert 'href="https://bob.example/days.html#talk-docker-and-python"' in html
    text = page.words
    assert "Docker and Python at Ann’s notes" in text
    assert "Type Hints at Ann’s notes" in text
    # The project's name is shown as it is.
    assert "Bob’s days at Bob & <friends>" in text
    assert "<friends>" not in html
    # Of what only other sites noted, nothing is ours.
    assert "No talks here." in text


def test_a_filter_asks_for_the_notes_of_a_site(sites: dict[str, Built]) -> None:
    lists = sites["hub"].out("lists.html").split('<div class="trip-listing')
    by_site, at_ann = lists[2], lists[3]
    assert "bob.example" not in at_ann
    assert at_ann.count("https://ann.example/notes/day-1.html#talk-") == 2
    # The heading says whose they are.
    assert by_site.count("https://bob.example/days.html#talk-") == 2
    assert "trip-site" not in by_site


def test_pages_show_what_others_noted(sites: dict[str, Built]) -> None:
    hub = sites["hub"]
    for page in ("speakers/robert-ray", "topics/typing", "events/europython-2020"):
        text = hub.page(f"trip/{page}.html").words
        assert "Type Hints at Ann’s notes" in text
        assert "Testing at Bob & <friends>" in text
    assert "Ann’s day at Ann’s notes" in hub.page("trip/archive.html").words
    # The pages of talks are where these are noted.
    assert not (hub.outdir / "trip/talks/europython-2020").exists()


def test_a_talk_of_both_leads_to_the_other_note(sites: dict[str, Built]) -> None:
    bob = sites["bob"]
    assert "Also noted in Ann’s day at Ann’s notes (Ann Author)" in bob.page("days.html").words
    text = bob.page("trip/talks/europython-2020/docker-and-python.html").words
    assert "What Bob heard." in text
    assert "In the report at Ann’s notes" in text
    assert "What Ann heard." in text
    # A person is ours, however another site calls them.
    assert "Type Hints" in bob.page("trip/speakers/bob-ray.html").words


def test_roles_lead_to_other_sites(sites: dict[str, Built]) -> None:
    address = "https://ann.example/notes/day-1.html#talk-type-hints"
    assert sites["bob"].page("days.html").links["Type Hints"] == address


def test_files_for_others_do_not_repeat_them(sites: dict[str, Built]) -> None:
    bob = sites["bob"].talks_json()
    assert [talk["name"] for talk in bob["talks"]] == [
        "europython-2020/docker-and-python",
        "europython-2020/testing",
    ]
    assert [report["docname"] for report in bob["reports"]] == ["days"]
    assert [len(talk["notes"]) for talk in bob["talks"]] == [1, 1]
    assert bob["events"][0]["name"] == "europython-2020"
    assert sorted(sites["bob"].inventory()["trip:talk"]) == [talk["name"] for talk in bob["talks"]]
    hub = sites["hub"]
    assert not any(hub.talks_json()[kind] for kind in ("talks", "speakers", "events", "reports"))
    assert not any(kind.startswith("trip:") for kind in hub.inventory())


@pytest.mark.parametrize("builder", ["latex", "text", "epub", "singlehtml", "texinfo", "man"])
def test_other_builders_show_them_too(build: Build, sites: dict[str, Built], builder: str) -> None:
    both = sites["hub"].app.config.tripreport_sites
    conf = f"tripreport_sites = {both!r}\n{PAGES}"
    hub = build({"lists.rst": LISTS}, conf, builder=builder)
    assert hub.warnings == []
    found = {"latex": "trips.tex", "text": "lists.txt", "epub": "lists.xhtml",
             "singlehtml": "index.html", "texinfo": "trips.texi", "man": "trips.1"}  # fmt: skip
    text = hub.out(found[builder])
    assert "Type Hints" in text
    assert "at Ann" in text
    # Of people, no link leads elsewhere: it would seem that they are from there.
    assert "Robert Ray at" not in re.sub(r"<[^>]*>|[{}]", "", text)
    if builder == "latex":
        assert r"\sphinxhref{https://ann.example/notes/day-1.html\#talk-type-hints}" in text


def test_index_pages_lead_to_other_sites(build: Build, sites: dict[str, Built]) -> None:
    _url, file = sites["hub"].app.config.tripreport_sites["ann"]
    conf = f'tripreport_sites = {{"ann": ("https://ann.example/", "{file}")}}\n'
    built = build({"lists.rst": LISTS.replace("site: bob", "site: ann")}, conf)
    assert built.warnings == []
    page = built.page("trip-talks.html")
    assert page.links["Type Hints"] == "https://ann.example/day-1.html#talk-type-hints"
    assert "Type Hints at Ann’s notes" in page.words
    assert "Ann’s day at Ann’s notes" in built.page("trip-events.html").words
    links = built.page("lists.html").links
    assert links["Robert Ray"] == "trip-speakers.html#speaker-robert-ray"


HOSTILE = {
    "version": 7,
    "project": "<script>alert(1)</script>",
    "events": [{"key": "con", "name": "<b>Ours</b>", "place": "Theirs"}],
    "speakers": [
        {"key": "x", "name": "<img src=x onerror=alert(1)>", "aliases": ["Ada Lovelace"]},
        {"key": "y", "name": "Ada Lovelace", "links": {"homepage": "javascript:alert(1)"}},
        {"key": "z", "name": "<u>New</u>", "affiliation": "`|x| <i>"},
    ],
    "talks": [
        {"key": "ours", "event": "con", "title": "<script>alert(2)</script>", "speakers": ["z"],
         "links": {"<b>": "https://a.example/?a=1&b=<c>", "video": "javascript:alert(1)"},
         "topics": ["<i>t</i>"],
         "notes": [{"docname": "../../x\"><script>", "anchor": "\"><b>", "authors": ["<s>Eve</s>"],
                    "report": "<h1>R</h1>", "excerpt": "<p>E</p>"},
                   {"address": "javascript:alert(1)"}]},
        {"key": "ours", "event": "con", "title": "Ours", "speakers": ["y"],
         "notes": [{"docname": "d", "anchor": "a", "rating": 1e999}]},
    ],
    "reports": 3,
}  # fmt: skip


def test_nothing_of_a_hostile_site_does_harm(build: Build) -> None:
    own = ":event: con\n\nDay\n===\n\nOurs\n----\n\n.. talk::\n   :speakers: Ada Lovelace\n"
    lists = LISTS.replace("ann", "eve").replace("bob", "eve")
    conf = f'tripreport_sites = {{"eve": ("https://eve.example", "eve.json")}}\n{PAGES}'
    sources = {"day.rst": own, "lists.rst": lists, "eve.json": json.dumps(HOSTILE)}
    built = build(sources, conf)
    assert [line.partition("“eve” ")[2] for line in built.warnings] == [
        "is of version 7: expected 2 at most; what is known of it is shown. [tripreport.site]",
        "has 3 links that are no addresses of the web: they are left out. [tripreport.site]",
    ]
    pages = list(built.outdir.rglob("*.html"))
    for page in pages:
        text = page.read_text(encoding="utf-8")
        for part in ("<script>alert", "<img src=x", "onerror=alert(1)>", "<b>", "<u>", "<s>",
                     "<h1>R", "<p>E", "<i>", "javascript:alert"):  # fmt: skip
            assert part not in text, page
    assert (
        "<script>alert(2)</script> at <script>alert(1)</script>" in built.page("lists.html").words
    )
    day = built.page("day.html").words
    assert "Also noted in Ours at <script>alert(1)</script>" in day
    assert "Theirs" not in json.dumps(built.talks_json())
    assert sorted(built.inventory()["trip:talk"]) == ["con/ours"]
    assert built.inventory()["trip:speaker"]["ada-lovelace"][1] == "Ada Lovelace"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("{", "is not JSON: Expecting property name"),
        ("[1]", "is no talks.json: expected a file that this extension wrote"),
        ('{"version": 2, "talks": {"a": 1}}', "is no talks.json"),
    ],
)
def test_a_broken_file_is_said_once_in_each_build(build: Build, content: str, reason: str) -> None:
    conf = 'tripreport_sites = {"eve": ("https://eve.example", "eve.json")}\n'
    sources = {"lists.rst": "Lists\n=====\n\n.. talklist::\n", "eve.json": content}
    built = build(sources, conf)
    for _again in range(2):
        [warning] = built.warnings
        assert f"The talks.json of the site “eve” {reason}" in warning
        assert "[tripreport.site]" in warning
        assert "No talks here." in built.page("lists.html").words
        built.rebuild()


def test_what_is_no_site_is_said(build: Build) -> None:
    conf = """tripreport_sites = {
        "this": "https://a.example", "b": "javascript:x", "c": 3, "": "https://d.example",
        "e": ("a", "b", "c"),
    }\n"""
    built = build({"lists.rst": "Lists\n=====\n\n.. talklist::\n   :site: b\n"}, conf)
    assert len(built.warnings) == 6
    assert "“tripreport_sites” has “this”: expected a name other than “this”" in built.warnings[0]
    assert "“tripreport_sites” has “b”: expected an address such as https://" in built.warnings[1]
    assert "No site is “b”: nothing is listed for it." in built.warnings[5]


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, *args: Any) -> None:
        pass


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address of a server of a folder."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=folder))
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _age(built: Built, seconds: float = 2 * 24 * 3600) -> None:
    """Make what is kept of sites older."""
    for path in Path(built.app.doctreedir).glob("tripreport-site-*"):
        then = path.stat().st_mtime - seconds
        os.utime(path, (then, then))


def test_a_site_is_asked_and_what_it_said_is_kept(build: Build, sites: dict[str, Built]) -> None:
    lists = "Lists\n=====\n\n.. talklist::\n"
    folder = _file(sites["ann"]).parent / "served"
    folder.mkdir()
    shutil.copy(sites["ann"].outdir / "talks.json", folder)
    with serving(folder) as address:
        conf = f'tripreport_sites = {{"ann": ("{address}", "no/file.json")}}\n'
        built = build({"lists.rst": lists}, conf)
        assert built.warnings == []
        links = built.page("lists.html").links
        assert links["Type Hints"] == f"{address}day-1.html#talk-type-hints"
        before = built.written()
        # Within a day, nobody is asked.
        (folder / "talks.json").write_text('{"version": 2, "talks": []}')
        assert built.rebuild().written()["lists.html"] == before["lists.html"]
        _age(built)
        assert "No talks here." in built.rebuild().page("lists.html").words
        shutil.copy(sites["ann"].outdir / "talks.json", folder)
        _age(built)
        online = built.rebuild().out("lists.html")
    _age(built)
    # The site does not answer: what it said last is shown.
    offline = built.rebuild({"new.rst": "New\n===\n"})
    [warning] = [line for line in offline.warnings if "tripreport.site" in line]
    assert f"The site “ann” does not answer at {address}talks.json: " in warning
    assert "What it said on 2" in warning
    assert offline.rebuild({"new.rst": None}).out("lists.html") == online


def test_a_site_that_never_answered_stops_nothing(build: Build, tmp_path: Path) -> None:
    (tmp_path / "served").mkdir()
    with serving(tmp_path / "served") as address:
        (tmp_path / "served" / "talks.json").write_text("<html>Not found</html>")
        conf = (
            f'tripreport_sites = {{"a": "{address}", "b": "{address}nothing/",'
            ' "c": "http://example.org"}\n'
        )
        built = build({"lists.rst": "Lists\n=====\n\n.. talklist::\n"}, conf)
    said = [line.partition("does not answer at ")[2] for line in built.warnings]
    assert said[0] == (
        f"{address}talks.json: what is there is no talks.json. Nothing of it is shown."
        " [tripreport.site]"
    )
    assert "HTTP Error 404" in said[1]
    assert "does not begin with https://" in said[2]
    assert len(said) == 3
    assert "No talks here." in built.page("lists.html").words


def test_a_changed_file_rewrites_what_shows_it_alone(build: Build, sites: dict[str, Built]) -> None:
    text = (sites["ann"].outdir / "talks.json").read_text(encoding="utf-8")
    sources = {
        "lists.rst": "Lists\n=====\n\n.. talklist::\n",
        "other.rst": "Other\n=====\n\n.. talk:: Mine\n",
        "ann.json": text,
    }
    conf = 'tripreport_sites = {"ann": ("https://ann.example", "ann.json")}\n'
    built = build(sources, conf)
    before = built.written()
    built.rebuild({"ann.json": text.replace('"title": "Type Hints"', '"title": "Types"')})
    after = built.written()
    assert "Types at Ann’s notes" in built.page("lists.html").words
    assert after["lists.html"] > before["lists.html"]
    assert after["other.html"] == before["other.html"]
    assert after["talks.json"] == before["talks.json"]
    built.rebuild({"conf.py": (built.source / "conf.py").read_text().replace(conf, "")})
    assert "Types" not in built.page("lists.html").words


def test_a_programme_has_other_speakers_than_the_site(build: Build, tmp_path: Path) -> None:
    """The site noted the talk, so pages name its speaker; our file has that of the programme."""
    talk = {
        "key": "docker", "event": "con", "title": "Docker", "speakers": ["tania"],
        "notes": [{"docname": "x", "anchor": "y", "report": "X", "date": None, "authors": []}],
    }  # fmt: skip
    people = [{"key": "tania", "name": "Tania Allard"}]
    events = [{"key": "con", "name": "Con"}]
    site = {"version": 2, "project": "Ann", "events": events, "speakers": people, "talks": [talk]}
    (tmp_path / "ann.json").write_text(json.dumps(site), encoding="utf-8")
    programme = {"sessions": [{"id": "1", "title": "Docker", "speakers": ["Bob Ray"]}]}
    listed = f'tripreport_sites = {{"ann": ("https://ann.example", "{tmp_path / "ann.json"}")}}\n'
    built = build(
        {
            "a.md": "---\nevent: con\n---\n\n# A\n\nText.\n",
            "data.yaml": "events:\n  con: {scope: all, programme: con.json}\n",
            "con.json": json.dumps(programme),
        },
        f'{listed}{PAGES}tripreport_data = ["data.yaml"]\n',
    )
    assert built.warnings == []
    (bob,) = built.talks_json()["speakers"]
    assert (bob["name"], bob["address"]) == ("Bob Ray", None)


def make_archive(folder: Path) -> Built:
    """A site that has a programme, and notes on none of its talks."""
    programme = {"sessions": [{"id": "1", "title": "Docker"}, {"id": "2", "title": "Types"}]}
    return Built(
        folder,
        {
            "index.md": "# An archive\n",
            "data.yaml": "events:\n  harbour: {scope: all, programme: list.json}\n",
            "list.json": json.dumps(programme),
        },
        f'project = "The archive"\ntripreport_data = ["data.yaml"]\n{PAGES}',
    )


def test_a_site_below_another_is_named(
    build: Build, sites: dict[str, Built], tmp_path: Path
) -> None:
    archive = _file(make_archive(tmp_path / "archive"))
    pairs = (
        f'"ann": ("https://s.example/", "{_file(sites["ann"])}"),'
        f' "archive": ("https://s.example/archive/", "{archive}")'
    )
    built = build({"a.md": "# A\n\n```{talklist}\n```\n"}, f"tripreport_sites = {{{pairs}}}\n")
    assert built.warnings == []
    assert "Types at The archive" in built.page("a.html").words
    assert "Type Hints at Ann’s notes" in built.page("a.html").words


def test_talks_of_an_archive_lead_to_its_pages(build: Build, tmp_path: Path) -> None:
    archive = make_archive(tmp_path / "archive")
    report = "---\nevent: harbour\ndate: 2020-07-24\n---\n\n# A day\n\n```{talk} Docker\n```\n\n"
    lists = "```{talklist}\n:columns: title, notes\n:layout: table\n```\n\n```{reportlist}\n```\n"
    listed = f'tripreport_sites = {{"archive": ("https://archive.example/", "{_file(archive)}")}}\n'
    built = build({"a.md": report + lists}, listed + PAGES)
    assert built.warnings == []
    page, html = built.page("a.html"), built.out("a.html")
    assert "Also noted in Docker at The archive" in page.words
    assert "Types at The archive" in page.words
    assert 'href="https://archive.example/trip/talks/harbour/types.html"' in html
    assert "Types at The archive" in built.page("trip/events/harbour.html").words
    # It is no report, and nothing of it is ours.
    assert [report["docname"] for report in built.talks_json()["reports"]] == ["a"]
    assert [talk["title"] for talk in built.talks_json()["talks"]] == ["Docker"]
    assert page.words.count("The archive") == html.count("The archive")


def test_there_are_no_feeds_of_what_only_others_write_on(
    build: Build, sites: dict[str, Built]
) -> None:
    ann = f'tripreport_sites = {{"ann": ("https://ann.example/notes/", "{_file(sites["ann"])}")}}\n'
    atom = 'html_baseurl = "https://bob.example/"\ntripreport_exports = ["atom"]\n'
    authors = ("ann-author", "bob-builder")
    lists = [f".. reportlist::\n   :author: {author}\n   :feed:\n" for author in authors]
    event = ".. event:: Empty\n"
    sources = {**BOB, "lists.rst": "\n".join(["L\n=\n", *lists, event])}
    built = build(sources, ann + atom + PAGES.replace('["', '["authors", "'))
    assert built.warnings == []
    folder = built.outdir / "feeds"
    assert {path.relative_to(folder).as_posix() for path in folder.rglob("*.xml")} == {
        "authors/bob-builder.xml", "events/empty.xml", "events/europython-2020.xml", "reports.xml",
        "speakers/bob-ray.xml", "speakers/tania-allard.xml", "talks.xml", "topics/tests.xml",
        "topics/typing.xml",
    }  # fmt: skip
    page = built.out("lists.html")
    assert "feeds/authors/bob-builder.xml" in page
    assert "feeds/authors/ann-author.xml" not in page
    assert "feeds/authors" not in built.out("trip/authors/ann-author.html")
