"""What a report says of itself at its top: read in every spelling, never shown."""

from __future__ import annotations

import re

import pytest

from tests.tools.building import Build, Built
from tests.tools.markup import RST, Markup

FIELDS = {
    "event": "Con 2020",
    "date": "2020-08-01",
    "authors": "Ann Lee, Bob Ng",
    "tags": "bees, hives",
    "language": "pt-BR",
    "series": "Con",
}
REPORT = {
    "title": "My trip",
    "event": "con-2020",
    "date": "2020-08-01",
    "authors": ["Ann Lee", "Bob Ng"],
    "topics": ["bees", "hives"],
    "language": "pt-BR",
    "series": "Con",
    "draft": False,
    "excerpt": "Words.",
    "image": None,
    "updated": None,
    "feed_id": None,
    "address": "a.html",
    "reading_time": 1,
    "site": None,
}


def report(built: Built, docname: str = "a") -> dict[str, object]:
    """The report in the data file."""
    (found,) = (r for r in built.talks_json()["reports"] if r["docname"] == docname)
    return {name: value for name, value in found.items() if name != "docname"}


def body(built: Built, docname: str = "a") -> str:
    """The words of a page."""
    return built.page(f"{docname}.html").main.words


def test_metadata_before_the_title(build: Build, markup: Markup) -> None:
    built = build({markup.file("a"): markup.document("My trip", "Words.\n", metadata=FIELDS)})
    assert built.warnings == []
    assert report(built) == REPORT
    assert body(built) == "My trip Con 2020 · 1 de agosto de 2020 · Ann Lee e Bob Ng Words."


@pytest.mark.parametrize("overline", [False, True])
def test_metadata_after_the_title(build: Build, overline: bool) -> None:
    fields = RST.metadata({name.upper(): value for name, value in FIELDS.items()})
    title = (f"{'=' * 14}\n" if overline else "") + RST.heading("My trip")
    built = build({"a.rst": f".. a comment\n\n{title}\n{fields}\nWords.\n"})
    assert built.warnings == []
    assert report(built) == REPORT
    assert body(built) == "My trip Con 2020 · 1 de agosto de 2020 · Ann Lee e Bob Ng Words."


def test_a_field_list_that_is_no_metadata_is_shown(build: Build) -> None:
    built = build({"a.rst": RST.document("Recipe", ":Honey: 2 spoons\n:Water: 1 cup\n")})
    assert body(built) == "Recipe Honey: 2 spoons Water: 1 cup"
    assert built.talks_json()["reports"] == []


@pytest.mark.parametrize("builder", ["text", "latex", "epub"])
def test_metadata_is_shown_in_no_builder(build: Build, markup: Markup, builder: str) -> None:
    fields = {**FIELDS, "series": "SERIES"}
    after = "My trip\n=======\n\n" + RST.metadata(fields) + "Words.\n"
    built = build(
        {
            markup.file("a"): markup.document("My trip", "Words.\n", metadata=fields),
            "after.rst": after,
        },
        builder=builder,
    )
    assert built.warnings == []
    suffix = {"text": "*.txt", "latex": "*.tex", "epub": "*.xhtml"}[builder]
    for path in built.outdir.rglob(suffix):
        assert "SERIES" not in path.read_text(encoding="utf-8")


SPELLINGS: list[tuple[str, str, str, object]] = [
    ("author", "Ann Lee", "authors", ["Ann Lee"]),
    ("author", "Ann Lee; Lee, Bob", "authors", ["Ann Lee", "Lee, Bob"]),
    ("authors", '["Ann", "Bob"]', "authors", ["Ann", "Bob"]),
    ("keywords", "bees, hives", "topics", ["bees", "hives"]),
    ("categories", "[bees, hives]", "topics", ["bees", "hives"]),
    ("topics", "#bees", "topics", ["bees"]),
    ("lang", "es", "language", "es"),
    ("conference", "Con 2020", "event", "con-2020"),
    ("date", "2020-08-01 10:30", "date", "2020-08-01"),
    ("date", "2020-08-01T10:30:00+02:00", "date", "2020-08-01"),
    ("date", "1 August 2020", "date", "2020-08-01"),
    ("date", "August 1, 2020", "date", "2020-08-01"),
    ("date", "2020/08/01", "date", "2020-08-01"),
]


def test_names_and_values_in_other_spellings(build: Build, markup: Markup) -> None:
    sources: dict[str, str] = {}
    for number, (name, value, _, _) in enumerate(SPELLINGS):
        given = value
        if markup is RST and value.startswith("[b"):
            given = "bees, hives"
        if markup is not RST and value.startswith("#"):
            given = f"'{value}'"
        fields = {name: given} if name == "conference" else {"event": "Con", name: given}
        sources[markup.file(f"a{number}")] = markup.document("Trip", metadata=fields)
    built = build(sources)
    assert built.warnings == []
    for number, (name, value, ours, read) in enumerate(SPELLINGS):
        assert (name, value, report(built, f"a{number}")[ours]) == (name, value, read)


def test_lists_of_yaml(build: Build) -> None:
    metadata = (
        "---\nevent: Con\nauthor:\n- name: Ann Lee\n  url: https://ann.example\n- Bob Ng\n"
        "tags:\n- bees\n- hives\n---\n\n"
    )
    built = build({"a.md": f"{metadata}# Trip\n"})
    assert built.warnings == []
    assert report(built)["authors"] == ["Ann Lee", "Bob Ng"]
    assert report(built)["topics"] == ["bees", "hives"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("event", "[one, two]"),
        ("event", "{name: Con}"),
        ("date", "soon"),
        ("date", "[soon]"),
        ("tags", "{a: b}"),
        ("authors", "[[a]]"),
        ("talks", "Docker"),
        ("talks", "{title: T}"),
        ("series", "{a: b}"),
    ],
)
def test_a_wrong_type_warns_once(build: Build, name: str, value: str) -> None:
    fields = {"event": "Con", "lang": "en", name: value}
    lines = "".join(f"{field}: {text}\n" for field, text in fields.items())
    built = build({"a.md": f"---\n{lines}---\n\n# Trip\n\nWords.\n"})
    (warning,) = [line for line in built.warnings if "tripreport" in line]
    assert warning.startswith(f"a.md:{2 + list(fields).index(name)}: WARNING: ")
    assert f"“{name}”" in warning
    assert warning.endswith("[tripreport.metadata]")
    assert "Words." in body(built)
    if name != "event":
        assert report(built)["language"] == "en"


def test_a_wrong_value_in_a_field_list(build: Build) -> None:
    built = build({"a.rst": "Trip\n====\n\n:event: Con\n:date: soon\n:tags: bees\n\nWords.\n"})
    (warning,) = built.warnings
    assert warning.startswith("a.rst:5: WARNING: ")
    assert "“soon”" in warning
    assert warning.endswith("[tripreport.metadata]")
    assert report(built)["topics"] == ["bees"]
    assert body(built) == "Trip Con Words."


def test_front_matter_that_is_no_yaml(build: Build) -> None:
    built = build({"a.md": "---\nevent: [Con\n---\n\n# Trip\n\nWords.\n"})
    assert len(built.warnings) == 1
    assert "Words." in body(built)


def test_talks_inherit_the_event(build: Build, markup: Markup) -> None:
    talks = (markup.talk("One"), markup.talk("Two", {"event": "other"}))
    built = build({markup.file("a"): markup.document("Trip", *talks, metadata=FIELDS)})
    assert sorted(built.inventory()["trip:talk"]) == ["con-2020/one", "other/two"]
    page = built.page("a.html")
    assert page.by_id("talk-one").words == "One Text."
    assert page.by_id("talk-two").words == "Two other Text."


LISTED = """\
talks:
  - title: Docker and Python
    speakers: Ann Lee
    start: 2020-07-23 09:00
    topics: [bees, "hives, wild"]
  - Typing
  - title: Late one
    key: late
    links:
      Handout: https://x.example/h
"""


def listing(markup: Markup, talks: str, *lines: str) -> str:
    """A report that lists talks in its metadata, and tells of them in these lines."""
    if markup is RST:
        field, _, rest = talks.partition("\n")
        return f":event: Con\n:{field}\n{rest}\n\n" + RST.document("Trip", *lines)
    return f"---\nevent: Con\n{talks}---\n\n" + markup.document("Trip", *lines)


def test_a_sentence_that_names_a_listed_talk_is_its_place(build: Build, markup: Markup) -> None:
    sentence = (
        f"We heard {markup.role('talk', 'Docker and Python')} and"
        f" {markup.role('talk', 'the last <late>')}, then again"
        f" {markup.role('talk', 'docker-and-python')}.\n"
    )
    built = build({markup.file("a"): listing(markup, LISTED, sentence)})
    assert built.warnings == []
    page = built.page("a.html").main
    paragraph = page.by_tag("p")[1]
    assert paragraph.words == (
        "We heard Docker and Python and the last, then again Docker and Python."
    )
    assert paragraph.ids == ["talk-docker-and-python", "talk-late"]
    assert paragraph.links == {"Docker and Python": "#talk-docker-and-python"}
    talks = {talk["title"]: talk for talk in built.talks_json()["talks"]}
    assert talks["Docker and Python"]["start"] == "2020-07-23T09:00:00"
    assert talks["Docker and Python"]["topics"] == ["bees", "hives, wild"]
    assert talks["Late one"]["links"] == {"Handout": "https://x.example/h"}
    assert built.inventory()["trip:talk"]["con/late"] == ("a.html#talk-late", "Late one")


def test_listed_talks_that_nothing_names_stand_at_the_end(build: Build, markup: Markup) -> None:
    sentence = f"We heard {markup.role('talk', 'typing')}.\n"
    built = build({markup.file("a"): listing(markup, LISTED, sentence)})
    assert built.warnings == []
    page = built.page("a.html").main
    assert page.words == (
        "Trip Con We heard Typing. Talks"
        " Docker and Python Ann Lee · 23 July 2020, 09:00 bees, hives, wild"
        " Late one Handout"
    )
    assert page.by_id("talk-late").tag == "section"
    assert page.links["bees"] == "trip-topics.html#topic-bees"
    contents = built.app.env.tocs["a"].astext()
    assert "Late one" in contents
    assert "Typing" not in contents


def test_other_pages_lead_to_listed_talks(build: Build, markup: Markup) -> None:
    built = build(
        {
            markup.file("a"): listing(markup, LISTED, markup.role("talk", "late") + "\n"),
            markup.file("b"): markup.document(
                "Mentions", markup.role("talk", "late"), "\n", markup.role("talk", "typing")
            ),
        },
        builder="latex",
    )
    assert built.warnings == []
    tex = built.out("trips.tex")
    for anchor in ("talk-late", "talk-typing"):
        label = rf"\detokenize{{a:{anchor}}}"
        assert rf"\label{{{label}}}" in tex
        assert rf"\hyperref[{label}]" in tex


HIDDEN = "list-talks: false\n"
"""Two that are named nowhere, and no list of them."""


def unlisted(markup: Markup, field: str, *lines: str) -> str:
    """The report of :func:`listing`, with another field above."""
    text = listing(markup, LISTED, *lines)
    return text.replace("event: Con\n", f"event: Con\n{':' * (markup is RST)}{field}", 1)


def test_listed_talks_are_known_without_a_list(build: Build, markup: Markup) -> None:
    sentence = f"We heard {markup.role('talk', 'typing')}.\n"
    below = (markup.heading("Below", 2), "More.\n")
    built = build(
        {
            markup.file("a"): unlisted(markup, HIDDEN, sentence, *below),
            markup.file("b"): markup.document("Other", markup.role("talk", "late") + "\n"),
        }
    )
    assert built.warnings == []
    page = built.page("a.html").main
    assert page.words == "Trip Con We heard Typing. Below More."
    assert built.page("b.html").main.links == {"Late one": "a.html#talk-late"}
    assert page.by_tag("section")[0].by_id("talk-late").tag == "span"
    assert page.by_tag("section")[1].ids == ["below"]
    talks = {talk["title"]: talk["notes"] for talk in built.talks_json()["talks"]}
    assert talks["Late one"][0]["anchor"] == "talk-late"
    assert built.inventory()["trip:talk"]["con/docker-and-python"] == (
        "a.html#talk-docker-and-python",
        "Docker and Python",
    )
    assert "Late one" in built.page("trip-talks.html").main.links
    assert "Talks" not in built.app.env.tocs["a"].astext()


def test_talks_without_a_list_in_latex(build: Build, markup: Markup) -> None:
    built = build(
        {
            markup.file("a"): unlisted(markup, HIDDEN, "Words.\n"),
            markup.file("b"): markup.document("Other", markup.role("talk", "late") + "\n"),
        },
        builder="latex",
    )
    assert built.warnings == []
    tex = built.out("trips.tex")
    assert r"\section{Talks}" not in tex
    for anchor in ("talk-late", "talk-typing"):
        assert tex.count(rf"\label{{\detokenize{{a:{anchor}}}}}") == 1
    assert r"\hyperref[\detokenize{a:talk-late}]" in tex


def test_a_document_without_a_title_is_a_place_too(build: Build) -> None:
    built = build(
        {
            "a.rst": ":event: con\n:list-talks: no\n:talks: [One, Two]\n\nWords.\n",
            "b.rst": RST.document("Other", ":talk:`Two`\n"),
        }
    )
    assert built.page("a.html").main.ids[-2:] == ["talk-one", "talk-two"]
    assert built.page("b.html").main.links == {"Two": "a.html#talk-two"}


@pytest.mark.parametrize(
    ("default", "field", "is_listed"),
    [
        (True, "", True),
        (True, "list-talks: no\n", False),
        (True, "list_talks: False\n", False),
        (False, "", False),
        (False, "list-talks: true\n", True),
    ],
)
def test_a_report_says_whether_it_lists_talks(
    build: Build, markup: Markup, default: bool, field: str, is_listed: bool
) -> None:
    text = unlisted(markup, field, "Words.\n") if field else listing(markup, LISTED, "Words.\n")
    built = build({markup.file("a"): text}, f"tripreport_list_talks = {default}")
    assert built.warnings == []
    assert ("Late one" in body(built)) == is_listed


def test_listing_talks_takes_yes_or_no(build: Build, markup: Markup) -> None:
    built = build({markup.file("a"): unlisted(markup, "list-talks: maybe\n", "Words.\n")})
    (warning,) = built.warnings
    assert warning.startswith(f"a{markup.suffix}:{2 if markup is RST else 3}: WARNING: ")
    assert "“list-talks” is “maybe”: expected true or false" in warning
    assert "Late one" in body(built)


@pytest.mark.parametrize(
    ("item", "subtype", "shown"),
    [
        ("{title: T, rating: 9}", "value", "rating"),
        ("{title: T, colour: red}", "option", "colour"),
        ("{speakers: Ann}", "title", "title"),
        ("{title: T, start: '10:00', end: '09:00'}", "order", "“T”"),
    ],
)
def test_a_bad_listed_talk_warns_once(
    build: Build, markup: Markup, item: str, subtype: str, shown: str
) -> None:
    built = build({markup.file("a"): listing(markup, f"talks:\n  - Good\n  - {item}\n", "Words.")})
    (warning,) = built.warnings
    line = 5 if markup is not RST else 4
    assert warning.startswith(f"a{markup.suffix}:{line}: WARNING: "), warning
    assert shown in warning
    assert warning.endswith(f"[tripreport.{subtype}]")
    assert "Words." in body(built)
    assert "con/good" in built.inventory()["trip:talk"]


def test_documents_that_are_reports_by_their_place(build: Build, markup: Markup) -> None:
    built = build(
        {
            markup.file("posts/a"): markup.document("Post", metadata={"date": "2020-08-01"}),
            markup.file("b"): markup.document("Page", metadata={"date": "2020-08-01"}),
        },
        "tripreport_posts = ['posts/*']",
    )
    assert built.warnings == []
    (found,) = built.talks_json()["reports"]
    assert (found["docname"], found["date"]) == ("posts/a", "2020-08-01")
    assert built.page("posts/a.html").main.words == "Post 1 August 2020"
    assert re.search("Page", body(built, "b"))


def test_the_language_of_the_project(build: Build, markup: Markup) -> None:
    talk = markup.talk("T", {"start": "2020-07-23 09:00"})
    metadata = {name: value for name, value in FIELDS.items() if value != FIELDS["language"]}
    built = build(
        {markup.file("a"): markup.document("Viaje", talk, metadata=metadata)}, "language = 'es'"
    )
    assert built.warnings == []
    assert "1 de agosto de 2020" in body(built)
    assert "23 de julio de 2020, 9:00" in body(built)


def test_a_country_is_no_language(build: Build) -> None:
    source = "---\nevent: con\nlang: jp\n---\n\n# Trip\n\n```{talk} One\n:language: cn\n```\n"
    front, option = build({"a.md": source}).warnings
    assert "zh-Hant. Did you mean “ja”? [tripreport" in front
    assert "zh-Hant. Did you mean “zh”? [tripreport" in option


@pytest.mark.parametrize("name", ["layout", "template", "theme", "type", "comments"])
def test_what_is_for_engines_alone_reaches_no_theme(
    build: Build, markup: Markup, name: str
) -> None:
    """A theme that reads ``layout`` would look for a template called ``post``."""
    fields = {name: "post", "tocdepth": "2", "subtitle": "Words"}
    document = markup.document("First", "Text.\n", metadata={"event": "con", **fields})
    other = markup.document("Second", "Text.\n", metadata=fields)
    sources = {
        markup.file("a"): document,
        markup.file("b"): other,
        "templates/layout.html": '{% extends "!layout.html" %}'
        '{% block footer %}<p class="seen">{{ (meta or {}).keys() | list | sort }}</p>'
        "{% endblock %}",
    }
    built = build(sources, 'templates_path = ["templates"]\n')
    (seen,) = built.page("a.html").by_class("seen")
    assert name not in seen.words
    assert "subtitle" in seen.words
    assert "tocdepth" in seen.words
    # What is no report is no business of ours.
    (seen,) = built.page("b.html").by_class("seen")
    assert name in seen.words
