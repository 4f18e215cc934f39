"""Bad input: one warning each with its place and subtype; everything else is kept."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.options.option import OptionTable, read_options
from sphinxcontrib_tripreport.core.options.tables import (
    EVENT_OPTIONS,
    SPEAKER_OPTIONS,
    TALK_OPTIONS,
)
from sphinxcontrib_tripreport.core.text.links import Link
from sphinxcontrib_tripreport.core.text.names import NamedPerson
from tests.tools.building import Build, Built
from tests.tools.markup import MYST_COLON, Markup


def warned(built: Built, subtype: str, path: str, *words: str) -> int:
    """Assert that the only warning is this one; gives its line."""
    assert len(built.warnings) == 1, built.warnings
    found = re.fullmatch(r"(.+?):(\d+): WARNING: (.*) \[tripreport\.(\w+)\]", built.warnings[0])
    assert found is not None, built.warnings
    assert (found[1], found[4]) == (path, subtype), built.warnings
    for word in words:
        assert word in found[3]
    return int(found[2])


def is_line_of_option(built: Built, path: str, line: int, option: str) -> bool:
    """Tell whether a line is that of an option."""
    return line == line_of(built, path, f"{option}:")


def line_of(built: Built, path: str, words: str, number: int = 1) -> int:
    """The line of a source file that has *words* for the *number*-th time."""
    lines = (built.source / path).read_text(encoding="utf-8").splitlines()
    return [at for at, line in enumerate(lines, 1) if words in line][number - 1]


BAD_OPTIONS = [
    ("speakrs", "Ann Lee", "option", ("speakrs", "Did you mean “speakers”?")),
    ("start", "tomorrow", "value", ("“tomorrow”", "expected")),
    ("start", "2020-13-45 09:00", "value", ("2020-13-45", "expected")),
    ("start", "1889-05-06 09:00", "value", ("1889-05-06", "expected a year from 1900 to 2999")),
    ("start", "25:99", "value", ("25:99", "expected")),
    ("end", "2020-07-23", "value", ("expected",)),
    ("day", "someday", "value", ("expected a date",)),
    ("day", "31 April 2020", "value", ("expected a day of 2020-04, which has 30",)),
    ("url", "example.org", "value", ("in the project. Did you mean “https://example.org”?",)),
    ("slides", "con.example/a.pdf", "value", ("Did you mean “https://con.example/a.pdf”?",)),
    ("slides", "slides.pdf", "value", ("“slides.pdf”, which is missing: expected",)),
    ("speakers", "Ann <foo>", "value", ("“foo”: expected a web address.",)),
    ("speakers", "Ann <a.example>", "value", ("Did you mean “https://a.example”?",)),
    ("duration", "long", "value", ("expected a duration",)),
    ("duration", "-5", "value", ("expected a duration",)),
    ("rating", "6", "value", ("from 1 to 5",)),
    ("rating", "good", "value", ("from 1 to 5",)),
    ("kind", "keynot", "value", ("Did you mean “keynote”?",)),
    ("status", "atended", "value", ("Did you mean “attended”?",)),
    ("language", "Klingon!", "value", ("language code",)),
    ("video", "javascript:alert(1)", "value", ("expected",)),
    ("video", "data:text/html,x", "value", ("expected",)),
    ("slides", "missing.pdf", "value", ("missing.pdf", "file in the project")),
    ("links", "Bad <javascript:alert(1)>", "value", ("expected",)),
    ("key", "two words", "value", ("one word",)),
]


def test_bad_options_of_a_talk(build: Build, markup: Markup) -> None:
    sources: dict[str, str] = {}
    for number, (name, value, _, _) in enumerate(BAD_OPTIONS):
        options = {"room": "R1", name: value, "track": "Data"}
        talk = markup.talk(f"T{number}", options, "Kept.")
        sources[markup.file(f"a{number}")] = markup.document("Trip", talk)
    built = build(sources)
    everything = built.warnings
    for number, (name, _, subtype, words) in enumerate(BAD_OPTIONS):
        path = markup.file(f"a{number}")
        built.warnings = [line for line in everything if line.startswith(f"{path}:")]
        line = warned(built, subtype, path, *words)
        assert is_line_of_option(built, path, line, name)
        page = built.page(f"a{number}.html")
        assert "R1 · Data" in page.words
        assert "Kept." in page.words
    assert len(everything) == len(BAD_OPTIONS)


def test_lines_in_a_block_of_yaml(build: Build) -> None:
    talk = MYST_COLON.talk("T", {"room": "R1", "rating": "9"})
    built = build({"a.md": MYST_COLON.document("Trip", talk)})
    assert is_line_of_option(built, "a.md", warned(built, "value", "a.md", "rating"), "rating")


def test_in_a_talk_without_argument(build: Build, markup: Markup) -> None:
    talk = markup.directive("talk", "", {"room": "R1", "rating": "9"})
    built = build({markup.file("a"): markup.document("Trip", markup.heading("T", 2), talk)})
    path = markup.file("a")
    assert is_line_of_option(built, path, warned(built, "value", path, "rating"), "rating")
    assert built.page("a.html").by_id("talk-t").words == "T R1"


def test_several_bad_options_warn_once_each(build: Build, markup: Markup) -> None:
    options = {"rating": "9", "kind": "tlk", "speakers": "Ann Lee", "colour": "red"}
    built = build({markup.file("a"): markup.document("Trip", markup.talk("T", options))})
    subtypes = [line.rpartition("[")[2] for line in built.warnings]
    assert sorted(subtypes) == ["tripreport.option]", "tripreport.value]", "tripreport.value]"]
    assert built.page("a.html").by_id("talk-t").words == "T Ann Lee Text."


BAD_DESCRIPTIONS = [
    ("speaker", "colour", "red", "option"),
    ("speaker", "github", "javascript:alert(1)", "value"),
    ("speaker", "photo", "missing.png", "value"),
    ("event", "colour", "red", "option"),
    ("event", "start", "soon", "value"),
    ("event", "timezone", "Europe/Berln", "value"),
    ("event", "coordinates", "139.69, 35.68", "value"),
    ("event", "url", "data:text/html,x", "value"),
]


def test_bad_options_of_speakers_and_events(build: Build, markup: Markup) -> None:
    sources: dict[str, str] = {}
    for number, (directive, option, value, _) in enumerate(BAD_DESCRIPTIONS):
        entry = markup.directive(directive, f"No {number}", {option: value}, "Kept.")
        sources[markup.file(f"a{number}")] = markup.document("Page", entry)
    built = build(sources)
    everything = built.warnings
    for number, (directive, option, _, subtype) in enumerate(BAD_DESCRIPTIONS):
        path = markup.file(f"a{number}")
        built.warnings = [line for line in everything if line.startswith(f"{path}:")]
        line = warned(built, subtype, path, option)
        assert is_line_of_option(built, path, line, option)
        assert "Kept." in built.page(f"a{number}.html").by_id(f"{directive}-no-{number}").words
    assert len(everything) == len(BAD_DESCRIPTIONS)


def test_entries_without_a_title(build: Build, markup: Markup) -> None:
    directives = ("talk", "keynote", "speaker", "event")
    built = build(
        {
            markup.file(name): markup.directive(name, "", {"rating": "5"}, "Kept words.")
            for name in directives
        }
    )
    for name in directives:
        found = [
            line for line in built.warnings
            if line.startswith(f"{markup.file(name)}:1: ") and "[tripreport.title]" in line
        ]  # fmt: skip
        assert len(found) == 1, built.warnings
        assert "Kept words." in built.page(f"{name}.html").words


def test_a_talk_without_a_title_in_a_list(build: Build, markup: Markup) -> None:
    talk = markup.directive("talk", "", {"speakers": "Ann"}, "Kept.").strip()
    path = markup.file("a")
    built = build({path: markup.document("Trip", "* " + talk.replace("\n", "\n  "))})
    warned(built, "title", path)
    assert "Kept." in built.page("a.html").words


def test_two_talks_of_a_document_with_one_key(build: Build, markup: Markup) -> None:
    path = markup.file("a")
    built = build(
        {
            path: markup.document(
                "Trip",
                markup.talk("First", {"key": "same"}),
                markup.talk("Second", {"key": "same"}),
            )
        }
    )
    line = warned(built, "key", path, "“same”", "“First”", "“Second”")
    assert line == line_of(built, path, "Second")
    assert built.page("a.html").by_id("talk-same").words == "First Text."
    assert built.page("a.html").by_id("talk-same-2").words == "Second Text."
    assert sorted(built.inventory()["trip:talk"]) == ["same", "same-2"]


def test_two_talks_of_two_documents_with_one_key(build: Build, markup: Markup) -> None:
    first = markup.talk("First", {"key": "same", "speakers": "Ann"})
    second = markup.talk("Second", {"key": "same", "speakers": "Bob"})
    event = {"event": "con"}
    built = build(
        {
            markup.file("a"): markup.document("One", first, metadata=event),
            markup.file("b"): markup.document("Two", second, metadata=event),
        }
    )
    path = markup.file("b")
    line = warned(built, "key", path, "“same”", "“First”", "“Second”")
    assert line == line_of(built, path, "Second")
    assert built.page("b.html").by_id("talk-same").words == "Second Bob Text."
    assert len(built.inventory()["trip:talk"]) == 2


def test_a_section_that_is_a_talk_twice(build: Build, markup: Markup) -> None:
    path = markup.file("a")
    talk = markup.directive("talk", "", {"speakers": "Ann"}, "One.")
    again = markup.directive("talk", "", {"speakers": "Bob"}, "Two.")
    built = build({path: markup.document("Trip", markup.heading("T", 2), talk, again)})
    line = warned(built, "place", path, "“T”")
    assert line > line_of(built, path, "One.")
    assert built.page("a.html").by_id("talk-t").words == "T Ann One. Two."


@pytest.mark.parametrize(
    ("directive", "options", "end"),
    [
        ("talk", {"start": "2020-07-23 10:00", "end": "09:00"}, "end"),
        ("talk", {"start": "2020-07-23 10:00", "end": "2020-07-22 11:00"}, "end"),
        ("event", {"start": "2020-07-23", "end": "2020-07-22"}, "end"),
    ],
)
def test_an_end_before_the_start(
    build: Build, markup: Markup, directive: str, options: dict[str, str], end: str
) -> None:
    path = markup.file("a")
    built = build({path: markup.document("Page", markup.directive(directive, "T", options))})
    line = warned(built, "order", path, "“T”")
    assert line_of(built, path, "T", 1) <= line <= line_of(built, path, "end:")
    (entry,) = built.talks_json()[f"{directive}s"]
    # An event without an end lasts a day.
    assert entry["end"] == (entry["start"] if directive == "event" else None)
    assert entry["key"] == "t"


def test_a_talk_outside_the_days_of_its_event(build: Build, markup: Markup) -> None:
    path = markup.file("a")
    event = {"start": "2020-07-23", "end": "2020-07-24"}
    talk = {"event": "con", "start": "2020-07-26 09:00"}
    built = build(
        {
            path: markup.document(
                "Page",
                markup.directive("event", "Con", event),
                markup.talk("T", talk),
                markup.talk("In time", {"event": "con", "day": "2"}),
            )
        }
    )
    line = warned(built, "dates", path, "“T”", "2020-07-26")
    assert line == line_of(built, path, markup.talk("T").splitlines()[0])
    assert built.talks_json()["talks"][1]["start"] == "2020-07-26T09:00:00"


def test_two_notes_that_contradict_each_other(build: Build, markup: Markup) -> None:
    for number, (name, first, second) in enumerate(
        (
            ("start", "2020-07-23 09:00", "2020-07-23 10:00"),
            ("speakers", "Ann", "Bob"),
            ("kind", "panel", "poster"),
        )
    ):
        built = build(
            {
                markup.file("a"): markup.document(
                    "One", markup.talk("T", {name: first}), metadata={"event": "con"}
                ),
                markup.file("b"): markup.document(
                    "Two", markup.talk("T", {name: second}), metadata={"event": "con"}
                ),
            },
            folder=str(number),
        )
        path = markup.file("b")
        line = warned(built, "contradiction", path, f"its {name}", first, second)
        assert line == line_of(built, path, markup.talk("T").splitlines()[0])


def test_a_speaker_and_an_event_described_twice(build: Build, markup: Markup) -> None:
    for directive in ("speaker", "event"):
        built = build(
            {
                markup.file("a"): markup.directive(directive, "Some One", None, "Kept one."),
                markup.file("b"): markup.directive(directive, "SOME one", None, "Kept two."),
            },
            folder=directive,
        )
        assert warned(built, "duplicate", markup.file("b"), "described twice") == 1
        assert "Kept one." in built.page("a.html").words
        assert "Kept two." in built.page("b.html").words


NASTY = {
    "markup": "The *art* of ``x`` & <b>bold</b> **moves** $x$",
    "quotes": "\"Don't\" say 'never' “again” {% raw %} {{ 7 * 7 }}",
    "script": "<script>alert(1)</script>",
    "attribute": '"><img src=x onerror=alert(1)>',
    "rtl": "\u202eevil\u202c שלום مرحبا",
    "emoji": "🐍🔥👩‍💻",
    "long": "very " * 59 + "long.",
    "cjk": "在生产环境中使用异步",
    "symbols": "!?!",
    "percent": "100% %s %(x)d \\LaTeX_{x} ~^#$",
}


def nasty_page(markup: Markup, text: str) -> str:
    """A document in which everything is called *text*."""
    words = re.sub("[<>]", "", text)  # angle brackets hold the link of a speaker
    options = {"speakers": f"{words};", "room": text, "topics": text, "track": text, "level": text}
    return markup.document(
        "Trip",
        markup.talk(text, {**options, "event": "con"}),
        markup.directive("speaker", text, {"affiliation": text}),
        markup.directive("event", text, {"place": text, "country": text}),
    )


def test_nasty_titles_and_names(build: Build, markup: Markup) -> None:
    built = build({markup.file(kind): nasty_page(markup, text) for kind, text in NASTY.items()})
    assert built.warnings == []
    for kind, text in NASTY.items():
        page = built.page(f"{kind}.html")
        (talk,) = (part for part in page.by_class("trip-talk") if part.tag == "section")
        anchor = talk.attributes["id"]
        assert re.fullmatch(r"talk-\S+", anchor)
        assert len(anchor) < 120
        assert len(page.ids) == len(set(page.ids))
        assert " ".join(text.split()) in talk.by_class("trip-where")[0].words
        addresses = {
            link.attributes["href"]
            for link in built.page("trip-talks.html").by_tag("a")
            if "href" in link.attributes
        }
        assert f"{kind}.html#{anchor}" in addresses
    titles = {talk["title"] for talk in built.talks_json()["talks"]}
    assert len(titles) == len(NASTY)


@pytest.mark.parametrize("builder", ["html", "epub"])
def test_titles_cannot_bring_elements_into_pages(
    build: Build, markup: Markup, builder: str
) -> None:
    names = ("script", "attribute")
    built = build(
        {markup.file(kind): nasty_page(markup, NASTY[kind]) for kind in names}, builder=builder
    )
    pages = list(built.outdir.rglob("*.html" if builder == "html" else "*.xhtml"))
    assert len(pages) > len(names)
    for page in pages:
        source = page.read_text(encoding="utf-8")
        assert "<script>alert" not in source, page.name
        assert "<img src=x" not in source, page.name


@pytest.mark.parametrize("builder", ["latex", "texinfo", "man", "text"])
def test_nasty_titles_in_other_builders(build: Build, markup: Markup, builder: str) -> None:
    talks = [markup.talk(text, {"room": text, "event": "con"}) for text in NASTY.values()]
    conf = 'suppress_warnings = ["tripreport.fonts"]\n'
    built = build({markup.file("a"): markup.document("Trip", *talks)}, conf, builder=builder)
    assert [line for line in built.warnings if "tripreport" in line] == []
    path = {"latex": "trips.tex", "texinfo": "trips.texi", "man": "trips.1", "text": "a.txt"}
    text = built.out(path[builder])
    assert NASTY["cjk"] in text
    assert "alert(1)" in text


def test_anchors_do_not_move_when_a_talk_is_added_before(build: Build, markup: Markup) -> None:
    talks = [markup.talk(text) for text in NASTY.values()]
    path = markup.file("a")
    built = build({path: markup.document("Trip", *talks)})

    def anchors() -> list[str]:
        page = built.page("a.html")
        return [part.attributes["id"] for part in page.by_class("trip-talk")]

    before = anchors()
    assert len(set(before)) == len(NASTY)
    built.rebuild({path: markup.document("Trip", markup.talk("在另一个"), *talks)})
    assert anchors()[1:] == before


DANGEROUS = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "java\tscript:x",
    "&#106;avascript:alert(1)",
    "vbscript:x",
    "\u200bjavascript:alert(1)",
]


def test_dangerous_addresses_are_never_links(build: Build, markup: Markup) -> None:
    sources: dict[str, str] = {}
    for number, url in enumerate(DANGEROUS):
        options = dict.fromkeys(("url", "slides", "video", "code", "paper"), url)
        talk = {**options, "speakers": f"Ann <{url}>", "links": f"Label <{url}>"}
        person = dict.fromkeys(("homepage", "github", "mastodon", "photo"), url)
        sources[markup.file(f"a{number}")] = markup.document(
            "Trip",
            markup.talk(f"T{number}", talk),
            markup.directive("speaker", f"Bob {number}", {**person, "links": f"x <{url}>"}),
            markup.directive("event", f"Con {number}", {"url": url, "programme": url}),
        )
    built = build(sources)
    assert len(built.warnings) == 14 * len(DANGEROUS)
    for path in built.outdir.rglob("*.html"):
        for element in built.page(path.relative_to(built.outdir).as_posix()).walk():
            for name in ("href", "src"):
                address = element.attributes.get(name, "").lower()
                assert "script:" not in address, element.attributes
                assert not address.startswith("data:"), element.attributes
    assert "script:" not in built.out("talks.json").lower()


TABLES = [("talk", TALK_OPTIONS), ("speaker", SPEAKER_OPTIONS), ("event", EVENT_OPTIONS)]
URLS = ("javascript:", "data:", "vbscript:", "file:")
_PIECES = st.sampled_from(
    [
        *"0123456789:-,;<>/ \n",
        "javascript:",
        "https://",
        "2020-02-30",
        "Ann",
        "day ",
        "\u202e",
        "李",
    ]
)
_TEXTS = st.text(max_size=40) | st.lists(_PIECES, max_size=12).map("".join)


@pytest.mark.parametrize(("owner", "table"), TABLES, ids=[owner for owner, _ in TABLES])
@settings(max_examples=150)
@given(data=st.data())
def test_any_text_in_any_option(owner: str, table: OptionTable[Any], data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(table)) | st.text(max_size=12))
    text = data.draw(_TEXTS)
    values, problems = read_options({name: text}, table, owner)
    assert len(problems) <= 1
    assert set(values) <= set(table)
    assert all(problem.name == name and problem.text for problem in problems)
    for value in values.values():
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, (Link, NamedPerson)):
                assert not part.url.lower().startswith(URLS)


@given(_TEXTS)
def test_any_text_that_is_an_address_is_safe(text: str) -> None:
    values, _ = read_options({"video": text}, TALK_OPTIONS, "talk")
    assert not values.get("video", "").lower().strip().startswith(URLS)
