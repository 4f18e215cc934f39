"""How bad a finding is, what is ignored, and what is suggested."""

from __future__ import annotations

import re

import pytest
import yaml

from sphinxcontrib_tripreport.core.checks.severities import CHECKS
from tests.tools.building import Build
from tests.tools.markup import Markup

CLEAN = {"people.yaml": "events:\n  con:\n    start: 2020-05-05\n    place: Rome\n"}
CONF = 'tripreport_data = ["people.yaml"]\n'
EPOCH = "1588723200"  # 2020-05-06


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


def clean(markup: Markup, **options: str) -> dict[str, str]:
    """A project in which nothing is wrong."""
    talk = markup.talk("Bees", {"speakers": "Ann Lee", "day": "2020-05-05", **options})
    text = markup.document("A", talk, metadata={"event": "con", "date": "2020-05-06"})
    return {markup.file("a"): text, **CLEAN}


def test_nothing_is_found_in_a_clean_project(build: Build, markup: Markup) -> None:
    built = build(clean(markup), CONF, builder="tripcheck")
    assert built.out("output.txt") == built.out("output.json") == ""
    assert not (built.outdir / "suggestions.yaml").exists()
    assert "tripcheck: nothing was found" in built.said
    assert (built.warnings, built.app.statuscode) == ([], 0)
    # Older sphinx-design writes its own files in every build.
    written = [name for name in sorted(built.written()) if "sphinx_design" not in name]
    assert written == ["output.json", "output.txt"]


def test_nothing_is_found_where_nothing_is_said(build: Build) -> None:
    built = build({"index.rst": "Home\n====\n\nText.\n"}, builder="tripcheck")
    assert (built.out("output.txt"), built.warnings, built.app.statuscode) == ("", [], 0)


@pytest.mark.parametrize(
    ("severity", "status", "warnings", "lines"),
    [("off", 0, 0, 0), ("info", 0, 0, 1), ("warn", 0, 1, 1), ("error", 1, 1, 1)],
)
def test_severities(build: Build, severity: str, status: int, warnings: int, lines: int) -> None:
    sources = {**CLEAN, "people.yaml": "events:\n  con:\n    start: 2020-05-05\n"}
    built = build(
        sources, CONF + f'tripreport_check = {{"places": "{severity}"}}', builder="tripcheck"
    )
    assert built.app.statuscode == status
    assert len(built.warnings) == warnings
    assert len(built.out("output.txt").splitlines()) == lines


def test_unknown_checks_and_severities(build: Build) -> None:
    conf = CONF + 'tripreport_check = {"speaker": "warn", "places": "wran", "dates": 1}'
    built = build(CLEAN, conf, builder="tripcheck")
    said = [re.sub(r".*WARNING: |expected .*?\. ", "", line) for line in built.warnings]
    assert said == [
        "“tripreport_check” has “speaker”: Did you mean “speakers”? [tripreport.value]",
        "“tripreport_check” has “wran” for “places”: Did you mean “warn”? [tripreport.value]",
        "“tripreport_check” has “1” for “dates”: [tripreport.value]",
    ]
    assert f"expected one of {', '.join(CHECKS)}." in built.warnings[0]
    assert all("expected one of off, info, warn, error." in line for line in built.warnings[1:])


def test_one_finding_is_ignored(build: Build) -> None:
    sources = {"people.yaml": "events:\n  con: {}\n  day: {}\n"}
    conf = CONF + r"""tripreport_check_ignore = [r"\[places\]", "when “con” was", "(", "Con"]"""
    built = build(sources, conf, builder="tripcheck")
    assert built.out("output.txt") == (
        "people.yaml:3: [dates] Nobody says when “day” was: expected “start” and “end”.\n"
    )
    assert len(built.warnings) == 1
    assert "has “(”, which is no regular expression: missing )" in built.warnings[0]


def test_a_missing_file_of_linkcheck(build: Build, markup: Markup) -> None:
    conf = CONF + 'tripreport_check_links = "none.json"'
    built = build(clean(markup), conf, builder="tripcheck")
    assert len(built.warnings) == 1
    assert "“none.json”, which cannot be read: No such file or directory." in built.warnings[0]


def test_what_linkcheck_wrote_beside_it(build: Build, markup: Markup) -> None:
    built = build(clean(markup, video="https://example.org/v"), CONF, builder="tripcheck")
    beside = built.outdir.parent / "linkcheck" / "output.json"
    beside.parent.mkdir()
    beside.write_text('{"uri": "https://example.org/v", "status": "broken", "info": "gone"}\n')
    built.rebuild()
    assert "[links] The link “video” of “Bees” is broken (gone)" in built.out("output.txt")


def test_suggestions_mend_what_was_found(build: Build, markup: Markup) -> None:
    sources = {
        markup.file("a"): markup.document(
            "A",
            markup.talk("Bees", {"speakers": "Ann Lee", "day": "2020-05-05", "topics": "Web App"}),
            markup.talk("Ants", {"speakers": "Lee Ann", "day": "2020-05-05", "topics": "web-apps"}),
            metadata={"event": "con", "date": "2020-05-06"},
        )
    }
    warn = 'tripreport_check = {"dates": "warn"}\n'
    built = build(sources, f"tripreport_check_suggest = True\n{warn}", builder="tripcheck")
    data = built.out("suggestions.yaml")
    assert sorted(yaml.safe_load(data)) == ["events", "speakers", "topics"]
    assert "speakers:\n  ann-lee:\n    name: Ann Lee\n    aliases: [Lee Ann]\n" in data
    assert data.startswith("events:\n  con:\n    start: 2020-05-05\n    end: 2020-05-05\n")
    assert "topics:\n  Web App:\n    aliases: [web-apps]\n" in data
    assert len(built.warnings) == 3
    assert "\n    events:\n      con:\n        start: 2020-05-05\n" in built.said
    conf = (built.source / "conf.py").read_text()
    built.rebuild({"people.yaml": data, "conf.py": conf + CONF})
    assert [line for line in built.out("output.txt").splitlines() if "[places]" not in line] == []
    assert built.warnings == []
    assert not (built.outdir / "suggestions.yaml").exists()


def test_a_severity_on_the_command_line(build: Build) -> None:
    sources = {**CLEAN, "people.yaml": "events:\n  con:\n    start: 2020-05-05\n"}
    off = {"tripreport_check.places": "off"}
    built = build(sources, CONF, builder="tripcheck", overrides=off)
    assert (built.out("output.txt"), built.warnings) == ("", [])


def test_undeclared_topics_are_said_once_in_every_build(build: Build, markup: Markup) -> None:
    conf = CONF + "tripreport_topics_closed = True\n"
    topics = f"{CLEAN['people.yaml']}topics:\n  Insects: {{}}\n"
    sources = {**clean(markup, topics="Bees"), "people.yaml": topics}
    built = build(sources, conf, builder="tripcheck")
    first = built.warnings
    assert len(first) == 1
    assert "No data file declares the topic “Bees”." in first[0]
    assert "[undeclared] No data file" in built.out("output.txt")
    assert built.rebuild().warnings == first
