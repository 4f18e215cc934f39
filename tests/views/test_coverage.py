"""How much of a programme was noted: in words, with bars, and what nobody saw."""

from __future__ import annotations

import json

import pytest

from tests.tools.building import Build, Built
from tests.tools.markup import MYST, RST, Markup

EXTENSIONS = 'extensions.append("myst_parser")\nsource_suffix[".md"] = "markdown"\n'
MARKUPS = pytest.mark.parametrize("markup", [RST, MYST], ids=["rst", "md"])
SESSIONS = [
    {
        "title": "Bees",
        "id": "B",
        "track": "Insects",
        "start": "2024-05-07 10:00",
        "room": "<i>Red</i>",
    },
    {
        "title": "Ants",
        "id": "A",
        "track": "Insects",
        "start": "2024-05-08 10:00",
        "speakers": ["Ann Lee"],
        "video": "https://youtu.be/abcdefghijk",
        "url": "https://bees.example/ants",
    },
    {"title": "Wasps", "id": "W", "start": "2024-05-08 11:00"},
    {"title": "Lunch", "start": "2024-05-08 12:00"},
]


def project(markup: Markup, *directives: str) -> dict[str, str]:
    event = markup.directive("event", "con", {"programme": "con.json"})
    ann = {"event": "con", "author": "Ann"}
    planned = markup.talk("Wasps", {"status": "planned"})
    return {
        markup.file("event"): markup.document("Event", event),
        markup.file("a"): markup.document("A", markup.talk("Bees"), planned, metadata=ann),
        markup.file("b"): markup.document(
            "B", markup.talk("Bees"), *directives, metadata={"event": "con", "author": "Bob"}
        ),
        "con.json": json.dumps(SESSIONS),
    }


def coverage(built: Built, page: str = "b.html") -> str:
    (found,) = built.page(page).by_class("trip-coverage")
    return " ".join(found.words.split())


@MARKUPS
def test_a_sentence_and_rows(build: Build, markup: Markup) -> None:
    directive = markup.directive("coverage", "", {"by": "track"})
    built = build(project(markup, directive), EXTENSIONS)
    assert built.warnings == []
    assert coverage(built) == (
        "2 of 3 sessions noted · Planned: 1 · 2 authors Track Sessions Insects 1 / 2 – 1 / 1"
    )
    assert "2 of 3 sessions noted" in built.page("event.html").main.words
    page = built.out("b.html")
    assert 'class="trip-bar trip-bar-65"' in page
    assert "trip-bar-50" in page


@pytest.mark.parametrize(
    ("by", "rows"),
    [
        ("day", "Date Sessions 7 May 2024 1 / 1 8 May 2024 1 / 2"),
        ("author", "Author Sessions Ann 1 / 3 Bob 1 / 3"),
    ],
)
def test_rows(build: Build, by: str, rows: str) -> None:
    built = build(project(MYST, MYST.directive("coverage", "CON", {"by": by})), EXTENSIONS)
    assert coverage(built).endswith(rows)


@MARKUPS
def test_what_nobody_saw(build: Build, markup: Markup) -> None:
    directive = markup.directive("coverage", "con", {"layout": "missed"})
    built = build(project(markup, directive), EXTENSIONS)
    assert coverage(built) == (
        "Ants · Ann Lee · 8 May 2024, 10:00 · Video Wasps · 8 May 2024, 11:00 · Planned"
    )
    assert 'href="https://bees.example/ants"' in built.out("b.html")
    built.rebuild({"con.json": json.dumps(SESSIONS[:1])})
    assert "Nothing here yet." in built.out("b.html")


@pytest.mark.parametrize("builder", ["latex", "text"])
def test_other_builders_have_the_numbers(build: Build, builder: str) -> None:
    directive = MYST.directive("coverage", "", {"by": "track"})
    built = build(project(MYST, directive), EXTENSIONS, builder=builder)
    names = {"latex": "*.tex", "text": "b.txt"}
    (file,) = built.outdir.glob(names[builder])
    text = file.read_text(encoding="utf-8")
    for words in ("2 of 3 sessions noted", "Planned: 1", "1 / 2"):
        assert words in text


def test_never_stale(build: Build) -> None:
    built = build(project(MYST, MYST.directive("coverage")), EXTENSIONS)
    built.rebuild({"a.md": MYST.document("A", MYST.talk("Ants"), metadata={"event": "con"})})
    assert coverage(built) == "2 of 3 sessions noted · 1 author"
    built.rebuild({"con.json": json.dumps(SESSIONS[:2])})
    assert coverage(built) == "2 of 2 sessions noted · 1 author"


@pytest.mark.parametrize(
    ("directive", "said"),
    [
        (
            ("coverage", "cin"),
            "“coverage” names the event “cin”: expected one that is known. Did you mean “con”?",
        ),
        (("coverage", "", {"by": "tracks"}), "“tracks”: expected one of"),
        (("coverage", "", {"bi": "track"}), "“coverage” has no option “bi”"),
        (
            ("coverage", "other"),
            "“coverage” is asked for “other”: expected an event with a file as",
        ),
    ],
)
def test_slips(build: Build, directive: tuple[str, ...], said: str) -> None:
    sources = project(MYST, MYST.directive(*directive))  # type: ignore[arg-type]  # options are a mapping
    sources["o.md"] = "# O\n\n" + MYST.directive("event", "other")
    built = build(sources, EXTENSIONS)
    (warning,) = built.warnings
    assert warning.startswith("b.md:")
    assert said in warning


def test_on_no_report(build: Build) -> None:
    built = build({"a.rst": "A\n=\n\n.. coverage::\n"})
    (warning,) = built.warnings
    assert warning.startswith("a.rst:4: WARNING: “coverage” is on no report or page of an event")


@MARKUPS
def test_the_whole_programme_against_authors(build: Build, markup: Markup) -> None:
    directive = markup.directive("coverage", "", {"layout": "matrix"})
    built = build(project(markup, directive), EXTENSIONS)
    assert built.warnings == []
    (matrix,) = built.page("b.html").by_class("trip-matrix")
    assert " ".join(matrix.words.split()).startswith("Time Talk Ann Bob Seen")
    quiet = [" ".join(row.words.split()) for row in matrix.by_class("trip-unnoted")]
    assert quiet == ["10:00 Ants Ann Lee Seen: 0"]
    assert "Lunch" not in matrix.words
    built.rebuild(
        {"con.json": json.dumps([*SESSIONS, {"title": "Mites", "start": "2024-05-08 9:00"}])}
    )
    assert "Mites" in built.out("b.html")
    nothing = build(
        project(markup, markup.directive("coverage", "c", {"layout": "matrix"})),
        EXTENSIONS,
        folder="none",
    )
    assert len(nothing.warnings) == 1
