"""``tripreport export``: the same files as a build writes, from its ``talks.json``."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from sphinxcontrib_tripreport.commands import main
from sphinxcontrib_tripreport.core.exports.read_back import read_talks
from tests.tools.building import Build, Built
from tests.tools.feeds import check_feed
from tests.tools.markup import MYST

CONF = """
extensions.append("myst_parser")
source_suffix[".md"] = "markdown"
html_baseurl = "https://s.example/notes/"
tripreport_exports = ["atom", "icalendar", "bibtex", "csl", "csv", "text"]
"""


@pytest.fixture
def built(build: Build) -> Built:
    event = {
        "key": "con",
        "start": "2024-05-07",
        "end": "2024-05-08",
        "place": "Ghent",
        "series": "Con",
        "timezone": "Europe/Brussels",
    }
    bees = {
        "speakers": "Ann Lee; Bob",
        "start": "2024-05-07 10:00",
        "duration": "30",
        "rating": "4",
        "topics": "web",
        "video": "https://v.example/1",
        "room": "Red",
    }
    ants = {"status": "missed", "kind": "lightning", "day": "2024-05-08", "formerly": "emmets"}
    facts = {"event": "con", "date": "2024-05-20", "author": "Eve"}
    talks = MYST.talk("Bees", bees, "All of it.\n") + MYST.talk("Ants", ants, "Nothing.\n")
    return build(
        {
            "event.md": MYST.document("Event", MYST.directive("event", "Con", event)),
            "a.md": MYST.document("A", talks, metadata=facts),
            "b.md": MYST.document("B", MYST.talk("Bees", {}, "Also.\n"), metadata=facts),
        },
        CONF,
    )  # fmt: skip


def export(path: Path, to: str, capsysbinary: pytest.CaptureFixture[bytes]) -> bytes:
    assert main(["export", str(path), "--to", to]) == 0
    return capsysbinary.readouterr().out


def test_the_same_as_a_build(built: Built, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    path = built.outdir / "talks.json"
    for to, name in (
        ("csv", "talks.csv"),
        ("bibtex", "citations/talks.bib"),
        ("csl", "citations/talks.json"),
    ):
        assert export(path, to, capsysbinary) == (built.outdir / name).read_bytes()
    calendar = export(path, "ics", capsysbinary).decode()
    for name in ("events", "events/con-2"):
        for line in built.out(f"calendars/{name}.ics").splitlines():
            assert line.startswith(("NAME", "X-WR-CALNAME")) or line in calendar
    assert "UID:notes/con/emmets@s.example" in calendar
    feed = export(path, "atom", capsysbinary).decode()
    check_feed(feed)
    of_build = check_feed(built.out("feeds/reports.xml"))
    ids = [each.text for each in check_feed(feed).iter("{http://www.w3.org/2005/Atom}id")]
    assert ids == [each.text for each in of_build.iter("{http://www.w3.org/2005/Atom}id")]


def test_talks_that_nobody_noted(build: Build, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    sources = {
        "data.yaml": "events:\n  lima: {name: Lima, programme: lima.yaml, scope: all}\n",
        "lima.yaml": "sessions:\n  - {title: Wax, speakers: Ann Lee, day: 2024-05-07}\n",
    }
    settings = 'tripreport_data = ["data.yaml"]\ntripreport_pages = ["talks"]\n'
    built = build(sources, CONF + settings)
    feed = export(built.outdir / "talks.json", "atom", capsysbinary).decode()
    of_build = check_feed(built.out("feeds/talks.xml"))
    ids = [each.text for each in check_feed(feed).iter("{http://www.w3.org/2005/Atom}id")]
    assert ids == [each.text for each in of_build.iter("{http://www.w3.org/2005/Atom}id")]
    assert len(ids) == 2
    _, row = built.out("talks.csv").splitlines()
    assert row.startswith("lima,Lima,wax,Wax,Ann Lee,talk,,2024-05-07,")
    assert row.endswith(",,,,,,https://s.example/notes/trip/talks/lima/wax.html")
    for to, name in (("csv", "talks.csv"), ("bibtex", "citations/talks.bib")):
        written = (built.outdir / name).read_bytes()
        assert export(built.outdir / "talks.json", to, capsysbinary) == written


def test_the_text_of_notes(built: Built) -> None:
    talks = built.talks_json()["talks"]
    texts = {note["address"]: note["text"] for talk in talks for note in talk["notes"]}
    assert texts == {
        "https://s.example/notes/a.html#talk-bees": "All of it.",
        "https://s.example/notes/a.html#talk-ants": "Nothing.",
        "https://s.example/notes/b.html#talk-bees": "Also.",
    }
    assert {talk["address"] for talk in talks} == set(list(texts)[:2])


def test_into_a_file(built: Built, tmp_path: Path) -> None:
    path = tmp_path / "new/talks.csv"
    arguments = ["export", str(built.outdir / "talks.json"), "--to", "csv", "-o", str(path)]
    assert main(arguments) == 0
    assert path.read_bytes() == (built.outdir / "talks.csv").read_bytes()
    assert main([*arguments[:-1], str(tmp_path / "new")]) == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "it is no JSON"),
        (b"[" * 100_000, "it is no JSON"),
        (b"[]", "it is no talks.json: expected an object with a “version”"),
        (b'{"version": "2"}', "it is no talks.json"),
        (b'{"version": 99}', "it has version 99: expected 2 or less"),
        (b'{"version": 2}', "it has no whole addresses"),
    ],
)
def test_what_cannot_be_read(
    content: bytes, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "talks.json"
    path.write_bytes(content)
    assert main(["export", str(path), "--to", "atom"]) == 1
    error = capsys.readouterr().err
    assert error.startswith(f"{path}: cannot be read: ")
    assert said in error


def test_no_such_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(tmp_path / "x.json"), "--to", "csv"]) == 1
    assert "cannot be read: No such file" in capsys.readouterr().err


def test_hostile_files() -> None:
    talk: dict[str, Any] = {
        "key": "../../x y", "name": 3, "event": ["con"], "title": "T\x07<script>", "kind": "evil",
        "speakers": ["ann", 3, None], "topics": "web", "start": "noon", "day": 7, "status": "x",
        "day_number": 10**9, "links": {"video": "javascript:x", "url": "https://u.example"},
        "notes": [{"docname": "a", "anchor": 5, "rating": 99, "address": "javascript:x"}, 7, {}],
        "start_time": "25:00",
    }  # fmt: skip
    content = {
        "version": 1, "project": None, "events": [{"key": "con", "timezone": "../x", "start": "x"}],
        "speakers": [{"key": "ann", "name": "Ann", "links": []}, {"name": 7}, "x"],
        "talks": [talk, {"title": "No notes"}, None], "reports": {"a": 1}, "sessions": None,
    }  # fmt: skip
    found = read_talks(json.dumps(content).encode())
    (known,) = found.catalogue.talks
    assert (known.key, known.title, known.kind) == ("x-y", "T<script>", "talk")
    assert [link.url for link in known.links] == ["https://u.example"]
    assert (known.rating, known.day, known.start) == (None, None, None)
    assert found.catalogue.events["con"].timezone == ""
    assert set(found.notes.values()) == {""}


def test_it_loads_neither_sphinx_nor_docutils(built: Built) -> None:
    code = (
        "import sys; from sphinxcontrib_tripreport.commands import main;"
        f"main(['export', {str(built.outdir / 'talks.json')!r}, '--to', 'csl']);"
        "print([name for name in ('sphinx', 'docutils', 'myst_parser') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "[]"
