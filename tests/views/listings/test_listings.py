"""Listings: what they find, in which order and groups, and how they look in each layout."""

from __future__ import annotations

import json

import pytest

from tests.tools.building import Build, Built
from tests.tools.markup import MYST, Markup, Options

TALKS: tuple[tuple[str, str, Options], ...] = (
    ("one", "con-2020", {"speakers": "Ann Lee", "topics": "bees, wax", "start": "2020-05-01 09:00",
                         "rating": "5", "room": "R1", "kind": "keynote"}),
    ("two", "con-2020", {"speakers": "Bob Ray, Ann Lee", "topics": "wasps", "day": "2020-05-02",
                         "rating": "3", "language": "pt-BR"}),
    ("three", "con-2021", {"speakers": "Cy Poe", "topics": "bees", "day": "2021-06-01",
                           "status": "missed", "slides": "https://s.example/3"}),
    ("four", "con-2021", {"topics": "data wax", "kind": "panel"}),
)  # fmt: skip


def project(markup: Markup) -> dict[str, str]:
    """Two reports with two talks each, and a page of people and events."""
    reports: dict[str, list[str]] = {}
    for title, event, options in TALKS:
        reports.setdefault(event, []).append(markup.talk(title, options))
    texts = {
        markup.file(event): markup.document(
            f"Report on {event}",
            *talks,
            metadata={
                "event": event,
                "date": f"{event[-4:]}-07-01",
                "author": "Me" if event[-1] == "0" else "You",
                "tags": "trips",
                "language": "en",
                "series": "Years",
            },
        )
        for event, talks in reports.items()
    }
    people = (
        markup.directive("speaker", "Ann Lee", {"aliases": "A. Lee", "affiliation": "Acme"}),
        markup.directive("event", "Con 2021", {"key": "con-2021", "place": "Here"}),
    )
    texts[markup.file("people")] = markup.document("People", *people)
    return texts


def listing(
    build: Build, markup: Markup, name: str, options: Options, content: str = "", **kwargs: str
) -> Built:
    """The project with one listing on a page of its own."""
    page = markup.document("Lists", markup.directive(name, "", options, content))
    return build({**project(markup), markup.file("lists"): page}, **kwargs)  # type: ignore[arg-type]


def titles(built: Built) -> list[str]:
    """The titles that the listing shows, in order."""
    return [part.words for part in built.page("lists.html").main.by_class("trip-title")]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, ["three", "four", "two", "one"]),
        ({"speaker": "Ann Lee, Cy Poe", "event": "con-2021"}, ["three"]),
        ({"year": "2019-2020", "rating": ">=4"}, ["one"]),
        ({"sort": "-rating"}, ["one", "two", "four", "three"]),
        ({"limit": "2"}, ["three", "four"]),
    ],
)
def test_filters_and_order(
    build: Build, markup: Markup, options: Options, expected: list[str]
) -> None:
    built = listing(build, markup, "talklist", options)
    assert built.warnings == []
    assert titles(built) == expected


@pytest.mark.parametrize(
    ("name", "options", "expected"),
    [
        ("speakerlist", {"event": "con-2020", "topic": "wasps"}, ["Ann Lee", "Bob Ray"]),
        ("eventlist", {"sort": "-date"}, ["Con 2021", "con-2020"]),
        ("reportlist", {"topic": "trips", "until": "2020"}, ["Report on con-2020"]),
    ],
)
def test_other_listings(
    build: Build, markup: Markup, name: str, options: Options, expected: list[str]
) -> None:
    built = listing(build, markup, name, options)
    assert built.warnings == []
    assert titles(built) == expected


@pytest.mark.parametrize(
    ("group_by", "headings"),
    [
        ("kind", ["Keynote", "Talk", "Panel"]),
        ("speaker", ["Ann Lee", "Cy Poe", "Bob Ray", "Others"]),
        (
            "event, day",
            ["con-2020", "1 May 2020", "2 May 2020", "Con 2021", "1 June 2021", "Others"],
        ),
    ],
)
def test_groups(build: Build, markup: Markup, group_by: str, headings: list[str]) -> None:
    built = listing(build, markup, "talklist", {"group-by": group_by})
    assert built.warnings == []
    shown = [part.words for part in built.page("lists.html").main.by_class("trip-heading")]
    assert shown == headings


def test_a_table_has_header_cells(build: Build, markup: Markup) -> None:
    options = {"layout": "table", "columns": "title, speakers, room, time, links"}
    main = listing(build, markup, "talklist", options).page("lists.html").main
    assert [head.words for head in main.by_tag("th")] == [
        "Title", "Speakers", "Room", "Time", "Links"
    ]  # fmt: skip
    rows = [[cell.words for cell in row.by_tag("td")] for row in main.by_tag("tr")[1:]]
    assert rows[3] == ["one", "Ann Lee", "R1", "09:00", ""]
    assert rows[0] == ["three", "Cy Poe", "", "", "Slides"]


def test_cells_are_bare_and_the_heads_of_columns_have_classes(build: Build, markup: Markup) -> None:
    options = {"layout": "table", "columns": "title, speakers, date, kind, links"}
    built = listing(build, markup, "talklist", options)
    html = built.out("lists.html")
    (head,) = built.page("lists.html").main.by_class("trip-column-speakers")
    assert head.words == "Speakers"
    assert '<tr><td><a href="con-2020.html#talk-one">one</a></td>\n' in html
    assert "<td>1 May 2020</td>" in html
    # What looks different has its class.
    assert '<span class="trip-kind trip-kind-keynote">Keynote</span>' in html
    assert 'reference external" href="https://s.example/3"' in html


def test_nothing_unescaped_reaches_a_table(build: Build) -> None:
    title = '<b>A & "B"</b>'
    talk = MYST.directive(
        "talk", title.replace("<", "&lt;"), {"slides": 'https://s.example/?a="&b'}
    )
    lists = (
        MYST.directive("talklist", "", {"layout": each, "columns": "title, links"})
        for each in ("table", "list")
    )
    report = MYST.document("Trip", talk, metadata={"event": "con"})
    built = build({"a.md": report, "lists.md": MYST.document("Lists", *lists)})
    # As the heading of the talk shows it.
    shown = "<b>A & “B”</b>"
    assert titles(built) == [shown]
    main = built.page("lists.html").main
    assert main.by_tag("b") == []
    assert main.by_tag("td")[0].words == shown


def test_cards(build: Build, markup: Markup) -> None:
    built = listing(build, markup, "talklist", {"layout": "cards", "event": "con-2020"})
    cards = built.page("lists.html").main.by_class("trip-card")
    assert [card.words for card in cards] == [
        "one Keynote · Ann Lee · 1 May 2020 Text. Rated 5 of 5 · bees, wax",
        "two Bob Ray and Ann Lee · 2 May 2020 Text. Rated 3 of 5 · wasps",
    ]
    assert cards[0].links["Ann Lee"].endswith("people.html#speaker-ann-lee")


def test_cards_say_what_they_count(build: Build, markup: Markup) -> None:
    built = listing(build, markup, "eventlist", {"layout": "cards", "event": "con-2020"})
    (count,) = built.page("lists.html").main.by_class("trip-count")[:1]
    assert count.words == "2 talks"


def test_numbers_in_tables_have_their_heads_beside_them(build: Build, markup: Markup) -> None:
    options = {"layout": "table", "columns": "name, talks", "event": "con-2020"}
    built = listing(build, markup, "eventlist", options)
    cells = built.page("lists.html").main.by_tag("td")
    assert [(cell.attributes.get("data-head"), cell.words) for cell in cells] == [
        (None, "con-2020"),
        ("Talks", "2"),
    ]


def test_what_is_left_out_is_said(build: Build, markup: Markup) -> None:
    page = listing(build, markup, "talklist", {"limit": "3"}).page("lists.html").main
    assert page.by_class("trip-left-out")[0].words == "and 1 more"


def test_an_empty_listing_says_so_in_words(build: Build, markup: Markup) -> None:
    options = {"event": "con-2020", "kind": "panel"}
    built = listing(build, markup, "talklist", options)
    assert built.warnings == []
    assert built.page("lists.html").main.words == "Lists No talks here."
    built = build(
        {
            **project(markup),
            markup.file("lists"): markup.document(
                "Lists", markup.directive("talklist", "", options, "Come *back*.")
            ),
        },
        folder="own",
    )
    assert built.page("lists.html").main.words == "Lists Come back."


def test_this(build: Build, markup: Markup) -> None:
    own = markup.directive("talklist", "", {"event": "this"})
    speaker = markup.directive("talklist", "", {"speaker": "this"})
    sources = project(markup)
    name = markup.file("con-2020")
    sources[name] += f"\n{markup.heading('All', 2)}\n{own}"
    sources[markup.file("people")] += f"\n{markup.heading('Theirs', 2)}\n{speaker}"
    built = build(sources)
    assert built.warnings == []
    shown = [t.words for t in built.page("con-2020.html").main.by_class("trip-title")]
    assert shown == ["one", "two"]


@pytest.mark.parametrize(
    ("name", "options", "said"),
    [
        ("talklist", {"topic": "bee"}, "Did you mean “bees”"),
        ("talklist", {"event": "this"}, "this page has no event"),
        ("speakerlist", {"rating": "5"}, "has no option “rating”"),
    ],
)
def test_a_wrong_filter_warns_and_never_widens(
    build: Build, markup: Markup, name: str, options: Options, said: str
) -> None:
    built = listing(build, markup, name, options)
    (warning,) = built.warnings
    assert warning.startswith(markup.file("lists"))
    assert said in warning
    if name == "talklist":
        assert titles(built) == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"sort": "titel"}, "Did you mean “title”?"),
        ({"limit": "0"}, "expected a whole number from 1"),
    ],
)
def test_a_wrong_shape_warns_and_the_list_stands(
    build: Build, markup: Markup, options: Options, said: str
) -> None:
    built = listing(build, markup, "talklist", options)
    (warning,) = built.warnings
    assert said in warning
    line = 4 if markup is MYST else 5
    assert warning.startswith(f"{markup.file('lists')}:{line}:")
    assert len(titles(built)) == len(TALKS)


def test_latex_has_the_same(build: Build, markup: Markup) -> None:
    lists = (
        markup.directive("talklist", "", {"layout": "table"}),
        markup.directive("talklist", "", {"layout": "cards"}),
        markup.directive("talklist", "", {"group-by": "event"}),
    )
    built = build(
        {**project(markup), markup.file("lists"): markup.document("Lists", *lists)},
        builder="latex",
    )
    assert built.warnings == []
    tex = built.out("trips.tex").partition(r"\chapter{Lists}")[2]
    assert "longtable" in tex
    for title, _, _ in TALKS:
        assert tex.count(title) >= len(lists)


@pytest.mark.parametrize(
    "builder", ["text", "man", "texinfo", "epub", "xml", "singlehtml", "dirhtml"]
)
def test_every_builder(build: Build, builder: str) -> None:
    lists = (
        MYST.directive("talklist", "", {"layout": each}) for each in ("table", "cards", "list")
    )
    sources = {**project(MYST), "lists.md": MYST.document("Lists", *lists)}
    conf = 'man_pages = [("lists", "lists", "Lists", ["Me"], 1)]\n'
    assert build(sources, conf, builder=builder).warnings == []


def test_a_listing_is_never_stale(build: Build, markup: Markup) -> None:
    built = listing(build, markup, "talklist", {"topic": "bees"})
    name = markup.file("con-2021")
    changed = project(markup)[name].replace("data wax", "bees")
    built.rebuild({name: changed})
    assert titles(built) == ["three", "four", "one"]
    built.rebuild(
        {
            name: None,
            markup.file("lists"): None,
            "index.rst": "Home\n====\n\n.. toctree::\n   :glob:\n\n   *\n",
        }
    )
    assert built.warnings == []


def test_the_search_finds_a_talk_where_it_is_written(build: Build) -> None:
    sources = {
        "a.md": MYST.document("A", MYST.talk("Waggledance"), metadata={"event": "con"}),
        "b.md": MYST.document("Lists", MYST.directive("talklist", "", {"layout": "table"})),
    }
    built = build(sources)
    index = built.out("searchindex.js")
    found = json.loads(index[index.index("{") : index.rindex("}") + 1])
    assert found["titleterms"]["waggled"] == found["docnames"].index("a")
    # The table of contents on the first page has it.
    assert found["terms"]["waggled"] == found["docnames"].index("index")
    assert "Waggledance" in built.page("b.html").main.words


def test_a_table_leaves_out_columns_that_are_empty_throughout(build: Build) -> None:
    listing = (
        ".. talklist::\n   :layout: table\n   :columns: title, room, track\n   :group-by: kind\n"
    )
    post = "A\n=\n\n.. talk:: One\n   :room: R1\n\n.. keynote:: Two\n\n"
    built = build({"a.rst": post, "b.rst": f"B\n=\n\n{listing}"})
    words = built.page("b.html").by_class("trip-listing")[0].words
    assert "Room" in words
    assert "Track" not in words
