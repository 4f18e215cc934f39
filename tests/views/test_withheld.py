"""People who do not want to be named are nowhere by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.building import Build
from tests.tools.markup import Markup

NAME = "Wilma Xyzzy"
CONF = """
tripreport_pages = ["talks", "events", "speakers", "topics", "years", "archive", "authors",
                    "statistics"]
tripreport_exports = ["icalendar", "bibtex", "csl", "csv"]
html_baseurl = "https://example.org/"
html_copy_source = False
"""
DATA = f"""\
speakers:
  {NAME}:
    withheld: true
    aliases: Willi X
    github: xyzzy
"""


def sources(markup: Markup) -> dict[str, str]:
    """Talks by, with and noted by somebody who does not want to be named."""
    return {
        markup.file("a"): markup.document(
            "A",
            markup.talk("Bees alone", {"speakers": NAME}, "Text."),
            markup.talk("Bees together", {"speakers": f"{NAME}; Ann Lee"}, "Text."),
            markup.talk("Bees again", {"speakers": "Willi X", "slides": "https://example.org/s"}),
            markup.directive("action", "", {"owner": NAME}, "Buy a hive."),
            markup.directive("talklist"),
            metadata={"event": "Con", "date": "2024-02-10", "author": NAME},
        ),
        markup.file("b"): markup.document(
            "B",
            markup.talk("Bees together", {}, "Text."),
            markup.talk("A talk of the past xyzzy", {"withheld": "true"}, "Xyzzy."),
            metadata={"event": "Con", "date": "2024-02-11", "author": "Ida Bee"},
        ),
    }


@pytest.mark.parametrize("builder", ["html", "latex", "epub", "text"])
def test_the_name_is_nowhere(build: Build, markup: Markup, builder: str) -> None:
    built = build(
        {"people.yaml": DATA, **sources(markup)},
        CONF + 'tripreport_data = ["people.yaml"]\n',
        builder=builder,
    )
    found = [
        path.name
        for path in Path(built.outdir).rglob("*")
        if path.is_file() and any(
            word in path.read_bytes().lower() + path.name.lower().encode()
            for word in (b"xyzzy", b"willi")
        )
    ]  # fmt: skip
    assert found == []
    assert built.warnings == []


def test_bylines_say_so(build: Build, markup: Markup) -> None:
    data = {"people.yaml": DATA, **sources(markup)}
    built = build(data, CONF + 'tripreport_data = ["people.yaml"]\n')
    said = [part.words for part in built.page("a.html").main.by_class("trip-withheld")]
    assert said == ["name withheld"] * 4
    assert "Ann Lee · name withheld" in built.page("a.html").main.words
    assert [each["speakers"] for each in built.talks_json()["talks"]] == [[], [], ["ann-lee"]]


def test_a_directive_withholds_too(build: Build, markup: Markup) -> None:
    described = markup.directive("speaker", NAME, {"withheld": "perhaps"}, "A biography.")
    people = markup.document("People", described, markup.directive("speaker", "Ann Lee"))
    built = build({markup.file("p"): people, **sources(markup)}, CONF)
    assert "A biography" not in built.page("p.html").main.words
    assert not list(Path(built.outdir).rglob("*xyzzy*"))
    (warning, *others) = built.warnings
    assert "“withheld” is “perhaps”: expected true or false. To be safe" in warning
    # It says nothing of the other name.
    assert others == []
    assert [each["name"] for each in built.talks_json()["speakers"]] == ["Ann Lee", "Willi X"]


def test_somebody_who_is_withheld_and_described(build: Build, markup: Markup) -> None:
    described = markup.directive("speaker", "Willi X", {"github": "xyzzy"}, "A biography.")
    built = build(
        {
            "people.yaml": DATA,
            markup.file("p"): markup.document("People", described),
            **sources(markup),
        },
        CONF + 'tripreport_data = ["people.yaml"]\n',
    )
    (warning,) = built.warnings
    assert warning.startswith(f"{markup.file('p')}:")
    assert "“Willi X” is withheld in one place and described in another" in warning
    assert built.talks_json()["speakers"] == [
        each for each in built.talks_json()["speakers"] if each["name"] == "Ann Lee"
    ]
