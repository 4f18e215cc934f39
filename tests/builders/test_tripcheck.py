"""``sphinx-build -b tripcheck``: what is found, where, how it is said, and what the status is."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.tools.building import Build, Built
from tests.tools.markup import Markup

# MyST-Parser's own.
pytestmark = pytest.mark.filterwarnings("ignore:.*BuildEnvironment.app")
CONF = """
tripreport_data = ["people.yaml"]
tripreport_posts = ["a", "b", "c"]
tripreport_check_links = "links"
tripreport_talk_patterns = {
    "c": ["* {title} --- {speakers}"],
}
"""
PEOPLE = """\
speakers:
  Wilma Weaver:
    withheld: true
    aliases: [Willi W]
  Ann Lee:
    homepage: https://example.org/ann
events:
  con-2020:
    name: Con of Bees
    programme: con.csv
  wasps:
    name: Days of Wasps
    start: 2021-05-05
    place: Rome
  hornet-gathering-2021:
    start: 2021-05-05
    place: Rome
"""
PROGRAMME = """\
title,speakers,id,video
Bees in the city,Ann Lee,b1,
Honey and how to make it,Bob Ray,h1,https://example.org/honey-video
"""
LINKCHECK = "\n".join(
    json.dumps({"filename": "a.md", "lineno": 1, "code": 0, "status": status, "uri": uri, **more})
    for status, uri, more in (
        ("broken", "https://example.org/slides", {"info": "404 Client Error"}),
        ("timeout", "https://example.org/ann", {"info": "Read timed out"}),
        ("working", "https://example.org/fine", {"info": ""}),
    )
)
INCLUDED = "One more line.\n\nAnd WILLI W again.\n"


def planted(markup: Markup) -> dict[str, str]:
    """A project in which each check finds something."""
    a = markup.document(
        "A",
        markup.talk(
            "Bees in the city",
            {
                "speakers": "Ann Lee",
                "day": "2020-05-05",
                "slides": "https://example.org/slides",
                "video": "https://example.org/fine",
                "topics": "Web-Apps",
            },
            "Text.",
        ),
        markup.talk("Honey and how to cook", {"speakers": "Eve Oak", "day": "2020-05-06"}),
        markup.talk("The wasp", {"event": "wasps", "day": "2022-01-01", "topics": "web apps"}),
        "Then I met\nWilma\nWeaver, who told me more.\n",
        markup.directive("action", "", {}, "Buy a hive."),
        markup.directive("action", "", {"owner": "Ann Lee"}, "Buy honey."),
        markup.directive("include", "more.txt"),
        metadata={"event": "con-2020", "date": "2020-05-07"},
    )
    b = markup.document("My days at the Con of Bees", "Text.", metadata={"date": "2020-05-07"})
    c = markup.document(
        "C",
        markup.talk("Ants in the kitchens", {"speakers": "Lee Ann"}),
        metadata={"event": "wasps", "date": "2021-05-05"},
    )
    d = markup.document(
        "D",
        markup.talk("Ants in the kitchen", {"speakers": "Lee Ann"}),
        metadata={"event": "wasps", "talk-patterns": '"## {title} by {speakers}"'},
    )
    e = markup.document(
        "E", "Text.", metadata={"event": "hornet-gatherin-2021", "date": "2021-05-05"}
    )
    texts = {"a": a, "b": b, "c": c, "d": d, "e": e}
    return {
        "people.yaml": PEOPLE,
        "con.csv": PROGRAMME,
        "links/output.json": LINKCHECK,
        "more.txt": INCLUDED,
        **{markup.file(name): text for name, text in texts.items()},
    }


def places(built: Built) -> dict[str, list[str]]:
    """By check, where something was found."""
    found: dict[str, list[str]] = {}
    for line in built.out("output.txt").splitlines():
        match = re.fullmatch(r"(\S+): \[(\w+)\] .+", line)
        assert match, line
        found.setdefault(match[2], []).append(match[1])
    return found


def objects(built: Built) -> list[dict[str, Any]]:
    """What is in the file for programs."""
    return [json.loads(line) for line in built.out("output.json").splitlines()]


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1640995200")  # 2022-01-01


class TestPlanted:
    def test_each_check_finds_it(self, build: Build, markup: Markup) -> None:
        sources = planted(markup)
        built = build(sources, CONF, builder="tripcheck")

        def at(name: str, text: str, number: int = 1) -> str:
            lines = [n for n, line in enumerate(sources[name].splitlines(), 1) if text in line]
            return f"{name}:{lines[number - 1]}"

        a, c, d, e = map(markup.file, "acde")
        b = markup.file("b")
        conf = (built.source / "conf.py").read_text(encoding="utf-8").splitlines()
        pattern = 1 + conf.index('    "c": ["* {title} --- {speakers}"],')
        assert places(built) == {
            "speakers": [at(d, "Ants")],
            "titles": [at(c, "Ants")],
            "events": [at(e, "hornet")],
            "topics": [at(a, "The wasp")],
            "days": [at(a, "The wasp")],
            "dates": [at(e, "hornet"), at("people.yaml", "con-2020:")],
            "places": [at(e, "hornet"), at("people.yaml", "con-2020:")],
            "reports": [f"{b}:1"],
            "bylines": [at(a, "The wasp")],
            "recordings": [at(a, "Honey and how to cook")],
            "sessions": [at(a, "Honey and how to cook")],
            "withheld": [at(a, "Wilma"), "more.txt:3"],
            "links": [at(a, "Bees in the city"), at("people.yaml", "Ann Lee")],
            "owners": [at(a, "{action}" if markup.suffix == ".md" else "action::")],
            "patterns": [f"conf.py:{pattern}", at(d, "talk-patterns")],
        }
        assert built.app.statuscode == 1
        assert sorted({each["check"] for each in objects(built)}) == sorted(places(built))

    def test_it_says_what_was_found_and_what_to_do(self, build: Build, markup: Markup) -> None:
        built = build(planted(markup), CONF, builder="tripcheck")
        said = {each["check"]: each for each in objects(built)}
        assert said["sessions"] == {
            "filename": markup.file("a"),
            "lineno": said["recordings"]["lineno"],
            "check": "sessions",
            "severity": "warn",
            "message": "“Honey and how to cook” is on no session of the programme of “con-2020”;"
            " the nearest, with scores: “Honey and how to make it” (59, h1). Expected “programme”"
            " with the id of one, or none.",
            "suggestion": [":programme: h1"],
        }
        assert said["recordings"]["message"].endswith(
            "The programme has one of “Honey and how to make it”: https://example.org/honey-video"
        )
        assert said["dates"]["section"] == "events"
        assert said["dates"]["suggestion"] == [
            "events:",
            "  con-2020:",
            "    name: Con of Bees",
            "    start: 2020-05-05",
            "    end: 2020-05-06",
        ]
        assert said["reports"]["suggestion"] == ["event: con-2020"]
        links = [each["message"] for each in objects(built) if each["check"] == "links"]
        slides = "The link “slides” of “Bees in the city” is broken (404 Client Error):"
        assert links == [
            f"{slides} https://example.org/slides",
            "The link “homepage” of “Ann Lee” takes too long: https://example.org/ann",
        ]

    def test_warnings_and_status(self, build: Build, markup: Markup) -> None:
        """What every build says is said once; hints are no warnings; people are an error."""
        built = build(planted(markup), CONF, builder="tripcheck")
        first = built.warnings
        assert sum("outside the days" in line for line in first) == 1
        assert sum("{title} by {speakers}" in line for line in first) == 1
        assert sum("does not want to be named" in line for line in first) == 2
        assert all(": ERROR: " in line for line in first if "does not want" in line)
        assert not any("recording after a year" in line for line in first)
        assert "recordings “Honey and how to cook” has no recording" in built.said
        assert "tripcheck: 2 errors, " in built.said
        text = built.out("output.txt")
        again = built.rebuild()
        assert sorted(_without_types(again.warnings)) == sorted(_without_types(first))
        assert again.out("output.txt") == text
        assert again.app.statuscode == 1

    def test_names_in_headings_tables_and_code(self, build: Build, markup: Markup) -> None:
        table = "| a | b |\n| --- | --- |\n| x | y |\n| Wilma Weaver | z |\n"
        if markup.suffix == ".rst":
            table = "==== ====\nx    y\n==== ====\na    b\nz    Wilma Weaver\n==== ====\n"
        parts = (
            markup.heading("With Wilma Weaver", 2),
            table,
            markup.directive("code-block", "python", {}, "# x\nname = 'Wilma Weaver'"),
            markup.directive("figure", "x.png", {"alt": "Wilma Weaver"}, "Text."),
            markup.talk("On Wilma Weaver", {}, "She is\nthe *Wilma\nWeaver* of bees."),
        )
        text = markup.document("A", *parts)
        sources = {"people.yaml": PEOPLE.partition("events")[0], markup.file("a"): text}
        conf = CONF + 'suppress_warnings = ["image"]\n'
        built = build(sources, conf.replace("tripreport_check_links", "_"), builder="tripcheck")
        lines = [n for n, line in enumerate(text.splitlines(), 1) if "Wilma" in line]
        assert places(built)["withheld"] == [f"{markup.file('a')}:{line}" for line in lines]

    def test_in_parallel(self, build: Build, markup: Markup) -> None:
        alone = build(planted(markup), CONF, builder="tripcheck", folder="alone")
        together = build(planted(markup), CONF, builder="tripcheck", folder="both", parallel=3)
        assert together.out("output.json") == alone.out("output.json")


def _without_types(warnings: list[str]) -> list[str]:
    return [re.sub(r" \[tripreport\.\w+\]$|(?<=: )\[\w+\] ", "", line) for line in warnings]
