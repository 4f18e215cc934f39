"""Speakers and events in YAML: what is read, and what is said of the rest, with its line."""

from __future__ import annotations

import datetime as dt

import pytest

from sphinxcontrib_tripreport.core.model.records import Event, Speaker
from sphinxcontrib_tripreport.core.options.data_files import read_data
from sphinxcontrib_tripreport.core.text.links import Link

GOOD = """\
speakers:
  ann:
    name: Ann  Lee
    affiliation: Acme
    photo: img/ann.png
    github: ann
    aliases: [A. Lee, Annie]
  Bob Ray:
events:
  con:
    name: Con 2020
    start: 2020-07-23
    end: 2020-07-26
    links_: x
"""


def test_what_is_read() -> None:
    data = read_data(GOOD, "data/people.yaml")
    ann, bob = data.speakers
    assert ann == Speaker(
        "ann-lee",
        "Ann Lee",
        aliases=("A. Lee", "Annie"),
        other_key="ann",
        affiliation="Acme",
        photo="/data/img/ann.png",
        links=(Link("github", "https://github.com/ann"),),
        line=2,
    )
    assert (bob.key, bob.name, bob.other_key) == ("bob-ray", "Bob Ray", "")
    (event,) = data.events
    assert event == Event(
        "con", "Con 2020", start=dt.date(2020, 7, 23), end=dt.date(2020, 7, 26), line=10
    )
    (problem,) = data.problems
    assert (problem.line, problem.subtype.value) == (14, "data")
    assert "“event” has no key “links_”" in problem.text


def test_a_key_of_its_own() -> None:
    (event,) = read_data("events:\n  Con:\n    key: c20\n", "e.yaml").events
    assert (event.key, event.name) == ("c20", "Con")


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("speakers: [", 2, "Not YAML: "),
        ("speakers:\n  - name: Ann", 1, "is a list: expected a mapping of keys, as “ann-lee:”"),
        ("events:\n  - name: Con", 1, "is a list: expected a mapping of keys, as “con-2024:”"),
        ("a: &a [*a]", 1, "Nothing of the file is read."),
        ("- a", 1, "The file is a list: expected a mapping."),
        ("speakrs:\n  a:\n", 1, "Unknown key “speakrs”: expected speakers, authors, events or"),
        ("speakers: Ann", 1, "“speakers” is text: expected a mapping"),
        ("speakers:\n  Ann: x", 2, "“Ann” is text: expected a mapping"),
        (
            'speakers:\n  "\\u00ad":\n    name: A',
            2,
            "“\u00ad” is no key: expected letters",
        ),
        ("speakers:\n  Ann:\n    homepage: me.html", 3, "“homepage” is “me.html”: expected a we"),
        (
            "speakers:\n  Ann:\n    links:\n      CV: cv.pdf\n      Site: https://a.example",
            3,
            "“links” is “cv.pdf”: expected a web address.",
        ),
        ("events:\n  c:\n    start: 2020-02-02\n    end: 2020-02-01", 2, "expected an end after"),
        ("speakers:\n  Ann:\n    nmae: A", 3, "it has name, affiliation"),
        ("speakers:\n  Ann:\n    nmae: A", 3, "Did you mean “name”?"),
        ("speakers:\n  Ann:\n    name: A\n   sort: B", 4, "Nothing of the file is read"),
        ("events:\n  c:\n    start: soon", 3, "“start” is “soon”: expected a date"),
    ],
)
def test_what_is_wrong(text: str, line: int, said: str) -> None:
    (problem,) = read_data(text, "data.yaml").problems
    assert said in problem.text
    assert problem.line == line


def test_what_is_left() -> None:
    text = "speakers:\n  Ann:\n    links:\n      CV: cv.pdf\n      Site: https://a.example"
    (ann,) = read_data(text, "data.yaml").speakers
    assert ann.links == (Link("Site", "https://a.example"),)


@pytest.mark.parametrize("text", ["", "speakers:\nevents:\n", "speakers: ''"])
def test_nothing(text: str) -> None:
    data = read_data(text, "data.yaml")
    assert (data.speakers, data.events, data.problems) == ([], [], [])
