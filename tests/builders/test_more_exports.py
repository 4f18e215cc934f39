"""Calendars, citations and the table of notes: written when asked for, and gone when not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.building import Build, Built
from tests.tools.markup import MYST, RST, Markup

ALL = 'tripreport_exports = ["icalendar", "bibtex", "csl", "csv"]\nhtml_baseurl = "https://s.example/x"\n'
FILES = {
    "calendars/events.ics",
    "calendars/events/pycon.ics",
    "citations/events/pycon.bib",
    "citations/events/pycon.biblatex.bib",
    "citations/events/pycon.json",
    "citations/talks.bib",
    "citations/talks.biblatex.bib",
    "citations/talks.json",
    "talks.csv",
}
EXTENSIONS = 'extensions.append("myst_parser")\nsource_suffix[".md"] = "markdown"\n'


def project(markup: Markup) -> dict[str, str]:
    event = markup.directive("event", "pycon", {"start": "2024-05-07", "end": "2024-05-08"})
    talk = markup.talk("Bees", {"speakers": "Ann Lee", "start": "2024-05-07 10:00"})
    return {
        markup.file("event"): markup.document("Event", event),
        markup.file("a"): markup.document(
            "A", talk, metadata={"event": "pycon", "date": "2024-05-20"}
        ),
    }


def files(built: Built) -> set[str]:
    found = [
        *built.outdir.rglob("*.ics"),
        *built.outdir.rglob("*.bib"),
        *built.outdir.glob("*.csv"),
    ]
    found += built.outdir.glob("citations/**/*.json")
    return {path.relative_to(built.outdir).as_posix() for path in found}


@pytest.mark.parametrize("markup", [RST, MYST], ids=["rst", "md"])
def test_all_are_written(build: Build, markup: Markup) -> None:
    built = build(project(markup), EXTENSIONS + ALL)
    assert built.warnings == []
    assert files(built) == FILES
    calendar = built.out("calendars/events/pycon.ics")
    assert "URL:https://s.example/x/a.html#talk-bees" in calendar
    assert "Lee" in built.out("citations/talks.bib")
    assert "https://s.example/x/a.html#talk-bees" in built.out("talks.csv")
    assert '"family": "Lee"' in built.out("citations/events/pycon.json")


def test_each_talk_with_a_page_has_files(build: Build) -> None:
    sources = project(MYST)
    sources["b.md"] = MYST.document("B", MYST.talk("Alone"), MYST.talk("Con"))
    built = build(sources, EXTENSIONS + ALL + 'tripreport_pages = ["talks"]\n')
    assert built.warnings == []
    kinds = (".bib", ".biblatex.bib", ".json")
    names = ("talks/pycon/bees", "talks/alone", "talks/con-2")
    assert files(built) == {
        *FILES,
        *(f"citations/{name}{kind}" for name in names for kind in kinds),
        # The others are at no event.
        "calendars/talks/pycon/bees.ics",
    }
    calendar = built.out("calendars/talks/pycon/bees.ics")
    assert calendar.count("BEGIN:VEVENT") == 1
    assert "URL:https://s.example/x/trip/talks/pycon/bees.html" in calendar
    assert "{Bees}" in built.out("citations/talks/pycon/bees.bib")
    assert built.out("citations/talks/pycon/bees.json") == built.out("citations/events/pycon.json")
    built.rebuild({"a.md": "# A\n"})
    assert "citations/talks/pycon/bees.bib" not in files(built)
    assert "citations/talks/alone.bib" in files(built)


def test_never_stale_and_nothing_without_a_reason(build: Build) -> None:
    built = build(project(MYST), EXTENSIONS + ALL)
    before = built.written()
    built.rebuild()
    assert {path: built.written()[path] for path in FILES} == {path: before[path] for path in FILES}
    built.rebuild({"a.md": project(MYST)["a.md"].replace("Bees", "Ants").replace("Ann", "Eve")})
    for path in FILES - {"calendars/events.ics"}:
        assert "Ants" in built.out(path)
        assert "Bees" not in built.out(path)
    built.rebuild({"a.md": "# A\n"})
    assert files(built) == FILES - {path for path in FILES if "/pycon." in path}
    assert "Ants" not in built.out("talks.csv")


def test_what_is_not_asked_for_any_more_goes(build: Build) -> None:
    built = build(project(MYST), EXTENSIONS + ALL)
    conf = (built.source / "conf.py").read_text(encoding="utf-8")
    own = Path(built.outdir, "citations", "own.txt")
    own.write_text("mine", encoding="utf-8")
    built.rebuild({"conf.py": conf.replace('"icalendar", "bibtex", "csl", "csv"', '"csv"')})
    assert files(built) == {"talks.csv"}
    assert own.is_file()


def test_without_the_setting_nothing(build: Build) -> None:
    assert files(build(project(MYST), EXTENSIONS)) == set()


def test_other_builders_write_none(build: Build) -> None:
    built = build(project(MYST), EXTENSIONS + ALL, builder="latex")
    assert files(built) == set()
    assert built.warnings == []


def test_workers_write_the_same(build: Build) -> None:
    sources = project(MYST) | {f"r{number}.md": f"# R{number}\n" for number in range(6)}
    one = build(sources, EXTENSIONS + ALL, folder="one")
    two = build(sources, EXTENSIONS + ALL, folder="two", parallel=2)
    assert [one.out(path) for path in sorted(FILES)] == [two.out(path) for path in sorted(FILES)]


@pytest.mark.parametrize(
    ("conf", "said"),
    [
        ('tripreport_exports = ["bibtx"]\n', "“tripreport_exports” names “bibtx”: expected one of"),
        ('tripreport_exports = ["csl"]\n', "because “html_baseurl” is empty"),
    ],
)
def test_slips(build: Build, conf: str, said: str) -> None:
    built = build(project(MYST), EXTENSIONS + conf)
    (warning,) = built.warnings
    assert said in warning
    if "csl" in conf:
        assert '"URL"' not in built.out("citations/talks.json")


def test_a_file_of_the_projects_own_keeps_its_place(build: Build) -> None:
    sources = {**project(MYST), "extra/talks.csv": "mine"}
    built = build(sources, EXTENSIONS + ALL + 'html_extra_path = ["extra"]\n')
    (warning,) = built.warnings
    assert "is in the place of the table of all notes, “talks.csv”" in warning
    assert built.out("talks.csv") == "mine"


@pytest.mark.parametrize("markup", [RST, MYST], ids=["rst", "md"])
@pytest.mark.parametrize("pages", ["", 'tripreport_pages = ["events"]\n'])
def test_names_that_are_devices_to_windows(build: Build, markup: Markup, pages: str) -> None:
    talk = markup.talk("Bees", {"speakers": "Ann Lee", "start": "2024-05-07 10:00"})
    facts = {"event": "con", "date": "2024-05-20"}
    exports = ALL.replace('"csv"', '"csv", "atom"')
    sources = {markup.file("a"): markup.document("A", talk, metadata=facts)}
    built = build(sources, EXTENSIONS + exports + pages)
    assert built.warnings == []
    expected = {path.replace("/pycon.", "/con-2.") for path in FILES}
    assert files(built) == expected
    feeds = [path.name for path in built.outdir.glob("feeds/events/*")]
    assert feeds == (["con-2.xml"] if pages else [])
