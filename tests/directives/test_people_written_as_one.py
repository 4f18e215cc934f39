"""``Ann Lee and Bob Ray`` are two people in directives and metadata, as in patterns."""

from __future__ import annotations

import pytest

from tests.tools.building import Build
from tests.tools.markup import Markup


@pytest.mark.parametrize(
    ("written", "language", "expected"),
    [
        ("Ann Lee and Bob Ray", "en", ["Ann Lee", "Bob Ray"]),
        ("Ann Lee & Bob Ray, Cy Dow", "en", ["Ann Lee", "Bob Ray", "Cy Dow"]),
        ("Ann Lee (Acme) und Bob Ray (Globex)", "en", ["Ann Lee", "Bob Ray"]),
        ("Ana Paz y Luis Gil", "es", ["Ana Paz", "Luis Gil"]),
        ("José Ortega y Gasset", "en", ["José Ortega y Gasset"]),
        ("Ann Lee, PhD and Bob Ray", "en", ["Ann Lee, PhD", "Bob Ray"]),
        ("Ann Lee plus Bob Ray", "en", ["Ann Lee", "Bob Ray"]),
        ("Marks and Spencer and Bob Ray", "en", ["Marks", "Spencer", "Bob Ray"]),
        ("Marks and Spencer, Bob Ray", "en", ["Marks and Spencer", "Bob Ray"]),
        ("Ann Lee <https://a.example> and Bob <https://b.example>", "en", ["Ann Lee", "Bob"]),
        ("安 和 波", "zh_CN", ["安", "波"]),
    ],
)
def test_names(
    build: Build, markup: Markup, written: str, language: str, expected: list[str]
) -> None:
    directive = markup.directive("talk", "Bees", {"speakers": written})
    data = "speakers:\n  marks-and-spencer:\n    name: Marks and Spencer\n"
    fields = {"event": "con", "language": language}
    conf = 'tripreport_data = ["people.yml"]\ntripreport_speaker_separators = ["plus"]\n'
    sources = {markup.file("a"): markup.document("Trip", directive, metadata=fields)}
    built = build({**sources, "people.yml": data}, conf)
    assert built.warnings == []
    (talk,) = built.catalogue.talks
    assert [built.catalogue.speakers[key].name for key in talk.speakers] == expected
    if "<" in written:
        urls = [built.catalogue.speakers[key].links[0].url for key in talk.speakers]
        assert urls == ["https://a.example", "https://b.example"]
    if "Acme" in written:
        companies = [built.catalogue.speakers[key].affiliation for key in talk.speakers]
        assert companies == ["Acme", "Globex"]


def test_listed_talks(build: Build) -> None:
    head = (
        "---\nevent: con\ntalks:\n- title: Bees\n  speakers: Ann Lee and Bob Ray\n---\n\n# Trip\n"
    )
    built = build({"a.md": head})
    assert built.warnings == []
    assert built.catalogue.talks[0].speakers == ("ann-lee", "bob-ray")


def test_titles_of_address_tell_nobody_apart(build: Build, markup: Markup) -> None:
    talks = (
        ("Bees", "Dr. Ann Lee"), ("Ants", "Prof. Dr. Ann Lee"), ("Wasps", "Ann Lee, PhD"),
        ("Flies", "Dr. Ann Lee"),
    )  # fmt: skip
    parts = [markup.talk(title, {"speakers": name}) for title, name in talks]
    role = markup.role("speaker", "Ann Lee")
    built = build({markup.file("a"): markup.document("Trip", f"{role}\n", *parts)})
    assert built.warnings == []
    assert list(built.catalogue.speakers) == ["ann-lee"]
    assert built.catalogue.speakers["ann-lee"].name == "Dr. Ann Lee"


def test_a_described_pair_becomes_one_when_it_is_described(build: Build, markup: Markup) -> None:
    talk = markup.talk("Bees", {"speakers": "Ann and Bob"})
    conf = 'tripreport_data = ["people.yml"]\n'
    sources = {markup.file("a"): markup.document("Trip", talk), "people.yml": ""}
    built = build(sources, conf)
    assert built.catalogue.talks[0].speakers == ("ann", "bob")
    built = build({"people.yml": "speakers:\n  Ann and Bob: {homepage: https://a.example}\n"}, conf)
    assert built.catalogue.talks[0].speakers == ("ann-and-bob",)
    assert "Ann and Bob" in built.page("a.html").main.words


def test_options_that_are_indented_more(build: Build) -> None:
    text = ":event: con\n\nTrip\n====\n\n"
    text += ".. talk:: Bees\n  :speakers: Ann Lee\n   :start: 10:00\n\n   Text.\n"
    built = build({"a.rst": text})
    assert len(built.warnings) == 1, built.warnings
    (warning,) = built.warnings
    assert "“:start:” is indented more than “:speakers:” above it" in warning
    assert "expected all options in one column" in warning
    assert warning.startswith("a.rst:7: ")
    (talk,) = built.catalogue.talks
    assert (talk.speakers, str(talk.start)) == (("ann-lee",), "10:00:00")
    assert "Text." in built.page("a.html").main.words
