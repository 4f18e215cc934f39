"""Programmes in builds: named by events, filling what notes leave out, and never stale."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.tools.building import Build, Built
from tests.tools.markup import MYST, RST, Markup

SESSIONS: dict[str, Any] = {
    "title": "BeeConf 2024",
    "timezone": "Europe/Berlin",
    "sessions": [
        {
            "title": "Bees at work",
            "id": "BEE42X",
            "speakers": ["Ann Lee"],
            "room": "Red <b>Hall</b>",
            "start": "2024-05-07 10:00",
            "end": "2024-05-07 10:45",
            "video": "javascript:alert(1)",
            "url": "https://bees.example/talk/BEE42X",
        },
        {"title": "Counting ants with Rust", "id": "ANT", "speakers": ["Bob Ray"]},
    ],
}


def project(markup: Markup, programme: Any = SESSIONS) -> dict[str, str]:
    """An event with a programme, and two reports with other titles of one talk."""
    content = programme if isinstance(programme, str) else json.dumps(programme)
    event = markup.directive("event", "BeeConf", {"key": "con", "programme": "bees.json"})
    return {
        markup.file("event"): markup.document("Events", event),
        markup.file("a"): markup.document("A", markup.talk("Bees"), metadata={"event": "con"}),
        markup.file("b"): markup.document(
            "B", markup.talk("Bees at work!", {"room": "Green"}), metadata={"event": "con"}
        ),
        "bees.json": content,
    }


def pages(built: Built) -> dict[str, int]:
    """When documents, indices and the data file were written."""
    names = ("a.html", "b.html", "c.html", "event.html", "trip-talks.html", "talks.json")
    return {path: time for path, time in built.written().items() if path in names}


EXTENSIONS = 'extensions.append("myst_parser")\nsource_suffix[".md"] = "markdown"\n'
MARKUPS = pytest.mark.parametrize("markup", [RST, MYST], ids=["rst", "md"])


def talks(built: Built) -> list[tuple[str, str, int]]:
    return [
        (talk["title"], talk["session"] or "", len(talk["notes"]))
        for talk in json.loads(built.out("talks.json"))["talks"]
    ]


@MARKUPS
def test_one_talk_with_all_its_facts(build: Build, markup: Markup) -> None:
    built = build(project(markup), EXTENSIONS)
    assert talks(built) == [("Bees at work", "BEE42X", 2)]
    page = built.out("a.html")
    assert "Ann Lee" in page
    assert "10:00" in page
    assert "Red &lt;b&gt;Hall" not in page, "a note's room counts"
    assert "javascript:" not in page
    (warning,) = built.warnings
    assert warning == (
        f"{markup.file('b')}:{line_of(built, markup)}: WARNING: “Bees at work!” and the programme"
        " of “con” contradict each other: its room is “Green” here but “Red <b>Hall</b>” there."
        " What is written here counts. [tripreport.programme]"
    )
    data = json.loads(built.out("talks.json"))
    bees, ants = data["sessions"]
    assert (bees["talk"], bees["joined_by"], bees["start"]) == (
        "con/bees",
        "words",
        "2024-05-07T10:00:00+02:00",
    )
    assert (ants["talk"], ants["joined_by"]) == (None, None)
    assert (data["events"][0]["sessions"], data["events"][0]["noted"]) == (2, 1)
    assert data["events"][0]["timezone"] == "Europe/Berlin"


def line_of(built: Built, markup: Markup) -> int:
    text = (built.source / markup.file("b")).read_text(encoding="utf-8")
    return next(n for n, line in enumerate(text.splitlines(), 1) if "Bees at work!" in line)


@MARKUPS
def test_latex(build: Build, markup: Markup) -> None:
    built = build(project(markup), EXTENSIONS, builder="latex")
    (tex,) = built.outdir.glob("*.tex")
    assert "Ann Lee" in tex.read_text(encoding="utf-8")


def test_a_change_of_the_programme_changes_what_shows_it(build: Build) -> None:
    built = build({**project(MYST), "c.md": "# C\n\nWords.\n"}, EXTENSIONS)
    before = built.written()
    changed = json.loads(json.dumps(SESSIONS))
    changed["sessions"][0]["speakers"] = ["Cy Dow"]
    changed["sessions"][0]["title"] = "Bees at their work"
    built.rebuild({"bees.json": json.dumps(changed)})
    assert talks(built) == [("Bees at their work", "BEE42X", 2)]
    assert "Cy Dow" in built.out("a.html")
    assert "Ann Lee" not in built.out("trip-speakers.html")
    assert built.written()["c.html"] == before["c.html"]
    before = pages(built)
    built.rebuild()
    assert pages(built) == before


@pytest.mark.parametrize("named_by", ["directive", "data file"])
def test_a_file_that_is_missing_comes_and_goes(build: Build, named_by: str) -> None:
    sources = project(MYST)
    conf = EXTENSIONS
    if named_by == "data file":
        sources["event.md"] = "# Events\n"
        sources["data/events.yaml"] = "events:\n  con: {programme: ../bees.json}\n"
        conf += 'tripreport_data = ["data/events.yaml"]\n'
    if named_by == "directive":
        del sources["bees.json"]
    built = build(sources, conf)
    if named_by == "directive":
        assert "“programme” is “bees.json”" in built.warnings[0]
        built.rebuild({"bees.json": json.dumps(SESSIONS)})
    assert talks(built) == [("Bees at work", "BEE42X", 2)]
    built.rebuild({"bees.json": None})
    assert [title for title, _, _ in talks(built)] == ["Bees", "Bees at work!"]
    assert len(built.warnings) == 1
    assert "bees.json" in built.warnings[0]


def test_several_files_add_up_and_an_address_is_a_link(build: Build) -> None:
    sources = project(MYST)
    files = "bees.json, more.csv, https://bees.example/programme"
    sources["event.md"] = MYST.document("E", MYST.directive("event", "con", {"programme": files}))
    built = build({**sources, "more.csv": "title,id,level\nBees at work,BEE42X,deep\n"}, EXTENSIONS)
    assert json.loads(built.out("talks.json"))["talks"][0]["level"] == "deep"
    assert 'href="https://bees.example/programme"' in built.out("event.html")


def test_what_cannot_be_read_is_said_with_its_place(build: Build) -> None:
    built = build(project(MYST, '{"sessions": [\n{"title": "Bees at work"}'), EXTENSIONS)
    (warning,) = built.warnings
    said = "bees.json:2: WARNING: Not JSON: Expecting ',' delimiter (column 26)."
    assert warning == f"{said} [tripreport.programme]"
    assert len(talks(built)) == 2
    many = {"sessions": [{"title": ""}] * 30 + [{"title": "Bees at work", "id": "B"}]}
    built.rebuild({"bees.json": json.dumps(many)})
    assert len(built.warnings) == 21
    assert built.warnings[-1].startswith("bees.json:1: WARNING: … and 10 more of this file.")
    assert talks(built) == [("Bees at work", "B", 2)]


def test_times_without_a_zone_are_said_once(build: Build) -> None:
    sources = project(MYST, "title,start\nBees at work,2024-05-07 10:00\nAnts,2024-05-07 11:00\n")
    sources["bees.csv"] = sources.pop("bees.json")
    sources["event.md"] = sources["event.md"].replace("bees.json", "bees.csv")
    built = build(sources, EXTENSIONS)
    said = "bees.csv:1: the times of the programme have no time zone: “con” has none either;"
    assert built.said.count(said) == 1
    assert built.warnings == []
    event = {"key": "con", "programme": "bees.csv", "timezone": "America/Lima"}
    zoned = {"event.md": MYST.document("E", MYST.directive("event", "BeeConf", event))}
    built = build({**sources, **zoned}, EXTENSIONS, folder="zoned")
    assert built.said.count("no time zone: that of “con” is taken, America/Lima.") == 1
    starts = {talk["start"] for talk in json.loads(built.out("talks.json"))["talks"]}
    assert "2024-05-07T10:00:00-05:00" in starts
    built.rebuild({"a.md": "# A\n"})
    assert "no time zone" not in built.said
    with_zone = {**SESSIONS, "sessions": [{"title": "Bees at work", "id": "B"}]}
    files = event | {"programme": "bees.csv, bees.json", "timezone": ""}
    both = {"event.md": MYST.document("E", MYST.directive("event", "BeeConf", files))}
    built = build({**sources, **both, "bees.json": json.dumps(with_zone)}, EXTENSIONS, folder="two")
    assert built.said.count("that of “con” is taken, Europe/Berlin.") == 1


def test_workers_write_the_same(build: Build) -> None:
    sources = project(MYST) | {f"r{n}.md": f"# R{n}\n" for n in range(8)}
    one = build(sources, EXTENSIONS, folder="one")
    two = build(sources, EXTENSIONS, folder="two", parallel=2)
    assert one.out("talks.json") == two.out("talks.json")
    assert one.out("a.html") == two.out("a.html")


ARCHIVE_CONF = EXTENSIONS + 'tripreport_data = ["data.yaml"]\n'
MEETUP = """\
title: Python meetup Lima
timezone: America/Lima
sessions:
  - {title: Typing in small steps, speakers: Rosa Quispe, start: 2024-05-07 19:00, topics: typing}
  - {title: Lightning talks, start: 2024-05-07 20:00}
  - {title: Pizza break, kind: other}
"""


def test_data_alone_makes_a_site(build: Build) -> None:
    data = "events:\n  lima: {name: Lima, programme: lima.yaml, scope: all}\n"
    sources = {"data.yaml": data, "lima.yaml": MEETUP}
    sources["a.md"] = "# A\n\n{talk}`Typing in small steps`, {trip:speaker}`Rosa Quispe`\n"
    pages_of = 'tripreport_pages = ["events", "speakers", "talks"]\n'
    built = build(sources, ARCHIVE_CONF + pages_of)
    assert built.warnings == []
    page = "trip/talks/lima/typing-in-small-steps.html"
    assert built.page(page).main.words.startswith("Typing in small steps")
    assert f'href="{page}"' in built.out("a.html")
    assert "Lightning talks" in built.out("trip/events/lima.html")
    assert "sessions noted" not in built.out("trip/events/lima.html")
    assert "Typing in small steps" in built.out("trip/speakers/rosa-quispe.html")
    assert "lima/lightning-talks.html" in built.out("trip/talks/index.html")
    assert built.inventory()["trip:talk"].keys() == {
        "lima/typing-in-small-steps",
        "lima/lightning-talks",
    }
    (first, second) = json.loads(built.out("talks.json"))["talks"]
    assert (first["status"], first["notes"], second["topics"]) == (None, [], ["typing"])
    built.rebuild({"data.yaml": data.replace("all", "noted")})
    assert "lima" not in str(built.inventory().get("trip:talk", {}))
    assert not (built.outdir / page).exists()


@MARKUPS
def test_without_pages_a_talk_is_at_its_event(build: Build, markup: Markup) -> None:
    options = {"key": "lima", "programme": "lima.yaml", "scope": "all"}
    event = markup.directive("event", "Lima", options)
    role = markup.role("talk", "Lightning talks")
    sources = {
        markup.file("event"): markup.document("Events", event),
        markup.file("a"): markup.document("A", role),
        "lima.yaml": MEETUP,
    }
    built = build(sources, EXTENSIONS)
    assert built.warnings == []
    assert 'href="event.html#event-lima"' in built.out("a.html")
    assert built.inventory()["trip:talk"]["lima/lightning-talks"][0].startswith("event.html")
    assert "Lightning talks" in built.page("event.html").main.words
    latex = build(sources, EXTENSIONS, builder="latex", folder="latex")
    (tex,) = latex.outdir.glob("*.tex")
    assert tex.read_text(encoding="utf-8").count("Typing in small steps") > 1


def test_a_scope_that_does_not_exist(build: Build) -> None:
    event = MYST.directive("event", "Lima", {"programme": "lima.yaml", "scope": "everything"})
    built = build({"a.md": MYST.document("A", event), "lima.yaml": MEETUP}, EXTENSIONS)
    (warning,) = built.warnings
    assert "“scope” is “everything”: expected one of noted, all" in warning


@MARKUPS
def test_a_report_names_the_programme_of_its_event(build: Build, markup: Markup) -> None:
    named = {"event": "Bee Conf", "programme": "../bees.json"}
    sources = {
        markup.file("posts/a"): markup.document("A", markup.talk("Bees"), metadata=named),
        markup.file("b"): markup.document("B", markup.talk("Ants"), metadata={"event": "Bee Conf"}),
        "bees.json": json.dumps(SESSIONS),
    }
    built = build(sources, EXTENSIONS)
    assert built.warnings == []
    joined = [("Counting ants with Rust", "ANT", 1), ("Bees at work", "BEE42X", 1)]
    assert talks(built) == joined
    described = markup.directive("event", "Bee Conf", {"key": "bees"})
    built.rebuild({markup.file("event"): markup.document("Events", described)})
    assert talks(built) == joined
    built.rebuild({"bees.json": None})
    warning, *_toctree = built.warnings
    assert warning.startswith(f"posts/{markup.file('a')}:")
    assert "The metadata field “programme” is “../bees.json”" in warning
    assert [title for title, _, _ in talks(built)] == ["Ants", "Bees"]
    built.rebuild({"bees.json": json.dumps(SESSIONS)})
    assert talks(built) == joined


def test_reports_that_name_several_programmes(build: Build) -> None:
    files = "[bees.json, https://bees.example/programme, more.csv]"
    front = f"---\nevent: con\nprogramme: {files}\n---\n# C\n"
    sources = project(MYST) | {
        "c.md": front,
        "more.csv": "title,id,level\nBees at work,BEE42X,deep\n",
    }
    sources["talk.md"] = "---\nevent: con\ntalk: true\nprogramme: ANT\n---\n# My talk\n"
    sources["d.md"] = "---\nevent: con\nprogramme: {a: b}\n---\n# D\n"
    sources["plain.md"] = "---\nprogramme: nothing.json\n---\n# No report\n"
    built = build(sources, EXTENSIONS)
    assert talks(built)[1:] == [("Counting ants with Rust", "ANT", 1)]
    (said, _contradiction) = sorted(built.warnings, reverse=True)
    assert "The metadata field “programme” is a mapping: expected text or a list." in said
    assert len(json.loads(built.out("talks.json"))["sessions"]) == 2


@pytest.mark.parametrize(("count", "is_whole"), [(200, True), (201, False)])
def test_pages_of_events_have_whole_programmes_that_are_not_long(
    build: Build, count: int, is_whole: bool
) -> None:
    rows = [f"Session {number},S{number},2024-05-07 10:00" for number in range(count)]
    sources = project(MYST, "\n".join(("title,id,start", *rows)))
    sources["bees.csv"] = sources.pop("bees.json")
    sources["event.md"] = sources["event.md"].replace("bees.json", "bees.csv")
    sources["a.md"] = MYST.document("A", MYST.talk("Session 7"), metadata={"event": "con"})
    sources["b.md"] = "# B\n"
    built = build(sources, EXTENSIONS + 'tripreport_pages = ["events"]\n')
    assert built.warnings == []
    page = built.page("trip/events/con-2.html").main.words
    assert "Session 7" in page
    assert ("Session 8" in page) is is_whole


@MARKUPS
def test_an_explaining_build_names_the_nearest_sessions(build: Build, markup: Markup) -> None:
    sources = project(markup)
    talks = "\n\n".join((markup.talk("Ants and Go"), markup.talk("Moths", {"programme": "none"})))
    sources[markup.file("c")] = markup.document("C", talks, metadata={"event": "con"})
    built = build(sources, EXTENSIONS, tags=("tripreport-explain",))
    said = built.said
    assert "programme of “con”: 2 sessions found for 3 notes (1 by title, 1 by words)" in said
    assert "“Ants and Go” has no session; the nearest, with scores: “Counting ants" in said
    assert "Moths” has no session" not in said
    built.rebuild(tags=())
    assert "has no session" not in built.said
