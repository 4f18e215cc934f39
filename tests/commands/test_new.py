"""``tripreport new``: a report to fill in, that builds without a warning and finds its sessions."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sphinxcontrib_tripreport.commands import main
from tests.tools.building import Build
from tests.tools.repository import ROOT

PROGRAMME = {
    "title": "BeeConf: 2024",
    "timezone": "Europe/Berlin",
    "sessions": [
        {"title": "Lightning talks", "id": "L1", "start": "2024-05-07 17:00", "track": "All"},
        {"title": "Bees_ *at* <work>", "id": "BEE42X", "start": "2024-05-07 10:00",
         "track": "Insects"},
        {"title": "Lightning talks", "id": "L2", "start": "2024-05-08 17:00", "track": "All"},
        {"title": "蟻の話", "id": "ANT", "start": "2024-05-08 09:00", "track": "Insects"},
        {"title": "Lunch", "start": "2024-05-08 12:00"},
    ],
}  # fmt: skip
STARRED = """\
BEGIN:VCALENDAR
BEGIN:VEVENT
UID:pretalx-bee-2024-BEE42X@pretalx.example
SUMMARY:Other words
DTSTART:20240507T080000Z
END:VEVENT
BEGIN:VEVENT
UID:ANT@2024@be.example
SUMMARY:Ants
DTSTART:20240508T070000Z
END:VEVENT
BEGIN:VEVENT
UID:own
SUMMARY:Dinner in the hive
DTSTART:20240508T180000Z
LOCATION:Pub
ATTENDEE;CN="Ann Lee":https://ann.example
URL:https://hive.example/
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "bees.json").write_text(json.dumps(PROGRAMME), encoding="utf-8")
    (tmp_path / "starred.ics").write_text(STARRED, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def new(*arguments: str, status: int = 0) -> None:
    assert main(["new", "con", *arguments]) == status


def test_markdown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new("--programme", "bees.json", "--day", "1", "--author", "Ann Lee")
    assert capsys.readouterr().err == "con.md: written, with 2 talks\n"
    assert (folder / "con.md").read_text(encoding="utf-8").splitlines() == [
        "---",
        'title: "BeeConf: 2024"',
        "event: con",
        'programme: "bees.json"',
        "author: Ann Lee",
        "date: 2024-05-08",
        "---",
        "",
        "What I expected, and what I got.",
        "",
        r"## Bees\_ \*at\* \<work\>",
        "",
        "```{talk}",
        "```",
        "",
        "…",
        "",
        "## Lightning talks",
        "",
        "```{talk}",
        ":programme: L1",
        "```",
        "",
        "…",
    ]


def test_nothing_is_overwritten(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "con.md").write_text("mine", encoding="utf-8")
    new("--programme", "bees.json", status=1)
    assert capsys.readouterr().err == "con.md: is there already: choose another --output\n"
    assert (folder / "con.md").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--programme", "none.json"), "none.json: No such file or directory"),
        (("--programme", "starred.ics", "--day", "9"), "--day 9: expected 1 to 2"),
        (("--programme", "bees.json", "--track", "Insect"), "Did you mean “Insects”? There are"),
        (("--programme", "conf.py"), "conf.py: Is of no format that is known"),
    ],
)  # fmt: skip
def test_slips(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    (folder / "conf.py").write_text("x", encoding="utf-8")
    new(*arguments, status=1)
    assert said in capsys.readouterr().err
    assert not (folder / "con.md").exists()


@pytest.mark.parametrize("markup", ["md", "rst"])
@pytest.mark.parametrize("plain", [False, True])
def test_it_builds_and_its_talks_are_joined(
    folder: Path, build: Build, capsys: pytest.CaptureFixture[str], markup: str, plain: bool
) -> None:
    name = f"con.{markup}"
    options = ("--programme", "bees.json", "--markup", markup, *(("--plain",) if plain else ()))
    new(*options, "--starred", "starred.ics", "--track", "Insects")
    new(*options, "--starred", "starred.ics", "-o", f"starred.{markup}")
    new(*options, "-o", f"all.{markup}")
    assert "“Dinner in the hive” is in no programme" in capsys.readouterr().err
    sources = {
        file: (folder / file).read_text(encoding="utf-8")
        for file in (name, f"starred.{markup}", f"all.{markup}", "bees.json")
    }
    conf = 'extensions.append("myst_parser")\nsource_suffix[".md"] = "markdown"\n'
    built = build(sources, conf, folder=f"{markup}{plain}")
    assert built.warnings == []
    talks = json.loads(built.out("talks.json"))["talks"]
    found = {talk["session"]: len(talk["notes"]) for talk in talks}
    if plain:
        # Headings alone do not say which of two talks of one title is meant, but their days do.
        assert found["BEE42X"] == 3
    else:
        assert found == {"BEE42X": 3, "ANT": 3, "L1": 1, "L2": 1, None: 1}
    (dinner,) = (talk for talk in talks if talk["title"] == "Dinner in the hive")
    assert (dinner["start"], dinner["room"]) == ("2024-05-08T20:00:00+02:00", "Pub")
    assert dinner["speakers"] == ["ann-lee"]


@pytest.mark.parametrize("more", [("--markup", "md"), ("--markup", "rst", "--plain")])
def test_the_tutorial(folder: Path, more: tuple[str, ...]) -> None:
    """A project, a report on what was starred, and a build that is strict."""
    project = folder / "trips"
    assert main(["init", str(project)]) == 0
    (project / "programmes").mkdir()
    (folder / "bees.json").rename(project / "programmes/bees.json")
    report = project / "reports" / f"bee-2024.{more[1]}"
    new("--programme", str(project / "programmes/bees.json"), "--starred", "starred.ics",
        "--author", "Ann Lee", *more, "-o", str(report))  # fmt: skip
    assert "programmes/bees.json" in report.read_text(encoding="utf-8")
    built = subprocess.run(
        [sys.executable, "-m", "sphinx", "-qnW", "-E", ".", "_build"],
        cwd=project, env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (built.returncode, built.stderr) == (0, "")
    data = json.loads((project / "_build/talks.json").read_text(encoding="utf-8"))
    assert {talk["session"] for talk in data["talks"] if talk["event"] == "con"} == {
        "BEE42X", "ANT", None,
    }  # fmt: skip
