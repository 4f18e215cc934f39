"""Speakers and events in YAML files of the project."""

from __future__ import annotations

import pytest

from tests.tools.building import Build, Built
from tests.tools.markup import MYST, Markup

CONF = "tripreport_data = ['data/people.yaml', 'events.yaml']"
PEOPLE = """\
speakers:
  ann-lee:
    name: Ann Lee
    affiliation: Bees, Inc.
    github: annlee
    aliases: [annlee, 李安]
    photo: ann.png
    links:
      Blog: https://blog.example
  Bob Ng:
    sort: Bob
"""
EVENTS = """\
events:
  con-2020:
    name: Con 2020
    start: 2020-07-23
    end: 2020-07-26
    place: Rimini
    timezone: Europe/Rome
    url: https://con.example
"""


def project(markup: Markup) -> dict[str, str]:
    """A report, a page of descriptions, pages that name things, and the data files."""
    return {
        markup.file("a"): markup.document(
            "Trip",
            markup.talk("T", {"speakers": "annlee", "day": "2", "start": "09:00"}),
            metadata={"event": "con-2020"},
        ),
        markup.file("people"): markup.document(
            "People", markup.directive("speaker", "Ann Lee"), markup.directive("event", "Con 2020")
        ),
        markup.file("names"): markup.document("Names", f"Who is {markup.role('speaker', '李安')}?"),
        markup.file("other"): markup.document("Other", markup.talk("U", {"speakers": "Cat"})),
        "data/people.yaml": PEOPLE,
        "data/ann.png": "not really a picture",
        "events.yaml": EVENTS,
    }


def test_what_the_files_say_is_known(build: Build, markup: Markup) -> None:
    built = build(project(markup), CONF)
    assert built.warnings == []
    page = built.page("people.html")
    ann = page.by_id("speaker-ann-lee")
    assert ann.by_class("trip-facts")[0].words == "Bees, Inc. · also known as annlee and 李安"
    assert ann.links["GitHub"] == "https://github.com/annlee"
    assert ann.links["Blog"] == "https://blog.example"
    (picture,) = ann.by_tag("img")
    assert (built.outdir / picture.attributes["src"]).read_text() == "not really a picture"
    con = page.by_id("event-con-2020")
    assert con.by_class("trip-facts")[0].words == "23–26 July 2020 · Rimini"
    assert built.page("a.html").by_id("talk-t").words == ("T Ann Lee · 24 July 2020, 09:00 Text.")
    assert built.page("names.html").links["Ann Lee"] == "people.html#speaker-ann-lee"
    data = built.talks_json()
    assert [speaker["name"] for speaker in data["speakers"]] == ["Ann Lee", "Bob Ng", "Cat"]
    (talk,) = (talk for talk in data["talks"] if talk["title"] == "T")
    assert talk["start"] == "2020-07-24T09:00:00+02:00"


@pytest.mark.parametrize(
    ("text", "line", "subtype", "words"),
    [
        ("speakers: [\n", 2, "data", ("Not YAML",)),
        ("- Ann\n", 1, "data", ("a list", "mapping")),
        ("people:\n  ann: {}\n", 1, "data", ("“people”", "speakers, authors, events or")),
        ("speaker:\n  ann: {}\n", 1, "data", ("Did you mean “speakers”?",)),
        ("speakers: Ann\n", 1, "data", ("“speakers”", "mapping")),
        ("speakers:\n  ann: Ann Lee\n", 2, "data", ("“ann”", "mapping")),
        ("speakers:\n  ann:\n    sort: x\n    colour: red\n", 4, "data", ("“colour”",)),
        ("speakers:\n  ann:\n    github: 'javascript:x'\n", 3, "value", ("github",)),
        ("events:\n  con:\n    start: soon\n", 3, "value", ("“soon”",)),
        ("events:\n  con:\n    start: 2020-02-02\n    end: 2020-02-01\n", 2, "order", ("con",)),
        ("events:\n  con:\n    timezone: Europe/Berln\n", 3, "value", ("Europe/Berlin",)),
    ],
)
def test_what_is_wrong_in_a_file(
    build: Build, text: str, line: int, subtype: str, words: tuple[str, ...]
) -> None:
    sources = {"a.md": MYST.document("Trip", MYST.talk("T", {"speakers": "Ann"})), "x.yaml": text}
    built = build(sources, "tripreport_data = ['x.yaml']")
    (warning,) = built.warnings
    assert warning.startswith(f"x.yaml:{line}: WARNING: "), warning
    assert warning.endswith(f"[tripreport.{subtype}]")
    for word in words:
        assert word in warning
    assert "Text." in built.page("a.html").main.words
    assert "t" in built.inventory()["trip:talk"]


def test_a_file_that_is_missing(build: Build, markup: Markup) -> None:
    built = build({markup.file("a"): markup.document("Trip")}, "tripreport_data = ['gone.yaml']")
    (warning,) = built.warnings
    assert warning.startswith("gone.yaml")
    assert warning.endswith("[tripreport.data]")


def test_a_file_that_is_no_text(build: Build, markup: Markup) -> None:
    built = build(
        {markup.file("a"): markup.document("Trip"), "x.yaml": b"speakers: \xff\xfe"},
        "tripreport_data = ['x.yaml']",
    )
    (warning,) = built.warnings
    assert "UTF-8" in warning
    assert warning.endswith("[tripreport.data]")


def changed(built: Built, sources: dict[str, str | bytes | None]) -> set[str]:
    """The pages of documents that a change writes again."""
    before = built.written()
    built.rebuild(sources)
    after = built.written()
    # Sphinx itself always writes the page whose toctree has a changed page.
    names = ("a", "people", "names", "other")
    return {name for name in names if before[f"{name}.html"] != after[f"{name}.html"]}


def test_a_change_writes_exactly_the_pages_it_changes(build: Build, markup: Markup) -> None:
    built = build(project(markup), CONF)
    assert changed(built, {}) == set()
    assert changed(built, {"data/people.yaml": PEOPLE + "# a comment\n"}) == set()
    assert changed(built, {"data/people.yaml": PEOPLE.replace("Bees, Inc.", "Wasps")}) == {"people"}
    assert "Wasps" in built.page("people.html").words
    # A report tells search engines where its event was.
    assert changed(built, {"events.yaml": EVENTS.replace("Rimini", "Rome")}) == {"a", "people"}
    assert changed(built, {"events.yaml": EVENTS.replace("-07-23", "-07-22")}) == {"a", "people"}
    assert "23 July 2020, 09:00" in built.page("a.html").words
    assert built.warnings == []


def test_a_change_of_a_name_reaches_every_page_that_shows_it(build: Build, markup: Markup) -> None:
    sources = project(markup)
    sources[markup.file("people")] = markup.document("People")
    built = build(sources, CONF)
    assert changed(built, {"data/people.yaml": PEOPLE.replace("Ann Lee", "Ann Li")}) == {
        "a",
        "names",
    }
    assert built.page("names.html").links["Ann Li"] == "trip-speakers.html#speaker-ann-li"


def test_a_file_that_goes_and_comes_back(build: Build, markup: Markup) -> None:
    built = build(project(markup), CONF)
    before = {name: built.out(f"{name}.html") for name in ("a", "people", "names", "other")}
    built.rebuild({"events.yaml": None})
    (warning,) = built.warnings
    assert "[tripreport.data]" in warning
    assert "Day 2, 09:00" in built.page("a.html").words
    built.rebuild({"events.yaml": EVENTS})
    assert built.warnings == []
    assert {name: built.out(f"{name}.html") for name in before} == before
